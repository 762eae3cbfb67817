import { createUnionType, Field, Int, ObjectType } from '@nestjs/graphql';
import { byKind } from '../platform/outcome.js';
import { ChangedMeanwhile, InvalidInput, NotAllowed, NotFound } from '../platform/problem.type.js';
import { type Ref } from '../platform/ref.js';
import { Case } from './case.type.js';
import { TrajectoryPreview } from './preview.type.js';

@ObjectType({ description: 'The case as it now is.' })
export class CaseSaved {
  @Field(() => Case, { description: 'The case.' })
  case!: Ref<Case>;
}

@ObjectType({ description: 'The trajectory is saved.' })
export class TrajectorySaved {
  @Field(() => Int, { description: 'Revision from now on.' })
  rev!: number;

  @Field(() => TrajectoryPreview, { description: 'What changed in the contacts.' })
  preview!: Ref<TrajectoryPreview>;
}

export const CaseOutcome = createUnionType({
  name: 'CaseOutcome',
  description: 'What may come of it.',
  types: () => [CaseSaved, NotAllowed, NotFound, ChangedMeanwhile, InvalidInput] as const,
  resolveType: byKind,
});

export const SaveTrajectoryOutcome = createUnionType({
  name: 'SaveTrajectoryOutcome',
  description: 'What may come of it.',
  types: () => [TrajectorySaved, NotAllowed, NotFound, ChangedMeanwhile, InvalidInput] as const,
  resolveType: byKind,
});
