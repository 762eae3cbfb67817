import { randomOf } from '../seed/random.js';
import type { Resident } from './residents.js';

/** The class whose roll names its children: none of them has days on record, except the cases. */
export const ROLL_SIZE = 41;
const ROLL_AGES = [8, 9];

export const rollOf = (residents: readonly Resident[]): Resident[] =>
  residents.filter((one) => one.role === null && ROLL_AGES.includes(one.age) && one.job === 'class').slice(0, ROLL_SIZE);

/** How many people's days are on record, without the cast; with about 57 stays each this makes 60,000. */
const ROUTINE_PEOPLE = 1030;

/** Whole households, so that the second degree has somebody to find; whoever stays at home all day has no days to tell. */
export function routinePeople(seed: number, residents: readonly Resident[]): Resident[] {
  const roll = new Set(rollOf(residents).map((one) => one.person));
  const usable = residents.filter((one) => one.role === null && one.job !== 'home' && !roll.has(one.person));
  const homes = randomOf(seed, 'routine').shuffled([...new Set(usable.map((one) => one.home))]);
  const rank = new Map(homes.map((home, i) => [home, i]));
  const chosen = [...usable].sort((a, b) => rank.get(a.home)! - rank.get(b.home)!).slice(0, ROUTINE_PEOPLE);
  return [...residents.filter((one) => one.role !== null && one.routine), ...chosen];
}
