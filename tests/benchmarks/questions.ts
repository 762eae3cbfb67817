import type { ExposureColumns } from '@tracewright/exposure-index';

/** Of a meeting, in seconds. */
export const LEAST = 15 * 60;
const DAY = 86_400;

/** Somebody ill, infectious `[from, to)` in seconds since the city's day 0. */
export interface Case {
  readonly person: number;
  readonly from: number;
  readonly to: number;
}

/** Cases by chance (xorshift32), each another person, as the notes on exposure ask them: infectious from two days before onset to five after. */
export function casesOf(people: number, count: number): Case[] {
  const cases = new Map<number, Case>();
  let x = 88_172_645;
  while (cases.size < Math.min(count, people)) {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    const chance = x >>> 0;
    const person = chance % people;
    const onset = (4 + ((chance >>> 8) % 6)) * DAY;
    if (!cases.has(person)) cases.set(person, { person, from: onset - 2 * DAY, to: onset + 5 * DAY });
  }
  return [...cases.values()];
}

/** People of the station, from its second to its ninth day. */
export const staffAsCases = (staff: readonly number[]): Case[] => staff.map((person) => ({ person, from: 2 * DAY, to: 9 * DAY }));

export const asSources = (index: ExposureColumns, cases: readonly Case[]) =>
  cases.map(({ person, from, to }) => ({ person, from: index.instantOf(from), to: index.instantOf(to) }));
