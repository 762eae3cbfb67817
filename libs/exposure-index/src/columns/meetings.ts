import type { Piece } from './cumulative-pieces.js';
import { type ExposureColumns, isSet } from './exposure-columns.js';
import { firstAtLeast, type Segment, surestEnd, surestStart } from './segment.js';
import { GrowingColumns, GrowingInts } from './stay-columns.js';

/** What is kept of a person, side by side: whose they are, the first moment, seconds, meetings. */
const [STAMP, FIRST, TOTAL, COUNT, SUMS] = [0, 1, 2, 3, 4] as const;

/** Whom one case after the other meets. A stamp says whose a person's sums are, so that nothing has to be emptied in between. */
export class Meetings {
  examined = 0;
  met = 0;
  readonly touched = new GrowingInts();
  /** Pairs so far. Kept from question to question: memory that is fresh costs more than what is written to it. */
  readonly out = new GrowingColumns(5);
  private sums = new Int32Array(0);
  private round = 0;
  private own = 0;
  /** Meetings one by one, where they have to be added up by more than their sums. */
  private pieces: Map<number, Piece[]> | null = null;

  /** For the next case, the person `own`. */
  begin(people: number, own: number, pieces: Map<number, Piece[]> | null): void {
    if (this.sums.length < people * SUMS || this.round === 2 ** 31 - 1) {
      this.sums = new Int32Array(people * SUMS);
      this.round = 0;
    }
    this.round++;
    this.own = own;
    this.pieces = pieces;
    if (this.touched.values.length < people) this.touched.values = new Int32Array(people);
    this.touched.length = 0;
  }

  /**
   * Rows at a place that overlap `[from, to)` by at least `least` (1 or more). An overlap of m between two intervals is a plain meeting of
   * both shortened by m at their ends; the longest stay of a cell says how far before it has to be looked. The loop is written out with
   * everything in its own variables: it is where the time goes.
   */
  atPlace(index: ExposureColumns, segment: Segment, place: number, from: number, to: number, least: number, sure: boolean): void {
    const slot = segment.places.find(place);
    if (slot < 0) return;
    const { start, end, person, ordinal, rowsFrom, longest } = segment;
    const { sums, round, own, pieces } = this;
    const canonical = index.same.any ? index.same.canonical : null;
    const removals = index.anyRemoved;
    const removed = index.removedBits;
    const touched = this.touched.values;
    let [touchedCount, examined, met] = [this.touched.length, 0, 0];
    const lastStart = to - least;
    const leastEnd = from + least;
    const lastCell = segment.cellsFrom[slot + 1]!;
    for (let cell = segment.cellsFrom[slot]!; cell < lastCell; cell++) {
      if (longest[cell]! < least) continue;
      const last = rowsFrom[cell + 1]!;
      for (let row = firstAtLeast(start, rowsFrom[cell]!, last, leastEnd - longest[cell]!); row < last; row++) {
        let begins = start[row]!;
        if (begins > lastStart) break;
        examined++;
        let ends = end[row]!;
        if (ends < leastEnd || ends - begins < least) continue;
        const number = person[row]!;
        const who = canonical === null ? number : canonical[number]!;
        if (who === own || (removals && isSet(removed, ordinal[row]!))) continue;
        if (sure) {
          begins = surestStart(segment, row);
          ends = surestEnd(segment, row);
        }
        if (begins < from) begins = from;
        if (ends > to) ends = to;
        const seconds = ends - begins;
        if (seconds < least) continue;
        met++;
        const at = who * SUMS;
        if (sums[at + STAMP] !== round) {
          sums[at + STAMP] = round;
          sums[at + FIRST] = begins;
          sums[at + TOTAL] = seconds;
          sums[at + COUNT] = 1;
          touched[touchedCount++] = who;
        } else {
          if (begins < sums[at + FIRST]!) sums[at + FIRST] = begins;
          sums[at + TOTAL]! += seconds;
          sums[at + COUNT]!++;
        }
        if (pieces !== null) append(pieces, who, { place, start: begins, end: ends });
      }
    }
    this.touched.length = touchedCount;
    this.examined += examined;
    this.met += met;
  }

  /** Everybody the case met, as pairs with it: five columns, as `FirstDegree` has them. */
  emit(position: number): void {
    const { sums, out } = this;
    const { values, length } = this.touched;
    out.reserve(length);
    const [source, contact, first, total, encounters] = out.columns as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];
    for (let i = 0, at = out.length; i < length; i++, at++) {
      const who = values[i]!;
      source[at] = position;
      contact[at] = who;
      first[at] = sums[who * SUMS + FIRST]!;
      total[at] = sums[who * SUMS + TOTAL]!;
      encounters[at] = sums[who * SUMS + COUNT]!;
    }
    out.length += length;
  }
}

function append(lists: Map<number, Piece[]>, who: number, piece: Piece): void {
  const list = lists.get(who);
  if (list) list.push(piece);
  else lists.set(who, [piece]);
}
