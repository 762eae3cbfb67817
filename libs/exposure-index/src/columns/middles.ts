import type { ExposureColumns } from './exposure-columns.js';
import type { Pieces } from './islands.js';
import { type OverlapRule, type Source, windowOf } from './pieces.js';
import { type Segment, surestEnd, surestStart } from './segment.js';

/** Later than any row. */
const NEVER = 2 ** 31 - 1;

/** So few that they are still in the processor's own memory when they are looked at again. */
const ROWS_AT_ONCE = 4_096;

/** Who is in the middle, and when it counts, `[since, until)`, by the numbers that rows have. */
export interface Middles {
  /** Each once. */
  readonly numbers: Int32Array;
  /** Whoever is not in the middle counts from `NEVER` on. */
  readonly since: Int32Array;
  readonly until: Int32Array;
  /** The first moment at which anybody counts. */
  readonly earliest: number;
  /** Further windows of the few who are named more than once. */
  readonly more: ReadonlyMap<number, readonly (readonly [from: number, to: number])[]> | null;
}

export function middlesOf(index: ExposureColumns, sources: readonly Source[], { bounds }: OverlapRule): Middles {
  const people = index.same.canonical.length;
  const [since, until, numbers] = [new Int32Array(people).fill(NEVER), new Int32Array(people), new Int32Array(people)];
  const more = new Map<number, (readonly [number, number])[]>();
  let [count, earliest] = [0, NEVER];
  const name = (number: number, from: number, to: number): void => {
    const first = since[number];
    if (from < earliest) earliest = from;
    if (first === NEVER) {
      since[number] = from;
      until[number] = to;
      numbers[count++] = number;
    } else if (first !== undefined) more.set(number, [...(more.get(number) ?? []), [from, to]]);
  };
  for (const source of sources) {
    const [from, to] = windowOf(index, source, bounds);
    if (index.same.any) for (const number of index.same.membersOf(source.person)) name(number, from, to);
    else name(source.person, from, to);
  }
  // A row that ends before the first window may lie in another one.
  for (const [number, windows] of more) {
    const all = [[since[number]!, until[number]!] as const, ...windows].sort((a, b) => a[0] - b[0]);
    [since[number], until[number]] = all[0]!;
    more.set(number, all.slice(1));
  }
  return { numbers: numbers.subarray(0, count), since, until, earliest, more: more.size > 0 ? more : null };
}

/** Presence of the people in the middle: each stay cut to its window, extended by the lag, shortened by the least overlap. */
export class PresenceFinder {
  private readonly sure: boolean;
  private readonly removals: boolean;
  private readonly plain: boolean;
  private readonly rows = new Int32Array(ROWS_AT_ONCE);

  constructor(
    private readonly index: ExposureColumns,
    private readonly middles: Middles,
    private readonly rule: OverlapRule,
    private readonly least: number,
    private readonly pieces: Pieces,
  ) {
    this.sure = rule.bounds === 'surest';
    this.removals = index.anyRemoved;
    this.plain = !this.sure && !this.removals && middles.more === null;
  }

  /** All of a segment, from person to person: quick when they are few. */
  gather(segment: Segment): void {
    const { numbers, since } = this.middles;
    const { people, entriesFrom, rowsOf, placesOf, start, end, maxEnd } = segment;
    for (let m = 0; m < numbers.length; m++) {
      const number = numbers[m]!;
      if (maxEnd < since[number]!) continue;
      const slot = people.find(number);
      if (slot < 0) continue;
      const last = entriesFrom[slot + 1]!;
      for (let entry = entriesFrom[slot]!; entry < last; entry++) {
        const row = rowsOf[entry]!;
        if (end[row]! >= since[number]!) this.take(segment, row, number, placesOf[entry]!, start[row]!, end[row]!);
      }
    }
  }

  /** All of a segment, row after row: most are nobody's in the middle, which one look at `since` tells. */
  scan(segment: Segment): void {
    const { cellsFrom, rowsFrom, places, start, end, person, size } = segment;
    if (segment.maxEnd < this.middles.earliest) return;
    const { rows } = this;
    const shortest = this.least - this.rule.lagSeconds;
    let slot = -1;
    let slotEnd = 0;
    for (let from = 0; from < size; from += rows.length) {
      const found = rowsSince(this.middles.since, person, end, from, Math.min(from + rows.length, size), rows);
      for (let i = 0; i < found; i++) {
        const row = rows[i]!;
        // Most of those found are too short.
        if (end[row]! - start[row]! < shortest) continue;
        while (slotEnd <= row) slotEnd = rowsFrom[cellsFrom[++slot + 1]!]!;
        this.take(segment, row, person[row]!, places.numberAt(slot), start[row]!, end[row]!);
      }
    }
  }

  private take(segment: Segment, row: number, who: number, place: number, start: number, end: number): void {
    const { since, until } = this.middles;
    if (this.plain) this.cut(place, start, end, since[who]!, until[who]!);
    else this.takeSlowly(segment, row, who, place);
  }

  private takeSlowly(segment: Segment, row: number, who: number, place: number): void {
    if (this.removals && this.index.isRemoved(segment.ordinal[row]!)) return;
    const begins = this.sure ? surestStart(segment, row) : segment.start[row]!;
    const ends = this.sure ? surestEnd(segment, row) : segment.end[row]!;
    const { since, until, more } = this.middles;
    this.cut(place, begins, ends, since[who]!, until[who]!);
    if (more !== null) for (const [from, to] of more.get(who) ?? []) this.cut(place, begins, ends, from, to);
  }

  private cut(place: number, begins: number, ends: number, from: number, to: number): void {
    const first = begins > from ? begins : from;
    const until = ends < to ? ends : to;
    const last = until + this.rule.lagSeconds - this.least;
    if (last < first) return;
    // With a lag, a stay of no length counts within the window, not at its end.
    if (first < until || (begins === ends && first === until && until < to)) this.pieces.put(place, first, last);
  }
}

/** Leaves in `found` the rows of `[from, to)` that end when their person counts, or later; answers how many. A loop with nothing else in it. */
function rowsSince(since: Int32Array, person: Int32Array, end: Int32Array, from: number, to: number, found: Int32Array): number {
  let count = 0;
  for (let row = from; row < to; row++) if (end[row]! >= since[person[row]!]!) found[count++] = row;
  return count;
}
