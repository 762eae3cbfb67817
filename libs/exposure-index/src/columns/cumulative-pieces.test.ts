import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countingPieces } from './cumulative-pieces.js';
import type { Piece } from './pieces.js';

const DAY = 86_400;
const EPOCH = Date.UTC(2022, 3, 1);
/** Shanghai keeps eight hours before UTC all year; the epoch is a UTC midnight. */
const OFFSET = 8 * 3_600;

/** Pieces that crowd around a local midnight, so that they overlap, touch and lie on both sides of it. */
const anyPieces = fc.array(
  fc
    .record({
      place: fc.nat(1),
      start: fc.integer({ min: DAY - OFFSET - 30, max: DAY - OFFSET + 30 }),
      length: fc.integer({ min: 1, max: 15 }),
    })
    .map(({ place, start, length }): Piece => ({ place, start, end: start + length })),
  { minLength: 1, maxLength: 30 },
);
const anyWindow = fc.oneof(
  fc.constantFrom<'CALENDAR_DAY' | 'WHOLE_PERIOD'>('CALENDAR_DAY', 'WHOLE_PERIOD'),
  fc.integer({ min: 1, max: 50 }),
);

/** Half second by half second (two places add up twice as fast): what each counts in each window, and which joined pieces lie in a window that adds up. */
function bySeconds(pieces: readonly Piece[], window: number | string, across: string, seconds: number): string[] {
  const [from, to] = [DAY - OFFSET - 90, DAY - OFFSET + 90];
  const at = (place: number, s: number) => pieces.some((p) => p.place === place && p.start <= s && s < p.end);
  const groups = across === 'PAIR' ? [[0, 1]] : [[0], [1]];
  const windows: [number, number][] = [];
  if (window === 'WHOLE_PERIOD') windows.push([from, to]);
  else if (window === 'CALENDAR_DAY') windows.push([from, DAY - OFFSET], [DAY - OFFSET, to]);
  else for (let s = from; s < to; s += 0.5) windows.push([s, s + Number(window)]);
  return groups.flatMap((group) => {
    const count = (s: number) => group.filter((place) => at(place, s)).length;
    const inGood = new Set<number>();
    for (const [begins, ends] of windows) {
      let sum = 0;
      for (let s = begins; s < ends; s += 0.5) sum += count(s) / 2;
      if (sum >= seconds) for (let s = begins; s < ends; s += 0.5) inGood.add(s);
    }
    return group.flatMap((place) => {
      const found: string[] = [];
      for (let s = from; s < to; s++) {
        if (!at(place, s) || at(place, s - 1)) continue;
        let end = s;
        while (at(place, end)) end++;
        if (Array.from({ length: 2 * (end - s) }, (_, i) => s + i / 2).some((one) => inGood.has(one))) found.push(`${place} ${s} ${end}`);
      }
      return found;
    });
  });
}

it('agrees with counting half second by half second what adds up in which window', () => {
  fc.assert(
    fc.property(
      anyPieces,
      anyWindow,
      fc.constantFrom<'PAIR' | 'PLACE'>('PAIR', 'PLACE'),
      fc.integer({ min: 1, max: 60 }),
      (pieces, window, across, seconds) => {
        const found = countingPieces(pieces, { seconds, window, across, tz: 'Asia/Shanghai' }, EPOCH);
        expect(found.map((p) => `${p.place} ${p.start} ${p.end}`).sort()).toEqual(bySeconds(pieces, window, across, seconds).sort());
      },
    ),
    { numRuns: 500 },
  );
});

it('reads a calendar day of 23 hours by the clock of its zone', () => {
  // Berlin, 27 March 2022: from 23:00 UTC of the 26th to 22:00 UTC of the 27th.
  const [start, end] = [Date.UTC(2022, 2, 26, 23), Date.UTC(2022, 2, 27, 22)].map((at) => (at - EPOCH) / 1_000);
  const rule = { seconds: 120, window: 'CALENDAR_DAY', across: 'PAIR', tz: 'Europe/Berlin' } as const;
  const pieces = (a: number, b: number): Piece[] => [
    { place: 0, start: a, end: a + 60 },
    { place: 1, start: b, end: b + 60 },
  ];
  expect(countingPieces(pieces(start!, end! - 60), rule, EPOCH)).toHaveLength(2);
  expect(countingPieces(pieces(start!, end!), rule, EPOCH)).toHaveLength(0);
});
