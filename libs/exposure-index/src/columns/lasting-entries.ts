import { endOfEntry } from './entries.js';
import type { Segment } from './segment.js';
import { GrowingInts } from './stay-columns.js';

/** The entries of a segment that last beyond its last beginning: all of it that can matter to what begins later. */
export interface LastingEntries {
  /** A bit for each entry. */
  readonly bits: Uint32Array;
  /** Those of them that last more than a day beyond it, in order, and the numbers of their people. */
  readonly long: Int32Array;
  readonly longOf: Int32Array;
}

/** In seconds. */
export const DAY = 86_400;

const known = new WeakMap<Segment, LastingEntries>();

/** Found when they are first asked for, and kept as long as the segment. */
export function lastingEntriesOf(segment: Segment): LastingEntries {
  const found = known.get(segment) ?? find(segment);
  known.set(segment, found);
  return found;
}

/** What they take of memory, if they were asked for. */
export function bytesOfLasting(segment: Segment): number {
  const found = known.get(segment);
  return found === undefined ? 0 : found.bits.byteLength + found.long.byteLength + found.longOf.byteLength;
}

function find(segment: Segment): LastingEntries {
  const { size, lastStart, people, entriesFrom } = segment;
  const bits = new Uint32Array((size + 31) >> 5);
  const [long, longOf] = [new GrowingInts(16), new GrowingInts(16)];
  for (let person = 0; person < people.size; person++)
    for (let entry = entriesFrom[person]!; entry < entriesFrom[person + 1]!; entry++) {
      const end = endOfEntry(segment, entry);
      if (end > lastStart) bits[entry >> 5]! |= 1 << (entry & 31);
      if (end <= lastStart + DAY) continue;
      long.push(entry);
      longOf.push(people.numberAt(person));
    }
  return { bits, long: long.take(), longOf: longOf.take() };
}
