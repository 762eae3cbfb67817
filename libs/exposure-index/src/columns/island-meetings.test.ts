import fc from 'fast-check';
import { expect, it } from 'vitest';
import { IslandMeetings, LATE } from './island-meetings.js';
import { Pieces } from './islands.js';
import { middlesOf, PresenceFinder } from './middles.js';
import { anyWorld, EPOCH } from './world.fixture.js';

it('meets the same looked at row by row and class by class, whether middles are found by their rows or by their person', () => {
  let met = 0;
  fc.assert(
    fc.property(
      anyWorld,
      fc.constantFrom('widest', 'surest'),
      fc.constantFrom(1, 12),
      fc.nat(9),
      ({ index }, bounds, least, lagSeconds) => {
        const rule = { minSeconds: least, lagSeconds, bounds };
        const sources = [0, 1, 2].map((person) => ({ person, from: EPOCH + person * 20_000, to: EPOCH + 1e9 }));
        const segments = [...index.segments()].sort((one, other) => one.minStart - other.minStart);
        const middles = middlesOf(index, sources, rule);
        const earliestBy = (find: 'scan' | 'gather', fewRows: number) => {
          const pieces = new Pieces();
          const presence = new PresenceFinder(index, middles, rule, least, pieces);
          for (const segment of segments) presence[find](segment);
          const islands = pieces.united(0, 3);
          const earliest = new Int32Array(index.same.canonical.length).fill(LATE);
          if (islands === null) return earliest;
          const meetings = new IslandMeetings(index, islands, least, bounds === 'surest', earliest, fewRows);
          for (const segment of segments) meetings.meet(segment);
          return earliest;
        };
        const one = earliestBy('scan', Number.POSITIVE_INFINITY);
        met += one.filter((at) => at !== LATE).length;
        expect(earliestBy('scan', 0)).toEqual(one);
        expect(earliestBy('gather', 2)).toEqual(one);
      },
    ),
    { numRuns: 300 },
  );
  expect(met).toBeGreaterThan(300);
});
