import { ancestorsOf, type Place, type PlaceRelation, placeRelation } from '@tracewright/epi-core';

/** The places at which somebody may have met whoever was at one place: itself first, and how each stands to it. */
export interface Related {
  readonly places: readonly number[];
  readonly relations: readonly PlaceRelation[];
}

/** Places by their numbers, with those above, below and in the same air (ruling 6), looked up instead of compared all with all. */
export class RelatedPlaces {
  private readonly below = new Map<string, number[]>();
  private readonly inZone = new Map<string, number[]>();
  private readonly known = new Map<number, Related>();

  /** `ids`: the places that have stays, each at its number; `numbers` the way back. */
  constructor(
    private readonly ids: readonly string[],
    private readonly numbers: ReadonlyMap<string, number>,
    private readonly places: ReadonlyMap<string, Place>,
  ) {
    if (places.size === 0) return;
    for (const [number, id] of ids.entries()) {
      for (const above of ancestorsOf(id, this.lookup)) append(this.below, above, number);
      const zone = places.get(id)?.airZone;
      if (zone) append(this.inZone, zone, number);
    }
  }

  readonly lookup = (id: string): Place | undefined => this.places.get(id);

  of(place: number): Related {
    const known = this.known.get(place);
    if (known) return known;
    const id = this.ids[place]!;
    const above = ancestorsOf(id, this.lookup).flatMap((one) => this.numbers.get(one) ?? []);
    const zone = this.places.get(id)?.airZone;
    const all = new Set([place, ...above, ...(this.below.get(id) ?? []), ...(zone ? (this.inZone.get(zone) ?? []) : [])]);
    const places = [...all];
    const related = { places, relations: places.map((other) => placeRelation(id, this.ids[other]!, this.lookup)!) };
    this.known.set(place, related);
    return related;
  }
}

function append(lists: Map<string, number[]>, key: string, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
