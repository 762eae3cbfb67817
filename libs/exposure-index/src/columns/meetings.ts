import type { ExposureColumns } from './exposure-columns.js';
import type { Looks } from './looks.js';
import type { Piece } from './pieces.js';
import { surestEnd, surestStart } from './segment.js';
import { GrowingColumns } from './stay-columns.js';

/**
 * Whom one case after the other meets, added up in the rows of the answer itself. Each new contact of a case takes the next ticket; a
 * person's ticket tells its row, or, when it is of an earlier case, that it has none yet: so nothing has to be emptied in between.
 */
export class Meetings {
  examined = 0;
  met = 0;
  /** As `FirstDegree` has them. Kept from question to question: memory that is fresh costs more than what is written to it. */
  readonly out = new GrowingColumns(5);
  private tickets = new Int32Array(0);
  private ticket = 0;
  /** The last ticket and the number of rows before this case. */
  private before = 0;
  private rows = 0;
  private own = 0;
  private position = 0;
  /** Meetings one by one, where they have to be added up by more than their sums. */
  private pieces: Map<number, Piece[]> | null = null;

  /** For the next case: its position among the cases and its person. */
  begin(people: number, position: number, own: number, pieces: Map<number, Piece[]> | null): void {
    if (this.tickets.length < people || this.ticket > 2 ** 31 - 1 - people) {
      this.tickets = new Int32Array(people);
      this.ticket = 0;
    }
    this.before = this.ticket;
    this.rows = this.out.length;
    this.position = position;
    this.own = own;
    this.pieces = pieces;
  }

  /**
   * Looks at the rows of all places that were noted since the last time. The loop is written out with everything in its own variables: it
   * is where the time goes.
   */
  look(index: ExposureColumns, looks: Looks, sure: boolean): void {
    looks.find();
    const { tickets, before, rows, own, position, pieces, out } = this;
    const { segments, mayLack, removedRows, least, segment: segmentOf, row: rowOf, last: lastOf, from: fromOf, to: toOf } = looks;
    const canonical = index.same.any ? index.same.canonical : null;
    let [source, contact, first, total, encounters] = out.columns as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];
    let ticket = this.ticket;
    let [examined, met] = [0, 0];
    for (let i = 0; i < looks.length; i++) {
      const segment = segments[segmentOf[i]!]!;
      const { start, end, person, ordinal } = segment;
      const removals = mayLack[segmentOf[i]!]!;
      const gone = removedRows[segmentOf[i]!]!;
      const from = fromOf[i]!;
      const to = toOf[i]!;
      const lastStart = to - least;
      const leastEnd = from + least;
      const last = lastOf[i]!;
      for (let row = rowOf[i]!; row < last; row++) {
        let begins = start[row]!;
        if (begins > lastStart) break;
        examined++;
        let ends = end[row]!;
        if (ends < leastEnd || ends - begins < least) continue;
        const number = person[row]!;
        const who = canonical === null ? number : canonical[number]!;
        if (who === own) continue;
        if (removals && (gone === null ? index.isRemoved(ordinal[row]!) : (gone[row >> 5]! & (1 << (row & 31))) !== 0)) continue;
        if (sure) {
          begins = surestStart(segment, row);
          ends = surestEnd(segment, row);
        }
        if (begins < from) begins = from;
        if (ends > to) ends = to;
        const seconds = ends - begins;
        if (seconds < least) continue;
        met++;
        const known = tickets[who]!;
        if (known > before) {
          const at = known - before - 1 + rows;
          if (begins < first[at]!) first[at] = begins;
          total[at]! += seconds;
          encounters[at]!++;
        } else {
          const at = ticket - before + rows;
          if (at === source.length) {
            out.length = at;
            out.reserve(1);
            [source, contact, first, total, encounters] = out.columns as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];
          }
          tickets[who] = ++ticket;
          source[at] = position;
          contact[at] = who;
          first[at] = begins;
          total[at] = seconds;
          encounters[at] = 1;
        }
        if (pieces !== null) append(pieces, who, { place: looks.place[i]!, start: begins, end: ends });
      }
    }
    this.ticket = ticket;
    out.length = ticket - before + rows;
    this.examined += examined;
    this.met += met;
    looks.clear();
  }

  /** Takes back this case's rows, where they are told otherwise. */
  withdraw(): void {
    this.out.length = this.rows;
  }
}

function append(lists: Map<number, Piece[]>, who: number, piece: Piece): void {
  const list = lists.get(who);
  if (list) list.push(piece);
  else lists.set(who, [piece]);
}
