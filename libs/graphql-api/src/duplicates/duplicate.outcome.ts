import { createUnionType, Field, ID, ObjectType } from '@nestjs/graphql';
import { byKind } from '../platform/outcome.js';
import { NotAllowed, NotFound, Refused } from '../platform/problem.type.js';

@ObjectType({ description: 'A duplicate was decided.' })
export class DuplicateDecided {
  @Field(() => ID, { description: 'The pair.' })
  pairId!: string;

  @Field(() => ID, { nullable: true, description: 'The merge, if it was one.' })
  mergeId!: string | null;
}

@ObjectType({ description: 'A merge was undone.' })
export class MergeUndone {
  @Field(() => ID, { description: 'The merge.' })
  mergeId!: string;
}

@ObjectType({ description: 'A group is one person now.' })
export class GroupMerged {
  @Field(() => ID, { description: 'The record that stayed.' })
  keptId!: string;

  @Field(() => [ID], { description: 'The merges, each to be undone by itself.' })
  mergeIds!: string[];
}

export const DecideDuplicateOutcome = createUnionType({
  name: 'DecideDuplicateOutcome',
  description: 'What may come of it.',
  types: () => [DuplicateDecided, NotAllowed, NotFound, Refused] as const,
  resolveType: byKind,
});

export const UndoMergeOutcome = createUnionType({
  name: 'UndoMergeOutcome',
  description: 'What may come of it.',
  types: () => [MergeUndone, NotAllowed, NotFound, Refused] as const,
  resolveType: byKind,
});

export const MergeGroupOutcome = createUnionType({
  name: 'MergeGroupOutcome',
  description: 'What may come of it.',
  types: () => [GroupMerged, NotAllowed, NotFound, Refused] as const,
  resolveType: byKind,
});
