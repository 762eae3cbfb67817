import { firstAtLeast, type Segment } from './segment.js';

/**
 * Rows at a place whose widest bounds overlap `[start, end)` by at least `minSeconds` (1 or more). An overlap of m between two intervals
 * is a plain meeting of both shortened by m at their ends; the longest stay of a cell says how far before it has to be looked.
 * Answers how many rows were looked at.
 */
export function eachOverlapping(
  segment: Segment,
  place: number,
  start: number,
  end: number,
  minSeconds: number,
  visit: (row: number) => void,
): number {
  const slot = segment.places.find(place);
  if (slot < 0) return 0;
  let examined = 0;
  for (let cell = segment.cellsFrom[slot]!; cell < segment.cellsFrom[slot + 1]!; cell++) {
    const longest = segment.longest[cell]!;
    if (longest < minSeconds) continue;
    const to = segment.rowsFrom[cell + 1]!;
    let row = firstAtLeast(segment.start, segment.rowsFrom[cell]!, to, start + minSeconds - longest);
    for (; row < to && segment.start[row]! + minSeconds <= end; row++) {
      examined++;
      const until = segment.end[row]!;
      if (until >= start + minSeconds && until - segment.start[row]! >= minSeconds) visit(row);
    }
  }
  return examined;
}
