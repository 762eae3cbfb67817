import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Person } from '../people/person.type.js';
import { type Ref } from '../platform/ref.js';
import { DayMark, InstantMark } from '../platform/scalars.js';
import { Words } from '../platform/words.type.js';

@ObjectType({ description: 'A case of the disease: one episode of one person.' })
export class Case {
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Field(() => String, { description: 'Number on the folder.' })
  no!: string;

  @Field(() => Person, { description: 'Who.' })
  person!: Ref<Person>;

  @Field(() => String, { description: 'confirmed, clinical, probable, suspected, asymptomatic, excluded.' })
  category!: string;

  @Field(() => DayMark, { nullable: true, description: 'Day of onset.' })
  onsetOn!: string | null;

  @Field(() => InstantMark, { nullable: true, description: 'First positive sample.' })
  firstPositiveSampleAt!: number | null;

  @Field(() => InstantMark, { nullable: true, description: 'When it was reported.' })
  reportedAt!: number | null;

  @Field(() => InstantMark, { nullable: true, description: 'When isolation began.' })
  isolatedAt!: number | null;

  @Field(() => String, { nullable: true, description: 'Hospital.' })
  hospital!: string | null;

  @Field(() => String, { description: 'Protocol it is judged by.' })
  protocolId!: string;

  @Field(() => String, { nullable: true, description: 'Team working on it.' })
  team!: string | null;

  @Field(() => ID, { nullable: true, description: 'Account that owns it.' })
  ownerId!: string | null;

  @Field(() => String, { nullable: true, description: "Owner's name." })
  ownerName!: string | null;

  @Field(() => ID, { nullable: true, description: 'Area it lies in.' })
  areaId!: string | null;

  @Field(() => String, { nullable: true, description: "That area's name." })
  areaName!: string | null;

  @Field(() => String, { nullable: true, description: 'local, imported or unknown.' })
  importStatus!: string | null;

  @Field(() => ID, { nullable: true, description: 'Who infected, as recorded or proposed.' })
  infectedById!: string | null;

  @Field(() => String, { nullable: true, description: 'Number of that case.' })
  infectedByNo!: string | null;

  @Field(() => String, { nullable: true, description: 'recorded or proposed.' })
  infectedByState!: string | null;

  @Field(() => Int, { description: 'Revision of the values shown.' })
  rev!: number;

  @Field(() => Int, { description: 'Definite contacts.' })
  contacts!: number;

  @Field(() => Int, { description: 'Possible ones not yet confirmed.' })
  possible!: number;

  @Field(() => InstantMark, { nullable: true, description: 'When the core of the investigation is due: four hours after the report.' })
  coreDueAt!: number | null;

  @Field(() => InstantMark, { nullable: true, description: 'When the core report was made.' })
  coreReportedAt!: number | null;
}

@ObjectType({ description: 'A page of cases.' })
export class CasePage {
  @Field(() => [Case], { description: 'The cases.' })
  nodes!: Case[];

  @Field(() => Int, { description: 'How many match.' })
  total!: number;

  @Field(() => String, { nullable: true, description: 'Cursor of the next page.' })
  next!: string | null;
}

@ObjectType({ description: 'Time in which the case could infect.' })
export class InfectiousWindow {
  @Field(() => InstantMark, { description: 'Begins here, inclusive.' })
  start!: number;

  @Field(() => InstantMark, { description: 'Ends here, exclusive.' })
  end!: number;

  @Field(() => Boolean, { description: 'An anchor is missing or only a day.' })
  provisional!: boolean;

  @Field(() => Boolean, { description: 'No known end.' })
  open!: boolean;

  @Field(() => Words, { description: 'How the ends came about.' })
  anchors!: Ref<Words>;
}

@ObjectType({ description: 'A piece of trajectory.' })
export class Stay {
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Field(() => ID, { description: 'Where.' })
  placeId!: string;

  @Field(() => String, { description: 'Name of the place.' })
  placeName!: string;

  @Field(() => String, { description: 'Kind of place.' })
  category!: string;

  @Field(() => String, { nullable: true, description: 'Area of the place.' })
  areaName!: string | null;

  @Field(() => InstantMark, { description: 'Widest start.' })
  start!: number;

  @Field(() => InstantMark, { description: 'Widest end, exclusive.' })
  end!: number;

  @Field(() => InstantMark, { description: 'Surest start.' })
  startLatest!: number;

  @Field(() => InstantMark, { description: 'Surest end.' })
  endEarliest!: number;

  @Field(() => String, { nullable: true, description: "Setting, when it differs from the place's." })
  setting!: string | null;

  @Field(() => String, { nullable: true, description: 'Seat or table.' })
  seat!: string | null;

  @Field(() => String, { nullable: true, description: 'Carriage.' })
  carriage!: string | null;

  @Field(() => String, { description: 'effective, none or unknown.' })
  protection!: string;

  @Field(() => String, { description: 'Where the stay comes from.' })
  source!: string;

  @Field(() => String, { description: 'What that source may prove at most: definite or possible.' })
  ceiling!: string;

  @Field(() => Int, { nullable: true, description: 'How many were there too, as said.' })
  companions!: number | null;

  @Field(() => String, { nullable: true, description: 'What was done there.' })
  activity!: string | null;

  @Field(() => String, { nullable: true, description: 'Remark.' })
  note!: string | null;

  @Field(() => [String], { description: 'Every source that supports it.' })
  sources!: string[];

  @Field(() => Int, { description: 'Definite contacts this stay gave.' })
  contactsDefinite!: number;

  @Field(() => Int, { description: 'Possible ones.' })
  contactsPossible!: number;
}

@ObjectType({ description: 'One scan, statement, payment or ticket, as it came.' })
export class Evidence {
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Field(() => String, { description: 'Kind of source.' })
  source!: string;

  @Field(() => ID, { nullable: true, description: 'Place it names.' })
  placeId!: string | null;

  @Field(() => String, { nullable: true, description: "That place's name." })
  placeName!: string | null;

  @Field(() => String, { nullable: true, description: 'Area it names.' })
  areaName!: string | null;

  @Field(() => InstantMark, { description: 'From.' })
  start!: number;

  @Field(() => InstantMark, { nullable: true, description: 'To.' })
  end!: number | null;

  @Field(() => String, { nullable: true, description: 'Its words.' })
  text!: string | null;

  @Field(() => ID, { nullable: true, description: 'Stay it supports.' })
  stayId!: string | null;
}

@ObjectType({ description: 'How a question was closed without changing the trajectory.' })
export class QuestionAnswer {
  @Field(() => String, { description: 'Why it cannot be settled.' })
  reason!: string;

  @Field(() => String, { description: 'Who said so.' })
  by!: string;

  @Field(() => InstantMark, { description: 'When.' })
  at!: number;
}

@ObjectType({ description: 'Something the trajectory leaves open, worded to be read to a patient on the phone.' })
export class Question {
  @Field(() => String, { description: 'What stays the same while the facts do.' })
  key!: string;

  @Field(() => String, {
    description: 'gap, conflict, scan-without-stay, stay-without-scan, companions, single-source, provisional, left-out.',
  })
  kind!: string;

  @Field(() => InstantMark, { nullable: true, description: 'From.' })
  at!: number | null;

  @Field(() => InstantMark, { nullable: true, description: 'To.' })
  until!: number | null;

  @Field(() => Words, { description: 'The question.' })
  text!: Ref<Words>;

  @Field(() => Words, { description: 'Why it is asked.' })
  hint!: Ref<Words>;

  @Field(() => ID, { nullable: true, description: 'Stay it is about.' })
  stayId!: string | null;

  @Field(() => QuestionAnswer, { nullable: true, description: 'Closed with a reason.' })
  answered!: QuestionAnswer | null;
}

@ObjectType({ description: 'Somebody the case named, with or without a stay.' })
export class NamedPerson {
  @Field(() => ID, { description: 'Id of the naming.' })
  id!: string;

  @Field(() => Person, { description: 'Who.' })
  person!: Ref<Person>;

  @Field(() => String, { nullable: true, description: 'household, carer or other.' })
  relation!: string | null;

  @Field(() => ID, { nullable: true, description: 'Stay it hangs under.' })
  stayId!: string | null;

  @Field(() => String, { nullable: true, description: 'Class given by hand.' })
  cls!: string | null;

  @Field(() => ID, { nullable: true, description: 'Close contact who named them.' })
  viaPersonId!: string | null;

  @Field(() => String, { nullable: true, description: 'Seat or table.' })
  seat!: string | null;

  @Field(() => String, { nullable: true, description: 'Reason for a class by hand.' })
  reason!: string | null;

  @Field(() => InstantMark, { description: 'When it was said.' })
  at!: number;
}

@ObjectType({ description: 'A former value of the case.' })
export class CaseChange {
  @Field(() => InstantMark, { description: 'When it ended.' })
  at!: number;

  @Field(() => String, { description: 'Who changed it.' })
  by!: string;

  @Field(() => String, { description: 'Field.' })
  field!: string;

  @Field(() => String, { nullable: true, description: 'Value before.' })
  was!: string | null;
}

@ObjectType({ description: 'Everything the case desk shows.' })
export class CaseSheet {
  @Field(() => Case, { description: 'The facts.' })
  case!: Ref<Case>;

  @Field(() => [InfectiousWindow], { description: 'When the case could infect.' })
  windows!: InfectiousWindow[];

  @Field(() => Words, { nullable: true, description: 'Why there is no window.' })
  noWindow!: Words | null;

  @Field(() => [Stay], { description: 'The trajectory, in order.' })
  stays!: Stay[];

  @Field(() => [Evidence], { description: 'What was brought in, in order.' })
  evidence!: Evidence[];

  @Field(() => [Question], { description: 'What is open.' })
  questions!: Question[];

  @Field(() => [NamedPerson], { description: 'People the case named.' })
  namings!: NamedPerson[];

  @Field(() => [CaseChange], { description: 'Former values, newest first.' })
  history!: CaseChange[];

  @Field(() => Float, { description: "Share of the window's waking hours some source covers, 0 to 1." })
  completeness!: number;
}
