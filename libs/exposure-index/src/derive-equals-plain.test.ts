import fc from 'fast-check';
import { expect, it } from 'vitest';
import { deriveByPlainLoops } from './derive-files.fixture.js';
import { deriveFromStays } from './derive-from-stays.js';
import { anyQuestion } from './derive-world.fixture.js';

it('the index derives the rows that plain loops derive, in their order, under every shipped protocol', () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(anyQuestion, (question) => {
      const derived = deriveFromStays(question);
      for (const { via, certainty } of derived.rows) {
        const kind = `${via === null ? 'first' : 'second'} ${certainty}`;
        seen.set(kind, (seen.get(kind) ?? 0) + 1);
      }
      expect(derived).toEqual(deriveByPlainLoops(question));
    }),
    { numRuns: 400, seed: 20_221_126 },
  );
  // The worlds are such that there is something to compare.
  expect(
    [...seen]
      .filter(([, rows]) => rows >= 30)
      .map(([kind]) => kind)
      .sort(),
  ).toEqual(['first definite', 'first possible', 'second definite', 'second possible']);
});
