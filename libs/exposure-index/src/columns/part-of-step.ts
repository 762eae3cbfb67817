import { DAY, lastingRowsOf } from './lasting-rows.js';
import { firstAtLeast, type Segment } from './segment.js';

/** A segment that is looked at with others place by place, along the slots of one of them. */
export class PartOfStep {
  /** The rows of a place: `[begin, end)` of `rows`, or, where that is null, rows themselves. */
  begin = 0;
  end = 0;
  readonly rows: Int32Array | null;
  /** The place's cells, where all rows count. */
  firstCell = 0;
  lastCell = 0;
  /** Some of those, as whoever goes through them keeps them. */
  kept = new Int32Array(64);
  keptCount = 0;
  /** All of it is so long ago that only few rows count, at few places. */
  readonly isLong: boolean;
  /** Its slots are those of the leading segment. */
  private readonly alike: boolean;
  private readonly from: Int32Array | null;
  /** `reach`: when all rows begin before then, only those that last until then count. */
  constructor(
    readonly segment: Segment,
    private readonly leading: Segment,
    reach: number,
  ) {
    const [mine, theirs] = [segment.places, leading.places];
    this.alike =
      segment === leading || (mine.sorted === null && theirs.sorted === null && mine.low === theirs.low && mine.size === theirs.size);
    const lasting = segment === leading ? null : lastingRowsOf(segment);
    const isPast = lasting !== null && lasting.lastStart <= reach;
    this.isLong = isPast && lasting.lastStart + DAY <= reach;
    this.rows = isPast ? (this.isLong ? lasting.long : lasting.rows) : null;
    this.from = isPast && !this.isLong ? lasting.from : null;
  }

  /** Calls with the leading segment's slot of each row, where it has the place. */
  eachRow(visit: (slot: number, row: number) => void): void {
    const { cellsFrom, rowsFrom, places } = this.segment;
    for (const row of this.rows ?? []) {
      const cell = firstAtLeast(rowsFrom, 0, rowsFrom.length, row + 1) - 1;
      const slot = firstAtLeast(cellsFrom, 0, cellsFrom.length, cell + 1) - 1;
      const theirs = this.leading.places.find(places.numberAt(slot));
      if (theirs >= 0) visit(theirs, row);
    }
  }

  /** To a place, by its slot in the leading segment. */
  moveTo(slot: number): void {
    this.keptCount = 0;
    const own = this.alike ? slot : this.segment.places.find(this.leading.places.numberAt(slot));
    if (own < 0) {
      this.end = this.begin;
      this.lastCell = this.firstCell;
      return;
    }
    if (this.from !== null) {
      this.begin = this.from[own]!;
      this.end = this.from[own + 1]!;
      return;
    }
    const { cellsFrom, rowsFrom } = this.segment;
    this.firstCell = cellsFrom[own]!;
    this.lastCell = cellsFrom[own + 1]!;
    this.begin = rowsFrom[this.firstCell]!;
    this.end = rowsFrom[this.lastCell]!;
    if (this.rows === null) return;
    this.begin = firstAtLeast(this.rows, 0, this.rows.length, this.begin);
    this.end = firstAtLeast(this.rows, this.begin, this.rows.length, this.end);
  }

  /** The states of the people of all rows of the place, their bits united. A loop with nothing else in it. */
  statesHere(state: Uint8Array): number {
    const { begin, end, rows } = this;
    const { person } = this.segment;
    let bits = 0;
    if (rows === null) for (let row = begin; row < end; row++) bits |= state[person[row]!]!;
    else for (let i = begin; i < end; i++) bits |= state[person[rows[i]!]!]!;
    return bits;
  }

  keep(row: number): void {
    if (this.keptCount === this.kept.length) {
      const wider = new Int32Array(this.keptCount * 2);
      wider.set(this.kept);
      this.kept = wider;
    }
    this.kept[this.keptCount++] = row;
  }
}
