import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idRepairs } from './id-repairs.js';
import { checkCharacter, readResidentId } from './resident-id.js';

const TODAY = '2022-04-14';

const anyNumber = fc
  .record({
    area: fc.constantFrom('110105', '440524', '370102', '650104'),
    day: fc.integer({ min: Date.UTC(1912, 0, 1), max: Date.UTC(2022, 3, 1) }),
    sequence: fc.integer({ min: 1, max: 995 }),
  })
  .map(({ area, day, sequence }) => {
    const first17 = `${area}${new Date(day).toISOString().slice(0, 10).replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
    return first17 + checkCharacter(first17);
  });
/** One place wrong, or two neighbours swapped. */
const anyMistake = fc.record({ at: fc.nat(16), by: fc.integer({ min: 1, max: 9 }), swap: fc.boolean() });

function mistaken(number: string, { at, by, swap }: { at: number; by: number; swap: boolean }): string {
  if (swap) return number.slice(0, at) + number[at + 1] + number[at] + number.slice(at + 2);
  return number.slice(0, at) + ((Number(number[at]) + by) % 10) + number.slice(at + 1);
}

describe('repairs of a resident ID', () => {
  it('hold the number that was meant, and only numbers that pass', () => {
    const counts: number[] = [];
    fc.assert(
      fc.property(anyNumber, anyMistake, (number, mistake) => {
        const wrong = mistaken(number, mistake);
        const repairs = idRepairs(wrong, { today: TODAY });
        const read = readResidentId(wrong);
        if (read.kind !== 'invalid') return;
        expect(repairs).toContain(number);
        for (const repair of repairs) expect(readResidentId(repair)).toMatchObject({ kind: 'valid', number: repair });
        counts.push(repairs.length);
      }),
      { numRuns: 2_000, seed: 5 },
    );
    // The domain notes count about nine of one digit with a plausible date; swaps come in addition, those of no province fall away.
    const mean = counts.reduce((sum, n) => sum + n, 0) / counts.length;
    expect(mean).toBeGreaterThan(5);
    expect(mean).toBeLessThan(12);
  });

  it('are few where birth date and sex are known', () => {
    fc.assert(
      fc.property(anyNumber, fc.integer({ min: 14, max: 15 }), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
        const meant = readResidentId(number);
        if (meant.kind !== 'valid') throw new Error(number);
        const wrong = mistaken(number, { at, by, swap: false });
        const { birthOn, sex } = meant;
        const repairs = idRepairs(wrong, { birthOn, sex, today: TODAY });
        if (readResidentId(wrong).kind === 'invalid') expect(repairs).toContain(number);
        for (const repair of repairs) expect(readResidentId(repair)).toMatchObject({ birthOn, sex });
      }),
      { numRuns: 500, seed: 6 },
    );
  });

  it('begin with swapped neighbours, then with digits that look alike', () => {
    const [first] = idRepairs('11010519491231020X', { today: TODAY });
    expect(first).toBe('11010519491231002X');
  });

  it.each(['', 'E12345678', '11010519491231002X', '1.10105E+17', '110105194912310'])('are none for "%s"', (text) => {
    expect(idRepairs(text, { today: TODAY })).toEqual([]);
  });
});
