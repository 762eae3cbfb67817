import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryOfRow, rowOfEntry } from './entries.js';
import { endAt, firstStartingAt, keyAt, packedForm, startAt } from './packed-stays.js';
import { buildSegment, rowsOfSegment, type Segment } from './segment.js';
import { anyWorld } from './world.fixture.js';

/** Of each entry what it says, with the row that it is found to be. */
function toldBy(segment: Segment): [row: number, person: number, place: number, start: number, end: number][] {
  const { people, places, entriesFrom, entries } = segment;
  return Array.from({ length: people.size }, (_, slot) => slot).flatMap((slot) =>
    Array.from({ length: entriesFrom[slot + 1]! - entriesFrom[slot]! }, (_, i) => entriesFrom[slot]! + i).map(
      (entry): [number, number, number, number, number] => {
        const person = people.numberAt(slot);
        const place = places.numberAt(keyAt(entries, entry));
        return [rowOfEntry(segment, person, entry), person, place, startAt(entries, entry), endAt(entries, entry)];
      },
    ),
  );
}

describe('entries of the order by person', () => {
  it('say what their rows say, each its own row, however few bits there are, and however alike they are', () => {
    let overlong = 0;
    fc.assert(
      fc.property(anyWorld, ({ index }) => {
        for (const segment of index.segments()) {
          overlong += segment.entries.overlong.ends.length;
          const rows = rowsOfSegment(segment);
          const expected = Array.from(rows.start, (start, row) => [row, rows.person[row], rows.place[row], start, rows.end[row]]);
          expect(toldBy(segment).sort((a, b) => a[0] - b[0])).toEqual(expected);
          const { cellsFrom, rowsFrom, people, entriesFrom } = segment;
          for (let slot = 0; slot + 1 < cellsFrom.length; slot++)
            for (let cell = cellsFrom[slot]!; cell < cellsFrom[slot + 1]!; cell++)
              for (let row = rowsFrom[cell]!; row < rowsFrom[cell + 1]!; row++) {
                const entry = entryOfRow(segment, slot, rowsFrom[cell]!, row);
                expect(rowOfEntry(segment, keyAt(segment.rows, row), entry)).toBe(row);
                expect(entry).toBeGreaterThanOrEqual(entriesFrom[people.find(keyAt(segment.rows, row))]!);
              }
        }
      }),
      { numRuns: 300 },
    );
    expect(overlong).toBeGreaterThan(50);
  });

  it('are searched for by their starts, whatever is asked for', () => {
    fc.assert(
      fc.property(anyWorld, fc.oneof(fc.integer({ min: -(2 ** 33), max: 2 ** 33 }), fc.nat(200_000)), ({ index }, value) => {
        for (const { rows, rowsFrom, longest } of index.segments())
          for (let cell = 0; cell < longest.length; cell++) {
            const all = Array.from({ length: rowsFrom[cell + 1]! - rowsFrom[cell]! }, (_, i) => rowsFrom[cell]! + i);
            const first = all.find((row) => startAt(rows, row) >= value) ?? rowsFrom[cell + 1];
            expect(firstStartingAt(rows, rowsFrom[cell]!, rowsFrom[cell + 1]!, value)).toBe(first);
            expect(firstStartingAt(rows, rowsFrom[cell]!, rowsFrom[cell]!, value)).toBe(rowsFrom[cell]);
          }
      }),
      { numRuns: 300 },
    );
  });

  it('take 8 bytes in a city of a million places and days of stays, and hold lengths of a day and more', () => {
    expect(packedForm(1_000_000, 86_399)).toMatchObject({ keyBits: 20, startBits: 17, overlong: 2 ** 27 - 1 });
    expect(packedForm(150_000, 14 * 86_400)).toMatchObject({ keyBits: 18, startBits: 21, overlong: 2 ** 25 - 1 });
    expect(packedForm(0, 0).overlong).toBe(2 ** 30 - 1);
  });

  it('keep apart the end of a stay that is as long as their bits can tell, or longer', () => {
    const { overlong } = packedForm(0, 2 ** 30);
    const ends = [overlong - 1, overlong, overlong + 1, 2 ** 29];
    const zeros = new Int32Array(ends.length + 1);
    const segment = buildSegment({
      person: zeros,
      place: zeros,
      start: Int32Array.of(0, 0, 0, 0, 2 ** 30),
      end: Int32Array.of(...ends, 2 ** 30 + 60),
      ordinal: Int32Array.of(0, 1, 2, 3, 4),
    });
    expect(Array.from(segment.entries.overlong.ends)).toEqual(ends.slice(1));
    expect([0, 1, 2, 3, 4].map((entry) => endAt(segment.entries, entry))).toEqual([...ends, 2 ** 30 + 60]);
  });
});
