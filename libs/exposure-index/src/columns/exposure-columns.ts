import type { Instant } from '@tracewright/epi-core';
import { GroupSorter } from './group-sorter.js';
import { bytesOfLasting } from './lasting-stays.js';
import { startAt } from './packed-stays.js';
import { RemovedEntries } from './removed-entries.js';
import { RemovedOrdinals } from './removed-ordinals.js';
import { SamePeople } from './same-people.js';
import { buildSegment, bytesOfSegment, rowsOfSegment, type Segment } from './segment.js';
import { byDay, DAY, GrowingStays, joined, keptOf, SECOND, type StayColumns } from './stay-columns.js';
import { bytesOfUnsureEntries } from './unsure-entries.js';

/** One version of a stay: an edited stay comes again under a new ordinal, the former is removed. Instants, `[start, end)` widest. */
export interface IndexedStay {
  readonly ordinal: number;
  readonly person: number;
  readonly place: number;
  readonly start: Instant;
  readonly end: Instant;
  readonly startLatest?: Instant;
  readonly endEarliest?: Instant;
}

/** What an answer rests on: equal manifests and watermarks give equal answers. */
export interface Manifest {
  readonly watermark: number;
  /** Rows of each segment, in order, and of the delta. */
  readonly segments: readonly number[];
  readonly delta: number;
  readonly removed: number;
}

/** An index taken apart. */
export interface IndexParts {
  readonly epoch: Instant;
  readonly watermark: number;
  readonly people: number;
  readonly segments: readonly Segment[];
  /** A bit for each removed ordinal. */
  readonly removed: Uint32Array;
  /** Numbers of one person, first the one that stands for it. */
  readonly mergers: readonly (readonly number[])[];
  /** Ordinal, start and end of stays that do not begin and end with a second. */
  readonly exact: readonly (readonly [ordinal: number, start: Instant, end: Instant])[];
}

/** Seconds `[from, to)` of starts, and the segments that have rows with such. */
interface UntidyDay {
  readonly segments: readonly Segment[];
  readonly from: number;
  readonly to: number;
}

const dayOfSecond = (second: number): number => Math.floor(second / DAY);
const isOverDays = ({ minStart, lastStart }: Segment): boolean => dayOfSecond(minStart) !== dayOfSecond(lastStart);

/** On which rows start. */
function daysOf(segment: Segment): Set<number> {
  const days = new Set<number>();
  if (!isOverDays(segment)) return segment.size === 0 ? days : days.add(dayOfSecond(segment.minStart));
  for (let row = 0; row < segment.size; row++) days.add(dayOfSecond(startAt(segment.rows, row)));
  return days;
}

/** Rows after which the delta becomes a segment: sorting it anew for the first question after a change then stays in milliseconds. */
const FLUSH_AT = 20_000;

/** Who was where and when, as columns: segments that never change, a delta of what is new, and what was removed. */
export class ExposureColumns {
  readonly same = new SamePeople();
  private loaded: Segment[] = [];
  private flushed: Segment[] = [];
  private delta = new GrowingStays();
  private deltaSegment: Segment | null = null;
  private removed = new RemovedOrdinals();
  private removedEntries = new RemovedEntries(this.removed);
  private mark = 0;
  /** The exact bounds of the few stays that do not begin and end with a second. */
  private readonly exact = new Map<number, { readonly start: Instant; readonly end: Instant }>();

  /** `epoch`: the instant that is second 0, a whole second; 68 years before and after it can be told. */
  constructor(readonly epoch: Instant = Date.UTC(2020, 0, 1)) {}

  /** Seconds since the epoch, not rounded. Throws a RangeError when a column cannot hold it. */
  secondsOf(at: Instant): number {
    const seconds = (at - this.epoch) / SECOND;
    if (!(Math.abs(seconds) < 2 ** 30)) throw new RangeError('A stay lies too far from the epoch of the index.');
    return seconds;
  }

  instantOf(seconds: number): Instant {
    return this.epoch + seconds * SECOND;
  }

  /** Many stays at once, a segment for each day of start times. Their columns are not kept. */
  load(stays: StayColumns): void {
    const rows = stays.start.length;
    if (rows === 0) return;
    this.growTo(stays.person);
    const sorter = new GroupSorter();
    for (const day of byDay(stays)) this.loaded.push(buildSegment(day, sorter));
  }

  /** Segments that somebody else built, of rows of these people. */
  take(segments: readonly Segment[], people: Int32Array): void {
    this.growTo(people);
    this.loaded.push(...segments);
  }

  /**
   * New stays, seen by the next question. Bounds that lie within a second are widened to it for the widest reading and narrowed for the
   * surest, so a possible one is never missed and a definite one never too many; `touching` then judges by the exact bounds.
   */
  add(stays: Iterable<IndexedStay>): void {
    for (const stay of stays) {
      const start = Math.floor(this.secondsOf(stay.start));
      const end = Math.ceil(this.secondsOf(stay.end));
      const startLatest = Math.ceil(this.secondsOf(stay.startLatest ?? stay.start));
      const endEarliest = Math.floor(this.secondsOf(stay.endEarliest ?? stay.end));
      if (this.instantOf(start) !== stay.start || this.instantOf(end) !== stay.end)
        this.exact.set(stay.ordinal, { start: stay.start, end: stay.end });
      this.delta.push(stay.person, stay.place, start, end, stay.ordinal, startLatest, endEarliest);
      this.same.grow(stay.person + 1);
      this.deltaSegment = null;
      if (this.delta.length >= FLUSH_AT) this.flush();
    }
  }

  remove(ordinals: Iterable<number>): void {
    for (const ordinal of ordinals) if (this.removed.add(ordinal)) this.exact.delete(ordinal);
  }

  isRemoved(ordinal: number): boolean {
    return this.removed.has(ordinal);
  }

  /** False: surely no row of the segment was removed. */
  mayLack(segment: Segment): boolean {
    return this.removedEntries.mayLack(segment);
  }

  /** A bit for each entry of the segment, all of which must be here, that was removed; null: none was. */
  removedIn(segment: Segment): Uint32Array | null {
    return this.removedEntries.of(segment);
  }

  /** The same, undefined as long as it is not worth it for those who ask about few entries. */
  removedWhenWorth(segment: Segment, entries: number): Uint32Array | null | undefined {
    return this.removedEntries.whenWorth(segment, entries);
  }

  /** A bit for each row that was removed, where it is known; null: it is not, or none was. */
  removedRows(segment: Segment): Uint32Array | null {
    return this.removedEntries.rowsIn(segment);
  }

  get anyRemoved(): boolean {
    return this.removed.count > 0;
  }

  /** Up to which revision of the record the index has followed. Throws a RangeError when it would go back. */
  advance(watermark: number): void {
    if (watermark < this.mark) throw new RangeError(`The watermark ${this.mark} cannot go back to ${watermark}.`);
    this.mark = watermark;
  }

  /**
   * Turns the delta into a segment. One that has come to half the size of the one before it is made one with it, without what was removed:
   * so there are few, each much larger than the next, and no row is put in order anew more often than their sizes double.
   */
  flush(): void {
    if (this.delta.length === 0) return;
    let last = this.deltaSegment ?? buildSegment(this.delta.take());
    this.delta = new GrowingStays();
    this.deltaSegment = null;
    while (this.flushed.length > 0 && this.flushed.at(-1)!.size < 2 * last.size) last = this.united(this.flushed.pop()!, last);
    if (last.size > 0) this.flushed.push(last);
  }

  private united(...segments: readonly Segment[]): Segment {
    const parts = segments.map(rowsOfSegment);
    const kept = parts.map(({ ordinal }) => keptOf(ordinal, (at) => !this.isRemoved(at)));
    const column = (of: (part: StayColumns) => Int32Array): Int32Array => joined(parts.map(of), kept);
    const anyUnsure = parts.some(({ startLatest }) => startLatest !== undefined);
    return buildSegment({
      person: column((part) => part.person),
      place: column((part) => part.place),
      start: column((part) => part.start),
      end: column((part) => part.end),
      ordinal: column((part) => part.ordinal),
      ...(anyUnsure && {
        startLatest: column((part) => part.startLatest ?? part.start),
        endEarliest: column((part) => part.endEarliest ?? part.end),
      }),
    });
  }

  private growTo(people: Int32Array): void {
    let count = 0;
    for (let i = 0; i < people.length; i++) if (people[i]! >= count) count = people[i]! + 1;
    this.same.grow(count);
  }

  /** As `parts`, each segment in the place of which another one with the same rows comes. */
  share(shared: (segment: Segment) => Segment): IndexParts {
    this.flush();
    this.segments();
    this.loaded = this.loaded.map(shared);
    this.flushed = this.flushed.map(shared);
    return this.parts();
  }

  /**
   * Days of which rows were removed or came later, each with the segments that have any of it; and what was removed so far. These segments
   * stay as they are until `tidied` names them.
   */
  untidy(): { readonly days: readonly UntidyDay[]; readonly removed: Uint32Array; readonly count: number } {
    this.flush();
    this.segments();
    const later = this.flushed;
    this.loaded.push(...later);
    this.flushed = [];
    const days = new Map<number, Segment[]>();
    for (const segment of this.loaded) for (const day of daysOf(segment)) days.set(day, [...(days.get(day) ?? []), segment]);
    const isUntidy = ([, segments]: [number, readonly Segment[]]): boolean =>
      segments.length > 1 || segments.some((segment) => this.mayLack(segment) || isOverDays(segment));
    return {
      days: [...days].filter(isUntidy).map(([day, segments]) => ({ segments, from: day * DAY, to: (day + 1) * DAY })),
      removed: this.removed.bits.slice(),
      count: this.removed.count,
    };
  }

  /** `former` segments give way to others, which have their rows without those that were among the first `count` removed. */
  tidied(former: ReadonlySet<Segment>, segments: readonly Segment[], count: number): void {
    this.loaded = [...this.loaded.filter((segment) => !former.has(segment)), ...segments];
    const { values, length } = this.removed.inTurn;
    const since = new RemovedOrdinals();
    for (let i = count; i < length; i++) since.add(values[i]!);
    this.removed = since;
    this.removedEntries = new RemovedEntries(since);
  }

  /** Rows that lie beside the segments of their days, and removed ones. */
  get untidyRows(): number {
    const later = [...this.flushed, ...this.loaded.filter(isOverDays)].reduce((sum, { size }) => sum + size, this.delta.length);
    return later + this.removed.count;
  }

  /**
   * All rows there are, the delta's last. The delta is put in order for the first question after a change. What is still in files is read
   * now; throws `DamagedSegment` when it is not as it was written: the index has to be built again.
   */
  segments(): readonly Segment[] {
    for (const segment of this.loaded) segment.unread?.all();
    return this.segmentsByNeed();
  }

  /** The same for questions about few: what they look at of a segment that has `unread` they ask of that first. */
  segmentsByNeed(): readonly Segment[] {
    if (this.delta.length > 0) this.deltaSegment ??= buildSegment(this.delta.take());
    return [...this.loaded, ...this.flushed, ...(this.deltaSegment ? [this.deltaSegment] : [])];
  }

  /** Bounds to the millisecond; null: the row's seconds are exact. */
  exactOf(ordinal: number): { readonly start: Instant; readonly end: Instant } | null {
    return this.exact.get(ordinal) ?? null;
  }

  /** All there is, to be kept in files; the delta becomes a segment first, and what is still in files is read and checked. */
  parts(): IndexParts {
    this.flush();
    return {
      epoch: this.epoch,
      watermark: this.mark,
      people: this.same.canonical.length,
      segments: this.segments(),
      removed: this.removed.bits,
      mergers: this.same.mergers(),
      exact: [...this.exact].map(([ordinal, { start, end }]) => [ordinal, start, end]),
    };
  }

  static of(parts: IndexParts): ExposureColumns {
    const index = new ExposureColumns(parts.epoch);
    index.loaded = [...parts.segments];
    index.mark = parts.watermark;
    index.removed = RemovedOrdinals.of(parts.removed);
    index.removedEntries = new RemovedEntries(index.removed);
    index.same.grow(parts.people);
    for (const [head, ...members] of parts.mergers) for (const member of members) index.same.merge(head!, member);
    for (const [ordinal, start, end] of parts.exact) index.exact.set(ordinal, { start, end });
    return index;
  }

  manifest(): Manifest {
    return {
      watermark: this.mark,
      segments: [...this.loaded, ...this.flushed].map((segment) => segment.size),
      delta: this.delta.length,
      removed: this.removed.count,
    };
  }

  /** Of what questions found out about a segment. */
  private bytesBeside(segment: Segment): number {
    return bytesOfLasting(segment) + bytesOfUnsureEntries(segment) + this.removedEntries.bytes(segment);
  }

  /** Rows, removed ones included, and the memory they take. */
  size(): { readonly rows: number; readonly bytes: number } {
    const segments = this.segmentsByNeed();
    return {
      rows: segments.reduce((sum, segment) => sum + segment.size, 0),
      bytes: segments.reduce(
        (sum, segment) => sum + bytesOfSegment(segment) + this.bytesBeside(segment),
        this.removed.bytes + this.same.canonical.byteLength,
      ),
    };
  }
}
