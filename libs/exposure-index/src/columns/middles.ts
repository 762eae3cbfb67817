import type { ExposureColumns } from './exposure-columns.js';
import { type OverlapRule, type Source, windowOf } from './pieces.js';
import { type Segment, surestEnd, surestStart } from './segment.js';

/** Later than any row. */
export const NEVER = 2 ** 31 - 1;

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

/** Presence of people in the middle: each stay cut to its window, extended by the lag, shortened by the least overlap. */
export class Presence {
  private readonly sure: boolean;
  private readonly removals: boolean;
  /** Whether there is nothing to look at but each person's one window. */
  readonly plain: boolean;
  /** How much longer than the stay itself its presence lasts; mostly negative. */
  readonly longer: number;
  /** Of presence only what comes from then on. */
  from = -NEVER;

  constructor(
    private readonly index: ExposureColumns,
    private readonly middles: Middles,
    rule: OverlapRule,
    least: number,
    private readonly sink: { put(from: number, to: number): void },
  ) {
    this.sure = rule.bounds === 'surest';
    this.removals = index.anyRemoved;
    this.plain = !this.sure && !this.removals && middles.more === null;
    this.longer = rule.lagSeconds - least;
  }

  /** Puts the presence of a row whose person is in the middle to the islands of its place. */
  put(segment: Segment, row: number, who: number): void {
    const ends = segment.end[row]!;
    if (ends + this.longer < this.from) return;
    if (!this.plain) this.putSlowly(segment, row, who);
    else if (ends >= this.middles.since[who]!) this.cut(segment.start[row]!, ends, this.middles.since[who]!, this.middles.until[who]!);
  }

  /** The same, where it is plain and the person's window is open for all of the time that is looked at. */
  putWhole(start: number, end: number): void {
    const last = end + this.longer;
    if (last >= this.from && last >= start) this.sink.put(start > this.from ? start : this.from, last);
  }

  private putSlowly(segment: Segment, row: number, who: number): void {
    if (this.removals && this.index.isRemoved(segment.ordinal[row]!)) return;
    const begins = this.sure ? surestStart(segment, row) : segment.start[row]!;
    const ends = this.sure ? surestEnd(segment, row) : segment.end[row]!;
    const { since, until, more } = this.middles;
    this.cut(begins, ends, since[who]!, until[who]!);
    if (more !== null) for (const [from, to] of more.get(who) ?? []) this.cut(begins, ends, from, to);
  }

  private cut(begins: number, ends: number, from: number, to: number): void {
    const first = begins > from ? begins : from;
    const until = ends < to ? ends : to;
    const last = until + this.longer;
    if (last < first || last < this.from) return;
    // With a lag, a stay of no length counts within the window, not at its end.
    if (first < until || (begins === ends && first === until && until < to)) this.sink.put(first > this.from ? first : this.from, last);
  }
}
