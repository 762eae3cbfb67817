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

/**
 * Every unordered pair of stays of different people at the same place whose half-open intervals overlap by more than 0, the earlier one
 * extended by `lagMs` (a gap of exactly the lag does not count, ruling 10), and by at least `minMs` then. A sweep by start: the plain
 * reference that the columnar engine has to agree with.
 */
export function* touches<P extends Presence>(stays: Iterable<P>, lagMs = 0, minMs = 0): Generator<Touch<P>> {
  for (const list of byPlace(stays).values()) {
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
