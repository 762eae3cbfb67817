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
