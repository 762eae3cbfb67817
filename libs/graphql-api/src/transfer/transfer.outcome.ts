import { createUnionType, Field, ObjectType } from '@nestjs/graphql';
import { byKind } from '../platform/outcome.js';
import { NotAllowed, NotFound, Refused } from '../platform/problem.type.js';
import { type Ref } from '../platform/ref.js';
import { Run } from './transfer.type.js';

@ObjectType({ description: 'The run as it now is.' })
export class RunChanged {
  @Field(() => Run, { description: 'The run.' })
  run!: Ref<Run>;
}

export const RunOutcome = createUnionType({
  name: 'RunOutcome',
  description: 'What may come of it.',
  types: () => [RunChanged, NotAllowed, NotFound, Refused] as const,
  resolveType: byKind,
});
