import type { Instant } from '@tracewright/epi-core';
import { type Presence, TooManyPairs, touches } from './touching.js';

export interface CoPresenceQuestion {
  readonly minSeconds: number;
  readonly lagSeconds: number;
  /** At least one of the two is among these; empty: everybody. */
  readonly persons: ReadonlySet<string>;
}

export interface CoPresentPair {
  /** In order of their ids. */
  readonly a: string;
  readonly b: string;
  stayPairs: number;
  seconds: number;
  firstStart: Instant;
  lastEnd: Instant;
}

export interface CoPresence {
  readonly pairs: readonly CoPresentPair[];
  readonly stayPairs: number;
  /** Sum of the true overlaps; a lagged pair adds 0 (ruling 10). */
  readonly seconds: number;
  readonly persons: number;
}

/** Pairs of people that memory holds beside each other. */
const MOST_PAIRS = 10_000_000;

/** Who was at one place with whom (`contracts.md`, co-presence), pairs in order of their ids. */
export function coPresence(stays: Iterable<Presence>, { minSeconds, lagSeconds, persons }: CoPresenceQuestion): CoPresence {
  const pairs = new Map<string, Map<string, CoPresentPair>>();
  let people = 0;
  let stayPairs = 0;
  let milliseconds = 0;
  for (const { first, second, overlapMs } of touches(stays, lagSeconds * 1_000, minSeconds * 1_000)) {
    if (persons.size > 0 && !persons.has(first.person) && !persons.has(second.person)) continue;
    const [a, b] = first.person < second.person ? [first.person, second.person] : [second.person, first.person];
    const [start, end] = [second.start, Math.max(second.start, Math.min(first.end + lagSeconds * 1_000, second.end))];
    const of = pairs.get(a) ?? new Map<string, CoPresentPair>();
    pairs.set(a, of);
    if (!of.has(b) && ++people > MOST_PAIRS)
      throw new TooManyPairs(`More than ${MOST_PAIRS} pairs of people met: ask about fewer stays, or only about some people (persons).`);
    const pair = of.get(b) ?? { a, b, stayPairs: 0, seconds: 0, firstStart: start, lastEnd: end };
    of.set(b, pair);
    pair.stayPairs++;
    pair.seconds += overlapMs / 1_000;
    pair.firstStart = Math.min(pair.firstStart, start);
    pair.lastEnd = Math.max(pair.lastEnd, end);
    stayPairs++;
    milliseconds += overlapMs;
  }
  const all = [...pairs.values()]
    .flatMap((of) => [...of.values()])
    .sort((x, y) => (x.a === y.a ? (x.b < y.b ? -1 : 1) : x.a < y.a ? -1 : 1));
  return { pairs: all, stayPairs, seconds: milliseconds / 1_000, persons: new Set(all.flatMap((p) => [p.a, p.b])).size };
}
