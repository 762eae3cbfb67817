import type { ExposureColumns } from './exposure-columns.js';
import type { Looks } from './looks.js';
import { overlongEnd } from './packed-stays.js';
import type { Piece } from './pieces.js';
import { type Segment, surestEnd, surestStart } from './segment.js';

/** Values of a pair, side by side: contact, first, total, encounters. */
export const PAIR = 4;

/**
 * Whom one case after the other meets, added up in the pairs of the answer itself. Each new contact of a case takes the next ticket; a
 * person's ticket tells its pair, or, when it is of an earlier case, that it has none yet: so nothing has to be emptied in between.
 */
export class Meetings {
  examined = 0;
  met = 0;
  private pairs: Int32Array = NO_ROOM;
  /** How many pairs there is room for when a question begins. */
  private likely = 1_024;
  private count = 0;
  private tickets = new Int32Array(0);
  private ticket = 0;
  /** The last ticket and the number of pairs before this case. */
  private before = 0;
  private countBefore = 0;
  private own = 0;
  /** Meetings one by one, where they have to be added up by more than their sums. */
  private pieces: Map<number, Piece[]> | null = null;

  /** For the next question. `room`: of an answer that nobody reads any more. */
  start(room: ArrayBufferLike | null): void {
    if (room !== null && room.byteLength > this.pairs.byteLength) this.pairs = new Int32Array(room);
    if (this.pairs.length === 0) this.pairs = roomFor(this.likely);
    this.count = 0;
    this.examined = 0;
    this.met = 0;
  }

  /** For the next case: its person. */
  begin(people: number, own: number, pieces: Map<number, Piece[]> | null): void {
    if (this.tickets.length < people || this.ticket > 2 ** 31 - 1 - people) {
      this.tickets = new Int32Array(people);
      this.ticket = 0;
    }
    this.before = this.ticket;
    this.countBefore = this.count;
    this.own = own;
    this.pieces = pieces;
  }

  get length(): number {
    return this.count;
  }

  /** The pairs so far. Many are handed over as they lie. */
  take(): Int32Array {
    const used = this.count * PAIR;
    if (used * 2 < this.pairs.length) return this.pairs.slice(0, used);
    const answer = this.pairs.subarray(0, used);
    this.pairs = NO_ROOM;
    this.likely = this.count + 1_024;
    return answer;
  }

  push(contact: number, first: number, total: number, encounters: number): void {
    const at = this.count * PAIR;
    if (at === this.pairs.length) this.widen();
    this.pairs[at] = contact;
    this.pairs[at + 1] = first;
    this.pairs[at + 2] = total;
    this.pairs[at + 3] = encounters;
    this.count++;
  }

  private widen(): void {
    const wider = new Int32Array(this.pairs.length * 2);
    wider.set(this.pairs);
    this.pairs = wider;
  }

  /** Looks at the rows of all places that were noted since the last time. */
  look(index: ExposureColumns, looks: Looks, sure: boolean): void {
    looks.find();
    // Asked of everything at once: most rows are looked at where there is nothing of it.
    const isPlain = !sure && this.pieces === null && !looks.anyMayLack;
    const { until } = looks;
    for (let i = 0, cell = 0; i < until.length; i++) {
      if (until[i]! > cell) this.lookIn(index, looks, i, cell, sure, isPlain);
      cell = until[i]!;
    }
    looks.clear();
  }

  /**
   * The same of the i-th segment, whose cells begin at the first. The loop is written out with everything in its own variables: it is where the
   * time goes. It stands apart from whatever goes over the segments, since what is called often is compiled whole and not from its loop on.
   */
  private lookIn(index: ExposureColumns, looks: Looks, i: number, firstCell: number, sure: boolean, isPlain: boolean): void {
    const { tickets, before, own, pieces } = this;
    const { mayLack, removedRows, least, row: rowOf, last: lastOf, presence: presenceOf } = looks;
    const [places, froms, tos] = [looks.place.values, looks.from.values, looks.to.values];
    const canonical = index.same.any ? index.same.canonical : null;
    const isToCheck = !isPlain;
    // The pair of a ticket.
    const shift = this.countBefore - before - 1;
    // Where it lies: what is multiplied may overflow and has to be checked for it, what is shifted has not.
    const byPair = 2;
    let { pairs, ticket } = this;
    let examined = 0;
    let met = 0;
    const segment = looks.segments[i]!;
    const { rows } = segment;
    const { words, minStart, form } = rows;
    const { keyBits, keyMask, startBits, startMask, lowBits, overlong } = form;
    const until = looks.until[i]!;
    for (let cell = firstCell; cell < until; cell++) {
      const from = froms[presenceOf[cell]!]!;
      const to = tos[presenceOf[cell]!]!;
      const lastStart = to - least;
      const leastEnd = from + least;
      const last = lastOf[cell]!;
      let row = rowOf[cell]!;
      examined -= row;
      for (; row < last; row++) {
        const time = words[(row << 1) | 1]!;
        let begins = (time & startMask) + minStart;
        if (begins > lastStart) break;
        const word = words[row << 1]!;
        const length = (time >>> startBits) | ((word >>> keyBits) << lowBits);
        let ends = length === overlong ? overlongEnd(rows, row) : begins + length;
        // One branch, not two: which way it goes cannot be foreseen.
        if (((ends - leastEnd) | (length - least)) < 0) continue;
        const number = word & keyMask;
        const who = canonical === null ? number : canonical[number]!;
        if (who === own) continue;
        if (isToCheck) {
          if (mayLack[i] && isGone(index, segment, removedRows[i]!, row)) continue;
          if (sure) {
            begins = surestStart(segment, row);
            ends = surestEnd(segment, row);
            if (Math.min(ends, to) - Math.max(begins, from) < least) continue;
          }
        }
        // Cut to the presence without a branch: less than 0 becomes 0.
        const later = begins - from;
        begins = from + (later & ~(later >> 31));
        const earlier = to - ends;
        const seconds = to - (earlier & ~(earlier >> 31)) - begins;
        met++;
        const known = tickets[who]!;
        if (known > before) {
          const at = (known + shift) << byPair;
          if (begins < pairs[at + 1]!) pairs[at + 1] = begins;
          pairs[at + 2]! += seconds;
          pairs[at + 3]!++;
        } else {
          tickets[who] = ++ticket;
          const at = (ticket + shift) << byPair;
          if (at === pairs.length) {
            this.widen();
            pairs = this.pairs;
          }
          pairs[at] = who;
          pairs[at + 1] = begins;
          pairs[at + 2] = seconds;
          pairs[at + 3] = 1;
        }
        if (pieces !== null) append(pieces, who, { place: places[presenceOf[cell]!]!, start: begins, end: begins + seconds });
      }
      examined += row;
    }
    this.ticket = ticket;
    this.count = ticket + shift + 1;
    this.examined += examined;
    this.met += met;
  }

  /** Takes back this case's pairs, where they are told otherwise. */
  withdraw(): void {
    this.count = this.countBefore;
  }
}

const NO_ROOM = new Int32Array(0);

/** Not emptied first: every value is written before it is read, and to empty as much takes a tenth of finding it. */
const roomFor = (pairs: number): Int32Array => new Int32Array(Buffer.allocUnsafeSlow(pairs * PAIR * 4).buffer);

/** `removed`: a bit for each row, where it is known. */
const isGone = (index: ExposureColumns, { ordinal }: Segment, removed: Uint32Array | null, row: number): boolean =>
  removed === null ? index.isRemoved(ordinal[row]!) : (removed[row >> 5]! & (1 << (row & 31))) !== 0;

function append(lists: Map<number, Piece[]>, who: number, piece: Piece): void {
  const list = lists.get(who);
  if (list) list.push(piece);
  else lists.set(who, [piece]);
}
