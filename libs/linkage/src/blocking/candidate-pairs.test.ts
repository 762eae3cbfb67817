import { generateContactList } from '@tracewright/testkit';
import { expect, it } from 'vitest';
import { shippedProfile } from '../profile/parse-profile.js';
import { RecordTable } from '../records/record-table.js';
import { keyedPasses } from './block-keys.js';
import { candidatesOf } from './candidate-pairs.js';

const profile = { ...shippedProfile('CN-PERSON')!, everyPairUpTo: 0 };
const { rows } = generateContactList({ records: 600, seed: 12 });
const table = new RecordTable(profile, new Set(Object.keys(rows[0]!)));
for (const row of rows) table.add(row);

/** Pairs that share a key of any pass, by looking at each two records. No block of this list is over the limit. */
function expected(boundary: number | null): string[] {
  const keys = keyedPasses(table, profile).map(({ key }) => rows.map((_, record) => key(record)));
  const pairs: string[] = [];
  for (let a = 0; a < rows.length; a++)
    for (let b = a + 1; b < rows.length; b++)
      if ((boundary === null || (a < boundary && b >= boundary)) && keys.some((of) => of[a] === of[b])) pairs.push(`${a}-${b}`);
  return pairs.sort();
}

it.each([null, 250])('each two records that meet in any pass are told once, the smaller number first (boundary %s)', (boundary) => {
  const candidates = candidatesOf(table, profile, { count: rows.length, boundary });
  const told: string[] = [];
  const count = candidates.forEach((a, b) => {
    told.push(`${a}-${b}`);
    expect(candidates.meetIn(a, b)).not.toBe(0);
  });
  expect(told.sort()).toEqual(expected(boundary));
  expect(count).toBe(told.length);
  expect(count).toBeGreaterThan(20);
});
