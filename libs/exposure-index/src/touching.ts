import type { Instant } from '@tracewright/epi-core';

/** What a co-presence question needs of a stay: `[start, end)`, both in epoch milliseconds. */
export interface Presence {
  readonly person: string;
  readonly place: string;
  readonly start: Instant;
  readonly end: Instant;
}

/** Two stays of different people at one place; `first` began no later than `second`. */
export interface Touch<P extends Presence> {
  readonly first: P;
  readonly second: P;
  /** True overlap; 0 when only the lag joins them. */
  readonly overlapMs: number;
}

/** Stays by place, each list in order of start, so that whoever is looked for lies in one run of it. */
export function byPlace<P extends Presence>(stays: Iterable<P>): Map<string, P[]> {
  const places = new Map<string, P[]>();
  for (const stay of stays) {
    const list = places.get(stay.place);
    if (list) list.push(stay);
    else places.set(stay.place, [stay]);
  }
  for (const list of places.values()) list.sort((a, b) => a.start - b.start || a.end - b.end);
  return places;
}

/** Above this a question about all pairs is no question any more: minutes of counting and an answer nobody can read. */
const MOST_TOUCHES = 100_000_000;

/** How many pairs of stays a sweep would look at, counted by search instead of one by one; and where most of them are. */
function touchesAhead<P extends Presence>(places: ReadonlyMap<string, readonly P[]>, lagMs: number): { sum: number; busiest: string } {
  const ahead = { sum: 0, busiest: '', most: 0 };
  for (const [place, list] of places) {
    let here = 0;
    for (let i = 0; i < list.length; i++) {
      const until = list[i]!.end + lagMs;
      let [low, high] = [i + 1, list.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (list[middle]!.start < until) low = middle + 1;
        else high = middle;
      }
      here += low - i - 1;
    }
    ahead.sum += here;
    if (here > ahead.most) [ahead.most, ahead.busiest] = [here, place];
  }
  return ahead;
}

/** More pairs than can be told. The message says where they are. */
export class TooManyPairs extends RangeError {}

/**
 * Every unordered pair of stays of different people at the same place whose half-open intervals overlap by more than 0, the earlier one
 * extended by `lagMs` (a gap of exactly the lag does not count, ruling 10), and by at least `minMs` then. A sweep by start: the plain
 * reference that the columnar engine has to agree with. Throws TooManyPairs before it begins rather than running for hours.
 */
export function* touches<P extends Presence>(stays: Iterable<P>, lagMs = 0, minMs = 0): Generator<Touch<P>> {
  const places = byPlace(stays);
  const { sum, busiest } = touchesAhead(places, lagMs);
  if (sum > MOST_TOUCHES)
    throw new TooManyPairs(
      `${sum} pairs of stays touch, most of them at place ${busiest}: ask about fewer stays, a day or a part of that place at a time.`,
    );
  for (const list of places.values()) {
    for (let i = 0; i < list.length; i++) {
      const first = list[i]!;
      const until = first.end + lagMs;
      for (let j = i + 1; j < list.length && list[j]!.start < until; j++) {
        const second = list[j]!;
        const extended = Math.min(until, second.end) - second.start;
        if (second.person === first.person || extended <= 0 || extended < minMs) continue;
        yield { first, second, overlapMs: Math.max(0, Math.min(first.end, second.end) - second.start) };
      }
    }
  }
}
