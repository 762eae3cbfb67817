import fc from 'fast-check';
import { expect, it } from 'vitest';
import { COMPARISONS } from './kinds.js';

const CELLS = ['', '13800001234', '138-0000-1234', '13911112222', '13800001234/13911112222', '不详'];
const rows = fc.array(fc.tuple(fc.constantFrom(...CELLS), fc.constantFrom(...CELLS)), { minLength: 2, maxLength: 30 });

it('whether cells say the same does not depend on what came before, nor on the column that says it', () => {
  fc.assert(
    fc.property(rows, (some) => {
      const table = COMPARISONS.phone!.make({ country: 'CN' });
      const first = some.map((cells) => table.add(cells));
      // Nothing is another value when it comes again.
      expect(some.map((cells) => table.add(cells))).toEqual(first);
      some.forEach((a, i) => {
        some.forEach((b, j) => {
          const alone = COMPARISONS.phone!.make({ country: 'CN' });
          const [one, other] = [alone.add(a), alone.add(b)];
          expect(first[i] === first[j]).toBe(one === other);
          expect(first[i]! < 0).toBe(one < 0);
        });
      });
    }),
    { numRuns: 60 },
  );
});

it('a text that is one value in one column is another in the next, where the columns say different things', () => {
  const names = COMPARISONS['latin-name']!.make({});
  const [given, family] = [names.add(['nash', '', '', '']), names.add(['', 'nash', '', ''])];
  expect(given).not.toBe(family);
  expect(names.add(['nash', '', '', ''])).toBe(given);
  expect(names.add(['', 'nash', '', ''])).toBe(family);
});

it('a text that only looks like what another value is kept by is not that value', () => {
  const dates = COMPARISONS.date!.make({});
  expect(dates.add(['13/2/87', ''])).toBe(0);
  expect(dates.add(['870213c', ''])).toBe(-1);
  expect(dates.add(['19870213', ''])).toBe(1);
  expect(dates.add(['19870213', ''])).toBe(1);
});
