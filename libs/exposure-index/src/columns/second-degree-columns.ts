import type { ExposureColumns, Manifest } from './exposure-columns.js';
import { type MiddleColumns, middlesOf } from './middles.js';
import type { OverlapRule, Source } from './pieces.js';
import { LATE } from './place-presence.js';
import { type Room, roomOf } from './room.js';
import { Spread } from './spread.js';

/** People exposed to somebody in the middle, each once, in the order of their numbers. Seconds since the index's epoch. */
export interface SecondDegree {
  readonly person: Int32Array;
  readonly earliest: Int32Array;
  readonly manifest: Manifest;
}

/**
 * Everybody who met one of the middles (each from its first exposure until it was isolated), but for the middles themselves and whoever
 * is listed as `without`. As sets: at each place the time in which some middle exposes is united, so the cost is at most that of the stays
 * there, however many pairs they make. An overlap of m with one of the middles is a meeting with its presence shortened by m; shortened pieces
 * may be united without changing whom they meet.
 */
export function secondDegree(
  index: ExposureColumns,
  sources: readonly Source[] | MiddleColumns,
  rule: OverlapRule,
  without: Iterable<number> = [],
  /** Only of the people whose numbers lie in `[from, to)`. */
  among: { readonly from: number; readonly to: number } = { from: 0, to: Number.POSITIVE_INFINITY },
): SecondDegree {
  const { canonical } = index.same;
  const room = roomOf(index);
  // Whoever is left out has been met before everything, so nothing is earlier.
  const earliest = room.column('earliest', canonical.length).fill(LATE);
  earliest.fill(-LATE, 0, among.from).fill(-LATE, among.to);
  const middles = middlesOf(index, sources, rule, room);
  for (let i = 0; i < middles.numbers.length; i++) earliest[canonical[middles.numbers[i]!]!] = -LATE;
  for (const person of without) earliest[canonical[person] ?? person] = -LATE;
  new Spread(index, middles, rule, earliest, room).run();
  return { ...metOf(earliest, room), manifest: index.manifest() };
}

const HALF_LATE = LATE >> 1;

function metOf(earliest: Int32Array, room: Room): { person: Int32Array; earliest: Int32Array } {
  const [person, at] = [room.column('waiting', earliest.length), room.column('unmet', earliest.length)];
  let count = 0;
  for (let p = 0; p < earliest.length; p++) {
    const half = earliest[p]! >> 1;
    person[count] = p;
    at[count] = earliest[p]!;
    // No branch, which could not be foreseen; halves, so that no difference goes beyond 32 bits.
    count += ((half - HALF_LATE) & (-HALF_LATE - half)) >>> 31;
  }
  return { person: person.slice(0, count), earliest: at.slice(0, count) };
}
