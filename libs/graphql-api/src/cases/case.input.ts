import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { type Ref } from '../platform/ref.js';
import { DayMark, InstantMark } from '../platform/scalars.js';

@InputType({ description: 'One row of the trajectory grid.' })
export class StayInput {
  @Field(() => ID, { nullable: true, description: 'Known stay; absent: a new one.' })
  id?: string | null;

  @Field(() => ID, { description: 'Where.' })
  placeId!: string;

  @Field(() => InstantMark, { description: 'Widest start.' })
  start!: number;

  @Field(() => InstantMark, { description: 'Widest end, exclusive.' })
  end!: number;

  @Field(() => InstantMark, { nullable: true, description: 'Surest start; absent: the start.' })
  startLatest?: number | null;

  @Field(() => InstantMark, { nullable: true, description: 'Surest end; absent: the end.' })
  endEarliest?: number | null;

  @Field(() => String, { nullable: true, description: "Setting, when it differs from the place's." })
  setting?: string | null;

  @Field(() => String, { nullable: true, description: 'Seat or table.' })
  seat?: string | null;

  @Field(() => String, { nullable: true, description: 'Carriage.' })
  carriage?: string | null;

  @Field(() => String, { nullable: true, description: 'effective, none or unknown.' })
  protection?: string | null;

  @Field(() => String, { nullable: true, description: 'interview, register, ticket, ...' })
  source?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many were there too.' })
  companions?: number | null;

  @Field(() => String, { nullable: true, description: 'What was done.' })
  activity?: string | null;

  @Field(() => String, { nullable: true, description: 'Remark.' })
  note?: string | null;
}

@InputType({ description: 'Changed and removed rows of the trajectory grid.' })
export class TrajectoryEdit {
  @Field(() => [StayInput], { description: 'New and changed stays.' })
  stays!: StayInput[];

  @Field(() => [ID], { description: 'Ids of removed stays.' })
  removed!: string[];
}

@InputType({ description: 'A new case.' })
export class CreateCaseInput {
  @Field(() => String, { description: 'Name of the person.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Phone.' })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'Document number.' })
  docNo?: string | null;

  @Field(() => String, { nullable: true, description: 'Kind of document; absent: resident ID.' })
  docType?: string | null;

  @Field(() => String, { nullable: true, description: 'male, female or unknown.' })
  sex?: string | null;

  @Field(() => DayMark, { nullable: true, description: 'Day of birth.' })
  birthOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Address.' })
  address?: string | null;

  @Field(() => ID, { nullable: true, description: "Area; absent: the account's." })
  areaId?: string | null;

  @Field(() => String, { description: 'Category.' })
  category!: string;

  @Field(() => DayMark, { nullable: true, description: 'Day of onset.' })
  onsetOn?: string | null;

  @Field(() => InstantMark, { nullable: true, description: 'First positive sample.' })
  firstPositiveSampleAt?: number | null;

  @Field(() => InstantMark, { nullable: true, description: 'Reported; absent: now.' })
  reportedAt?: number | null;

  @Field(() => InstantMark, { nullable: true, description: 'Isolated.' })
  isolatedAt?: number | null;

  @Field(() => String, { nullable: true, description: 'Hospital.' })
  hospital?: string | null;

  @Field(() => String, { nullable: true, description: "Protocol; absent: the deployment's." })
  protocolId?: string | null;

  @Field(() => String, { nullable: true, description: 'Team.' })
  team?: string | null;
}

@InputType({ description: 'Facts of a case to change; a field that is absent stays, null empties it.' })
export class ChangeCaseInput {
  @Field(() => ID, { description: 'The case.' })
  id!: string;

  @Field(() => Int, { description: 'Revision the change was made on.' })
  rev!: number;

  @Field(() => String, { nullable: true, description: 'Category.' })
  category?: string | null;

  @Field(() => DayMark, { nullable: true, description: 'Day of onset.' })
  onsetOn?: string | null;

  @Field(() => InstantMark, { nullable: true, description: 'First positive sample.' })
  firstPositiveSampleAt?: number | null;

  @Field(() => InstantMark, { nullable: true, description: 'Reported.' })
  reportedAt?: number | null;

  @Field(() => InstantMark, { nullable: true, description: 'Isolated.' })
  isolatedAt?: number | null;

  @Field(() => String, { nullable: true, description: 'Hospital.' })
  hospital?: string | null;

  @Field(() => String, { nullable: true, description: 'Protocol.' })
  protocolId?: string | null;

  @Field(() => String, { nullable: true, description: 'Team.' })
  team?: string | null;

  @Field(() => ID, { nullable: true, description: 'Account that owns it.' })
  ownerId?: string | null;

  @Field(() => String, { nullable: true, description: 'local, imported or unknown.' })
  importStatus?: string | null;

  @Field(() => ID, { nullable: true, description: 'Who infected; null: nobody known.' })
  infectedById?: string | null;

  @Field(() => String, { nullable: true, description: 'recorded or proposed.' })
  infectedByState?: string | null;
}

@InputType({ description: 'A trajectory edit of a case.' })
export class SaveTrajectoryInput {
  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => Int, { description: 'Revision the edit was made on.' })
  rev!: number;

  @Field(() => TrajectoryEdit, { description: 'The rows.' })
  edit!: Ref<TrajectoryEdit>;
}
