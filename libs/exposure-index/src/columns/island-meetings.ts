import type { ExposureColumns } from './exposure-columns.js';
import type { Islands } from './islands.js';
import { firstStartingAt, overlongEnd, type PackedStays, startAt } from './packed-stays.js';
import { LATE } from './place-presence.js';
import { type Segment, surestEnd, surestStart } from './segment.js';

/** A place with so many rows at most is quicker looked at row by row than class by class. */
const FEW_ROWS = 128;

/**
 * Whom the islands of a place meet: the earliest moment of each person goes down to where a stay of theirs, of the least length or more,
 * begins together with one.
 */
export class IslandMeetings {
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
    this.canonical = index.same.any ? index.same.canonical : null;
    this.removals = index.anyRemoved;
  }

  /** All rows of a place. */
  atPlace(segment: Segment, slot: number): void {
    const { cellsFrom, rowsFrom } = segment;
    const begin = rowsFrom[cellsFrom[slot]!]!;
    const end = rowsFrom[cellsFrom[slot + 1]!]!;
    if (end - begin > this.fewRows) this.inCells(segment, cellsFrom[slot]!, cellsFrom[slot + 1]!);
    else this.inRows(segment, begin, end);
  }

  private inRows(segment: Segment, begin: number, end: number): void {
    const { least, earliest, canonical } = this;
    const { from, to, count } = this.islands;
    const { rows } = segment;
    const { words, minStart, form } = rows;
    const { keyBits, keyMask, startBits, startMask, lowBits, overlong } = form;
    const opens = from[0]!;
    const closes = to[count - 1]!;
    for (let row = begin; row < end; row++) {
      const word = words[row * 2]!;
      const time = words[row * 2 + 1]!;
      const length = (time >>> startBits) | ((word >>> keyBits) << lowBits);
      const begins = (time & startMask) + minStart;
      const lasts = (length === overlong ? overlongEnd(rows, row) : begins + length) - least;
      // One branch, not four: which way it goes cannot be foreseen.
      if (((length - least) | (lasts - opens) | (closes - begins)) < 0) continue;
      const number = word & keyMask;
      const who = canonical === null ? number : canonical[number]!;
      if (earliest[who]! <= begins) continue;
      let island = 0;
      while (to[island]! < begins) island++;
      if (from[island]! <= lasts) this.met(segment, row, who, island, begins > from[island]! ? begins : from[island]!);
    }
  }

  /** Cell by cell: in each both rows and islands ascend. */
  private inCells(segment: Segment, firstCell: number, lastCell: number): void {
    const { least, earliest, canonical } = this;
    const { from, to, count } = this.islands;
    const { rows, rowsFrom, longest, maxEnd } = segment;
    const { words, minStart, form } = rows;
    const { keyBits, keyMask, startBits, startMask, lowBits, overlong } = form;
    for (let cell = firstCell; cell < lastCell; cell++) {
      if (longest[cell]! < least) continue;
      const lastRow = rowsFrom[cell + 1]!;
      let row = rowsFrom[cell]!;
      // A row that missed an island because it ended too early misses all later ones, so no row is looked at twice.
      for (let i = 0; i < count && row < lastRow && from[i]! <= maxEnd; i++) {
        const opens = from[i]!;
        const closes = to[i]!;
        row = seek(rows, row, lastRow, opens + least - longest[cell]!);
        for (; row < lastRow; row++) {
          const word = words[row * 2]!;
          const time = words[row * 2 + 1]!;
          const begins = (time & startMask) + minStart;
          if (begins > closes) break;
          const length = (time >>> startBits) | ((word >>> keyBits) << lowBits);
          const lasts = (length === overlong ? overlongEnd(rows, row) : begins + length) - least;
          if (lasts < opens || lasts < begins) continue;
          const number = word & keyMask;
          const who = canonical === null ? number : canonical[number]!;
          const at = begins > opens ? begins : opens;
          if (at < earliest[who]!) this.met(segment, row, who, i, at);
        }
      }
    }
  }

  /** A row that by its widest bounds meets the i-th island at a moment that is earlier than any so far. */
  private met(segment: Segment, row: number, who: number, i: number, at: number): void {
    if (this.removals && this.index.isRemoved(segment.ordinal[row]!)) return;
    const moment = this.sure ? this.surely(segment, row, i) : at;
    if (moment < this.earliest[who]!) this.earliest[who] = moment;
  }

  /** When the surest bounds of a row first meet an island, from the i-th on. */
  private surely(segment: Segment, row: number, i: number): number {
    const { from, to, count } = this.islands;
    const begins = surestStart(segment, row);
    const lasts = surestEnd(segment, row) - this.least;
    if (begins > lasts) return LATE;
    let at = i;
    while (at < count && to[at]! < begins) at++;
    return at < count && from[at]! <= lasts ? Math.max(begins, from[at]!) : LATE;
  }
}

/** First row from `row` on that starts at `value` or later: by doubling steps, since it is mostly near. */
function seek(rows: PackedStays, row: number, last: number, value: number): number {
  if (row >= last || startAt(rows, row) >= value) return row;
  let step = 1;
  while (row + step < last && startAt(rows, row + step) < value) step *= 2;
  return firstStartingAt(rows, row + (step >> 1), Math.min(last, row + step), value);
}
