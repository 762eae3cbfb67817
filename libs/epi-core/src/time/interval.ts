import type { Instant } from './zone.js';

/** Half-open `[start, end)`. */
export interface Interval {
  readonly start: Instant;
  readonly end: Instant;
}

export const lengthOf = (i: Interval): number => Math.max(0, i.end - i.start);

export const overlapLength = (a: Interval, b: Interval): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

/** The common part, or null when there is none longer than 0. */
export function intersect(a: Interval, b: Interval): Interval | null {
  const start = Math.max(a.start, b.start);
  const end = Math.min(a.end, b.end);
  return start < end ? { start, end } : null;
}

/** Intervals sorted, with those that overlap, touch or lie at most `gap` apart made one. Empty ones fall away. */
export function unite(intervals: readonly Interval[], gap = 0): Interval[] {
  const [only] = intervals;
  if (only === undefined) return [];
  if (intervals.length === 1) return only.start < only.end ? [{ start: only.start, end: only.end }] : [];
  const sorted = intervals.filter((i) => i.start < i.end).sort((a, b) => a.start - b.start || a.end - b.end);
  const united: { start: Instant; end: Instant }[] = [];
  for (const next of sorted) {
    const last = united[united.length - 1];
    if (last && next.start <= last.end + gap) last.end = Math.max(last.end, next.end);
    else united.push({ start: next.start, end: next.end });
  }
  return united;
}

export const totalLength = (intervals: readonly Interval[]): number => intervals.reduce((sum, i) => sum + lengthOf(i), 0);
