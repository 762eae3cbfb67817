import { endAt, firstStartingAt, keyAt, startAt } from './packed-stays.js';
import type { Segment } from './segment.js';

/**
 * The row of an entry: searched for at its place. Rows that are alike in person, place, start and end have their entries in the same
 * order.
 */
export function rowOfEntry(segment: Segment, person: number, entry: number): number {
  const { people, entriesFrom, entries, rows, cellsFrom, rowsFrom, longest } = segment;
  const first = entriesFrom[people.find(person)]!;
  const slot = keyAt(entries, entry);
  const begins = startAt(entries, entry);
  const ends = endAt(entries, entry);
  let alike = 0;
  for (let other = entry - 1; other >= first && startAt(entries, other) === begins; other--)
    if (keyAt(entries, other) === slot && endAt(entries, other) === ends) alike++;
  segment.unread?.rows(segment, slot, ends - begins, true);
  // A place's cells ascend by class: the first that has so long a stay is the one of its class.
  let cell = cellsFrom[slot]!;
  while (longest[cell]! < ends - begins) cell++;
  const last = rowsFrom[cell + 1]!;
  for (let row = firstStartingAt(rows, rowsFrom[cell]!, last, begins); row < last && startAt(rows, row) === begins; row++)
    if (keyAt(rows, row) === person && endAt(rows, row) === ends && alike-- === 0) return row;
  throw new Error('An entry of the index has no row.');
}

/** The entry of a row at the place with a slot, in the cell that begins with `first`. */
export function entryOfRow({ people, entriesFrom, entries, rows }: Segment, slot: number, first: number, row: number): number {
  const [who, begins, ends] = [keyAt(rows, row), startAt(rows, row), endAt(rows, row)];
  let alike = 0;
  for (let other = row - 1; other >= first && startAt(rows, other) === begins; other--)
    if (keyAt(rows, other) === who && endAt(rows, other) === ends) alike++;
  const at = people.find(who);
  for (let entry = entriesFrom[at]!; entry < entriesFrom[at + 1]!; entry++)
    if (startAt(entries, entry) === begins && keyAt(entries, entry) === slot && endAt(entries, entry) === ends && alike-- === 0)
      return entry;
  throw new Error('A row of the index has no entry.');
}
