import { type CumulativeRule, countingPieces, type Piece } from './cumulative-pieces.js';
import type { ExposureColumns, Manifest } from './exposure-columns.js';
import { eachPiece, type OverlapRule, type Source, windowOf } from './pieces.js';
import { eachOverlapping } from './scan.js';
import { surestEnd, surestStart } from './segment.js';
import { GrowingInts } from './stay-columns.js';

export interface FirstDegreeRule extends OverlapRule {
  /** Absent: one encounter of `minSeconds` is enough. Present: encounters of `minSeconds` are added up. */
  readonly cumulative?: CumulativeRule;
}

/** Pairs of a case and a contact, as columns: one position a pair. Seconds since the index's epoch. */
export interface FirstDegree {
  /** Position in the list of cases. */
  readonly source: Int32Array;
  readonly contact: Int32Array;
  /** The earliest moment both were there, the lag counted as being there. */
  readonly first: Int32Array;
  /** Seconds of all counting encounters, the lag's included. */
  readonly total: Int32Array;
  readonly encounters: Int32Array;
  /** Rows looked at, and pairs of stays found: how tight the scan was. */
  readonly examined: number;
  readonly met: number;
  readonly manifest: Manifest;
}

/** Sums for each person, for one case after the other; a stamp says whose they are, so that nothing has to be emptied. */
class Sums {
  stamp = new Int32Array(0);
  first = new Int32Array(0);
  total = new Int32Array(0);
  count = new Int32Array(0);
  round = 0;
  readonly touched = new GrowingInts();

  begin(people: number): void {
    if (this.stamp.length < people || this.round === 2 ** 31 - 1) {
      this.stamp = new Int32Array(people);
      this.first = new Int32Array(people);
      this.total = new Int32Array(people);
      this.count = new Int32Array(people);
      this.round = 0;
    }
    this.round++;
    this.touched.length = 0;
  }

  add(person: number, from: number, seconds: number): void {
    if (this.stamp[person] !== this.round) {
      this.stamp[person] = this.round;
      this.first[person] = from;
      this.total[person] = seconds;
      this.count[person] = 1;
      this.touched.push(person);
      return;
    }
    if (from < this.first[person]!) this.first[person] = from;
    this.total[person]! += seconds;
    this.count[person]!++;
  }
}

const kept = new WeakMap<ExposureColumns, Sums>();

function sumsOf(index: ExposureColumns): Sums {
  const sums = kept.get(index) ?? new Sums();
  kept.set(index, sums);
  return sums;
}

/**
 * Everybody who met a case within its window, other cases included. Each pair of stays is an encounter of its own; uniting two sources
 * that tell of one meeting is the judge's work (ruling 11). Without a cumulative rule the cost is that of the encounters, not of the index.
 */
export function firstDegree(index: ExposureColumns, cases: readonly Source[], rule: FirstDegreeRule): FirstDegree {
  const segments = index.segments();
  const { canonical } = index.same;
  const { cumulative } = rule;
  const least = Math.max(1, rule.minSeconds);
  const sure = rule.bounds === 'surest';
  const removals = index.anyRemoved;
  const sums = sumsOf(index);
  const out = Array.from({ length: 5 }, () => new GrowingInts());
  let [examined, met] = [0, 0];

  for (const [position, one] of cases.entries()) {
    const own = canonical[one.person] ?? one.person;
    const pieces = new Map<number, Piece[]>();
    sums.begin(canonical.length);
    // Set for each piece of the case before its rows are visited: one closure for all of them.
    let place = 0;
    let from = 0;
    let to = 0;
    let segment = segments[0]!;
    const meet = (row: number): void => {
      const who = canonical[segment.person[row]!]!;
      if (who === own || (removals && index.isRemoved(segment.ordinal[row]!))) return;
      const start = Math.max(from, sure ? surestStart(segment, row) : segment.start[row]!);
      const end = Math.min(to, sure ? surestEnd(segment, row) : segment.end[row]!);
      if (end - start < least) return;
      met++;
      sums.add(who, start, end - start);
      if (cumulative) append(pieces, who, { place, start, end });
    };
    const across = (at: number, start: number, end: number): void => {
      place = at;
      from = start;
      to = end;
      if (end - start < least) return;
      for (const other of segments) {
        if (other.minStart + least > end || other.maxEnd < start + least) continue;
        segment = other;
        examined += eachOverlapping(other, at, start, end, least, meet);
      }
    };
    eachPiece(index, segments, one.person, windowOf(index, one, rule.bounds), rule, across);
    for (let i = 0; i < sums.touched.length; i++) {
      const who = sums.touched.values[i]!;
      if (cumulative) emitCumulative(index, out, position, who, pieces.get(who)!, cumulative);
      else emit(out, position, who, sums.first[who]!, sums.total[who]!, sums.count[who]!);
    }
  }
  const [source, contact, first, total, encounters] = out.map((column) => column.take());
  return {
    source: source!,
    contact: contact!,
    first: first!,
    total: total!,
    encounters: encounters!,
    examined,
    met,
    manifest: index.manifest(),
  };
}

function emit(out: readonly GrowingInts[], source: number, contact: number, first: number, total: number, encounters: number): void {
  out[0]!.push(source);
  out[1]!.push(contact);
  out[2]!.push(first);
  out[3]!.push(total);
  out[4]!.push(encounters);
}

function emitCumulative(
  index: ExposureColumns,
  out: readonly GrowingInts[],
  source: number,
  contact: number,
  pieces: readonly Piece[],
  rule: CumulativeRule,
): void {
  const counting = countingPieces(pieces, rule, index.epoch);
  if (counting.length === 0) return;
  let [first, total] = [counting[0]!.start, 0];
  for (const { start, end } of counting) {
    first = Math.min(first, start);
    total += end - start;
  }
  emit(out, source, contact, first, total, counting.length);
}

function append(lists: Map<number, Piece[]>, who: number, piece: Piece): void {
  const list = lists.get(who);
  if (list) list.push(piece);
  else lists.set(who, [piece]);
}
