import { sortDoubles } from './sort-runs.js';

/** A piece in one double: its start, counted from the earliest that a column holds, and how long it lasts, in 22 bits. */
const EARLIEST = -(2 ** 30);
const LENGTHS = 2 ** 22;
/** Before any piece. */
const NONE = -(2 ** 31);

/** When somebody exposes at one place: pieces in any order, united to islands that do not meet, in order. */
export class Islands {
  /** How many there are since they were united. */
  count = 0;
  from = new Int32Array(64);
  /** Closed: the last moment at which a stay of the least length may begin together. */
  to = new Int32Array(64);
  private pieces = 0;
  private packed = new Float64Array(64);

  /** The piece put last, which the next may prolong: where many are put in the order of their starts, few are left. */
  private lastFrom = NONE;
  private lastTo = NONE;

  get isEmpty(): boolean {
    return this.lastFrom === NONE;
  }

  /** Whether what was put last holds a moment. */
  hasNow(moment: number): boolean {
    return this.lastFrom <= moment && moment <= this.lastTo;
  }

  put(from: number, to: number): void {
    if (from >= this.lastFrom && from <= this.lastTo) {
      if (to > this.lastTo) this.lastTo = to;
      return;
    }
    if (this.lastFrom !== NONE) this.push(this.lastFrom, this.lastTo);
    this.lastFrom = from;
    this.lastTo = to;
  }

  /** A piece too long for its bits is two that touch, and becomes one again when they are united. */
  private push(from: number, to: number): void {
    let start = from;
    for (; ; start += LENGTHS - 1) {
      if (this.pieces === this.packed.length) this.widen();
      const length = Math.min(to - start, LENGTHS - 1);
      this.packed[this.pieces++] = (start - EARLIEST) * LENGTHS + length;
      if (start + length === to) return;
    }
  }

  private widen(): void {
    const packed = new Float64Array(this.pieces * 2);
    packed.set(this.packed);
    this.packed = packed;
    this.from = new Int32Array(packed.length);
    this.to = new Int32Array(packed.length);
  }

  /** Takes all pieces. */
  unite(): void {
    if (this.lastFrom !== NONE) this.push(this.lastFrom, this.lastTo);
    this.lastFrom = NONE;
    this.lastTo = NONE;
    const { packed, pieces, from, to } = this;
    sortDoubles(packed, 0, pieces);
    let count = 0;
    for (let i = 0; i < pieces; i++) {
      const start = Math.floor(packed[i]! / LENGTHS);
      const opens = start + EARLIEST;
      const closes = opens + packed[i]! - start * LENGTHS;
      if (count > 0 && opens <= to[count - 1]!) {
        if (closes > to[count - 1]!) to[count - 1] = closes;
        continue;
      }
      from[count] = opens;
      to[count++] = closes;
    }
    this.count = count;
    this.pieces = 0;
  }
}
