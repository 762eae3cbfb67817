import type { ExposureColumns } from './exposure-columns.js';
import { PAIR } from './meetings.js';
import { FOREVER, type OverlapRule, type Source, windowOf } from './pieces.js';
import { Room, roomOf } from './room.js';

/** Later than any row. */
export const NEVER = 2 ** 31 - 1;

/** Who is in the middle from when on, to the end; each once. Seconds since the index's epoch. */
export interface MiddleColumns {
  readonly person: Int32Array;
  readonly since: Int32Array;
}

/** Each contact of the pairs of a first degree, from the earliest moment on; without these people. */
export function contactsSince(index: ExposureColumns, pairs: Int32Array, without: Iterable<number>): MiddleColumns {
  const { canonical } = index.same;
  const room = roomOf(index);
  const earliest = room.column('earliest', canonical.length).fill(NEVER);
  for (let at = 0; at < pairs.length; at += PAIR) if (pairs[at + 1]! < earliest[pairs[at]!]!) earliest[pairs[at]!] = pairs[at + 1]!;
  for (const person of without) earliest[canonical[person] ?? person] = NEVER;
  const [person, since] = [room.column('waiting', canonical.length), room.column('unmet', canonical.length)];
  let count = 0;
  for (let number = 0; number < earliest.length; number++) {
    person[count] = number;
    since[count] = earliest[number]!;
    // No branch, which could not be foreseen; nothing is as late as half of it but `NEVER` itself.
    count += ((earliest[number]! >> 1) - (NEVER >> 1)) >>> 31;
  }
  return { person: person.slice(0, count), since: since.slice(0, count) };
}

/** Who is in the middle, and when it counts, by the numbers that rows have. */
export interface Middles {
  /** Each once. */
  readonly numbers: Int32Array;
  /** `[since, until)` of each number, side by side. Whoever is not in the middle counts from `NEVER` on. */
  readonly windows: Int32Array;
  /** The first moment at which anybody counts. */
  readonly earliest: number;
  /** Further windows of the few who are named more than once. */
  readonly more: ReadonlyMap<number, readonly (readonly [from: number, to: number])[]> | null;
}

export function middlesOf(
  index: ExposureColumns,
  sources: readonly Source[] | MiddleColumns,
  { bounds }: OverlapRule,
  room = new Room(),
): Middles {
  const people = index.same.canonical.length;
  const windows = room.column('windows', people * 2).fill(NEVER);
  const numbers = room.column('numbers', people);
  const more = new Map<number, (readonly [number, number])[]>();
  let [count, earliest] = [0, NEVER];
  const name = (number: number, from: number, to: number): void => {
    const first = windows[number * 2];
    if (from < earliest) earliest = from;
    if (first === NEVER) {
      windows[number * 2] = from;
      windows[number * 2 + 1] = to;
      numbers[count++] = number;
    } else if (first !== undefined) more.set(number, [...(more.get(number) ?? []), [from, to]]);
  };
  const nameAll = (person: number, from: number, to: number): void => {
    if (index.same.any) for (const number of index.same.membersOf(person)) name(number, from, to);
    else name(person, from, to);
  };
  if ('since' in sources) for (let i = 0; i < sources.person.length; i++) nameAll(sources.person[i]!, sources.since[i]!, FOREVER);
  else for (const source of sources) nameAll(source.person, ...windowOf(index, source, bounds));
  // A row that ends before the first window may lie in another one.
  for (const [number, others] of more) {
    const all = [[windows[number * 2]!, windows[number * 2 + 1]!] as const, ...others].sort((a, b) => a[0] - b[0]);
    [windows[number * 2], windows[number * 2 + 1]] = all[0]!;
    more.set(number, all.slice(1));
  }
  return { numbers: numbers.subarray(0, count), windows, earliest, more: more.size > 0 ? more : null };
}
