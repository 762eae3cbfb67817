import type { Instant } from '@tracewright/epi-core';
import { rowOfEntry } from './entries.js';
import type { ExposureColumns } from './exposure-columns.js';
import { endAt, keyAt, startAt } from './packed-stays.js';
import { type Segment, surestEnd, surestStart } from './segment.js';

/** Widest: what is possible. Surest: what is definite. */
export type Bounds = 'widest' | 'surest';

/** Time together at one place, `[start, end)` in seconds since the index's epoch. */
export interface Piece {
  readonly place: number;
  readonly start: number;
  readonly end: number;
}

/** Of the pieces of one pair those that count, the pieces at one place united. None: the pair is none. */
export type Counting = (pieces: readonly Piece[], epoch: Instant) => readonly Piece[];

/** Somebody who can expose others, and when: `[from, to)`. */
export interface Source {
  readonly person: number;
  readonly from: Instant;
  readonly to: Instant;
}

/** Two stays count when they overlap by at least `minSeconds`, and by more than 0, the source's extended by the lag. */
export interface OverlapRule {
  /** Whole seconds. */
  readonly minSeconds: number;
  readonly lagSeconds: number;
  readonly bounds: Bounds;
}

/** A window in seconds of the index: outward for the widest reading, inward for the surest. An open end may be infinite. */
export function windowOf(index: ExposureColumns, { from, to }: { from: Instant; to: Instant }, bounds: Bounds): [number, number] {
  const [opens, closes] = [secondsWithin(index.epoch, from), secondsWithin(index.epoch, to)];
  return bounds === 'widest' ? [Math.floor(opens), Math.ceil(closes)] : [Math.ceil(opens), Math.floor(closes)];
}

/** In seconds: beyond everything that an index holds. */
export const FOREVER = 2 ** 30;

const secondsWithin = (epoch: Instant, at: Instant): number => Math.min(Math.max((at - epoch) / 1_000, -FOREVER), FOREVER);

/** Presence `[start, end)`, the lag in it, of an entry of a segment that belongs to a number of the person. */
export type VisitPiece = (place: number, start: number, end: number, segment: Segment, member: number, entry: number) => void;

/**
 * The stays of a person (of everybody who is that person) cut to the window and then extended by the lag (ruling 10). A stay of no length
 * within the window is a presence too: with a lag it exposes. Presence shorter than the least overlap meets nobody and is left out.
 */
export function eachPiece(
  index: ExposureColumns,
  segments: readonly Segment[],
  person: number,
  [from, to]: readonly [number, number],
  { minSeconds, lagSeconds, bounds }: OverlapRule,
  visit: VisitPiece,
): void {
  const sure = bounds === 'surest';
  const shortest = Math.max(1, minSeconds) - lagSeconds;
  for (const member of index.same.membersOf(person))
    for (const segment of segments) {
      if (segment.minStart >= to || segment.maxEnd < from) continue;
      const slot = segment.people.find(member);
      if (slot < 0) continue;
      segment.unread?.entries(segment, slot);
      const entries = segment.entriesFrom[slot + 1]! - segment.entriesFrom[slot]!;
      const removed = index.mayLack(segment) ? index.removedWhenWorth(segment, entries) : null;
      const byRow = removed === undefined || (sure && segment.unsure !== null);
      for (let entry = segment.entriesFrom[slot]!; entry < segment.entriesFrom[slot + 1]!; entry++) {
        let begins = startAt(segment.entries, entry);
        if (begins >= to) break;
        let ends = endAt(segment.entries, entry);
        if (ends < from || Math.min(ends, to) - Math.max(begins, from) < shortest) continue;
        if (removed && (removed[entry >> 5]! & (1 << (entry & 31))) !== 0) continue;
        if (byRow) {
          const row = rowOfEntry(segment, member, entry);
          if (removed === undefined && index.isRemoved(segment.ordinal[row]!)) continue;
          if (sure) [begins, ends] = [surestStart(segment, row), surestEnd(segment, row)];
        }
        const start = Math.max(begins, from);
        const end = Math.min(ends, to);
        if (end - start >= shortest && (start < end || (begins === ends && start === end && end < to)))
          visit(segment.places.numberAt(keyAt(segment.entries, entry)), start, end + lagSeconds, segment, member, entry);
      }
    }
}
