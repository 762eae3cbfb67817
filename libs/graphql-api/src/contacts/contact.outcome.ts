import { createUnionType, Field, Int, ObjectType } from '@nestjs/graphql';
import { byKind } from '../platform/outcome.js';
import { InvalidInput, NotAllowed, NotFound, Refused } from '../platform/problem.type.js';
import { type Ref } from '../platform/ref.js';
import { Contact, Skipped } from './contact.type.js';

@ObjectType({ description: 'Contacts were passed to the database desk.' })
export class ContactsSent {
  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType({ description: 'A step was taken.' })
export class ContactsReviewed {
  @Field(() => [Contact], { description: 'Contacts as they now are.' })
  done!: Contact[];

  @Field(() => [Skipped], { description: 'Who was left out.' })
  skipped!: Skipped[];
}

@ObjectType({ description: 'Somebody was received from outside.' })
export class ContactReceived {
  @Field(() => Contact, { description: 'The contact.' })
  contact!: Ref<Contact>;
}

export const SendNowOutcome = createUnionType({
  name: 'SendNowOutcome',
  description: 'What may come of it.',
  types: () => [ContactsSent, NotAllowed, NotFound] as const,
  resolveType: byKind,
});

export const ReviewContactsOutcome = createUnionType({
  name: 'ReviewContactsOutcome',
  description: 'What may come of it.',
  types: () => [ContactsReviewed, NotAllowed, Refused] as const,
  resolveType: byKind,
});

export const ReceiveContactOutcome = createUnionType({
  name: 'ReceiveContactOutcome',
  description: 'What may come of it.',
  types: () => [ContactReceived, NotAllowed, InvalidInput] as const,
  resolveType: byKind,
});
