import type { ExposureColumns } from './exposure-columns.js';
import { type OverlapRule, type Source, windowOf } from './pieces.js';
import { Room } from './room.js';

/** Later than any row. */
export const NEVER = 2 ** 31 - 1;

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

export function middlesOf(index: ExposureColumns, sources: readonly Source[], { bounds }: OverlapRule, room = new Room()): Middles {
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
  for (const source of sources) {
    const [from, to] = windowOf(index, source, bounds);
    if (index.same.any) for (const number of index.same.membersOf(source.person)) name(number, from, to);
    else name(source.person, from, to);
  }
  // A row that ends before the first window may lie in another one.
  for (const [number, others] of more) {
    const all = [[windows[number * 2]!, windows[number * 2 + 1]!] as const, ...others].sort((a, b) => a[0] - b[0]);
    [windows[number * 2], windows[number * 2 + 1]] = all[0]!;
    more.set(number, all.slice(1));
  }
  return { numbers: numbers.subarray(0, count), windows, earliest, more: more.size > 0 ? more : null };
}
