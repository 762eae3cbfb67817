import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Contact } from '../contacts/contact.type.js';
import { Person } from '../people/person.type.js';
import { InstantMark } from '../platform/scalars.js';
import { Words } from '../platform/words.type.js';

@ObjectType({ description: 'Two records that may be one person.' })
export class DuplicatePair {
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Field(() => String, {
    description: 'same-document, same-document-other-name, same-phone-and-name, or alike: weighed by all that is known.',
  })
  reason!: string;

  @Field(() => Boolean, { description: 'Both pushes are held until it is decided.' })
  holds!: boolean;

  @Field(() => String, { description: 'OPEN, LATER, SAME, NOT_SAME or HOUSEHOLD.' })
  state!: string;

  @Field(() => String, { description: 'conflict, certain, high, medium or low.' })
  likelihood!: string;

  @Field(() => Float, { nullable: true, description: 'Bits for and against when it was found.' })
  weight!: number | null;

  @Field(() => Float, { description: 'What a mistake costs, in calls, by its chance.' })
  cost!: number;

  @Field(() => Words, { description: 'The dearer mistake.' })
  mistake!: Words;

  @Field(() => InstantMark, { nullable: true, description: 'Since when a desk that sees one of the two asks for a decision.' })
  askedAt!: number | null;

  @Field(() => [Person], { description: 'Both people, differing fields in full.' })
  people!: Person[];

  @Field(() => [Contact], { description: 'Their contacts.' })
  contacts!: Contact[];

  @Field(() => [String], { description: 'Names of the fields that differ.' })
  differing!: string[];

  @Field(() => [Words], { description: 'What a merge will do, before it is pressed.' })
  mergeWill!: Words[];
}

@ObjectType({ description: 'A record is known in another area as well; nothing more is told of it there.' })
export class KnownElsewhere {
  @Field(() => String, { description: 'high, medium or low.' })
  likelihood!: string;

  @Field(() => Boolean, { description: 'The push is held until it is decided.' })
  holds!: boolean;

  @Field(() => Int, { description: 'In how many records.' })
  records!: number;

  @Field(() => InstantMark, { nullable: true, description: 'Since when the area above is asked to decide.' })
  askedAt!: number | null;
}

@ObjectType({ description: 'A record, and of those that may be the same person the surest five.' })
export class DuplicateGroup {
  @Field(() => ID, { description: 'The record that the pairs share.' })
  firstId!: string;

  @Field(() => Person, { description: 'Who it is of.' })
  first!: Person;

  @Field(() => Contact, { nullable: true, description: 'Its contact.' })
  contact!: Contact | null;

  @Field(() => [DuplicatePair], { description: 'With each candidate, the surest first; the shared record is the first of each.' })
  pairs!: DuplicatePair[];

  @Field(() => [Words], { description: 'What it will do to say that all of these are one person.' })
  mergeWill!: Words[];

  @Field(() => Int, { description: 'Candidates beyond these.' })
  more!: number;

  @Field(() => Float, { description: 'Of its dearest pair.' })
  cost!: number;

  @Field(() => KnownElsewhere, { nullable: true, description: 'It is known in another area as well.' })
  elsewhere!: KnownElsewhere | null;
}

@ObjectType({ description: 'Decisions of a day.' })
export class DecidedPairs {
  @Field(() => Int, { description: 'Merged.' })
  same!: number;

  @Field(() => Int, { description: 'Two people.' })
  notSame!: number;

  @Field(() => Int, { description: 'Two people of one household.' })
  household!: number;

  @Field(() => Int, { description: 'Certain by themselves, with nobody looking.' })
  attached!: number;

  @Field(() => Float, { nullable: true, description: 'Half of them took no longer.' })
  medianSeconds!: number | null;
}

@ObjectType({ description: 'Pairs to review.' })
export class DuplicateQueue {
  @Field(() => Int, { description: 'All of them.' })
  total!: number;

  @Field(() => Int, { description: 'All groups.' })
  groupTotal!: number;

  @Field(() => [DuplicatePair], { description: 'Those asked for.' })
  pairs!: DuplicatePair[];

  @Field(() => [DuplicateGroup], { description: 'The same by the record they share, and who is known in another area.' })
  groups!: DuplicateGroup[];

  @Field(() => DecidedPairs, { description: 'What was decided since midnight.' })
  today!: DecidedPairs;
}

@ObjectType({ description: 'What one field says of two people.' })
export class FieldEvidence {
  @Field(() => String, { description: 'document, name, birth, sex, phone or address.' })
  part!: string;

  @Field(() => String, { description: 'How far the two values agree; missing when one is not known.' })
  level!: string;

  @Field(() => Float, { description: 'Bits it gives by itself.' })
  bits!: number;

  @Field(() => Float, { description: 'Bits of it that count: fields that tell the same count once.' })
  counted!: number;
}

@ObjectType({ description: 'When one of the two was exposed.' })
export class PairExposure {
  @Field(() => ID, { description: 'Whose.' })
  personId!: string;

  @Field(() => InstantMark, { description: 'From.' })
  first!: number;

  @Field(() => InstantMark, { description: 'To.' })
  last!: number;

  @Field(() => String, { nullable: true, description: 'Where.' })
  placeName!: string | null;

  @Field(() => String, { description: 'Number of the case.' })
  caseNo!: string;

  @Field(() => String, { description: 'definite or possible.' })
  certainty!: string;
}

@ObjectType({ description: 'Why two people may be one: prior and counted bits sum up to the weight.' })
export class DuplicateEvidence {
  @Field(() => Float, { description: 'Bits before anything is known: two people drawn at random.' })
  prior!: number;

  @Field(() => [FieldEvidence], { description: 'Field by field.' })
  fields!: FieldEvidence[];

  @Field(() => Float, { description: 'Bits in all.' })
  weight!: number;

  @Field(() => Float, { description: 'Of 1.' })
  probability!: number;

  @Field(() => Float, { description: 'From here on it is taken for one person.' })
  match!: number;

  @Field(() => Words, { nullable: true, description: 'Why it must not be taken for sure.' })
  veto!: Words | null;

  @Field(() => [PairExposure], { description: 'The exposures of both.' })
  exposures!: PairExposure[];
}

@ObjectType({ description: 'A merge that was made.' })
export class Merge {
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Field(() => String, { description: 'Record that stayed.' })
  keptName!: string;

  @Field(() => String, { description: 'Record that was merged into it.' })
  mergedName!: string;

  @Field(() => InstantMark, { description: 'When.' })
  at!: number;

  @Field(() => String, { nullable: true, description: 'Who; null: certain by itself.' })
  by!: string | null;

  @Field(() => InstantMark, { nullable: true, description: 'When it was undone.' })
  undoneAt!: number | null;
}
