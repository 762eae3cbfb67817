import type { Instant } from '@tracewright/epi-core';
import type { ExposureColumns } from './exposure-columns.js';
import { endAt, firstStartingAt, keyAt, startAt } from './packed-stays.js';
import { SECOND } from './stay-columns.js';

/** A stay of the person asked about; it need not be in the index (edits that are not saved yet, ruling 16). */
export interface TouchingSource {
  readonly person: number;
  readonly start: Instant;
  readonly end: Instant;
  /** Its own place and those related to it, in any order. */
  readonly places: readonly number[];
}

export interface TouchingQuestion {
  /** `[from, to)`; the sources are cut to it. */
  readonly from: Instant;
  readonly to: Instant;
  readonly lagMs: number;
  /** People who are known already. */
  readonly without: ReadonlySet<number>;
  /** Only these people are asked about; absent: everybody. */
  readonly among?: ReadonlySet<number> | undefined;
}

/** Touches of one answer at most: as objects they take a gigabyte. */
const MOST_TOUCHED = 5_000_000;

/** More touches than can be told. */
export class TooManyTouches extends RangeError {
  constructor(
    readonly touches: number,
    /** Position of the source that has most of them. */
    readonly source: number,
  ) {
    super(`More than ${touches} stays touch those asked about: ask about fewer, or about a shorter time.`);
  }
}

export interface Touched {
  /** Positions in the list of sources and in that source's places. */
  readonly source: number;
  readonly place: number;
  readonly ordinal: number;
}

/**
 * Stays of other people at the sources' places whose widest bounds touch the source's, cut to the window and extended by the lag. Touch
 * means `start < end` both ways, so a stay of no length inside another touches it. What an exact judge then looks at. Throws
 * `TooManyTouches` rather than filling the memory.
 */
export function touching(index: ExposureColumns, sources: readonly TouchingSource[], question: TouchingQuestion): Touched[] {
  const { canonical } = index.same;
  const personOf = (number: number) => canonical[number] ?? number;
  const without = new Set([...question.without].map(personOf));
  const among = question.among && new Set([...question.among].map(personOf));
  const found: Touched[] = [];
  for (const [position, source] of sources.entries()) {
    if (source.start >= question.to || source.end <= question.from) continue;
    const from = Math.max(source.start, question.from);
    const to = Math.min(source.end, question.to) + question.lagMs;
    const own = personOf(source.person);
    for (const [place, number] of source.places.entries())
      eachTouching(index, number, from, to, (ordinal, person) => {
        const who = personOf(person);
        if (who === own || without.has(who) || (among && !among.has(who))) return;
        if (found.length === MOST_TOUCHED) throw new TooManyTouches(MOST_TOUCHED, busiest(found));
        found.push({ source: position, place, ordinal });
      });
  }
  return found;
}

function busiest(found: readonly Touched[]): number {
  const counts = new Map<number, number>();
  for (const { source } of found) counts.set(source, (counts.get(source) ?? 0) + 1);
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}

function eachTouching(
  index: ExposureColumns,
  place: number,
  from: Instant,
  to: Instant,
  visit: (ordinal: number, person: number) => void,
): void {
  // Not rounded: rows of whole seconds are judged to the millisecond; the few others, kept wider, once more by their exact bounds.
  const [start, end] = [(from - index.epoch) / SECOND, (to - index.epoch) / SECOND];
  for (const segment of index.segmentsByNeed()) {
    if (segment.minStart >= end || segment.maxEnd <= start) continue;
    const slot = segment.places.find(place);
    if (slot < 0) continue;
    segment.unread?.rows(segment, slot, 0, true);
    const { rows } = segment;
    for (let cell = segment.cellsFrom[slot]!; cell < segment.cellsFrom[slot + 1]!; cell++) {
      const last = segment.rowsFrom[cell + 1]!;
      // Rows begin with whole seconds.
      let row = firstStartingAt(rows, segment.rowsFrom[cell]!, last, Math.ceil(start) - segment.longest[cell]!);
      for (; row < last && startAt(rows, row) < end; row++) {
        if (endAt(rows, row) <= start) continue;
        const ordinal = segment.ordinal[row]!;
        if (index.isRemoved(ordinal)) continue;
        const exact = index.exactOf(ordinal);
        if (exact === null || (exact.start < to && exact.end > from)) visit(ordinal, keyAt(rows, row));
      }
    }
  }
}
