import { firstAtLeast } from './first-at-least.js';
import type { Segment } from './segment.js';
import { GrowingColumns } from './stay-columns.js';

/**
 * Where one case's presence is held against the rows of its places: noted first, then found step by step for all of them, so that what is
 * read from afar is waited for together and not look by look. An overlap of m between two intervals is a plain meeting of both shortened by
 * m at their ends; the longest stay of a cell says how far before it has to be looked.
 */
export class Looks {
  /** Of the cells that are to be looked at, once they are found: position of the segment, rows `[row, last)`, place, and presence. */
  length = 0;
  segment = new Int32Array(0);
  row = new Int32Array(0);
  last = new Int32Array(0);
  place = new Int32Array(0);
  from = new Int32Array(0);
  to = new Int32Array(0);
  /** Position of the segment, slot, place, from, to. */
  private readonly noted = new GrowingColumns(5);
  private firstCell = new Int32Array(0);
  private lastCell = new Int32Array(0);
  private cell = new Int32Array(0);
  /** Kept, so that what was read counts as used. */
  touched = 0;

  constructor(
    readonly segments: readonly Segment[],
    readonly least: number,
    /** Of each segment, whether rows of it may have been removed. */
    readonly mayLack: readonly boolean[],
    /** Of each segment the rows that were removed, where they are known. */
    readonly removedRows: readonly (Uint32Array | null)[],
  ) {}

  /** Presence `[from, to)` at a place. */
  note(place: number, from: number, to: number): void {
    const { segments, least } = this;
    for (let i = 0; i < segments.length; i++) {
      const segment = segments[i]!;
      if (segment.minStart + least > to || segment.maxEnd < from + least) continue;
      const slot = segment.places.find(place);
      if (slot < 0) continue;
      segment.unread?.rows(segment, slot, least, from + least, to - least, this.mayLack[i]!);
      this.noted.push(i, slot, place, from, to);
    }
  }

  clear(): void {
    this.noted.length = 0;
    this.length = 0;
  }

  find(): void {
    this.findCells();
    this.findRows();
  }

  private findCells(): void {
    const { segments, least } = this;
    const { length } = this.noted;
    const [segment, slot, place, from, to] = this.noted.columns as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];
    if (this.firstCell.length < length) [this.firstCell, this.lastCell] = [new Int32Array(length * 2), new Int32Array(length * 2)];
    let cells = 0;
    for (let i = 0; i < length; i++) {
      const { cellsFrom } = segments[segment[i]!]!;
      this.firstCell[i] = cellsFrom[slot[i]!]!;
      this.lastCell[i] = cellsFrom[slot[i]! + 1]!;
      cells += this.lastCell[i]! - this.firstCell[i]!;
    }
    if (this.cell.length < cells) this.widen(cells * 2);
    let count = 0;
    for (let i = 0; i < length; i++) {
      const { longest } = segments[segment[i]!]!;
      for (let cell = this.firstCell[i]!; cell < this.lastCell[i]!; cell++) {
        if (longest[cell]! < least) continue;
        this.cell[count] = cell;
        this.segment[count] = segment[i]!;
        this.place[count] = place[i]!;
        this.from[count] = from[i]!;
        this.to[count++] = to[i]!;
      }
    }
    this.length = count;
  }

  private findRows(): void {
    const { segments, least, length, segment, cell, row, last, from } = this;
    for (let i = 0; i < length; i++) {
      const { rowsFrom } = segments[segment[i]!]!;
      row[i] = rowsFrom[cell[i]!]!;
      last[i] = rowsFrom[cell[i]! + 1]!;
    }
    let touched = 0;
    for (let i = 0; i < length; i++) touched ^= segments[segment[i]!]!.start[(row[i]! + last[i]!) >> 1]!;
    for (let i = 0; i < length; i++) {
      const { start, longest } = segments[segment[i]!]!;
      row[i] = firstAtLeast(start, row[i]!, last[i]!, from[i]! + least - longest[cell[i]!]!);
    }
    for (let i = 0; i < length; i++) {
      const { end, person } = segments[segment[i]!]!;
      const at = row[i]! < last[i]! ? row[i]! : last[i]! - 1;
      touched ^= end[at]! ^ person[at]!;
    }
    this.touched = touched;
  }

  private widen(cells: number): void {
    this.cell = new Int32Array(cells);
    this.segment = new Int32Array(cells);
    this.row = new Int32Array(cells);
    this.last = new Int32Array(cells);
    this.place = new Int32Array(cells);
    this.from = new Int32Array(cells);
    this.to = new Int32Array(cells);
  }
}
