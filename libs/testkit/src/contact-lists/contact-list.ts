import { people } from './households.js';
import { ListRandom } from './random.js';
import { type ContactRow, carefulRow, spoil } from './spoil.js';

export interface ContactList {
  readonly rows: readonly ContactRow[];
  /** Number of the person of each row: rows of one number are one person. */
  readonly truth: Int32Array;
  /** What went wrong in each row. */
  readonly slips: readonly (readonly string[])[];
}

export interface ContactListQuestion {
  readonly records: number;
  readonly seed?: number;
  /** Share of people written down a second time, and of those a third time. */
  readonly repeated?: number;
}

/** The first row of a person is written with more care. */
const CARE = 0.75;

/** A contact list as several teams make it, with the truth. People stand in an order that tells nothing; the same seed gives the same list. */
export function generateContactList({ records, seed = 1, repeated = 0.25 }: ContactListQuestion): ContactList {
  const random = new ListRandom(seed + 7_919);
  const made: { row: ContactRow; person: number; slips: string[] }[] = [];
  let number = 0;
  for (const person of people(seed, Math.round(records / (1 + repeated * (1 + repeated))))) {
    let times = 1;
    while (times < 3 && random.chance(repeated)) times++;
    for (let time = 0; time < times && made.length < records; time++) {
      const row = carefulRow(person);
      const careful = time === 0 && random.chance(CARE);
      made.push({ row, person: number, slips: careful ? [] : spoil(row, person, random) });
    }
    number++;
    if (made.length >= records) break;
  }
  for (let i = made.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [made[i], made[j]] = [made[j]!, made[i]!];
  }
  return { rows: made.map(({ row }) => row), truth: Int32Array.from(made, ({ person }) => person), slips: made.map(({ slips }) => slips) };
}

/** Pairs of rows of one person. */
export function truePairs(truth: Int32Array): number {
  const counts = new Map<number, number>();
  for (const person of truth) counts.set(person, (counts.get(person) ?? 0) + 1);
  return [...counts.values()].reduce((pairs, n) => pairs + (n * (n - 1)) / 2, 0);
}
