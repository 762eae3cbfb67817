import fc from 'fast-check';
import { expect, it } from 'vitest';
import { generateCity } from '../city/city.js';
import { ExposureColumns } from './exposure-columns.js';
import { middlesOf } from './middles.js';
import { LATE } from './place-presence.js';
import { Room } from './room.js';
import { Spread } from './spread.js';
import { anyWorld, EPOCH } from './world.fixture.js';

it('comes to the same whether it goes from the middles, from who is left, or to every place, and when it changes between them', () => {
  let met = 0;
  const anySource = fc
    .record({ person: fc.nat(7), from: fc.nat(200_000), length: fc.oneof(fc.nat(100_000), fc.constant(1e12)) })
    .map(({ person, from, length }) => ({ person, from: EPOCH + from * 1_000, to: EPOCH + from * 1_000 + length }));
  fc.assert(
    fc.property(
      anyWorld,
      fc.array(anySource, { minLength: 1, maxLength: 5 }),
      fc.constantFrom<'widest' | 'surest'>('widest', 'surest'),
      fc.constantFrom(1, 12),
      fc.nat(9),
      fc.double({ min: 0, max: 1, noNaN: true }),
      ({ index }, sources, bounds, least, lagSeconds, some) => {
        const rule = { minSeconds: least, lagSeconds, bounds };
        const earliestBy = (few: { stays: number; ones: number; unmet: number; places: number }) => {
          const earliest = new Int32Array(index.same.canonical.length).fill(LATE);
          for (const { person } of sources) earliest[index.same.canonical[person]!] = -LATE;
          new Spread(index, middlesOf(index, sources, rule), rule, earliest, new Room(), few).run();
          return earliest;
        };
        const one = earliestBy({ stays: Number.POSITIVE_INFINITY, ones: -1, unmet: 0, places: 0 });
        met += one.filter((at) => Math.abs(at) !== LATE).length;
        for (const few of [
          { stays: 0, ones: -1, unmet: 0, places: 0 },
          { stays: 0, ones: -1, unmet: 0, places: Number.POSITIVE_INFINITY },
          { stays: 100, ones: Number.POSITIVE_INFINITY, unmet: 0, places: 0 },
          { stays: Number.POSITIVE_INFINITY, ones: -1, unmet: Number.POSITIVE_INFINITY, places: 0 },
          { stays: some * 4, ones: some * 4, unmet: some * 10, places: some },
        ])
          expect(earliestBy(few)).toEqual(one);
      },
    ),
    { numRuns: 4_000 },
  );
  expect(met).toBeGreaterThan(400);
});

it('comes to the same where more people, places and stays are left than it looks at together', () => {
  const { stays, people } = generateCity({ people: 1_500, days: 3 });
  const index = new ExposureColumns(EPOCH);
  index.load(stays);
  const rule = { minSeconds: 300, lagSeconds: 0, bounds: 'widest' as const };
  const sources = Array.from({ length: 40 }, (_, i) => ({ person: i * 31, from: EPOCH + i * 3_600_000, to: EPOCH + 1e9 }));
  const earliestBy = (few: { stays: number; ones: number; unmet: number; places: number }) => {
    const earliest = new Int32Array(people).fill(LATE);
    for (const { person } of sources) earliest[person] = -LATE;
    new Spread(index, middlesOf(index, sources, rule), rule, earliest, new Room(), few).run();
    return earliest;
  };
  const one = earliestBy({ stays: Number.POSITIVE_INFINITY, ones: -1, unmet: 0, places: 0 });
  expect(one.filter((at) => Math.abs(at) !== LATE).length).toBeGreaterThan(500);
  expect(earliestBy({ stays: 0, ones: -1, unmet: 0, places: Number.POSITIVE_INFINITY })).toEqual(one);
  expect(earliestBy({ stays: 100, ones: Number.POSITIVE_INFINITY, unmet: 0, places: 0 })).toEqual(one);
  expect(earliestBy({ stays: Number.POSITIVE_INFINITY, ones: -1, unmet: Number.POSITIVE_INFINITY, places: 0 })).toEqual(one);
});
