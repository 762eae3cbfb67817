import { Field, ID, InputType } from '@nestjs/graphql';
import { InstantMark } from '../platform/scalars.js';

@InputType({ description: 'What was found at the door.' })
export class RecordOutcomeInput {
  @Field(() => ID, { description: 'The push.' })
  pushId!: string;

  @Field(() => String, { description: 'One of the outcomes.' })
  outcome!: string;

  @Field(() => String, { nullable: true, description: 'More; some outcomes need it.' })
  note?: string | null;

  @Field(() => ID, { nullable: true, description: 'Where to, when moved away.' })
  movedToAreaId?: string | null;

  @Field(() => [String], { nullable: true, description: 'Special needs, replacing the known ones.' })
  needs?: string[] | null;

  @Field(() => InstantMark, { nullable: true, description: 'When it was done, when that was before now.' })
  tookPlaceAt?: number | null;
}

@InputType({ description: 'Somebody from outside, sent to us without a local case.' })
export class ReceiveContactInput {
  @Field(() => ID, { description: 'Area that sent the letter.' })
  fromAreaId!: string;

  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Phone.' })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'Document number.' })
  docNo?: string | null;

  @Field(() => String, { nullable: true, description: 'Address here.' })
  address?: string | null;

  @Field(() => String, { description: 'Class as told.' })
  cls!: string;

  @Field(() => InstantMark, { nullable: true, description: 'Last exposure as told.' })
  lastExposureAt?: number | null;

  @Field(() => String, { nullable: true, description: "The letter's number or words." })
  note?: string | null;
}
