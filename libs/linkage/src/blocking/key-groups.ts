import { numbers, wholeNumbers } from '../columns.js';

/** So many keys are grouped at a time that what they touch stays in the processor's own memory. */
const AT_A_TIME = 4_096;
const MOST_BITS = 12;

const scattered = (key: number): number => Math.imul(key | 0, 0x9e3779b1) >>> 0;

/** Brings equal keys together. */
export class KeyGroups {
  private readonly keys: Float64Array;
  private readonly records: Int32Array;
  private readonly groups: Int32Array;
  private readonly sizes: Int32Array;
  private slots = wholeNumbers(2 * AT_A_TIME);

  constructor(count: number) {
    this.keys = numbers(count);
    this.records = wholeNumbers(count);
    this.groups = wholeNumbers(count);
    this.sizes = wholeNumbers(count);
  }

  /**
   * Writes the number of each record's group, from 0 on; -1 for a record whose key is NaN or nobody else's. Gives the groups' sizes, which stand until the next call.
   * Keys are first dealt out by their bits: equal ones come to the same part, and a part is small enough to be looked up quickly.
   */
  number(keys: Float64Array, groupOf: Int32Array): Int32Array {
    const bits = Math.min(MOST_BITS, Math.max(0, Math.ceil(Math.log2(keys.length / AT_A_TIME))));
    const ends = this.dealtOut(keys, bits);
    groupOf.fill(-1);
    let kept = 0;
    for (let part = 0, from = 0; part < ends.length; part++) {
      kept = this.numberPart(from, ends[part]!, kept, groupOf);
      from = ends[part]!;
    }
    return this.sizes.subarray(0, kept);
  }

  /** Where each part ends. */
  private dealtOut(keys: Float64Array, bits: number): Int32Array {
    const next = new Int32Array(1 << bits);
    // A shift by 32 shifts by nothing.
    const shift = 32 - bits;
    const partOf = (key: number): number => (bits === 0 ? 0 : scattered(key) >>> shift);
    for (let record = 0; record < keys.length; record++) if (!Number.isNaN(keys[record]!)) next[partOf(keys[record]!)]!++;
    for (let part = 0, before = 0; part < next.length; part++) {
      const size = next[part]!;
      next[part] = before;
      before += size;
    }
    for (let record = 0; record < keys.length; record++) {
      const key = keys[record]!;
      if (Number.isNaN(key)) continue;
      const place = next[partOf(key)]!++;
      this.keys[place] = key;
      this.records[place] = record;
    }
    return next;
  }

  /** Open addressing over the places of one part; sizes are counted at the place where a key stands first. */
  private numberPart(from: number, to: number, before: number, groupOf: Int32Array): number {
    const { keys, groups, sizes } = this;
    const wanted = 2 ** Math.ceil(Math.log2(Math.max(16, 2 * (to - from))));
    if (wanted > this.slots.length) this.slots = wholeNumbers(wanted);
    const { slots } = this;
    slots.fill(-1, 0, wanted);
    for (let place = from; place < to; place++) {
      const key = keys[place]!;
      let slot = scattered(key) & (wanted - 1);
      while (slots[slot]! >= 0 && keys[slots[slot]!] !== key) slot = (slot + 1) & (wanted - 1);
      if (slots[slot]! < 0) {
        slots[slot] = place;
        sizes[place] = 0;
      }
      groups[place] = slots[slot]!;
      sizes[slots[slot]!]!++;
    }
    return this.tell(from, to, before, groupOf);
  }

  /** Numbers the groups of two and more. A group's first place comes before its others, and never before its number: sizes are moved in place. */
  private tell(from: number, to: number, before: number, groupOf: Int32Array): number {
    const { groups, sizes, records } = this;
    let kept = before;
    for (let place = from; place < to; place++) {
      const first = groups[place]!;
      if (first === place) {
        const size = sizes[place]!;
        if (size === 1) {
          groups[place] = -1;
          continue;
        }
        sizes[kept] = size;
        groups[place] = kept++;
      } else groups[place] = groups[first]!;
      groupOf[records[place]!] = groups[place]!;
    }
    return kept;
  }
}
