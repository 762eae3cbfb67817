import { Field, Int, ObjectType } from '@nestjs/graphql';
import { InstantMark } from '../platform/scalars.js';

@ObjectType({ description: 'Who did or saw what.' })
export class AuditEntry {
  @Field(() => Int, { description: 'Number in the chain.' })
  seq!: number;

  @Field(() => InstantMark, { description: 'When.' })
  at!: number;

  @Field(() => String, { description: 'Account.' })
  who!: string;

  @Field(() => String, { description: 'Role.' })
  role!: string;

  @Field(() => String, { nullable: true, description: 'Stated purpose.' })
  purpose!: string | null;

  @Field(() => String, { description: 'What was done.' })
  operation!: string;

  @Field(() => [String], { description: 'Ids of the people or records.' })
  subjects!: string[];

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}
