import type { Place, Stay } from '@tracewright/epi-core';
import { say } from '../platform/answers.js';

const DAY_MS = 86_400_000;
const NAMED = 5;

const some = (ids: Iterable<string>): string => {
  const all = [...ids];
  return all.length > NAMED ? `${all.slice(0, NAMED).join(', ')} and ${all.length - NAMED} more` : all.join(', ');
};

/** People whose stays at two places overlap by more than nothing, as the widest bounds have it. */
function atTwoPlaces(stays: readonly Stay[]): Set<string> {
  const found = new Set<string>();
  // The stay of each person that runs longest so far, and the one that runs longest elsewhere.
  const running = new Map<string, { place: string; end: number; elsewhere: number }>();
  for (const { person, place, start, end } of [...stays].sort((a, b) => a.start - b.start)) {
    const now = running.get(person);
    if (start < end && now && (now.place === place ? now.elsewhere : now.end) > start) found.add(person);
    if (!now) running.set(person, { place, end, elsewhere: Number.NEGATIVE_INFINITY });
    else if (now.place === place) now.end = Math.max(now.end, end);
    else if (end > now.end) running.set(person, { place, end, elsewhere: now.end });
    else now.elsewhere = Math.max(now.elsewhere, end);
  }
  return found;
}

/** What is accepted and yet worth a look, told beside the answer (rulings 6, 8): long stays, two places at once, places nobody described. */
export function remarkOn(stays: readonly Stay[], places: ReadonlyMap<string, Place>): void {
  const long = stays.filter(({ start, end }) => end - start > DAY_MS).length;
  if (long > 0) say(`${long} stays last longer than a day: taken as they are (wards, shelters, hotels).`);
  const twice = atTwoPlaces(stays);
  if (twice.size > 0) say(`${twice.size} people are at two places at once: both count, look which is right: ${some(twice)}.`);
  const strange = new Set(places.size === 0 ? [] : stays.flatMap(({ place }) => (places.has(place) ? [] : [place])));
  if (strange.size > 0)
    say(`${strange.size} places of the stays are not in the places file, so nothing is known of them: ${some(strange)}.`);
}
