import type { ExposureColumns } from './exposure-columns.js';
import { type OverlapRule, type Source, windowOf } from './pieces.js';
import { type Segment, surestEnd, surestStart } from './segment.js';
import { sortDoubles } from './sort-runs.js';
import { GrowingColumns } from './stay-columns.js';

/** When somebody exposes at each place: pieces that do not meet, in order; those of place `p` are `[placeFrom[p], placeFrom[p + 1])`. */
export interface Islands {
  readonly placeFrom: Int32Array;
  readonly from: Int32Array;
  /** Closed: the last moment at which a stay of the least length may begin together. */
  readonly to: Int32Array;
}

/** Whose stays count, and when, `[from, to)`: one position for each number of a middle. */
interface Middles {
  readonly number: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** A piece in one double: its start, counted from the earliest that a column holds, and how long it lasts, in 22 bits. */
const EARLIEST = -(2 ** 30);
const LENGTHS = 2 ** 22;
/** Above this share of all people a pass over all rows is quicker than going from person to person. */
const SCAN_FROM = 0.4;

/** Presence of the middles, each stay cut to its window, extended by the lag, and shortened by the least overlap; united at each place. */
export function islandsOf(
  index: ExposureColumns,
  segments: readonly Segment[],
  middles: readonly Source[],
  rule: OverlapRule,
  least: number,
): Islands {
  const pieces = roomOf(index);
  pieces.length = 0;
  const named = numbersOf(index, middles, rule);
  const windows = named.number.length > SCAN_FROM * index.same.canonical.length ? windowsOf(index, named) : null;
  for (const segment of segments)
    if (windows) scanRows(index, segment, windows, rule, least, pieces);
    else gatherRows(index, segment, named, rule, least, pieces);
  return united(pieces);
}

function numbersOf(index: ExposureColumns, middles: readonly Source[], { bounds }: OverlapRule): Middles {
  const rows = new GrowingColumns(3);
  for (const middle of middles) {
    const [from, to] = windowOf(index, middle, bounds);
    if (index.same.any) for (const number of index.same.membersOf(middle.person)) rows.push(number, from, to);
    else rows.push(middle.person, from, to);
  }
  const [number, from, to] = rows.take() as [Int32Array, Int32Array, Int32Array];
  return { number, from, to };
}

/** Pieces in the order in which they are found. */
class Pieces {
  length = 0;
  place = new Int32Array(1_024);
  packed = new Float64Array(1_024);

  /** A piece too long for its bits is two that touch, and becomes one again when they are united. */
  put(place: number, from: number, to: number): void {
    let start = from;
    for (; to - start >= LENGTHS; start += LENGTHS - 1) this.push(place, start, start + LENGTHS - 1);
    this.push(place, start, to);
  }

  private push(place: number, from: number, to: number): void {
    if (this.length === this.place.length) {
      const [place, packed] = [new Int32Array(this.length * 2), new Float64Array(this.length * 2)];
      place.set(this.place);
      packed.set(this.packed);
      this.place = place;
      this.packed = packed;
    }
    this.place[this.length] = place;
    this.packed[this.length++] = (from - EARLIEST) * LENGTHS + to - from;
  }
}

const rooms = new WeakMap<ExposureColumns, Pieces>();

/** Kept from question to question: memory that is fresh costs more than what is written to it. */
function roomOf(index: ExposureColumns): Pieces {
  const room = rooms.get(index) ?? new Pieces();
  rooms.set(index, room);
  return room;
}

/** From person to person. */
function gatherRows(
  index: ExposureColumns,
  segment: Segment,
  middles: Middles,
  { lagSeconds, bounds }: OverlapRule,
  least: number,
  pieces: Pieces,
): void {
  const { start, end, people, entriesFrom, rowsOf, placesOf, minStart, maxEnd } = segment;
  const sure = bounds === 'surest';
  const removals = index.anyRemoved;
  for (let m = 0; m < middles.number.length; m++) {
    const from = middles.from[m]!;
    const to = middles.to[m]!;
    if (minStart >= to || maxEnd < from) continue;
    const slot = people.find(middles.number[m]!);
    if (slot < 0) continue;
    const last = entriesFrom[slot + 1]!;
    for (let entry = entriesFrom[slot]!; entry < last; entry++) {
      const row = rowsOf[entry]!;
      if (start[row]! >= to) break;
      if (end[row]! < from || (removals && index.isRemoved(segment.ordinal[row]!))) continue;
      const begins = sure ? surestStart(segment, row) : start[row]!;
      const ends = sure ? surestEnd(segment, row) : end[row]!;
      const first = begins > from ? begins : from;
      const until = ends < to ? ends : to;
      const counts = first < until || (begins === ends && first === until && until < to);
      if (counts && until + lagSeconds - first >= least) pieces.put(placesOf[entry]!, first, until + lagSeconds - least);
    }
  }
}

/** By the number that stands for a person: a bit for each middle, and its window `[from, to)` as a pair. Most rows are nobody's: only the bits are looked at. */
interface Windows {
  readonly bits: Int32Array;
  readonly pairs: Int32Array;
}

/** Null when somebody is named twice. */
function windowsOf(index: ExposureColumns, { number, from, to }: Middles): Windows | null {
  const people = index.same.canonical.length;
  const [bits, pairs] = [new Int32Array((people + 31) >> 5), new Int32Array(people * 2)];
  for (let m = 0; m < number.length; m++) {
    const who = number[m]!;
    if ((bits[who >> 5]! & (1 << (who & 31))) !== 0) return null;
    bits[who >> 5]! |= 1 << (who & 31);
    pairs[who * 2] = from[m]!;
    pairs[who * 2 + 1] = to[m]!;
  }
  return { bits, pairs };
}

/** As `gatherRows`, in the order of the rows: it looks at every one that is long enough to count. */
function scanRows(
  index: ExposureColumns,
  segment: Segment,
  { bits, pairs }: Windows,
  { lagSeconds, bounds }: OverlapRule,
  least: number,
  pieces: Pieces,
): void {
  const { start, end, person, rowsFrom, cellsFrom, longest, places } = segment;
  const sure = bounds === 'surest';
  const removals = index.anyRemoved;
  for (let slot = 0; slot < places.size; slot++) {
    const place = places.numberAt(slot);
    for (let cell = cellsFrom[slot]!; cell < cellsFrom[slot + 1]!; cell++) {
      if (longest[cell]! + lagSeconds < least) continue;
      const last = rowsFrom[cell + 1]!;
      for (let row = rowsFrom[cell]!; row < last; row++) {
        const who = person[row]!;
        if ((bits[who >> 5]! & (1 << (who & 31))) === 0) continue;
        const to = pairs[who * 2 + 1]!;
        let begins = start[row]!;
        if (to <= begins || (removals && index.isRemoved(segment.ordinal[row]!))) continue;
        let ends = end[row]!;
        if (sure) {
          begins = surestStart(segment, row);
          ends = surestEnd(segment, row);
        }
        const from = pairs[who * 2]!;
        const first = begins > from ? begins : from;
        const until = ends < to ? ends : to;
        const counts = first < until || (begins === ends && first === until && until < to);
        if (counts && until + lagSeconds - first >= least) pieces.put(place, first, until + lagSeconds - least);
      }
    }
  }
}

function united(pieces: Pieces): Islands {
  const { place, packed, length } = pieces;
  let places = 0;
  for (let i = 0; i < length; i++) if (place[i]! >= places) places = place[i]! + 1;
  const next = new Int32Array(places + 1);
  for (let i = 0; i < length; i++) next[place[i]!]!++;
  for (let p = 0, sum = 0; p <= places; p++) {
    const count = next[p]!;
    next[p] = sum;
    sum += count;
  }
  const sorted = new Float64Array(length);
  for (let i = 0; i < length; i++) sorted[next[place[i]!]!++] = packed[i]!;
  const islands = { placeFrom: new Int32Array(places + 1), from: new Int32Array(length), to: new Int32Array(length) };
  let count = 0;
  for (let p = 0, begin = 0; p < places; p++) {
    const end = next[p]!;
    sortDoubles(sorted, begin, end);
    const first = count;
    for (let i = begin; i < end; i++) {
      const start = Math.floor(sorted[i]! / LENGTHS);
      const from = start + EARLIEST;
      const until = from + sorted[i]! - start * LENGTHS;
      if (count > first && from <= islands.to[count - 1]!) {
        if (until > islands.to[count - 1]!) islands.to[count - 1] = until;
        continue;
      }
      islands.from[count] = from;
      islands.to[count++] = until;
    }
    islands.placeFrom[p + 1] = count;
    begin = end;
  }
  return islands;
}
