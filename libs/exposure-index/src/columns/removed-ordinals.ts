import { GrowingInts } from './stay-columns.js';

/** Ordinals side by side that share a bit of the first look at the removed ones: where one in a hundred is, most have none beside them. */
const SHARED = 3;

/** False beyond the last word. */
const isSet = (bits: Uint32Array, at: number): boolean => at >> 5 < bits.length && (bits[at >> 5]! & (1 << (at & 31))) !== 0;

/**
 * Ordinals by bits, looked at in two steps. The first table is an eighth of the second, and stays in the processor's own memory where
 * that does not.
 */
export class RemovedOrdinals {
  /** A bit for each ordinal. */
  bits = new Uint32Array(0);
  private near = new Uint32Array(0);
  /** In the order in which they were removed. */
  readonly inTurn = new GrowingInts(16);

  get count(): number {
    return this.inTurn.length;
  }

  has(ordinal: number): boolean {
    return isSet(this.near, ordinal >> SHARED) && isSet(this.bits, ordinal);
  }

  get bytes(): number {
    return this.bits.byteLength + this.near.byteLength + this.inTurn.values.byteLength;
  }

  /** False when it was there. */
  add(ordinal: number): boolean {
    if (this.has(ordinal)) return false;
    if (ordinal >> 5 >= this.bits.length) {
      const wider = new Uint32Array(Math.max((ordinal >> 5) + 1, this.bits.length * 2));
      wider.set(this.bits);
      this.bits = wider;
      const near = new Uint32Array((wider.length >> SHARED) + 1);
      near.set(this.near);
      this.near = near;
    }
    this.bits[ordinal >> 5]! |= 1 << (ordinal & 31);
    this.near[ordinal >> (SHARED + 5)]! |= 1 << ((ordinal >> SHARED) & 31);
    this.inTurn.push(ordinal);
    return true;
  }

  static of(bits: Uint32Array): RemovedOrdinals {
    const removed = new RemovedOrdinals();
    // From the highest on, so that there is room for all at once.
    for (let word = bits.length - 1; word >= 0; word--)
      for (let rest = bits[word]!; rest !== 0; rest &= rest - 1) removed.add(word * 32 + 31 - Math.clz32(rest & -rest));
    return removed;
  }
}
