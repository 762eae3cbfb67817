import type { Instant } from '@tracewright/epi-core';
import { type Presence, touches } from './touching.js';

export interface RingsQuestion {
  readonly person: string;
  readonly minSeconds: number;
  /** A contact o of c counts only if an overlap of c and o ends after the start of the first overlap of the person and c. */
  readonly timeRespecting: boolean;
}

/** How many people the person met, and how many those met who did not meet the person (`contracts.md`, rings). */
export function rings(stays: Iterable<Presence>, { person, minSeconds, timeRespecting }: RingsQuestion): { ring1: number; ring2: number } {
  const met = new Map<string, { other: string; start: Instant; end: Instant }[]>();
  const add = (who: string, other: string, start: Instant, end: Instant) => {
    const list = met.get(who);
    if (list) list.push({ other, start, end });
    else met.set(who, [{ other, start, end }]);
  };
  for (const { first, second } of touches(stays, 0, minSeconds * 1_000)) {
    const [start, end] = [second.start, Math.min(first.end, second.end)];
    add(first.person, second.person, start, end);
    add(second.person, first.person, start, end);
  }
  const since = new Map<string, Instant>();
  for (const { other, start } of met.get(person) ?? []) since.set(other, Math.min(since.get(other) ?? start, start));
  const second = new Set<string>();
  for (const [contact, from] of since)
    for (const { other, end } of met.get(contact) ?? [])
      if (other !== person && !since.has(other) && (!timeRespecting || end > from)) second.add(other);
  return { ring1: since.size, ring2: second.size };
}
