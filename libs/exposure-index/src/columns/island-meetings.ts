import type { ExposureColumns } from './exposure-columns.js';
import type { Islands } from './islands.js';
import { firstAtLeast, type Segment, surestEnd, surestStart } from './segment.js';

/** Not met, of `earliest`; and of a moment, never. */
export const LATE = 2 ** 31 - 1;
/** A place with so many rows at most is quicker looked at row by row than class by class. */
const FEW_ROWS = 128;

/**
 * Whom the islands meet: the earliest moment of each person goes down to where a stay of theirs, of the least length or more, begins
 * together with an island of its place. Segments come in the order of their beginnings.
 */
export class IslandMeetings {
  /** For each place its first island that is not over when the segment begins; it only moves on. */
  private readonly next: Int32Array;
  private readonly canonical: Int32Array | null;
  private readonly removals: boolean;

  constructor(
    private readonly index: ExposureColumns,
    private readonly islands: Islands,
    private readonly least: number,
    private readonly sure: boolean,
    /** By the numbers that stand for people. */
    private readonly earliest: Int32Array,
    private readonly fewRows = FEW_ROWS,
  ) {
    this.next = islands.placeFrom.slice(0, islands.places);
    this.canonical = index.same.any ? index.same.canonical : null;
    this.removals = index.anyRemoved;
  }

  meet(segment: Segment): void {
    const { next } = this;
    const { firstPlace, placeFrom, from, to } = this.islands;
    const { cellsFrom, rowsFrom, places, minStart, maxEnd } = segment;
    for (let slot = 0; slot < places.size; slot++) {
      const place = places.numberAt(slot) - firstPlace;
      const last = placeFrom[place + 1]!;
      let first = next[place]!;
      while (first < last && to[first]! < minStart) first++;
      next[place] = first;
      if (first === last || from[first]! > maxEnd) continue;
      const begin = rowsFrom[cellsFrom[slot]!]!;
      const end = rowsFrom[cellsFrom[slot + 1]!]!;
      if (end - begin <= this.fewRows) this.meetRows(segment, first, last, begin, end);
      else this.meetCells(segment, first, last, slot);
    }
  }

  /** Rows `[begin, end)` of one place and its islands `[first, last)`. */
  private meetRows(segment: Segment, first: number, last: number, begin: number, end: number): void {
    const { least, earliest, canonical } = this;
    const { from, to } = this.islands;
    const { start, end: ends, person } = segment;
    const opens = from[first]!;
    for (let row = begin; row < end; row++) {
      const lasts = ends[row]! - least;
      const begins = start[row]!;
      if (lasts < opens || lasts < begins) continue;
      const number = person[row]!;
      const who = canonical === null ? number : canonical[number]!;
      if (earliest[who]! <= begins) continue;
      let i = first;
      while (i < last && to[i]! < begins) i++;
      if (i < last && from[i]! <= lasts) this.met(segment, row, who, i, last, begins > from[i]! ? begins : from[i]!);
    }
  }

  /** The cells of one place and its islands `[first, last)`: in each cell both ascend. */
  private meetCells(segment: Segment, first: number, last: number, slot: number): void {
    const { least, earliest, canonical } = this;
    const { from, to } = this.islands;
    const { start, end, person, cellsFrom, rowsFrom, longest, maxEnd } = segment;
    const lastCell = cellsFrom[slot + 1]!;
    for (let cell = cellsFrom[slot]!; cell < lastCell; cell++) {
      if (longest[cell]! < least) continue;
      const lastRow = rowsFrom[cell + 1]!;
      let row = rowsFrom[cell]!;
      // A row that missed an island because it ended too early misses all later ones, so no row is looked at twice.
      for (let i = first; i < last && row < lastRow && from[i]! <= maxEnd; i++) {
        const opens = from[i]!;
        const closes = to[i]!;
        row = seek(start, row, lastRow, opens + least - longest[cell]!);
        for (; row < lastRow; row++) {
          const begins = start[row]!;
          if (begins > closes) break;
          const lasts = end[row]! - least;
          if (lasts < opens || lasts < begins) continue;
          const number = person[row]!;
          const who = canonical === null ? number : canonical[number]!;
          const at = begins > opens ? begins : opens;
          if (at < earliest[who]!) this.met(segment, row, who, i, last, at);
        }
      }
    }
  }

  /** A row that by its widest bounds meets the i-th island at a moment that is earlier than any so far. */
  private met(segment: Segment, row: number, who: number, i: number, last: number, at: number): void {
    if (this.removals && this.index.isRemoved(segment.ordinal[row]!)) return;
    const moment = this.sure ? this.surely(segment, row, i, last) : at;
    if (moment < this.earliest[who]!) this.earliest[who] = moment;
  }

  /** When the surest bounds of a row first meet an island, from the i-th on, of those before `last`. */
  private surely(segment: Segment, row: number, i: number, last: number): number {
    const { from, to } = this.islands;
    const begins = surestStart(segment, row);
    const lasts = surestEnd(segment, row) - this.least;
    if (begins > lasts) return LATE;
    let at = i;
    while (at < last && to[at]! < begins) at++;
    return at < last && from[at]! <= lasts ? Math.max(begins, from[at]!) : LATE;
  }
}

/** First row from `row` on that starts at `value` or later: by doubling steps, since it is mostly near. */
function seek(start: Int32Array, row: number, last: number, value: number): number {
  if (row >= last || start[row]! >= value) return row;
  let step = 1;
  while (row + step < last && start[row + step]! < value) step *= 2;
  return firstAtLeast(start, row + (step >> 1), Math.min(last, row + step), value);
}
