import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Interval, overlapLength, unite } from '../time/interval.js';
import { type AddedUp, stretchesThatAddUp } from './added-up.js';

/** Seconds; second 0 is a midnight in Shanghai, 60 s before and after it the pieces lie. */
const RECKONING = { tz: 'Asia/Shanghai', epoch: Date.UTC(2022, 2, 31, 16), unitMs: 1_000 };
const EDGE = 60;
/** A quarter of a second: two places add up twice as fast, and more than enough begins just behind enough. */
const STEPS = 4;

const anyLayer = fc
  .array(fc.record({ start: fc.integer({ min: -EDGE, max: EDGE - 16 }), length: fc.integer({ min: 1, max: 15 }) }), { maxLength: 8 })
  .map((pieces) => unite(pieces.map(({ start, length }) => ({ start, end: start + length }))));
const anyRule = fc.record<AddedUp>({
  least: fc.integer({ min: 0, max: 50 }),
  strict: fc.boolean(),
  window: fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 1, max: 50 }) },
    { weight: 1, arbitrary: fc.constantFrom<'CALENDAR_DAY' | 'WHOLE_PERIOD'>('CALENDAR_DAY', 'WHOLE_PERIOD') },
  ),
});

/** Every window tried, a quarter of a second after the other; in each every quarter counted. */
function byCounting(pieces: readonly Interval[], { least, strict, window }: AddedUp): Interval[] {
  const span = 2 * EDGE * STEPS;
  const counts = Array.from(
    { length: span },
    (_, i) => pieces.filter((p) => p.start <= i / STEPS - EDGE && i / STEPS - EDGE < p.end).length,
  );
  const windows: [number, number][] =
    window === 'WHOLE_PERIOD'
      ? [[0, span]]
      : window === 'CALENDAR_DAY'
        ? [
            [0, span / 2],
            [span / 2, span],
          ]
        : Array.from({ length: span + window * STEPS }, (_, i) => [i - window * STEPS, i]);
  const good = windows.filter(([from, to]) => {
    let sum = 0;
    for (let i = Math.max(0, from); i < Math.min(span, to); i++) sum += counts[i]!;
    return sum > 0 && (strict ? sum > least * STEPS : sum >= least * STEPS);
  });
  return pieces.filter((p) => good.some(([from, to]) => p.start < to / STEPS - EDGE && from / STEPS - EDGE < p.end));
}

describe('time that adds up', () => {
  it('is found where counting every quarter of a second in every window finds it, two places at once counted both', () => {
    fc.assert(
      fc.property(anyLayer, anyLayer, anyRule, (here, there, rule) => {
        const pieces = [...here, ...there];
        const stretches = stretchesThatAddUp(pieces, rule, RECKONING);
        const found = pieces.filter((piece) => stretches.some((stretch) => overlapLength(stretch, piece) > 0));
        expect(found).toEqual(byCounting(pieces, rule));
      }),
      { numRuns: 1_000 },
    );
  });

  it('begins between corners when two places fill the window faster than one empties it', () => {
    // From second t on: 6 − t of the first and twice t of the other two, so 10 from t = 4 on. The windows whose edge meets an edge of a
    // piece begin at 0, too little, and at 6, when the first is over.
    const pieces = [
      { start: 0, end: 6 },
      { start: 10, end: 16 },
      { start: 10, end: 16 },
    ];
    const rule = { least: 10, window: 10 };
    expect(stretchesThatAddUp(pieces, rule, RECKONING)).toEqual([{ start: 4, end: 21 }]);
    const at = (second: number) => RECKONING.epoch + second * 1_000;
    const inMilliseconds = pieces.map(({ start, end }) => ({ start: at(start), end: at(end) }));
    expect(stretchesThatAddUp(inMilliseconds, { least: 10_000, window: 10_000 }, { ...RECKONING, epoch: 0, unitMs: 1 })).toEqual([
      { start: at(4), end: at(21) },
    ]);
  });
});
