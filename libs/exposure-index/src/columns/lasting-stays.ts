import { endOfEntry, slotOfEntry } from './entries.js';
import type { Segment } from './segment.js';
import { GrowingInts } from './stay-columns.js';

/** Stays of a segment in the order of their people's numbers. Of their starts it is known that they are before what they matter to. */
export interface LastingStays {
  readonly numbers: Int32Array;
  /** Of places. */
  readonly slots: Int32Array;
  readonly ends: Int32Array;
}

/** The stays of a segment that last beyond its last beginning: all of it that can matter to what begins later. */
export interface Lasting {
  readonly all: LastingStays;
  /** Those of them that last more than a day beyond it. */
  readonly long: LastingStays;
}

/** In seconds. */
export const DAY = 86_400;

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
  return [found.all, found.long].reduce((sum, { numbers, slots, ends }) => sum + numbers.byteLength + slots.byteLength + ends.byteLength, 0);
}

function find(segment: Segment, removed: Uint32Array | null): Lasting {
  const { lastStart, people, entriesFrom } = segment;
  const [all, long] = [new Found(), new Found()];
  for (let person = 0; person < people.size; person++)
    for (let entry = entriesFrom[person]!; entry < entriesFrom[person + 1]!; entry++) {
      const end = endOfEntry(segment, entry);
      if (end <= lastStart || (removed !== null && (removed[entry >> 5]! & (1 << (entry & 31))) !== 0)) continue;
      const number = people.numberAt(person);
      const slot = slotOfEntry(segment, entry);
      all.push(number, slot, end);
      if (end > lastStart + DAY) long.push(number, slot, end);
    }
  return { all: all.take(), long: long.take() };
}

class Found {
  private readonly numbers = new GrowingInts(16);
  private readonly slots = new GrowingInts(16);
  private readonly ends = new GrowingInts(16);

  push(number: number, slot: number, end: number): void {
    this.numbers.push(number);
    this.slots.push(slot);
    this.ends.push(end);
  }

  take(): LastingStays {
    return { numbers: this.numbers.take(), slots: this.slots.take(), ends: this.ends.take() };
  }
}
