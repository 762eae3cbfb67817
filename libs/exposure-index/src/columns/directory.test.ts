import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Directory } from './directory.js';
import { RemovedOrdinals } from './removed-ordinals.js';

const EDGES = [-(2 ** 31), -1, 0, 1, 2 ** 31 - 1];

it('a directory finds the slot of every number it was made of, in their order, and of no other', () => {
  const anyNumbers = fc.oneof(
    fc.array(fc.nat(30), { minLength: 1 }),
    fc.array(fc.oneof(fc.integer({ min: -500, max: 500 }), fc.constantFrom(...EDGES)), { minLength: 1, maxLength: 40 }),
    fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), { minLength: 1, maxLength: 40 }),
  );
  fc.assert(
    fc.property(anyNumbers, fc.array(fc.integer({ min: -600, max: 600 })), (numbers, others) => {
      const directory = Directory.of(Int32Array.from(numbers));
      const known = [...new Set(numbers)].sort((a, b) => a - b);
      const slots = known.map((number) => directory.find(number));
      expect(slots.map((slot) => directory.numberAt(slot))).toEqual(known);
      expect([...slots].sort((a, b) => a - b)).toEqual(slots);
      for (const other of [...others, ...EDGES]) {
        const slot = directory.find(other);
        // By position a number between others has a slot too, an empty one.
        if (slot >= 0) expect(directory.numberAt(slot)).toBe(other);
        else expect(known).not.toContain(other);
      }
    }),
    { numRuns: 500 },
  );
});

it('removed ordinals are those that were added, also after they were kept as bits', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(700)), fc.array(fc.nat(5_000)), (some, more) => {
      const removed = new RemovedOrdinals();
      for (const ordinal of some) removed.add(ordinal);
      const again = RemovedOrdinals.of(removed.bits);
      for (const ordinal of more) again.add(ordinal);
      const all = new Set([...some, ...more]);
      for (let ordinal = 0; ordinal < 6_000; ordinal++) expect(again.has(ordinal)).toBe(all.has(ordinal));
      expect(again.count).toBe(all.size);
    }),
  );
});
