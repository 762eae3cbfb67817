import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Person } from '../people/person.type.js';
import { type Ref } from '../platform/ref.js';
import { InstantMark } from '../platform/scalars.js';

@ObjectType({ description: 'One try to reach somebody.' })
export class PushAttempt {
  @Field(() => InstantMark, { description: 'When.' })
  at!: number;

  @Field(() => String, { description: 'Who.' })
  by!: string;

  @Field(() => String, { description: 'What came of it.' })
  outcome!: string;

  @Field(() => String, { nullable: true, description: 'More.' })
  note!: string | null;
}

@ObjectType({ description: 'One person sent to one area.' })
export class PushItem {
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Field(() => ID, { description: 'The contact.' })
  contactId!: string;

  @Field(() => Person, { description: 'Who.' })
  person!: Ref<Person>;

  @Field(() => ID, { description: 'Where to.' })
  toAreaId!: string;

  @Field(() => String, { description: 'Its name.' })
  toAreaName!: string;

  @Field(() => Boolean, { description: 'Nobody of ours works there: recorded by hand.' })
  outside!: boolean;

  @Field(() => String, { description: 'State.' })
  state!: string;

  @Field(() => Int, { description: 'Which telling.' })
  version!: number;

  @Field(() => String, { description: 'Class.' })
  cls!: string;

  @Field(() => String, { nullable: true, description: 'Address as sent.' })
  address!: string | null;

  @Field(() => InstantMark, { nullable: true, description: 'When sent.' })
  sentAt!: number | null;

  @Field(() => InstantMark, { nullable: true, description: 'First handshake.' })
  ackedAt!: number | null;

  @Field(() => InstantMark, { nullable: true, description: 'Second handshake.' })
  controlledAt!: number | null;

  @Field(() => String, { nullable: true, description: 'What was found.' })
  outcome!: string | null;

  @Field(() => String, { nullable: true, description: 'More.' })
  outcomeNote!: string | null;

  @Field(() => [PushAttempt], { description: 'Calls and visits so far.' })
  attempts!: PushAttempt[];

  @Field(() => InstantMark, { nullable: true, description: 'Next try.' })
  nextTryAt!: number | null;

  @Field(() => InstantMark, { nullable: true, description: 'Limit.' })
  dueAt!: number | null;

  @Field(() => String, { nullable: true, description: 'What they said.' })
  dutyCall!: string | null;

  @Field(() => String, { nullable: true, description: 'Who answers there.' })
  dutyHolder!: string | null;

  @Field(() => String, { nullable: true, description: 'Their phone.' })
  dutyPhone!: string | null;

  @Field(() => Boolean, { description: 'A duplicate is suspected.' })
  doubtful!: boolean;
}

@ObjectType({ description: "An area's pushes." })
export class PushArea {
  @Field(() => ID, { nullable: true, description: 'The area; null: to be located.' })
  areaId!: string | null;

  @Field(() => String, { description: 'Its name.' })
  areaName!: string;

  @Field(() => String, { description: 'Its level.' })
  level!: string;

  @Field(() => Boolean, { description: 'Outside.' })
  outside!: boolean;

  @Field(() => Int, { description: 'Not sent.' })
  draft!: number;

  @Field(() => Int, { description: 'Sent, not acknowledged.' })
  unacked!: number;

  @Field(() => Int, { description: 'Acknowledged, not controlled.' })
  placing!: number;

  @Field(() => Int, { description: 'Controlled or closed.' })
  placed!: number;

  @Field(() => InstantMark, { nullable: true, description: 'Earliest limit still open.' })
  worstDueAt!: number | null;

  @Field(() => String, { nullable: true, description: 'Who answers there.' })
  dutyHolder!: string | null;

  @Field(() => String, { nullable: true, description: 'Their phone.' })
  phone!: string | null;
}

@ObjectType({ description: "One door of a community's list." })
export class Household {
  @Field(() => String, { description: 'What makes them one door.' })
  key!: string;

  @Field(() => String, { nullable: true, description: 'Address.' })
  address!: string | null;

  @Field(() => String, { description: 'Area.' })
  areaName!: string;

  @Field(() => [PushItem], { description: 'The people.' })
  items!: PushItem[];
}

@ObjectType({ description: 'Something a role must do against a clock.' })
export class Task {
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Field(() => String, { description: 'What.' })
  kind!: string;

  @Field(() => InstantMark, { description: 'Since.' })
  at!: number;

  @Field(() => InstantMark, { description: 'Until.' })
  dueAt!: number;

  @Field(() => Person, { nullable: true, description: 'About whom.' })
  person!: Person | null;

  @Field(() => ID, { description: 'About what.' })
  subjectId!: string;

  @Field(() => String, { nullable: true, description: 'More.' })
  note!: string | null;
}

@ObjectType({ description: 'Something an area was told.' })
export class Notice {
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Field(() => String, { description: 'withdrawn, corrected, returned, closed or off-run.' })
  kind!: string;

  @Field(() => Person, { nullable: true, description: 'About whom.' })
  person!: Person | null;

  @Field(() => ID, { description: 'About what.' })
  subjectId!: string;

  @Field(() => InstantMark, { description: 'When.' })
  at!: number;

  @Field(() => InstantMark, { nullable: true, description: 'When read.' })
  readAt!: number | null;

  @Field(() => String, { nullable: true, description: 'More.' })
  note!: string | null;
}
