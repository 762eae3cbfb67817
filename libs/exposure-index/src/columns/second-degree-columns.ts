import type { ExposureColumns, Manifest } from './exposure-columns.js';
import { eachPiece, type OverlapRule, type Source, windowOf } from './pieces.js';
import { firstAtLeast, type Segment, surestEnd, surestStart } from './segment.js';
import { RunSorter } from './sort-runs.js';
import { GrowingColumns, GrowingInts, groupRows } from './stay-columns.js';

/** People exposed to somebody in the middle, each once, in the order of their numbers. Seconds since the index's epoch. */
export interface SecondDegree {
  readonly person: Int32Array;
  readonly earliest: Int32Array;
  readonly manifest: Manifest;
}

const LATE = 2 ** 31 - 1;

/**
 * Everybody who met one of the middles (each from its first exposure until it was isolated), but for the middles themselves and whoever
 * is listed as `without`. As sets: at each place the time in which some middle exposes is united, so the cost is that of the stays there,
 * however many pairs they make. An overlap of m with one of the middles is a meeting with its presence shortened by m; shortened pieces
 * may be united without changing whom they meet.
 */
export function secondDegree(
  index: ExposureColumns,
  middles: readonly Source[],
  rule: OverlapRule,
  without: Iterable<number> = [],
): SecondDegree {
  const segments = index.segments();
  const { canonical } = index.same;
  const least = Math.max(1, rule.minSeconds);
  const islands = united(shortenedPieces(index, segments, middles, rule, least));
  // Whoever is left out has been met before everything, so nothing is earlier.
  const earliest = new Int32Array(canonical.length).fill(LATE);
  for (const { person } of middles) earliest[canonical[person]!] = -LATE;
  for (const person of without) earliest[canonical[person] ?? person] = -LATE;
  for (const segment of segments) meetSegment(index, segment, islands, earliest, rule, least);
  const [person, at] = [new GrowingInts(), new GrowingInts()];
  for (let p = 0; p < earliest.length; p++)
    if (Math.abs(earliest[p]!) !== LATE) {
      person.push(p);
      at.push(earliest[p]!);
    }
  return { person: person.take(), earliest: at.take(), manifest: index.manifest() };
}

/** Presence of the middles by place and start; `to` is closed: the last moment at which a stay of `least` may begin together. */
interface Shortened {
  readonly placeFrom: Int32Array;
  readonly rows: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Above this share of all people a pass over all rows is quicker than going from person to person. */
const SCAN_FROM = 0.05;

function shortenedPieces(
  index: ExposureColumns,
  segments: readonly Segment[],
  middles: readonly Source[],
  rule: OverlapRule,
  least: number,
): Shortened {
  const pieces = new GrowingColumns(3);
  const windows = middles.length > SCAN_FROM * index.same.canonical.length ? windowsByPerson(index, middles, rule) : null;
  if (windows) for (const segment of segments) scanPieces(index, segment, windows, rule, least, pieces);
  else
    for (const middle of middles)
      eachPiece(index, segments, middle.person, windowOf(index, middle, rule.bounds), rule, (at, start, end) => {
        if (end - start < least) return;
        pieces.push(at, start, end - least);
      });
  const [place, from, to] = pieces.columns.map((column) => column.subarray(0, pieces.length)) as [Int32Array, Int32Array, Int32Array];
  let most = 0;
  for (let i = 0; i < place.length; i++) if (place[i]! >= most) most = place[i]! + 1;
  const grouped = groupRows(place, most);
  const sorter = new RunSorter();
  for (let p = 0; p < most; p++)
    if (grouped.from[p + 1]! - grouped.from[p]! > 1) sorter.sort(grouped.rows, grouped.from[p]!, grouped.from[p + 1]!, from);
  return { placeFrom: grouped.from, rows: grouped.rows, from, to };
}

/** By the number that stands for a person: a bit for each middle, and its window `[from, to)` as a pair. Most rows are nobody's: only the bits are looked at. */
interface Windows {
  readonly bits: Int32Array;
  readonly pairs: Int32Array;
}

/** Each middle's window by the number that stands for it; null when somebody is named twice. */
function windowsByPerson(index: ExposureColumns, middles: readonly Source[], { bounds }: OverlapRule): Windows | null {
  const { canonical } = index.same;
  const [bits, pairs] = [new Int32Array((canonical.length + 31) >> 5), new Int32Array(canonical.length * 2)];
  for (const middle of middles) {
    const who = canonical[middle.person]!;
    if ((bits[who >> 5]! & (1 << (who & 31))) !== 0) return null;
    bits[who >> 5]! |= 1 << (who & 31);
    [pairs[who * 2], pairs[who * 2 + 1]] = windowOf(index, middle, bounds);
  }
  return { bits, pairs };
}

/** As `eachPiece`, for all middles at once, in the order of places; written out, since it looks at every row long enough to count. */
function scanPieces(
  index: ExposureColumns,
  segment: Segment,
  { bits, pairs }: Windows,
  { lagSeconds, bounds }: OverlapRule,
  least: number,
  pieces: GrowingColumns,
): void {
  const { start, end, person, rowsFrom, cellsFrom, longest, places } = segment;
  const canonical = index.same.any ? index.same.canonical : null;
  const sure = bounds === 'surest';
  const removals = index.anyRemoved;
  for (let slot = 0; slot < places.size; slot++) {
    const place = places.numberAt(slot);
    for (let cell = cellsFrom[slot]!; cell < cellsFrom[slot + 1]!; cell++) {
      if (longest[cell]! + lagSeconds < least) continue;
      const last = rowsFrom[cell + 1]!;
      pieces.reserve(last - rowsFrom[cell]!);
      const placeOf = pieces.columns[0]!;
      const fromOf = pieces.columns[1]!;
      const toOf = pieces.columns[2]!;
      let count = pieces.length;
      for (let row = rowsFrom[cell]!; row < last; row++) {
        const number = person[row]!;
        const who = canonical === null ? number : canonical[number]!;
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
        if (!counts || until + lagSeconds - first < least) continue;
        placeOf[count] = place;
        fromOf[count] = first;
        toOf[count++] = until + lagSeconds - least;
      }
      pieces.length = count;
    }
  }
}

/** Pieces of each place that do not meet each other, in order: those of place `p` are `[placeFrom[p], placeFrom[p + 1])`. */
interface Islands {
  readonly placeFrom: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

function united({ placeFrom, rows, from, to }: Shortened): Islands {
  const islands = { placeFrom: new Int32Array(placeFrom.length), from: new Int32Array(rows.length), to: new Int32Array(rows.length) };
  let count = 0;
  for (let place = 0; place + 1 < placeFrom.length; place++) {
    const first = count;
    for (let i = placeFrom[place]!; i < placeFrom[place + 1]!; i++) {
      const row = rows[i]!;
      const until = to[row]!;
      if (count > first && from[row]! <= islands.to[count - 1]!) {
        if (until > islands.to[count - 1]!) islands.to[count - 1] = until;
        continue;
      }
      islands.from[count] = from[row]!;
      islands.to[count++] = until;
    }
    islands.placeFrom[place + 1] = count;
  }
  return islands;
}

/** One pass over the rows of a segment: at each place both they and the islands ascend. */
function meetSegment(
  index: ExposureColumns,
  segment: Segment,
  { placeFrom, from, to }: Islands,
  earliest: Int32Array,
  { bounds }: OverlapRule,
  least: number,
): void {
  const { start, end, person, cellsFrom, rowsFrom, longest, places, minStart, maxEnd } = segment;
  const canonical = index.same.any ? index.same.canonical : null;
  const sure = bounds === 'surest';
  const removals = index.anyRemoved;
  for (let slot = 0; slot < places.size; slot++) {
    const place = places.numberAt(slot);
    if (place + 1 >= placeFrom.length || placeFrom[place] === placeFrom[place + 1]) continue;
    const lastIsland = placeFrom[place + 1]!;
    const firstIsland = firstAtLeast(to, placeFrom[place]!, lastIsland, minStart);
    const lastCell = cellsFrom[slot + 1]!;
    for (let cell = cellsFrom[slot]!; cell < lastCell; cell++) {
      if (longest[cell]! < least) continue;
      const last = rowsFrom[cell + 1]!;
      let row = rowsFrom[cell]!;
      // A row that missed an island because it ended too early misses all later ones, so no row is looked at twice.
      for (let i = firstIsland; i < lastIsland && row < last; i++) {
        const island = from[i]!;
        if (island > maxEnd) break;
        const until = to[i]!;
        row = seek(start, row, last, island + least - longest[cell]!);
        for (; row < last; row++) {
          const begins = start[row]!;
          if (begins > until) break;
          const lasts = end[row]! - least;
          if (lasts < island || lasts < begins) continue;
          const number = person[row]!;
          const who = canonical === null ? number : canonical[number]!;
          const at = begins > island ? begins : island;
          if (at >= earliest[who]! || (removals && index.isRemoved(segment.ordinal[row]!))) continue;
          if (!sure) earliest[who] = at;
          else {
            const surely = firstMeeting(surestStart(segment, row), surestEnd(segment, row) - least, i, lastIsland, from, to);
            if (surely < earliest[who]!) earliest[who] = surely;
          }
        }
      }
    }
  }
}

/** Where `[start, end]`, both closed, first meets an island from the i-th on, of those before `last`. */
function firstMeeting(start: number, end: number, i: number, last: number, from: Int32Array, to: Int32Array): number {
  if (start > end) return LATE;
  let at = i;
  while (at < last && to[at]! < start) at++;
  return at < last && from[at]! <= end ? Math.max(start, from[at]!) : LATE;
}

/** First row from `row` on that starts at `value` or later: by doubling steps, since it is mostly near. */
function seek(start: Int32Array, row: number, last: number, value: number): number {
  if (row >= last || start[row]! >= value) return row;
  let step = 1;
  while (row + step < last && start[row + step]! < value) step *= 2;
  return firstAtLeast(start, row + (step >> 1), Math.min(last, row + step), value);
}
