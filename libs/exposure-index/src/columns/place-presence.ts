import type { Islands } from './islands.js';
import { GrowingInts } from './stay-columns.js';

/** Not met, of `earliest`; and of a moment, never. */
export const LATE = 2 ** 31 - 1;
/** Of a place's pieces so many at most are left apart before they are united. */
const APART = 6;

/**
 * When somebody exposes, place by place: `[from, to]`, closed, the moments at which a stay of the least length may begin together. A place
 * has one piece that grows by whatever touches it, since at most places most pieces do, and a chain of what did not.
 */
export class PlacePresence {
  /** From and to of each slot's piece. */
  pieces = new Int32Array(0);
  /** A bit for each slot that has any. */
  marks = new Uint32Array(0);
  /** Position of the slot's last piece in the chains; -1: none. */
  last = new Int32Array(0);
  /** The slots that have any, each once. */
  readonly used = new GrowingInts();
  private chain = new Int32Array(3 * 1_024);
  private chained = 0;

  begin(slots: number): void {
    const { pieces, marks, last, used } = this;
    if (last.length < slots) {
      this.pieces = new Int32Array(slots * 2);
      this.marks = new Uint32Array((slots + 31) >> 5);
      this.last = new Int32Array(slots).fill(-1);
    } else
      for (let i = 0; i < used.length; i++) {
        const slot = used.values[i]!;
        pieces[slot * 2] = 0;
        pieces[slot * 2 + 1] = 0;
        marks[slot >> 5] = 0;
        last[slot] = -1;
      }
    used.length = 0;
    this.chained = 0;
  }

  has(slot: number): boolean {
    return (this.marks[slot >> 5]! & (1 << (slot & 31))) !== 0;
  }

  put(slot: number, from: number, to: number): void {
    const { pieces, marks } = this;
    const at = slot * 2;
    if ((marks[slot >> 5]! & (1 << (slot & 31))) === 0) {
      marks[slot >> 5]! |= 1 << (slot & 31);
      this.used.push(slot);
      pieces[at] = from;
      pieces[at + 1] = to;
    } else if (from > pieces[at + 1]! || to < pieces[at]!) this.putApart(slot, from, to);
    else {
      if (from < pieces[at]!) pieces[at] = from;
      if (to > pieces[at + 1]!) pieces[at + 1] = to;
    }
  }

  private putApart(slot: number, from: number, to: number): void {
    if (this.chained * 3 === this.chain.length) {
      const wider = new Int32Array(this.chain.length * 2);
      wider.set(this.chain);
      this.chain = wider;
    }
    const at = this.chained++;
    this.chain[at * 3] = from;
    this.chain[at * 3 + 1] = to;
    this.chain[at * 3 + 2] = this.last[slot]!;
    this.last[slot] = at;
  }

  /** Once all are put: pieces that touch become one, where there are many. */
  settle(islands: Islands): void {
    const { used, last } = this;
    for (let i = 0; i < used.length; i++) {
      const slot = used.values[i]!;
      if (last[slot]! >= 0 && this.foldedAt(slot) > APART) this.uniteAt(slot, islands);
    }
  }

  /** Takes into the slot's piece what of the chain touches it by now; answers how many are left. */
  private foldedAt(slot: number): number {
    const { pieces, chain, last } = this;
    let [from, to] = [pieces[slot * 2]!, pieces[slot * 2 + 1]!];
    let count = 0;
    let next = last[slot]!;
    last[slot] = -1;
    while (next >= 0) {
      const at = next * 3;
      next = chain[at + 2]!;
      if (chain[at]! <= to && chain[at + 1]! >= from) {
        if (chain[at]! < from) from = chain[at]!;
        if (chain[at + 1]! > to) to = chain[at + 1]!;
      } else {
        chain[at + 2] = last[slot]!;
        last[slot] = at / 3;
        count++;
      }
    }
    pieces[slot * 2] = from;
    pieces[slot * 2 + 1] = to;
    return count;
  }

  private uniteAt(slot: number, islands: Islands): void {
    this.putAll(slot, islands);
    islands.unite();
    // The places in the chain are taken anew: there are no more islands than there were pieces.
    let at = this.last[slot]!;
    let longest = 0;
    for (let i = 1; i < islands.count; i++)
      if (islands.to[i]! - islands.from[i]! > islands.to[longest]! - islands.from[longest]!) longest = i;
    this.pieces[slot * 2] = islands.from[longest]!;
    this.pieces[slot * 2 + 1] = islands.to[longest]!;
    let before = -1;
    for (let i = 0; i < islands.count; i++) {
      if (i === longest) continue;
      const next = this.chain[at * 3 + 2]!;
      this.chain[at * 3] = islands.from[i]!;
      this.chain[at * 3 + 1] = islands.to[i]!;
      this.chain[at * 3 + 2] = before;
      before = at;
      at = next;
    }
    this.last[slot] = before;
  }

  /** To islands that are not united yet. */
  putAll(slot: number, islands: Islands): void {
    islands.put(this.pieces[slot * 2]!, this.pieces[slot * 2 + 1]!);
    for (let i = this.last[slot]!; i >= 0; i = this.chain[i * 3 + 2]!) islands.put(this.chain[i * 3]!, this.chain[i * 3 + 1]!);
  }

  /** The earliest moment at which a stay that may begin together within `[begins, lasts]` meets the slot's piece; `LATE`: it does not. */
  momentAt(slot: number, begins: number, lasts: number): number {
    const from = this.pieces[slot * 2]!;
    return from > lasts || this.pieces[slot * 2 + 1]! < begins ? LATE : Math.max(begins, from);
  }

  /** The same of the pieces of the chain. */
  momentApart(slot: number, begins: number, lasts: number): number {
    const { chain } = this;
    let moment = LATE;
    for (let i = this.last[slot]!; i >= 0; i = chain[i * 3 + 2]!) {
      const from = chain[i * 3]!;
      if (from > lasts || chain[i * 3 + 1]! < begins) continue;
      const at = begins > from ? begins : from;
      if (at < moment) moment = at;
    }
    return moment;
  }
}
