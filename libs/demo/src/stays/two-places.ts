import { placeId } from '../places/public-places.js';
import type { DemoIntended, DemoStay } from '../records.js';
import { at, iso } from '../seed/clock.js';

/** Two phones were lent: their owners are at work by the register and in a shop by the scan at the same time. */
export function twoPlaces(stays: readonly DemoStay[]): { stays: DemoStay[]; intended: DemoIntended['twoPlaces'] } {
  const [start, end] = [iso(at(8, '09:40')), iso(at(8, '10:05'))];
  const atWork = stays
    .filter((stay) => stay.place.startsWith(placeId('work-')) && stay.start < start && stay.end !== null && stay.end > end)
    .slice(0, 2);
  const lent = atWork.map(
    (stay, i): DemoStay => ({
      ...stay,
      stay: `demo-stay-lent-${i + 1}`,
      place: placeId(`shop-${i + 3}`),
      start,
      end,
      source: 'venue_code',
    }),
  );
  return { stays: lent, intended: atWork.map((stay, i) => ({ person: stay.person, stays: [stay.stay, lent[i]!.stay] as const })) };
}
