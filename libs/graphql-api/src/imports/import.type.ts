import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { InstantMark } from '../platform/scalars.js';

@ObjectType({ description: 'One file brought in.' })
export class Import {
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Field(() => String, { description: 'What its rows are.' })
  kind!: string;

  @Field(() => String, { description: 'Source name.' })
  source!: string;

  @Field(() => String, { description: 'File name.' })
  fileName!: string;

  @Field(() => String, { description: 'WAITING, RUNNING, DONE, CANCELLED or FAILED.' })
  state!: string;

  @Field(() => Int, { description: 'Rows of the file.' })
  rows!: number;

  @Field(() => Int, { description: 'Rows worked on.' })
  doneRows!: number;

  @Field(() => Int, { description: 'New records.' })
  inserted!: number;

  @Field(() => Int, { description: 'Changed records.' })
  updated!: number;

  @Field(() => Int, { description: 'Records as they were.' })
  unchanged!: number;

  @Field(() => Int, { description: 'Refused records.' })
  rejected!: number;

  @Field(() => Int, { description: 'Rows with at least one refused record.' })
  rowsWithErrors!: number;

  @Field(() => String, { nullable: true, description: 'What went wrong, in a sentence.' })
  message!: string | null;

  @Field(() => InstantMark, { description: 'Started.' })
  at!: number;

  @Field(() => Boolean, { description: 'There is an error workbook to fetch.' })
  hasErrors!: boolean;
}
