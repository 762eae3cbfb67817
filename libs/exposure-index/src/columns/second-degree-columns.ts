import type { ExposureColumns, Manifest } from './exposure-columns.js';
import { type Islands, islandsOf } from './islands.js';
import type { OverlapRule, Source } from './pieces.js';
import { firstAtLeast, type Segment, surestEnd, surestStart } from './segment.js';
import { GrowingInts } from './stay-columns.js';

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
  const islands = islandsOf(index, segments, middles, rule, least);
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
