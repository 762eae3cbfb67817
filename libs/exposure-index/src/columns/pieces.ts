import type { Instant } from '@tracewright/epi-core';
import type { ExposureColumns } from './exposure-columns.js';
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
  const seconds = (at: Instant) => Math.min(Math.max((at - index.epoch) / 1_000, -(2 ** 30)), 2 ** 30);
  return bounds === 'widest' ? [Math.floor(seconds(from)), Math.ceil(seconds(to))] : [Math.ceil(seconds(from)), Math.floor(seconds(to))];
}

/** Presence `[start, end)`, the lag in it, of a row of a segment. */
export type VisitPiece = (place: number, start: number, end: number, segment: Segment, row: number) => void;

/**
 * The stays of a person (of everybody who is that person) cut to the window and then extended by the lag (ruling 10). A stay of no length
 * within the window is a presence too: with a lag it exposes.
 */
export function eachPiece(
  index: ExposureColumns,
  segments: readonly Segment[],
  person: number,
  [from, to]: readonly [number, number],
  { lagSeconds, bounds }: OverlapRule,
  visit: VisitPiece,
): void {
  const sure = bounds === 'surest';
  const removals = index.anyRemoved;
  for (const member of index.same.membersOf(person))
    for (const segment of segments) {
      if (segment.minStart >= to || segment.maxEnd < from) continue;
      const slot = segment.people.find(member);
      if (slot < 0) continue;
      segment.unread?.entries(segment, slot, removals);
      for (let entry = segment.entriesFrom[slot]!; entry < segment.entriesFrom[slot + 1]!; entry++) {
        const row = segment.rowsOf[entry]!;
        if (segment.start[row]! >= to) break;
        if (segment.end[row]! < from || (removals && index.isRemoved(segment.ordinal[row]!))) continue;
        const begins = sure ? surestStart(segment, row) : segment.start[row]!;
        const ends = sure ? surestEnd(segment, row) : segment.end[row]!;
        const start = Math.max(begins, from);
        const end = Math.min(ends, to);
        if (start < end || (begins === ends && start === end && end < to))
          visit(segment.placesOf[entry]!, start, end + lagSeconds, segment, row);
      }
    }
}
