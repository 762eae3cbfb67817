import { compoundsOf } from '../areas/compounds.js';
import type { Resident } from '../people/residents.js';
import type { DemoArea, DemoPlace } from '../records.js';
import { compoundPoint } from './coordinates.js';

/** A place for every household, named by its whole address: two compounds share a name, and flats have the same numbers everywhere. */
export function buildHomes(areas: readonly DemoArea[], residents: readonly Resident[]): DemoPlace[] {
  const indexOf = new Map(compoundsOf(areas).list.map((compound, i) => [compound.area, i]));
  const first = new Map<string, Resident>();
  for (const one of residents) if (!first.has(one.home)) first.set(one.home, one);
  return [...first.values()].map(
    (one, n): DemoPlace => ({
      place: one.home,
      name: one.address.replace('云泽区', ''),
      category: 'home',
      area: one.area,
      parent: null,
      ...compoundPoint(indexOf.get(one.area)!, n),
      enclosed: 'yes',
      ventilation: 'normal',
      airZone: null,
      aliases: [],
      address: one.address,
    }),
  );
}
