import { expect, it } from 'vitest';
import { generateCity } from '../city/city.js';
import { ExposureColumns } from './exposure-columns.js';
import { firstDegree } from './first-degree.js';
import { EPOCH, rowsOf } from './world.fixture.js';

it('answers the same into the memory of an answer that was read, whether it was a larger or a smaller one', () => {
  const { stays } = generateCity({ people: 2_000, days: 3 });
  const [index, beside] = [new ExposureColumns(EPOCH), new ExposureColumns(EPOCH)];
  index.load(stays);
  beside.load(stays);
  const rule = { minSeconds: 300, lagSeconds: 0, bounds: 'widest' as const };
  const cases = (count: number) => Array.from({ length: count }, (_, i) => ({ person: i * 7, from: EPOCH, to: EPOCH + 1e9 }));
  let former = firstDegree(index, cases(90), rule);
  const { buffer } = former.pairs;
  expect(former.pairs.byteLength * 2).toBeGreaterThan(buffer.byteLength);
  for (const count of [90, 3, 89, 250, 250]) {
    former = firstDegree(index, cases(count), rule, former);
    expect(rowsOf(former)).toEqual(rowsOf(firstDegree(beside, cases(count), rule)));
    if (count === 90) expect(former.pairs.buffer).toBe(buffer);
  }
});

/** Loaded day by day, so that each day is a segment of its own; persons 0 and 1 are the case and the other. */
function pairsOf(mine: readonly [number, number], theirs: readonly [number, number], minSeconds: number, lagSeconds: number): number[][] {
  const index = new ExposureColumns(EPOCH);
  // Somebody elsewhere, so that both days are there, and neither begins nor ends with them.
  const stays = [mine, theirs, [30_000, 30_060], [116_400, 116_460]] as const;
  index.load({
    person: Int32Array.of(0, 1, 2, 2),
    place: Int32Array.of(0, 0, 1, 1),
    start: Int32Array.from(stays, ([start]) => start),
    end: Int32Array.from(stays, ([, end]) => end),
    ordinal: Int32Array.of(0, 1, 2, 3),
  });
  expect(index.segments()).toHaveLength(2);
  return rowsOf(firstDegree(index, [{ person: 0, from: EPOCH, to: EPOCH + 1e9 }], { minSeconds, lagSeconds, bounds: 'widest' }));
}

it('meets to the second where a day begins, and where the longest stay of the day before ends', () => {
  for (const lag of [0, 7])
    for (const least of [1, 599, 600, 601, 602])
      for (const [mine, theirs] of [
        // Theirs is the first of the second day, and mine reaches into it from the first.
        [
          [80_000, 87_000 - lag],
          [86_400, 90_000],
        ],
        // Theirs is the last to leave of the first day, and mine begins on the second.
        [
          [86_400, 90_000],
          [80_000, 87_000],
        ],
        // They begin together, at the very end of the day.
        [
          [86_399, 86_999 - lag],
          [86_399, 90_000],
        ],
      ] as const) {
        const begins = Math.max(mine[0], theirs[0]);
        const together = Math.min(mine[1] + lag, theirs[1]) - begins;
        expect(together).toBe(600);
        expect(pairsOf(mine, theirs, least, lag), `${mine} ${theirs} ${least} ${lag}`).toEqual(
          least <= 600 ? [[0, 1, begins, 600, 1]] : [],
        );
      }
});
