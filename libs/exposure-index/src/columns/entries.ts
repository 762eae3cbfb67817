import { firstAtLeast } from './first-at-least.js';
import type { Segment } from './segment.js';

export const slotOfEntry = ({ form, words }: Segment, entry: number): number => words[entry * 2]! & form.slotMask;

export const startOfEntry = ({ form, words, minStart }: Segment, entry: number): number =>
  (words[entry * 2 + 1]! & form.startMask) + minStart;

export function endOfEntry(segment: Segment, entry: number): number {
  const { slotBits, startBits, lowBits, overlong } = segment.form;
  const length = (segment.words[entry * 2 + 1]! >>> startBits) | ((segment.words[entry * 2]! >>> slotBits) << lowBits);
  return length === overlong ? overlongEnd(segment, entry) : startOfEntry(segment, entry) + length;
}

/** Of a stay whose words have the length `overlong`. */
export function overlongEnd({ overlong }: Segment, entry: number): number {
  return overlong.ends[firstAtLeast(overlong.entries, 0, overlong.entries.length, entry)]!;
}

/**
 * The row of an entry: searched for at its place. Rows that are alike in person, place, start and end have their entries in the same
 * order.
 */
export function rowOfEntry(segment: Segment, person: number, entry: number): number {
  const { people, entriesFrom, cellsFrom, rowsFrom, longest, start, end, person: personOf } = segment;
  const first = entriesFrom[people.find(person)]!;
  const slot = slotOfEntry(segment, entry);
  const begins = startOfEntry(segment, entry);
  const ends = endOfEntry(segment, entry);
  let alike = 0;
  for (let other = entry - 1; other >= first && startOfEntry(segment, other) === begins; other--)
    if (slotOfEntry(segment, other) === slot && endOfEntry(segment, other) === ends) alike++;
  segment.unread?.rows(segment, slot, ends - begins, ends, begins, true);
  // A place's cells ascend by class: the first that has so long a stay is the one of its class.
  let cell = cellsFrom[slot]!;
  while (longest[cell]! < ends - begins) cell++;
  const last = rowsFrom[cell + 1]!;
  for (let row = firstAtLeast(start, rowsFrom[cell]!, last, begins); row < last && start[row] === begins; row++)
    if (personOf[row] === person && end[row] === ends && alike-- === 0) return row;
  throw new Error('An entry of the index has no row.');
}

/** The entry of a row at the place with a slot, in the cell that begins with `first`. */
export function entryOfRow(segment: Segment, slot: number, first: number, row: number): number {
  const { people, entriesFrom, start, end, person } = segment;
  const [who, begins, ends] = [person[row]!, start[row]!, end[row]!];
  let alike = 0;
  for (let other = row - 1; other >= first && start[other] === begins; other--) if (person[other] === who && end[other] === ends) alike++;
  const at = people.find(who);
  for (let entry = entriesFrom[at]!; entry < entriesFrom[at + 1]!; entry++)
    if (
      startOfEntry(segment, entry) === begins &&
      slotOfEntry(segment, entry) === slot &&
      endOfEntry(segment, entry) === ends &&
      alike-- === 0
    )
      return entry;
  throw new Error('A row of the index has no entry.');
}
