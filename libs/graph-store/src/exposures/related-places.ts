import type { Place, Relation } from '@tracewright/investigation';

/** Levels of a place tree at most: eight are beyond any, and a ring that somebody typed must end. */
const LEVELS = 16;

/**
 * For a place among `places`: itself, what is above and below it, and with `airZones` what lies beside it in one air zone. Made once for
 * a question, asked for every stay.
 */
export function relatedPlaces(places: ReadonlyMap<string, Place>, airZones: boolean): (placeId: string) => readonly [string, Relation][] {
  const below = new Map<string, Place[]>();
  for (const place of places.values()) {
    if (place.parentId === null) continue;
    const beside = below.get(place.parentId);
    if (beside) beside.push(place);
    else below.set(place.parentId, [place]);
  }
  const known = new Map<string, readonly [string, Relation][]>();
  return (placeId) => {
    const related = known.get(placeId) ?? relationsOf(placeId, places, below, airZones);
    known.set(placeId, related);
    return related;
  };
}

function relationsOf(
  placeId: string,
  places: ReadonlyMap<string, Place>,
  below: ReadonlyMap<string, readonly Place[]>,
  airZones: boolean,
): [string, Relation][] {
  const related = new Map<string, Relation>([[placeId, 'same']]);
  const own = places.get(placeId);
  for (let at = own?.parentId ?? null, steps = 0; at !== null && steps < LEVELS; at = places.get(at)?.parentId ?? null, steps++)
    if (!related.has(at) && places.has(at)) related.set(at, 'ancestor');
  const open = [placeId];
  for (let id = open.pop(); id !== undefined; id = open.pop())
    for (const place of below.get(id) ?? [])
      if (!related.has(place.id)) {
        related.set(place.id, 'descendant');
        open.push(place.id);
      }
  if (airZones && own?.airZone && own.parentId !== null)
    for (const place of below.get(own.parentId) ?? [])
      if (place.airZone === own.airZone && !related.has(place.id)) related.set(place.id, 'sameAirZone');
  return [...related];
}
