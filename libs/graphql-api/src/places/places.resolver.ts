import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { createPlace, type Place as PlaceRecord } from '@tracewright/investigation';
import type { Ask } from '../platform/ask.js';
import { Asking } from '../platform/asking.js';
import { answer } from '../platform/refusal.js';
import { CreatePlaceInput } from './place.input.js';
import { CreatePlaceOutcome } from './place.outcome.js';
import { Place } from './place.type.js';

const placeFace = (ask: Ask, place: PlaceRecord): object => ({
  ...place,
  areaName: async () => (place.areaId == null ? null : ((await ask.areas.load(place.areaId))?.name ?? null)),
  parentName: async () =>
    place.parentId == null ? null : ((await ask.desk.work.read((tx) => ask.desk.places.byIds(tx, [place.parentId!])))[0]?.name ?? null),
});

@Resolver()
export class PlacesResolver {
  @Query(() => [Place], { description: 'Places by part of the name, an alias, pinyin or its initials; best first.' })
  async searchPlaces(
    @Asking() ask: Ask,
    @Args('text', { type: () => String }) text: string,
    @Args('first', { type: () => Int, defaultValue: 12 }) first: number,
  ): Promise<object[]> {
    ask.open('cases');
    if (text.trim() === '') return [];
    const found = await ask.desk.work.read((tx) => ask.desk.places.search(tx, text, Math.min(Math.max(first, 1), 50)));
    return found.map((place) => placeFace(ask, place));
  }

  @Mutation(() => CreatePlaceOutcome, { description: 'Adds a place.' })
  async createPlace(@Asking() ask: Ask, @Args('input', { type: () => CreatePlaceInput }) input: CreatePlaceInput): Promise<object> {
    const { name, category, areaId = null, parentId = null, address = null } = input;
    const outcome = await createPlace(ask.desk, ask.actor, { name, category, areaId, parentId, address });
    return answer(ask, outcome, 'place-created', 'PlaceCreated', ({ place }) => ({ place: placeFace(ask, place) }));
  }
}
