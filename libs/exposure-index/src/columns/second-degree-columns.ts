import type { ExposureColumns, Manifest } from './exposure-columns.js';
import { eachPiece, type OverlapRule, type Source, windowOf } from './pieces.js';
import { firstAtLeast, type Segment, surestEnd, surestStart } from './segment.js';
import { RunSorter } from './sort-runs.js';
import { GrowingInts, groupRows } from './stay-columns.js';

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
  const shortened = shortenedPieces(index, segments, middles, rule, least);
  const leftOut = new Uint8Array(canonical.length);
  for (const { person } of middles) leftOut[canonical[person]!] = 1;
  for (const person of without) leftOut[canonical[person] ?? person] = 1;
  const earliest = new Int32Array(canonical.length).fill(LATE);
  const islands = { from: new GrowingInts(), to: new GrowingInts() };
  const visit = meetings(index, earliest, leftOut, rule, least);
  for (let place = 0; place + 1 < shortened.placeFrom.length; place++) {
    unite(shortened, place, islands);
    if (islands.from.length > 0) for (const segment of segments) visit(segment, place, islands);
  }
  const [person, at] = [new GrowingInts(), new GrowingInts()];
  for (let p = 0; p < earliest.length; p++)
    if (earliest[p] !== LATE) {
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
  const [places, starts, ends] = [new GrowingInts(), new GrowingInts(), new GrowingInts()];
  let most = 0;
  const keep = (place: number, start: number, end: number): void => {
    if (end - start < least) return;
    places.push(place);
    starts.push(start);
    ends.push(end - least);
    if (place >= most) most = place + 1;
  };
  const windows = middles.length > SCAN_FROM * index.same.canonical.length ? windowsByPerson(index, middles, rule) : null;
  if (windows) for (const segment of segments) scanPieces(index, segment, windows, rule, keep);
  else for (const middle of middles) eachPiece(index, segments, middle.person, windowOf(index, middle, rule.bounds), rule, keep);
  const [place, from, to] = [places, starts, ends].map((column) => column.values.subarray(0, column.length));
  const grouped = groupRows(place!, most);
  const sorter = new RunSorter();
  for (let p = 0; p < most; p++) sorter.sort(grouped.rows, grouped.from[p]!, grouped.from[p + 1]!, from!);
  return { placeFrom: grouped.from, rows: grouped.rows, from: from!, to: to! };
}

interface Windows {
  readonly from: Int32Array;
  /** Not a middle: before everything. */
  readonly to: Int32Array;
}

/** Each middle's window by the number that stands for it; null when somebody is named twice. */
function windowsByPerson(index: ExposureColumns, middles: readonly Source[], { bounds }: OverlapRule): Windows | null {
  const { canonical } = index.same;
  const windows = { from: new Int32Array(canonical.length), to: new Int32Array(canonical.length).fill(-LATE) };
  for (const middle of middles) {
    const person = canonical[middle.person]!;
    if (windows.to[person] !== -LATE) return null;
    [windows.from[person], windows.to[person]] = windowOf(index, middle, bounds);
  }
  return windows;
}

/** As `eachPiece`, for all middles at once, in the order of places. */
function scanPieces(
  index: ExposureColumns,
  segment: Segment,
  windows: Windows,
  { lagSeconds, bounds }: OverlapRule,
  keep: (place: number, start: number, end: number) => void,
): void {
  const { canonical } = index.same;
  const sure = bounds === 'surest';
  const removals = index.anyRemoved;
  for (let slot = 0; slot < segment.places.size; slot++) {
    const place = segment.places.numberAt(slot);
    const last = segment.rowsFrom[segment.cellsFrom[slot + 1]!]!;
    for (let row = segment.rowsFrom[segment.cellsFrom[slot]!]!; row < last; row++) {
      const who = canonical[segment.person[row]!]!;
      const to = windows.to[who]!;
      if (to === -LATE || segment.start[row]! >= to || (removals && index.isRemoved(segment.ordinal[row]!))) continue;
      const begins = sure ? surestStart(segment, row) : segment.start[row]!;
      const ends = sure ? surestEnd(segment, row) : segment.end[row]!;
      const start = Math.max(begins, windows.from[who]!);
      const end = Math.min(ends, to);
      if (start < end || (begins === ends && start === end && end < to)) keep(place, start, end + lagSeconds);
    }
  }
}

interface Islands {
  readonly from: GrowingInts;
  readonly to: GrowingInts;
}

/** The pieces of a place made into islands that do not meet, in order. */
function unite(pieces: Shortened, place: number, islands: Islands): void {
  const { from, to } = islands;
  from.length = 0;
  to.length = 0;
  for (let i = pieces.placeFrom[place]!; i < pieces.placeFrom[place + 1]!; i++) {
    const row = pieces.rows[i]!;
    const last = to.length - 1;
    if (last >= 0 && pieces.from[row]! <= to.values[last]!) to.values[last] = Math.max(to.values[last]!, pieces.to[row]!);
    else {
      from.push(pieces.from[row]!);
      to.push(pieces.to[row]!);
    }
  }
}

/** One pass over the rows of a place: both they and the islands ascend. */
function meetings(index: ExposureColumns, earliest: Int32Array, leftOut: Uint8Array, { bounds }: OverlapRule, least: number) {
  const { canonical } = index.same;
  const sure = bounds === 'surest';
  const removals = index.anyRemoved;
  return (segment: Segment, place: number, { from, to }: Islands): void => {
    const slot = segment.places.find(place);
    if (slot < 0) return;
    for (let cell = segment.cellsFrom[slot]!; cell < segment.cellsFrom[slot + 1]!; cell++) {
      const longest = segment.longest[cell]!;
      const last = segment.rowsFrom[cell + 1]!;
      if (longest < least) continue;
      let row = segment.rowsFrom[cell]!;
      // A row that missed an island because it ended too early misses all later ones, so no row is looked at twice.
      for (let i = 0; i < from.length && row < last; i++) {
        const island = from.values[i]!;
        const until = to.values[i]!;
        row = seek(segment.start, row, last, island + least - longest);
        for (; row < last && segment.start[row]! <= until; row++) {
          if (segment.end[row]! - least < island || segment.end[row]! - segment.start[row]! < least) continue;
          const who = canonical[segment.person[row]!]!;
          if (leftOut[who] === 1 || (removals && index.isRemoved(segment.ordinal[row]!))) continue;
          if (!sure) {
            const at = Math.max(segment.start[row]!, island);
            if (at < earliest[who]!) earliest[who] = at;
            continue;
          }
          const at = firstMeeting(surestStart(segment, row), surestEnd(segment, row) - least, i, from, to);
          if (at < earliest[who]!) earliest[who] = at;
        }
      }
    }
  };
}

/** Where `[start, end]`, both closed, first meets an island from the i-th on. */
function firstMeeting(start: number, end: number, i: number, from: GrowingInts, to: GrowingInts): number {
  if (start > end) return LATE;
  let at = i;
  while (at < to.length && to.values[at]! < start) at++;
  return at < from.length && from.values[at]! <= end ? Math.max(start, from.values[at]!) : LATE;
}

/** First row from `row` on that starts at `value` or later: by doubling steps, since it is mostly near. */
function seek(start: Int32Array, row: number, last: number, value: number): number {
  if (row >= last || start[row]! >= value) return row;
  let step = 1;
  while (row + step < last && start[row + step]! < value) step *= 2;
  return firstAtLeast(start, row + (step >> 1), Math.min(last, row + step), value);
}
