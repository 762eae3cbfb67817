import { firstStartingAt } from './packed-stays.js';
import type { Segment } from './segment.js';
import { GrowingInts } from './stay-columns.js';

/**
 * Where one case's presence is held against the rows of its places: noted first, then found step by step for all of them, segment after
 * segment, so that what is read from afar is waited for together and not look by look. An overlap of m between two intervals is a plain
 * meeting of both shortened by m at their ends; the longest stay of a cell says how far before it has to be looked.
 */
export class Looks {
  /** Of each piece of presence: its place, from and to. */
  readonly place = new GrowingInts(64);
  readonly from = new GrowingInts(64);
  readonly to = new GrowingInts(64);
  readonly anyMayLack: boolean;
  /** Of each segment where its cells end that are to be looked at, once they are found; those of the one before end where they begin. */
  readonly until: Int32Array;
  /** Of each such cell the rows to look at, and which presence they are held against. */
  row = new Int32Array(0);
  last = new Int32Array(0);
  presence = new Int32Array(0);
  /** No row that starts before lasts long enough. */
  private earliest = new Int32Array(0);
  /** By segments: the slots of places at which somebody was, and which presence it is. */
  private readonly slots: readonly GrowingInts[];
  private readonly presenceAt: readonly GrowingInts[];
  /** By segments: presence that ends before, and that begins later, meets nobody there; halves, so that no difference goes beyond 32 bits. */
  private readonly firstTo: Int32Array;
  private readonly lastFrom: Int32Array;
  /** The segments in which one presence may meet somebody. */
  private readonly near: Int32Array;
  private firstCell = new Int32Array(0);
  private lastCell = new Int32Array(0);
  /** Kept, so that what was read counts as used. */
  touched = 0;

  constructor(
    readonly segments: readonly Segment[],
    readonly least: number,
    /** Of each segment, whether rows of it may have been removed. */
    readonly mayLack: readonly boolean[],
    /** Of each segment the rows that were removed, where they are known. */
    readonly removedRows: readonly (Uint32Array | null)[],
  ) {
    this.anyMayLack = mayLack.includes(true);
    this.until = new Int32Array(segments.length);
    this.firstTo = Int32Array.from(segments, ({ minStart }) => (minStart + least) >> 1);
    this.lastFrom = Int32Array.from(segments, ({ maxEnd }) => (maxEnd - least) >> 1);
    this.near = new Int32Array(segments.length);
    this.slots = segments.map(() => new GrowingInts(64));
    this.presenceAt = segments.map(() => new GrowingInts(64));
  }

  /** Presence `[from, to)` at a place. */
  note(place: number, from: number, to: number): void {
    const { segments, least, slots, presenceAt, near } = this;
    const count = this.findNear(from, to);
    for (let at = 0; at < count; at++) {
      const i = near[at]!;
      const segment = segments[i]!;
      const slot = segment.places.find(place);
      if (slot < 0) continue;
      segment.unread?.rows(segment, slot, least, this.mayLack[i]!);
      slots[i]!.push(slot);
      presenceAt[i]!.push(this.place.length);
    }
    this.place.push(place);
    this.from.push(from);
    this.to.push(to);
  }

  /** Most segments are far, and which are cannot be foreseen: so without a branch. */
  private findNear(from: number, to: number): number {
    const { near, firstTo, lastFrom } = this;
    const opens = from >> 1;
    const closes = to >> 1;
    let count = 0;
    for (let i = 0; i < lastFrom.length; i++) {
      near[count] = i;
      count += ~((closes - firstTo[i]!) | (lastFrom[i]! - opens)) >>> 31;
    }
    return count;
  }

  clear(): void {
    const { slots, presenceAt } = this;
    for (let i = 0; i < slots.length; i++) {
      slots[i]!.length = 0;
      presenceAt[i]!.length = 0;
    }
    this.place.length = 0;
    this.from.length = 0;
    this.to.length = 0;
  }

  find(): void {
    this.findCells();
    this.findRows();
  }

  /** Each step in a loop of its own that does little: the less it does, the more of what it reads is on its way at once. */
  private findCells(): void {
    const { segments, slots } = this;
    const noted = slots.reduce((sum, { length }) => sum + length, 0);
    if (this.firstCell.length < noted) [this.firstCell, this.lastCell] = [new Int32Array(noted * 2), new Int32Array(noted * 2)];
    const { firstCell, lastCell } = this;
    let at = 0;
    for (let i = 0; i < segments.length; i++) {
      const { cellsFrom } = segments[i]!;
      const { values, length } = slots[i]!;
      for (let j = 0; j < length; j++, at++) {
        firstCell[at] = cellsFrom[values[j]!]!;
        lastCell[at] = cellsFrom[values[j]! + 1]!;
      }
    }
    let [touched, cells] = [0, 0];
    at = 0;
    for (let i = 0; i < segments.length; i++) {
      const { rowsFrom, longest } = segments[i]!;
      for (const end = at + slots[i]!.length; at < end; at++) {
        touched ^= rowsFrom[firstCell[at]!]! ^ longest[firstCell[at]!]!;
        cells += lastCell[at]! - firstCell[at]!;
      }
    }
    this.touched = touched;
    if (this.row.length < cells) this.widen(cells * 2);
    this.takeCells();
  }

  /**
   * The cells that have a stay of the least length, and may have one that begins late enough: to a segment of the day before most presence
   * comes too late for all but the long ones.
   */
  private takeCells(): void {
    const { segments, least, presenceAt, firstCell, lastCell, row, last, presence, earliest, until } = this;
    const from = this.from.values;
    let [at, count] = [0, 0];
    for (let i = 0; i < segments.length; i++) {
      const { rowsFrom, longest, lastStart } = segments[i]!;
      const { values, length } = presenceAt[i]!;
      for (let j = 0; j < length; j++, at++) {
        const leastEnd = from[values[j]!]! + least;
        for (let cell = firstCell[at]!; cell < lastCell[at]!; cell++) {
          row[count] = rowsFrom[cell]!;
          last[count] = rowsFrom[cell + 1]!;
          presence[count] = values[j]!;
          earliest[count] = leastEnd - longest[cell]!;
          // No branch, which could not be foreseen: a cell that has none is written over. Halves, so that no difference goes beyond 32 bits.
          count += ~((longest[cell]! - least) | ((lastStart >> 1) - (earliest[count]! >> 1))) >>> 31;
        }
      }
      until[i] = count;
    }
  }

  private findRows(): void {
    const { segments, until, row, last, earliest } = this;
    let touched = 0;
    for (let i = 0, cell = 0; i < segments.length; i++) {
      const { words } = segments[i]!.rows;
      for (; cell < until[i]!; cell++) touched ^= words[row[cell]! + last[cell]!]!;
    }
    this.touched ^= touched;
    for (let i = 0, cell = 0; i < segments.length; i++) {
      const { rows } = segments[i]!;
      for (; cell < until[i]!; cell++) row[cell] = firstStartingAt(rows, row[cell]!, last[cell]!, earliest[cell]!);
    }
  }

  private widen(cells: number): void {
    this.row = new Int32Array(cells);
    this.last = new Int32Array(cells);
    this.presence = new Int32Array(cells);
    this.earliest = new Int32Array(cells);
  }
}
