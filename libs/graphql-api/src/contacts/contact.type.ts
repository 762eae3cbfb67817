import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Person } from '../people/person.type.js';
import { type Ref } from '../platform/ref.js';
import { DayMark, InstantMark } from '../platform/scalars.js';
import { Words } from '../platform/words.type.js';
import { PushItem } from '../push/push.type.js';

@ObjectType({ description: 'What derivation says now, where it differs from what was accepted.' })
export class ContactProposal {
  @Field(() => String, { nullable: true, description: 'Class; null when no exposure is left.' })
  cls!: string | null;

  @Field(() => InstantMark, { nullable: true, description: 'First exposure.' })
  first!: number | null;

  @Field(() => InstantMark, { nullable: true, description: 'Last exposure.' })
  last!: number | null;
}

@ObjectType({ description: 'One person as a contact, over all cases.' })
export class Contact {
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Field(() => Person, { description: 'Who.' })
  person!: Ref<Person>;

  @Field(() => String, { description: 'How far the desks have come.' })
  review!: string;

  @Field(() => String, { description: 'Strictest class.' })
  cls!: string;

  @Field(() => String, { description: 'definite or possible.' })
  certainty!: string;

  @Field(() => [String], { description: 'Numbers of the cases.' })
  caseNos!: string[];

  @Field(() => [ID], { description: 'Ids of the cases.' })
  caseIds!: string[];

  @Field(() => InstantMark, { nullable: true, description: 'First exposure of the strictest class.' })
  first!: number | null;

  @Field(() => InstantMark, { nullable: true, description: 'Last exposure of the strictest class.' })
  last!: number | null;

  @Field(() => String, { nullable: true, description: 'Where, last.' })
  placeName!: string | null;

  @Field(() => ID, { nullable: true, description: 'Area that must act.' })
  areaId!: string | null;

  @Field(() => String, { nullable: true, description: 'Its name.' })
  areaName!: string | null;

  @Field(() => String, { nullable: true, description: 'Where the person stands; null before acceptance.' })
  observation!: string | null;

  @Field(() => String, { description: 'OWN or RECEIVED.' })
  origin!: string;

  @Field(() => String, { nullable: true, description: 'State of the push.' })
  push!: string | null;

  @Field(() => String, { nullable: true, description: 'State of the transfer.' })
  transfer!: string | null;

  @Field(() => String, { nullable: true, description: 'Account that answers.' })
  ownerName!: string | null;

  @Field(() => InstantMark, { description: 'When identified.' })
  identifiedAt!: number;

  @Field(() => InstantMark, { nullable: true, description: 'When the person must be placed.' })
  dueAt!: number | null;

  @Field(() => String, { nullable: true, description: 'Kind of change proposed.' })
  changed!: string | null;

  @Field(() => ContactProposal, { nullable: true, description: 'What is proposed.' })
  changedTo!: ContactProposal | null;

  @Field(() => Boolean, { description: 'A duplicate is suspected.' })
  duplicate!: boolean;

  @Field(() => Boolean, { description: 'The receiver was told something that is no longer so: to be sent again.' })
  resend!: boolean;

  @Field(() => String, { nullable: true, description: 'Why the push is held.' })
  hold!: string | null;
}

@ObjectType({ description: 'How many contacts a tab shows.' })
export class ViewCount {
  @Field(() => String, { description: 'The view.' })
  view!: string;

  @Field(() => Int, { description: 'Its contacts.' })
  count!: number;
}

@ObjectType({ description: 'A page of contacts.' })
export class ContactPage {
  @Field(() => [Contact], { description: 'The contacts.' })
  nodes!: Contact[];

  @Field(() => Int, { description: 'How many match.' })
  total!: number;

  @Field(() => String, { nullable: true, description: 'Cursor of the next page.' })
  next!: string | null;

  @Field(() => [ViewCount], { description: "The tabs' counts under the same filter." })
  counts!: ViewCount[];
}

@ObjectType({ description: 'Two stays that met.' })
export class Overlap {
  @Field(() => String, { description: 'Place.' })
  placeName!: string;

  @Field(() => InstantMark, { description: "Case's stay, widest start." })
  caseFrom!: number;

  @Field(() => InstantMark, { description: "Case's stay, widest end." })
  caseTo!: number;

  @Field(() => InstantMark, { description: "Case's stay, surest start." })
  caseSurestFrom!: number;

  @Field(() => InstantMark, { description: "Case's stay, surest end." })
  caseSurestTo!: number;

  @Field(() => InstantMark, { description: "Contact's stay, widest start." })
  contactFrom!: number;

  @Field(() => InstantMark, { description: "Contact's stay, widest end." })
  contactTo!: number;

  @Field(() => InstantMark, { description: "Contact's stay, surest start." })
  contactSurestFrom!: number;

  @Field(() => InstantMark, { description: "Contact's stay, surest end." })
  contactSurestTo!: number;

  @Field(() => Int, { description: 'Least minutes together.' })
  minMinutes!: number;

  @Field(() => Int, { description: 'Most minutes together.' })
  maxMinutes!: number;

  @Field(() => [String], { description: "Sources of the case's stay." })
  caseSources!: string[];

  @Field(() => [String], { description: "Sources of the contact's stay." })
  contactSources!: string[];
}

@ObjectType({ description: 'Why one case makes this person a contact.' })
export class Determination {
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => String, { description: 'Its number.' })
  caseNo!: string;

  @Field(() => String, { nullable: true, description: 'Close contact in the middle, of a second contact.' })
  viaName!: string | null;

  @Field(() => String, { description: 'Class.' })
  cls!: string;

  @Field(() => String, { description: 'definite or possible.' })
  certainty!: string;

  @Field(() => String, { description: 'Rule that gave it.' })
  rule!: string;

  @Field(() => Words, { description: "The rule's words." })
  ruleLabel!: Ref<Words>;

  @Field(() => String, { description: 'Protocol and version.' })
  protocolId!: string;

  @Field(() => InstantMark, { nullable: true, description: 'First exposure.' })
  first!: number | null;

  @Field(() => InstantMark, { nullable: true, description: 'Last exposure.' })
  last!: number | null;

  @Field(() => Int, { nullable: true, description: 'Least seconds together.' })
  secondsMin!: number | null;

  @Field(() => Int, { nullable: true, description: 'Most seconds together.' })
  secondsMax!: number | null;

  @Field(() => Int, { description: 'Meetings counted.' })
  encounters!: number;

  @Field(() => String, { description: 'DERIVED, NAMED or LISTED.' })
  origin!: string;

  @Field(() => String, { nullable: true, description: 'Place.' })
  placeName!: string | null;

  @Field(() => String, { nullable: true, description: 'ACCEPTED, CONFIRMED or EXCLUDED.' })
  decision!: string | null;

  @Field(() => String, { nullable: true, description: 'Who decided.' })
  decidedBy!: string | null;

  @Field(() => InstantMark, { nullable: true, description: 'When.' })
  decidedAt!: number | null;

  @Field(() => String, { nullable: true, description: 'Why.' })
  reason!: string | null;

  @Field(() => Words, { description: 'In one sentence.' })
  sentence!: Ref<Words>;

  @Field(() => [Overlap], { description: 'The stays behind it.' })
  overlaps!: Overlap[];
}

@ObjectType({ description: 'Something that happened to a contact.' })
export class ContactEvent {
  @Field(() => InstantMark, { description: 'When.' })
  at!: number;

  @Field(() => String, { description: 'Who.' })
  by!: string;

  @Field(() => String, { description: 'In which role.' })
  role!: string;

  @Field(() => String, { description: 'What.' })
  kind!: string;

  @Field(() => String, { nullable: true, description: 'State before.' })
  was!: string | null;

  @Field(() => String, { nullable: true, description: 'State after.' })
  became!: string | null;

  @Field(() => String, { nullable: true, description: 'Why.' })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: 'More.' })
  note!: string | null;
}

@ObjectType({ description: 'A day a sample is due.' })
export class TestDay {
  @Field(() => Int, { description: 'Count from the anchor.' })
  day!: number;

  @Field(() => DayMark, { description: 'The day.' })
  on!: string;
}

@ObjectType({ description: 'One phase of management.' })
export class ManagementPhase {
  @Field(() => String, { description: 'CENTRAL, HOME, MONITOR.' })
  kind!: string;

  @Field(() => DayMark, { description: 'First day.' })
  from!: string;

  @Field(() => DayMark, { description: 'Last day.' })
  until!: string;

  @Field(() => [TestDay], { description: 'Samples.' })
  tests!: TestDay[];
}

@ObjectType({ description: 'Dates that follow from class and last exposure.' })
export class Management {
  @Field(() => DayMark, { nullable: true, description: 'Day of release.' })
  releaseOn!: string | null;

  @Field(() => [ManagementPhase], { description: 'The phases.' })
  phases!: ManagementPhase[];

  @Field(() => Boolean, { description: 'An open possible of the same class blocks the release.' })
  blocked!: boolean;
}

@ObjectType({ description: 'Why is this person here, and what has been done.' })
export class ContactCard {
  @Field(() => Contact, { description: 'The contact.' })
  contact!: Ref<Contact>;

  @Field(() => Words, { description: 'In one sentence.' })
  sentence!: Ref<Words>;

  @Field(() => [Words], { description: 'What is not known, and what it would change.' })
  unknowns!: Words[];

  @Field(() => [Determination], { description: 'Case by case.' })
  determinations!: Determination[];

  @Field(() => [ContactEvent], { description: 'What happened, newest first.' })
  events!: ContactEvent[];

  @Field(() => [PushItem], { description: 'What was sent.' })
  pushes!: PushItem[];

  @Field(() => Management, { nullable: true, description: 'Dates.' })
  management!: Management | null;

  @Field(() => [Person], { description: 'Who lives with the person.' })
  household!: Person[];

  @Field(() => [SourceRecord], { description: 'Every row a source gave.' })
  records!: SourceRecord[];
}

@ObjectType({ description: 'A row as a source gave it.' })
export class SourceRecord {
  @Field(() => String, { description: 'Source.' })
  source!: string;

  @Field(() => String, { description: 'Its key there.' })
  key!: string;

  @Field(() => String, { description: 'Name as written.' })
  name!: string;
}

@ObjectType({ description: 'Who could not take a step, and why.' })
export class Skipped {
  @Field(() => ID, { description: 'The contact.' })
  contactId!: string;

  @Field(() => String, { description: 'Stable word.' })
  why!: string;

  @Field(() => String, { description: 'A sentence.' })
  message!: string;
}
