import fc from 'fast-check';
import { expect, it } from 'vitest';
import { IslandMeetings } from './island-meetings.js';
import { Islands } from './islands.js';
import { endAt, keyAt, startAt } from './packed-stays.js';
import { LATE } from './place-presence.js';
import { anyWorld } from './world.fixture.js';

it('meets the same at a place row by row and class by class', () => {
  let met = 0;
  fc.assert(
    fc.property(
      anyWorld,
      fc.constantFrom('widest', 'surest'),
      fc.constantFrom(1, 12),
      fc.nat(9),
      ({ index }, bounds, least, lagSeconds) => {
        const earliestBy = (fewRows: number) => {
          const earliest = new Int32Array(index.same.canonical.length).fill(LATE);
          const islands = new Islands();
          const meetings = new IslandMeetings(index, islands, least, bounds === 'surest', earliest, fewRows);
          for (const segment of index.segments())
            for (let slot = 0; slot < segment.places.size; slot++) {
              const [begin, end] = [slot, slot + 1].map((at) => segment.rowsFrom[segment.cellsFrom[at]!]!) as [number, number];
              for (let row = begin; row < end; row++) {
                const lasts = endAt(segment.rows, row) + lagSeconds - least;
                if (keyAt(segment.rows, row) < 3 && lasts >= startAt(segment.rows, row)) islands.put(startAt(segment.rows, row), lasts);
              }
              if (islands.isEmpty) continue;
              islands.unite();
              meetings.atPlace(segment, slot);
            }
          return earliest;
        };
        const one = earliestBy(Number.POSITIVE_INFINITY);
        met += one.filter((at) => at !== LATE).length;
        expect(earliestBy(0)).toEqual(one);
      },
    ),
    { numRuns: 300 },
  );
  expect(met).toBeGreaterThan(300);
});
