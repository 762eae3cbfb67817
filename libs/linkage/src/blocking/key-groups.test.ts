import fc from 'fast-check';
import { expect, it } from 'vitest';
import { KeyGroups } from './key-groups.js';

/** By the definition, each group by its records. */
function expected(keys: Float64Array): string[] {
  const groups = new Map<number, number[]>();
  keys.forEach((key, record) => {
    if (!Number.isNaN(key)) groups.set(key, [...(groups.get(key) ?? []), record]);
  });
  return [...groups.values()]
    .filter((records) => records.length > 1)
    .map(String)
    .sort();
}

function found(keys: Float64Array, groups = new KeyGroups(keys.length)): string[] {
  const groupOf = new Int32Array(keys.length);
  const sizes = groups.number(keys, groupOf);
  const members = Array.from(sizes, (): number[] => []);
  groupOf.forEach((group, record) => {
    if (group >= 0) members[group]!.push(record);
  });
  expect(members.map(({ length }) => length)).toEqual([...sizes]);
  return members.map(String).sort();
}

it('equal keys are one group, others none; what was grouped before leaves nothing behind', () => {
  const key = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.constant(Number.NaN), fc.integer({ min: 0, max: 2 ** 53 - 1 }));
  const groups = new KeyGroups(200);
  fc.assert(
    fc.property(fc.array(key, { minLength: 200, maxLength: 200 }), (some) => {
      const keys = Float64Array.from(some);
      expect(found(keys, groups)).toEqual(expected(keys));
    }),
  );
});

it.each([
  ['many keys, dealt out to several parts', (i: number) => Math.imul(i % 17_000, 0x9e3779b1) >>> 0],
  ['keys that agree in their low bits', (i: number) => (i % 9_000) * 2 ** 32 + 5],
  ['one key of all', () => 7],
])('%s', (_, keyOf) => {
  const keys = Float64Array.from({ length: 40_000 }, (__, i) => keyOf(i));
  expect(found(keys)).toEqual(expected(keys));
});
