import { firstAtLeast } from './first-at-least.js';
import type { GroupSorter } from './group-sorter.js';
import { GrowingInts } from './stay-columns.js';

/** Bits of a stay's length in each of its words at most, so that both together are a whole number of 32 bits. */
const LENGTH_BITS = 15;

/**
 * How a stay lies in two words of 32 bits. The first: a key, and above it the high bits of the stay's length. The second: its start, counted
 * from the segment's first, and above it the low bits of the length.
 */
export interface PackedForm {
  readonly keyBits: number;
  readonly keyMask: number;
  readonly startBits: number;
  readonly startMask: number;
  /** Of the length, in the second word. */
  readonly lowBits: number;
  /** The length of a stay that is as long or longer: its end lies apart. */
  readonly overlong: number;
}

/** Stays whose length the bits do not hold, by their positions, in order. */
export interface Overlong {
  readonly positions: Int32Array;
  readonly ends: Int32Array;
}

/** Stays of a segment in one of its orders: what a look at a stay needs lies side by side. */
export interface PackedStays {
  readonly minStart: number;
  /** Two of each stay. */
  readonly words: Int32Array;
  readonly form: PackedForm;
  readonly overlong: Overlong;
}

const bitsOf = (most: number): number => 32 - Math.clz32(Math.max(0, most));

/** The most that up to 31 bits hold. By bits and not as a power: the engine keeps a power as a double, and would convert it for each row. */
const mostOf = (bits: number): number => ~(-1 << bits);

/** For keys from 0 to `mostKey` and starts that lie up to `span` seconds apart. */
export function packedForm(mostKey: number, span: number): PackedForm {
  const keyBits = bitsOf(mostKey);
  const startBits = bitsOf(span);
  const lowBits = Math.min(LENGTH_BITS, 32 - startBits);
  return {
    keyBits,
    keyMask: mostOf(keyBits),
    startBits,
    startMask: mostOf(startBits),
    lowBits,
    overlong: mostOf(lowBits + Math.min(LENGTH_BITS, 32 - keyBits)),
  };
}

export const keyAt = ({ words, form }: PackedStays, at: number): number => words[at * 2]! & form.keyMask;

export const startAt = ({ words, form, minStart }: PackedStays, at: number): number => (words[at * 2 + 1]! & form.startMask) + minStart;

export function endAt(stays: PackedStays, at: number): number {
  const { keyBits, startBits, lowBits, overlong } = stays.form;
  const length = (stays.words[at * 2 + 1]! >>> startBits) | ((stays.words[at * 2]! >>> keyBits) << lowBits);
  return length === overlong ? overlongEnd(stays, at) : startAt(stays, at) + length;
}

/** Of a stay whose words have the length `overlong`. */
export function overlongEnd({ overlong }: PackedStays, at: number): number {
  return overlong.ends[firstAtLeast(overlong.positions, 0, overlong.positions.length, at)]!;
}

/**
 * First position in `[from, to)` of stays in the order of their starts that starts at `value` or later; `to` when there is none. No branch
 * depends on what is read, so the processor goes on to the next search while this one waits for its memory.
 */
export function firstStartingAt({ words, form, minStart }: PackedStays, from: number, to: number, value: number): number {
  const { startMask } = form;
  // Within what 32 bits can be less.
  const start = Math.min(Math.max(value - minStart, 0), 2 ** 31 - 1);
  let low = from;
  let left = to - from;
  if (left <= 0) return to;
  while (left > 1) {
    const half = left >> 1;
    low += half & (((words[(low + half) * 2 - 1]! & startMask) - start) >> 31);
    left -= half;
  }
  return low + (((words[low * 2 + 1]! & startMask) - start) >>> 31);
}

/** Packs what a sorter holds. A record is the group, start, key, end and tag of a stay. */
export class StayPacker implements PackedStays {
  readonly words: Int32Array;
  private readonly overlongPositions = new GrowingInts(16);
  private readonly overlongEnds = new GrowingInts(16);

  constructor(
    size: number,
    readonly form: PackedForm,
    readonly minStart: number,
  ) {
    this.words = new Int32Array(size * 2);
  }

  /** Answers where each group begins. `tags`: the tag of each stay in its order, where it is wanted. */
  pack(sorter: GroupSorter, tags: Int32Array | null): Int32Array {
    const { form, minStart, words } = this;
    const { keyBits, startBits, lowBits, overlong } = form;
    const lowMask = mostOf(lowBits);
    return sorter.sort(minStart, (records, order, begin, until) => {
      for (let position = begin, i = 0; position < until; position++, i++) {
        const at = order[i]!;
        const start = records[at + 1]!;
        let length = records[at + 3]! - start;
        if (length >= overlong || length < 0) {
          length = overlong;
          this.overlongPositions.push(position);
          this.overlongEnds.push(records[at + 3]!);
        }
        words[position * 2] = records[at + 2]! | ((length >>> lowBits) << keyBits);
        words[position * 2 + 1] = (start - minStart) | ((length & lowMask) << startBits);
        if (tags !== null) tags[position] = records[at + 4]!;
      }
    });
  }

  get overlong(): Overlong {
    return { positions: this.overlongPositions.take(), ends: this.overlongEnds.take() };
  }
}
