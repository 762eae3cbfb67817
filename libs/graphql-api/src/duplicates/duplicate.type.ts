import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Contact } from '../contacts/contact.type.js';
import { Person } from '../people/person.type.js';
import { InstantMark } from '../platform/scalars.js';
import { Words } from '../platform/words.type.js';

@ObjectType({ description: 'Two records that may be one person.' })
export class DuplicatePair {
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Field(() => String, { description: 'same-document, same-document-other-name or same-phone-and-name.' })
  reason!: string;

  @Field(() => Boolean, { description: 'Both pushes are held until it is decided.' })
  holds!: boolean;

  @Field(() => String, { description: 'OPEN, LATER, SAME or NOT_SAME.' })
  state!: string;

  @Field(() => String, { description: 'high, medium or low.' })
  likelihood!: string;

  @Field(() => [Person], { description: 'Both people, differing fields in full.' })
  people!: Person[];

  @Field(() => [Contact], { description: 'Their contacts.' })
  contacts!: Contact[];

  @Field(() => [String], { description: 'Names of the fields that differ.' })
  differing!: string[];

  @Field(() => [Words], { description: 'What a merge will do, before it is pressed.' })
  mergeWill!: Words[];
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

  @Field(() => String, { description: 'Who.' })
  by!: string;

  @Field(() => InstantMark, { nullable: true, description: 'When it was undone.' })
  undoneAt!: number | null;
}
