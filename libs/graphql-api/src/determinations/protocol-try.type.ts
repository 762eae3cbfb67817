import { createUnionType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ContactDiff, PreviewChange } from '../cases/preview.type.js';
import { byKind } from '../platform/outcome.js';
import { InvalidInput, NotAllowed, NotFound, Refused } from '../platform/problem.type.js';
import { type Ref } from '../platform/ref.js';
import { CaseTried } from './case-tried.type.js';

@ObjectType({ description: 'A protocol being tried on many cases, and what it found so far. Nothing is written.' })
export class ProtocolTry {
  @Field(() => ID, { description: 'To ask for it again.' })
  id!: string;

  @Field(() => String, { description: 'RUNNING, DONE, CANCELLED or FAILED.' })
  state!: string;

  @Field(() => String, { description: 'Protocol and version tried, as `protocol@version`.' })
  tried!: string;

  @Field(() => Int, { description: 'Cases looked at.' })
  looked!: number;

  @Field(() => Int, { description: 'Cases to look at.' })
  of!: number;

  @Field(() => Int, { description: 'Cases whose contacts differ.' })
  affected!: number;

  @Field(() => ContactDiff, { description: 'Over all of these cases, each person once; who they are is asked page by page.' })
  counts!: Ref<ContactDiff>;

  @Field(() => Int, { description: 'People who would move.' })
  people!: number;

  @Field(() => Boolean, { description: 'Whether the asker sees who, or only how many.' })
  names!: boolean;

  @Field(() => Int, { description: 'Milliseconds it took, or takes so far.' })
  tookMs!: number;
}

@ObjectType({ description: 'What the protocol would change for one case.' })
export class TriedCaseCounts extends CaseTried {
  @Field(() => ContactDiff, { description: 'How many move which way.' })
  counts!: Ref<ContactDiff>;
}

@ObjectType({ description: 'Cases that a try touches, a page of them.' })
export class TriedCasePage {
  @Field(() => [TriedCaseCounts], { description: 'In order of their numbers.' })
  rows!: TriedCaseCounts[];

  @Field(() => Int, { description: 'How many there are.' })
  total!: number;
}

@ObjectType({ description: 'People whom a try moves, a page of them.' })
export class TriedPeoplePage {
  @Field(() => [PreviewChange], { description: 'The strictest class first.' })
  rows!: PreviewChange[];

  @Field(() => Int, { description: 'How many there are.' })
  total!: number;
}

export const ProtocolTryOutcome = createUnionType({
  name: 'ProtocolTryOutcome',
  description: 'What may come of it.',
  types: () => [ProtocolTry, NotAllowed, NotFound, InvalidInput, Refused] as const,
  resolveType: byKind,
});
