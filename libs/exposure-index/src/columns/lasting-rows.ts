import type { Segment } from './segment.js';

/** The rows of a segment that last beyond its last beginning: all of it that can matter to what begins later. */
export interface LastingRows {
  readonly lastStart: number;
  /** Those of a place: `[from[slot], from[slot + 1])`. */
  readonly from: Int32Array;
  /** In order. */
  readonly rows: Int32Array;
  /** Those of them that last more than a day beyond it. */
  readonly long: Int32Array;
}

/** In seconds. */
export const DAY = 86_400;

const known = new WeakMap<Segment, LastingRows>();

/** Found when they are first asked for, and kept as long as the segment. */
export function lastingRowsOf(segment: Segment): LastingRows {
  const found = known.get(segment) ?? find(segment);
  known.set(segment, found);
  return found;
}

/** What they take of memory, if they were asked for. */
export function bytesOfLasting(segment: Segment): number {
  const found = known.get(segment);
  return found === undefined ? 0 : found.from.byteLength + found.rows.byteLength + found.long.byteLength;
}

function find({ size, start, end, places, cellsFrom, rowsFrom }: Segment): LastingRows {
  let lastStart = -(2 ** 31);
  for (let row = 0; row < size; row++) if (start[row]! > lastStart) lastStart = start[row]!;
  let count = 0;
  for (let row = 0; row < size; row++) if (end[row]! > lastStart) count++;
  const rows = new Int32Array(count);
  const from = new Int32Array(places.size + 1);
  count = 0;
  for (let slot = 0; slot < places.size; slot++) {
    const last = rowsFrom[cellsFrom[slot + 1]!]!;
    for (let row = rowsFrom[cellsFrom[slot]!]!; row < last; row++) if (end[row]! > lastStart) rows[count++] = row;
    from[slot + 1] = count;
  }
  return { lastStart, from, rows, long: rows.filter((row) => end[row]! > lastStart + DAY) };
}
