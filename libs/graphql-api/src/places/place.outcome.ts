import { createUnionType, Field, ObjectType } from '@nestjs/graphql';
import { byKind } from '../platform/outcome.js';
import { InvalidInput, NotAllowed } from '../platform/problem.type.js';
import { type Ref } from '../platform/ref.js';
import { Place } from './place.type.js';

@ObjectType({ description: 'The place as it now is.' })
export class PlaceCreated {
  @Field(() => Place, { description: 'The place.' })
  place!: Ref<Place>;
}

export const CreatePlaceOutcome = createUnionType({
  name: 'CreatePlaceOutcome',
  description: 'What may come of it.',
  types: () => [PlaceCreated, NotAllowed, InvalidInput] as const,
  resolveType: byKind,
});
