import { EntriesAtHand } from './entries-at-hand.js';
import type { ExposureColumns, Manifest } from './exposure-columns.js';
import { Looks } from './looks.js';
import { Meetings } from './meetings.js';
import { type Counting, eachPiece, type OverlapRule, type Piece, type Source, type VisitPiece, windowOf } from './pieces.js';

export interface FirstDegreeRule extends OverlapRule {
  /** Absent: one encounter of `minSeconds` is enough. Present: of the encounters of `minSeconds` it tells which count. */
  readonly cumulative?: Counting;
}

/** Pairs of a case and a contact. Seconds since the index's epoch. */
export interface FirstDegree {
  /** Pairs of the i-th case: `[from[i], from[i + 1])`. */
  readonly from: Int32Array;
  /**
   * `PAIR` values of each pair, side by side: the contact; the earliest moment both were there, the lag counted as being there; seconds of
   * all counting encounters, the lag's included; how many those are.
   */
  readonly pairs: Int32Array;
  /** Rows looked at, and pairs of stays found: how tight the scan was. */
  readonly examined: number;
  readonly met: number;
  readonly manifest: Manifest;
}

const kept = new WeakMap<ExposureColumns, Meetings>();

/** One for each index, so that its room for everybody is not made anew for every question. */
function meetingsOf(index: ExposureColumns): Meetings {
  const meetings = kept.get(index) ?? new Meetings();
  kept.set(index, meetings);
  return meetings;
}

/**
 * Everybody who met a case within its window, other cases included. Each pair of stays is an encounter of its own; uniting two sources
 * that tell of one meeting is the judge's work (ruling 11). Without a cumulative rule the cost is that of the encounters, not of the index.
 * `into`: an answer of this thread that nobody reads any more. Its memory is used again, which is at hand where other memory is not.
 */
export function firstDegree(index: ExposureColumns, cases: readonly Source[], rule: FirstDegreeRule, into?: FirstDegree): FirstDegree {
  const segments = index.segmentsByNeed();
  const { canonical } = index.same;
  const { cumulative } = rule;
  const least = Math.max(1, rule.minSeconds);
  const sure = rule.bounds === 'surest';
  const meetings = meetingsOf(index);
  meetings.start(into ? into.pairs.buffer : null);
  const from = new Int32Array(cases.length + 1);
  const looks = new Looks(
    segments,
    least,
    segments.map((segment) => index.mayLack(segment)),
    segments.map((segment) => index.removedRows(segment)),
  );
  const across: VisitPiece = (place, start, end) => looks.note(place, start, end);
  const windows = cases.map((one) => windowOf(index, one, rule.bounds));
  const atHand = new EntriesAtHand(segments, cases, windows);
  for (const [position, one] of cases.entries()) {
    atHand.bring(position);
    const pieces = cumulative ? new Map<number, Piece[]>() : null;
    meetings.begin(canonical.length, canonical[one.person] ?? one.person, pieces);
    eachPiece(index, segments, one.person, windows[position]!, rule, across);
    meetings.look(index, looks, sure);
    if (cumulative && pieces) {
      meetings.withdraw();
      for (const [who, met] of pieces) emitCumulative(index, meetings, who, met, cumulative);
    }
    from[position + 1] = meetings.length;
  }
  return {
    from,
    pairs: meetings.take(),
    examined: meetings.examined,
    met: meetings.met,
    manifest: index.manifest(),
  };
}

function emitCumulative(index: ExposureColumns, meetings: Meetings, contact: number, pieces: readonly Piece[], countingOf: Counting): void {
  const counting = countingOf(pieces, index.epoch);
  if (counting.length === 0) return;
  let [first, total] = [counting[0]!.start, 0];
  for (const { start, end } of counting) {
    first = Math.min(first, start);
    total += end - start;
  }
  meetings.push(contact, first, total, counting.length);
}
