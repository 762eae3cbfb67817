import { type PlaceLookup, type PlaceNature, placeNature, type Place as RulePlace } from '@tracewright/epi-core';
import type { Relation } from '@tracewright/investigation';

/** Levels of a place tree at most: eight are beyond any, and a ring that somebody typed must end. */
const LEVELS = 16;

export type Related = readonly (readonly [placeId: string, relation: Relation])[];

/** Places as the rules look at them, each with what is above it, below it and beside it in one air zone. */
export class PlaceTree {
  private readonly places = new Map<string, RulePlace>();
  private readonly below = new Map<string, Set<string>>();
  private readonly known = { alone: new Map<string, Related>(), withAir: new Map<string, Related>() };
  private readonly natures = new Map<string, PlaceNature>();

  constructor(places: Iterable<RulePlace> = []) {
    for (const place of places) this.put(place);
  }

  get size(): number {
    return this.places.size;
  }

  readonly lookup: PlaceLookup = (id) => this.places.get(id);

  put(place: RulePlace): void {
    const parent = this.places.get(place.id)?.parent;
    if (parent !== undefined) this.below.get(parent)?.delete(place.id);
    this.places.set(place.id, place);
    if (place.parent !== undefined) {
      const beside = this.below.get(place.parent) ?? new Set<string>();
      this.below.set(place.parent, beside.add(place.id));
    }
    for (const known of [this.known.alone, this.known.withAir, this.natures]) known.clear();
  }

  natureOf(placeId: string): PlaceNature {
    const nature = this.natures.get(placeId) ?? placeNature(placeId, this.lookup);
    this.natures.set(placeId, nature);
    return nature;
  }

  related(placeId: string, airZones: boolean): Related {
    const known = airZones ? this.known.withAir : this.known.alone;
    const related = known.get(placeId) ?? this.relationsOf(placeId, airZones);
    known.set(placeId, related);
    return related;
  }

  private relationsOf(placeId: string, airZones: boolean): Related {
    const related = new Map<string, Relation>([[placeId, 'same']]);
    const own = this.places.get(placeId);
    for (let at = own?.parent, steps = 0; at !== undefined && steps < LEVELS; at = this.places.get(at)?.parent, steps++)
      if (!related.has(at) && this.places.has(at)) related.set(at, 'ancestor');
    const open = [placeId];
    for (let id = open.pop(); id !== undefined; id = open.pop())
      for (const below of this.below.get(id) ?? [])
        if (!related.has(below)) {
          related.set(below, 'descendant');
          open.push(below);
        }
    if (airZones && own?.airZone && own.parent !== undefined)
      for (const beside of this.below.get(own.parent) ?? [])
        if (this.places.get(beside)?.airZone === own.airZone && !related.has(beside)) related.set(beside, 'sameAirZone');
    return [...related];
  }
}
