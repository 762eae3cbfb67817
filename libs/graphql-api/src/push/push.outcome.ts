import { createUnionType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Skipped } from '../contacts/contact.type.js';
import { byKind } from '../platform/outcome.js';
import { InvalidInput, NotAllowed, NotFound, Refused } from '../platform/problem.type.js';
import { type Ref } from '../platform/ref.js';
import { PushItem } from './push.type.js';

@ObjectType({ description: 'Pushed.' })
export class ContactsPushed {
  @Field(() => Int, { description: 'How many.' })
  pushed!: number;

  @Field(() => [Skipped], { description: 'Who was left out.' })
  skipped!: Skipped[];
}

@ObjectType({ description: 'Pushes are acknowledged.' })
export class PushesAcknowledged {
  @Field(() => [ID], { description: 'Which.' })
  ids!: string[];
}

@ObjectType({ description: 'An outcome is recorded.' })
export class OutcomeRecorded {
  @Field(() => PushItem, { description: 'The push as it now is.' })
  push!: Ref<PushItem>;
}

export const PushContactsOutcome = createUnionType({
  name: 'PushContactsOutcome',
  description: 'What may come of it.',
  types: () => [ContactsPushed, NotAllowed, Refused] as const,
  resolveType: byKind,
});

export const AcknowledgePushesOutcome = createUnionType({
  name: 'AcknowledgePushesOutcome',
  description: 'What may come of it.',
  types: () => [PushesAcknowledged, NotAllowed] as const,
  resolveType: byKind,
});

export const RecordOutcomeOutcome = createUnionType({
  name: 'RecordOutcomeOutcome',
  description: 'What may come of it.',
  types: () => [OutcomeRecorded, NotAllowed, NotFound, Refused, InvalidInput] as const,
  resolveType: byKind,
});
