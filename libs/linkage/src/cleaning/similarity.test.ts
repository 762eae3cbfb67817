import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jaroWinkler, oneEditApart } from './similarity.js';

const short = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });

describe('jaroWinkler', () => {
  // Winkler (1990), the published examples.
  it.each([
    ['martha', 'marhta', 0.961],
    ['dixon', 'dicksonx', 0.813],
    ['dwayne', 'duane', 0.84],
    ['abc', 'xyz', 0],
    ['', 'a', 0],
  ])('%s and %s: %d', (a, b, expected) => expect(jaroWinkler(a, b)).toBeCloseTo(expected, 3));

  it('is 1 for the same string alone, and never above', () => {
    fc.assert(
      fc.property(short, short, (a, b) => {
        const alike = jaroWinkler(a, b);
        expect(alike === 1).toBe(a === b);
        expect(alike).toBeLessThanOrEqual(1);
      }),
    );
  });
});

/** Every string that one edit makes of another. */
function oneEditsOf(text: string): Set<string> {
  const found = new Set([text]);
  for (let i = 0; i <= text.length; i++) {
    for (const letter of 'abc') {
      found.add(text.slice(0, i) + letter + text.slice(i));
      if (i < text.length) found.add(text.slice(0, i) + letter + text.slice(i + 1));
    }
    if (i < text.length) found.add(text.slice(0, i) + text.slice(i + 1));
    if (i + 1 < text.length) found.add(text.slice(0, i) + text[i + 1] + text[i] + text.slice(i + 2));
  }
  return found;
}

it('oneEditApart finds just what one edit or one swap of neighbours makes', () => {
  fc.assert(
    fc.property(short, short, (a, b) => oneEditApart(a, b) === oneEditsOf(a).has(b)),
    { numRuns: 2_000 },
  );
});
