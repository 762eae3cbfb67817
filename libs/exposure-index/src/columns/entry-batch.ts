import type { Segment } from './segment.js';

/** So many people's entries are looked at together. */
const BATCH = 64;

/**
 * The entries of some people at a time, in order, and those of them that are worth a closer look. Nothing is decided while they are read,
 * neither where the next person's lie nor which of them are worth it: so the processor waits for all of them together, and has no branch to
 * foresee.
 */
export class EntryBatch {
  /** Of the i-th person: `[from[i], to[i])`. */
  readonly from = new Int32Array(BATCH);
  readonly to = new Int32Array(BATCH);
  /** How many people there are. */
  count = 0;
  /** What is worth a closer look. */
  chosen = new Int32Array(1_024);
  chosenCount = 0;
  /** Kept, so that what was read counts as used. */
  touched = 0;

  /** People by their numbers, which ascend, from the `first` on. */
  begin({ people, entriesFrom, entries: { words } }: Segment, numbers: Int32Array, first: number): void {
    const { from, to } = this;
    const count = Math.min(BATCH, numbers.length - first);
    let before = 0;
    let size = 0;
    for (let i = 0; i < count; i++) {
      const person = people.find(numbers[first + i]!);
      from[i] = person < 0 ? before : entriesFrom[person]!;
      before = person < 0 ? before : entriesFrom[person + 1]!;
      to[i] = before;
      size += before - from[i]!;
    }
    let touched = 0;
    for (let i = 0; i < count; i++) if (to[i]! > from[i]!) touched ^= words[from[i]! * 2]! ^ words[to[i]! * 2 - 1]!;
    this.touched = touched;
    this.count = count;
    this.chosenCount = 0;
    if (this.chosen.length < size) this.chosen = new Int32Array(size * 2);
  }

  /** Where the entries from the i-th person's on no longer lie one after the other: the person after those. */
  private endOfRun(i: number): number {
    const { from, to, count } = this;
    let next = i + 1;
    while (next < count && from[next] === to[next - 1]) next++;
    return next;
  }

  /** Those that begin no later than `latest` and end no earlier than `earliest`. */
  during({ entries: { words, minStart, form } }: Segment, earliest: number, latest: number): void {
    const { keyBits, startBits, startMask, lowBits, overlong } = form;
    const { from, to, count, chosen } = this;
    let n = 0;
    for (let i = 0; i < count; i++)
      for (let entry = from[i]!; entry < to[i]!; entry++) {
        const time = words[entry * 2 + 1]!;
        const begins = (time & startMask) + minStart;
        const length = (time >>> startBits) | ((words[entry * 2]! >>> keyBits) << lowBits);
        if (begins <= latest && (begins + length >= earliest || length === overlong)) chosen[n++] = entry;
      }
    this.chosenCount = n;
  }

  /** Those of the least length that may meet what spans the presence at their place: from and to of each slot. */
  within({ entries: { words, minStart, form } }: Segment, spans: Int32Array, least: number): void {
    const { keyBits, keyMask, startBits, startMask, lowBits, overlong } = form;
    const { from, to, count, chosen } = this;
    let n = 0;
    for (let i = 0, next = 0; i < count; i = next) {
      next = this.endOfRun(i);
      const last = to[next - 1]!;
      for (let entry = from[i]!; entry < last; entry++) {
        const word = words[entry * 2]!;
        const time = words[entry * 2 + 1]!;
        const begins = (time & startMask) + minStart;
        const length = (time >>> startBits) | ((word >>> keyBits) << lowBits);
        const at = (word & keyMask) * 2;
        // Below 0 as soon as one of the three is.
        const apart = (begins + length - least - spans[at]!) | (spans[at + 1]! - begins) | (length - least);
        chosen[n] = entry;
        n += (~apart | (overlong - 1 - length)) >>> 31;
      }
    }
    this.chosenCount = n;
  }

  /** Those of the least length at places whose bit is set; null: at any. */
  at({ entries: { words, form } }: Segment, marks: Uint32Array | null, least: number): void {
    const { keyBits, keyMask, startBits, lowBits, overlong } = form;
    const { from, to, count, chosen } = this;
    let n = 0;
    for (let i = 0, next = 0; i < count; i = next) {
      next = this.endOfRun(i);
      const last = to[next - 1]!;
      for (let entry = from[i]!; entry < last; entry++) {
        const word = words[entry * 2]!;
        const length = (words[entry * 2 + 1]! >>> startBits) | ((word >>> keyBits) << lowBits);
        const slot = word & keyMask;
        const here = marks === null ? 1 : marks[slot >> 5]! >>> (slot & 31);
        chosen[n] = entry;
        n += here & ((~(length - least) | (overlong - 1 - length)) >>> 31);
      }
    }
    this.chosenCount = n;
  }
}
