import type { ExposureColumns, Manifest } from './exposure-columns.js';
import { IslandMeetings, LATE } from './island-meetings.js';
import { Pieces } from './islands.js';
import { middlesOf, PresenceFinder } from './middles.js';
import type { OverlapRule, Source } from './pieces.js';
import type { Segment } from './segment.js';
import { GrowingInts } from './stay-columns.js';

/** People exposed to somebody in the middle, each once, in the order of their numbers. Seconds since the index's epoch. */
export interface SecondDegree {
  readonly person: Int32Array;
  readonly earliest: Int32Array;
  readonly manifest: Manifest;
}

/** Below this share of all people it is quicker to go from person to person than over all rows. */
const SCAN_FROM = 0.05;

const rooms = new WeakMap<ExposureColumns, Pieces>();

function roomOf(index: ExposureColumns): Pieces {
  const room = rooms.get(index) ?? new Pieces();
  rooms.set(index, room);
  return room;
}

/**
 * Everybody who met one of the middles (each from its first exposure until it was isolated), but for the middles themselves and whoever
 * is listed as `without`. As sets: at each place the time in which some middle exposes is united, so the cost is that of the stays there,
 * however many pairs they make. An overlap of m with one of the middles is a meeting with its presence shortened by m; shortened pieces
 * may be united without changing whom they meet.
 */
export function secondDegree(
  index: ExposureColumns,
  sources: readonly Source[],
  rule: OverlapRule,
  without: Iterable<number> = [],
): SecondDegree {
  const segments = [...index.segments()].sort((one, other) => one.minStart - other.minStart);
  const { canonical } = index.same;
  const least = Math.max(1, rule.minSeconds);
  // Whoever is left out has been met before everything, so nothing is earlier.
  const earliest = new Int32Array(canonical.length).fill(LATE);
  for (const { person } of sources) earliest[canonical[person]!] = -LATE;
  for (const person of without) earliest[canonical[person] ?? person] = -LATE;
  const pieces = roomOf(index);
  const middles = middlesOf(index, sources, rule);
  const presence = new PresenceFinder(index, middles, rule, least, pieces);
  const few = middles.numbers.length < SCAN_FROM * canonical.length;
  for (const segment of segments)
    if (few) presence.gather(segment);
    else presence.scan(segment);
  const [low, high] = placesOf(segments);
  const islands = pieces.united(low, high - low);
  if (islands !== null) {
    const meetings = new IslandMeetings(index, islands, least, rule.bounds === 'surest', earliest);
    for (const segment of segments) meetings.meet(segment);
  }
  const [person, at] = [new GrowingInts(), new GrowingInts()];
  for (let p = 0; p < earliest.length; p++)
    if (Math.abs(earliest[p]!) !== LATE) {
      person.push(p);
      at.push(earliest[p]!);
    }
  return { person: person.take(), earliest: at.take(), manifest: index.manifest() };
}

/** The span of the places' numbers, `[low, high)`. */
function placesOf(segments: readonly Segment[]): [low: number, high: number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { places } of segments)
    if (places.size > 0) {
      low = Math.min(low, places.numberAt(0));
      high = Math.max(high, places.numberAt(places.size - 1) + 1);
    }
  return low < high ? [low, high] : [0, 0];
}
