import type { Islands } from './islands.js';
import { GrowingInts } from './stay-columns.js';

/** Not met, of `earliest`; and of a moment, never. */
export const LATE = 2 ** 31 - 1;
/** From and to where there is no presence: no difference from another moment goes beyond 32 bits. */
const NOWHERE = 2 ** 30;

/** Up to so many pieces of a place are put in order one by one. */
const FEW_PIECES = 8;

/**
 * When somebody exposes, place by place: `[from, to]`, closed, the moments at which a stay of the least length may begin together. While
 * they are put, a place has one piece that grows by whatever touches it, since at most places most pieces do, and a chain of what did not.
 * Then pieces that are left apart lie in order, and in place of the one is what spans them.
 */
export class PlacePresence {
  /** From and to of each slot's piece, or of what spans its pieces. */
  spans = new Int32Array(0);
  /** Position of the slot's last piece in the chains, then of its pieces among the settled; -1: it has but the one, or none. */
  last = new Int32Array(0);
  /** The slots that have any, each once. */
  readonly used = new GrowingInts();
  private chain = new Int32Array(3 * 1_024);
  private chained = 0;
  /** How many pieces a slot has, then from and to of each, in order. */
  private settled = new Int32Array(1_024);
  private settledLength = 0;

  begin(slots: number): void {
    const { used } = this;
    if (this.last.length < slots) {
      this.last = new Int32Array(slots).fill(-1);
      this.spans = new Int32Array(slots * 2);
      for (let slot = 0; slot < slots; slot++) this.clear(slot);
    } else for (let i = 0; i < used.length; i++) this.clear(used.values[i]!);
    used.length = 0;
    this.chained = 0;
  }

  private clear(slot: number): void {
    this.spans[slot * 2] = NOWHERE;
    this.spans[slot * 2 + 1] = -NOWHERE;
    this.last[slot] = -1;
  }

  put(slot: number, from: number, to: number): void {
    const { spans } = this;
    const at = slot * 2;
    if (from <= spans[at + 1]! && to >= spans[at]!) {
      if (from < spans[at]!) spans[at] = from;
      if (to > spans[at + 1]!) spans[at + 1] = to;
    } else if (spans[at]! === NOWHERE) {
      this.used.push(slot);
      spans[at] = from;
      spans[at + 1] = to;
    } else this.putApart(slot, from, to);
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

  /** Once all are put. */
  settle(islands: Islands): void {
    const { used, last } = this;
    this.settledLength = 0;
    for (let i = 0; i < used.length; i++) {
      const slot = used.values[i]!;
      if (last[slot]! >= 0) this.settleAt(slot, islands);
    }
  }

  /** Few pieces are put in order where they are going to lie. */
  private settleAt(slot: number, islands: Islands): void {
    const { spans, chain, last } = this;
    const at = this.room(1 + 2 * FEW_PIECES);
    const { settled } = this;
    const first = at + 1;
    settled[first] = spans[slot * 2]!;
    settled[first + 1] = spans[slot * 2 + 1]!;
    let end = first + 2;
    for (let piece = last[slot]!; piece >= 0; piece = chain[piece * 3 + 2]!) {
      if (end === first + 2 * FEW_PIECES) {
        this.settledLength = at;
        this.settleMany(slot, islands);
        return;
      }
      const from = chain[piece * 3]!;
      let to = end;
      for (; to > first && settled[to - 2]! > from; to -= 2) {
        settled[to] = settled[to - 2]!;
        settled[to + 1] = settled[to - 1]!;
      }
      settled[to] = from;
      settled[to + 1] = chain[piece * 3 + 1]!;
      end += 2;
    }
    this.keep(slot, at, united(settled, first, end));
  }

  private settleMany(slot: number, islands: Islands): void {
    this.fold(slot);
    islands.put(this.spans[slot * 2]!, this.spans[slot * 2 + 1]!);
    for (let i = this.last[slot]!; i >= 0; i = this.chain[i * 3 + 2]!) islands.put(this.chain[i * 3]!, this.chain[i * 3 + 1]!);
    islands.unite();
    const { count, from, to } = islands;
    const at = this.room(1 + 2 * count);
    for (let i = 0; i < count; i++) {
      this.settled[at + 1 + i * 2] = from[i]!;
      this.settled[at + 2 + i * 2] = to[i]!;
    }
    this.keep(slot, at, at + 1 + 2 * count);
  }

  /** What lies in order from behind `at` on becomes the slot's. */
  private keep(slot: number, at: number, end: number): void {
    const { settled, spans } = this;
    const count = (end - at - 1) >> 1;
    settled[at] = count;
    spans[slot * 2] = settled[at + 1]!;
    spans[slot * 2 + 1] = settled[end - 1]!;
    this.last[slot] = count === 1 ? -1 : at;
    this.settledLength = count === 1 ? at : end;
  }

  private room(values: number): number {
    const at = this.settledLength;
    this.settledLength += values;
    if (this.settledLength > this.settled.length) {
      const wider = new Int32Array(this.settledLength * 2);
      wider.set(this.settled);
      this.settled = wider;
    }
    return at;
  }

  /** Takes into the slot's piece what of the chain touches it by now. */
  private fold(slot: number): void {
    const { spans, chain, last } = this;
    let [from, to] = [spans[slot * 2]!, spans[slot * 2 + 1]!];
    let next = last[slot]!;
    last[slot] = -1;
    while (next >= 0) {
      const at = next;
      next = chain[at * 3 + 2]!;
      if (chain[at * 3]! <= to && chain[at * 3 + 1]! >= from) {
        if (chain[at * 3]! < from) from = chain[at * 3]!;
        if (chain[at * 3 + 1]! > to) to = chain[at * 3 + 1]!;
      } else {
        chain[at * 3 + 2] = last[slot]!;
        last[slot] = at;
      }
    }
    spans[slot * 2] = from;
    spans[slot * 2 + 1] = to;
  }

  /** The presence of a slot. */
  islandsAt(slot: number, islands: Islands): void {
    const { spans, settled, last } = this;
    const at = last[slot]!;
    if (at < 0) islands.put(spans[slot * 2]!, spans[slot * 2 + 1]!);
    else for (let i = 0; i < settled[at]!; i++) islands.put(settled[at + 1 + i * 2]!, settled[at + 2 + i * 2]!);
    islands.unite();
  }

  /** The earliest moment at which a stay that may begin together within `[begins, lasts]` meets presence; `LATE`: it does not. */
  momentAt(slot: number, begins: number, lasts: number): number {
    const { spans, settled, last } = this;
    if (spans[slot * 2]! > lasts || spans[slot * 2 + 1]! < begins) return LATE;
    let from = spans[slot * 2]!;
    if (last[slot]! >= 0) {
      // As the span ends later, so does one of its pieces.
      let at = last[slot]! + 1;
      while (settled[at + 1]! < begins) at += 2;
      from = settled[at]!;
    }
    return from > lasts ? LATE : begins > from ? begins : from;
  }
}

/** Makes of pieces `[first, end)` that lie in order of their beginnings, side by side, those that meet one; answers the new end. */
function united(pieces: Int32Array, first: number, end: number): number {
  let last = first;
  for (let at = first + 2; at < end; at += 2) {
    const to = pieces[at + 1]!;
    if (pieces[at]! <= pieces[last + 1]!) {
      if (to > pieces[last + 1]!) pieces[last + 1] = to;
      continue;
    }
    last += 2;
    pieces[last] = pieces[at]!;
    pieces[last + 1] = to;
  }
  return last + 2;
}
