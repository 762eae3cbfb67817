import { endAt, keyAt } from './packed-stays.js';
import type { Segment } from './segment.js';
import { DAY, GrowingColumns, GrowingInts } from './stay-columns.js';

/** Stays of a segment. Of their starts it is known that they are before what they matter to. */
export interface LastingStays {
  /** Those of a person: `[from[person], from[person + 1])`, by the person's slot. */
  readonly from: Int32Array;
  /** The place's slot and the end of each, side by side. */
  readonly stays: Int32Array;
}

/** Few of them, each with the number of its person, in the order of the numbers. */
export interface LongStays {
  readonly numbers: Int32Array;
  /** Of places. */
  readonly slots: Int32Array;
  readonly ends: Int32Array;
}

/** The stays of a segment that last beyond its last beginning: all of it that can matter to what begins later. */
export interface Lasting {
  readonly all: LastingStays;
  /** Those of them that last more than a day beyond it. */
  readonly long: LongStays;
}

interface Known extends Lasting {
  readonly removed: Uint32Array | null;
}

const known = new WeakMap<Segment, Known>();

/** Without those whose bit is set in `removed`. Found when they are first asked for, and kept until others are removed. */
export function lastingOf(segment: Segment, removed: Uint32Array | null): Lasting {
  const before = known.get(segment);
  if (before !== undefined && before.removed === removed) return before;
  const found = { ...find(segment, removed), removed };
  known.set(segment, found);
  return found;
}

/** What they take of memory, if they were asked for. */
export function bytesOfLasting(segment: Segment): number {
  const found = known.get(segment);
  if (found === undefined) return 0;
  const { all, long } = found;
  return [all.from, all.stays, long.numbers, long.slots, long.ends].reduce((sum, column) => sum + column.byteLength, 0);
}

function find(segment: Segment, removed: Uint32Array | null): Lasting {
  const { lastStart, people, entriesFrom, entries } = segment;
  const from = new Int32Array(people.size + 1);
  const stays = new GrowingInts();
  const long = new GrowingColumns(3);
  for (let person = 0; person < people.size; person++) {
    for (let entry = entriesFrom[person]!; entry < entriesFrom[person + 1]!; entry++) {
      const end = endAt(entries, entry);
      if (end <= lastStart || (removed !== null && (removed[entry >> 5]! & (1 << (entry & 31))) !== 0)) continue;
      const slot = keyAt(entries, entry);
      stays.push(slot);
      stays.push(end);
      if (end > lastStart + DAY) long.push(people.numberAt(person), slot, end);
    }
    from[person + 1] = stays.length / 2;
  }
  const [numbers, longSlots, longEnds] = long.take() as [Int32Array, Int32Array, Int32Array];
  return { all: { from, stays: stays.take() }, long: { numbers, slots: longSlots, ends: longEnds } };
}
