import type { GroupSorter } from './group-sorter.js';
import { firstAtLeast, type Segment } from './segment.js';
import { GrowingInts } from './stay-columns.js';

/** Bits of a stay's length in each of its words at most, so that both together are a whole number of 32 bits. */
const LENGTH_BITS = 15;

/**
 * How an entry of the order by person lies in two words of 32 bits. The first: the place's slot, and above it the high bits of the length
 * of the stay. The second: its start, counted from the segment's first, and above it the low bits of the length.
 */
export interface EntryForm {
  readonly slotBits: number;
  readonly slotMask: number;
  readonly startBits: number;
  readonly startMask: number;
  /** Of the length, in the second word. */
  readonly lowBits: number;
  /** The length of a stay that is as long or longer: its end lies apart. */
  readonly overlong: number;
}

/** A stay whose length the bits do not hold, by its entry, in order. */
export interface Overlong {
  readonly entries: Int32Array;
  readonly ends: Int32Array;
}

const bitsOf = (most: number): number => 32 - Math.clz32(Math.max(0, most));

export function entryForm(slots: number, span: number): EntryForm {
  const slotBits = bitsOf(slots - 1);
  const startBits = bitsOf(span);
  const lowBits = Math.min(LENGTH_BITS, 32 - startBits);
  return {
    slotBits,
    slotMask: 2 ** slotBits - 1,
    startBits,
    startMask: 2 ** startBits - 1,
    lowBits,
    overlong: 2 ** (lowBits + Math.min(LENGTH_BITS, 32 - slotBits)) - 1,
  };
}

export interface Entries {
  readonly words: Int32Array;
  readonly overlong: Overlong;
}

/** Packs what a sorter holds of each row behind its group and start: the slot of its place, and its end. */
export class EntryPacker implements Entries {
  readonly words: Int32Array;
  private readonly overlongEntries = new GrowingInts(16);
  private readonly overlongEnds = new GrowingInts(16);

  constructor(
    size: number,
    private readonly form: EntryForm,
    private readonly minStart: number,
  ) {
    this.words = new Int32Array(size * 2);
  }

  /** Answers where each person's entries begin. */
  pack(sorter: GroupSorter): Int32Array {
    const { form, minStart, words } = this;
    const { slotBits, startBits, lowBits, overlong } = form;
    const lowMask = 2 ** lowBits - 1;
    return sorter.sort(minStart, (records, order, begin, until) => {
      for (let entry = begin, i = 0; entry < until; entry++, i++) {
        const at = order[i]!;
        const start = records[at + 1]!;
        let length = records[at + 3]! - start;
        if (length >= overlong || length < 0) {
          length = overlong;
          this.overlongEntries.push(entry);
          this.overlongEnds.push(records[at + 3]!);
        }
        words[entry * 2] = records[at + 2]! | ((length >>> lowBits) << slotBits);
        words[entry * 2 + 1] = (start - minStart) | ((length & lowMask) << startBits);
      }
    });
  }

  get overlong(): Overlong {
    return { entries: this.overlongEntries.take(), ends: this.overlongEnds.take() };
  }
}

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
