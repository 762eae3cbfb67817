import { sortDoubles } from './sort-runs.js';

/**
 * When somebody exposes at each of some places: pieces that do not meet, in order; those of place `p` are
 * `[placeFrom[p - firstPlace], placeFrom[p - firstPlace + 1])`. Of use until the same room unites others.
 */
export interface Islands {
  readonly firstPlace: number;
  readonly places: number;
  readonly placeFrom: Int32Array;
  readonly from: Int32Array;
  /** Closed: the last moment at which a stay of the least length may begin together. */
  readonly to: Int32Array;
}

/** A piece in one double: its start, counted from the earliest that a column holds, and how long it lasts, in 22 bits. */
const EARLIEST = -(2 ** 30);
const LENGTHS = 2 ** 22;

/**
 * Pieces of presence in the order in which they are found, and the room to unite them in. Kept from question to question: memory that is
 * fresh costs more than what is written to it.
 */
export class Pieces {
  private length = 0;
  private place = new Int32Array(1_024);
  private packed = new Float64Array(1_024);
  private sorted = new Float64Array(1_024);
  private placeFrom = new Int32Array(1_024);
  private from = new Int32Array(1_024);
  private to = new Int32Array(1_024);

  /** A piece too long for its bits is two that touch, and becomes one again when they are united. */
  put(place: number, from: number, to: number): void {
    let start = from;
    for (; to - start >= LENGTHS; start += LENGTHS - 1) this.push(place, start, start + LENGTHS - 1);
    this.push(place, start, to);
  }

  private push(place: number, from: number, to: number): void {
    if (this.length === this.place.length) this.widen();
    this.place[this.length] = place;
    this.packed[this.length++] = (from - EARLIEST) * LENGTHS + to - from;
  }

  private widen(): void {
    const [place, packed] = [new Int32Array(this.length * 2), new Float64Array(this.length * 2)];
    place.set(this.place);
    packed.set(this.packed);
    this.place = place;
    this.packed = packed;
    this.sorted = new Float64Array(this.length * 2);
    this.from = new Int32Array(this.length * 2);
    this.to = new Int32Array(this.length * 2);
  }

  /** Takes all pieces, which lie at the places `[firstPlace, firstPlace + places)`; null when there are none. */
  united(firstPlace: number, places: number): Islands | null {
    if (this.length === 0) return null;
    if (this.placeFrom.length <= places) this.placeFrom = new Int32Array(places * 2);
    const { place, packed, length, sorted, placeFrom, from, to } = this;
    placeFrom.fill(0, 0, places + 1);
    for (let i = 0; i < length; i++) placeFrom[place[i]! - firstPlace]!++;
    for (let p = 0, sum = 0; p <= places; p++) {
      const count = placeFrom[p]!;
      placeFrom[p] = sum;
      sum += count;
    }
    for (let i = 0; i < length; i++) sorted[placeFrom[place[i]! - firstPlace]!++] = packed[i]!;
    let count = 0;
    for (let p = 0, begin = 0; p < places; p++) {
      // Where the place's pieces end is where its islands begin from then on.
      const end = placeFrom[p]!;
      placeFrom[p] = count;
      if (end === begin) continue;
      sortDoubles(sorted, begin, end);
      const first = count;
      for (let i = begin; i < end; i++) {
        const start = Math.floor(sorted[i]! / LENGTHS);
        const opens = start + EARLIEST;
        const closes = opens + sorted[i]! - start * LENGTHS;
        if (count > first && opens <= to[count - 1]!) {
          if (closes > to[count - 1]!) to[count - 1] = closes;
          continue;
        }
        from[count] = opens;
        to[count++] = closes;
      }
      begin = end;
    }
    placeFrom[places] = count;
    this.length = 0;
    return { firstPlace, places, placeFrom, from, to };
  }
}
