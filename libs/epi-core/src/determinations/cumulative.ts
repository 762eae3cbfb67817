import type { ExposureRule } from '../protocols/schema.js';
import type { Interval } from '../time/interval.js';
import { lengthOf, overlapLength, unite } from '../time/interval.js';
import { dayOf, endOfDay, MINUTE } from '../time/zone.js';

type Cumulative = NonNullable<ExposureRule['cumulative']>;

/** Reaches a length in milliseconds: at least it, or more than it when strict; never with nothing at all. */
export const reaches = (length: number, minMinutes: number, strict: boolean | undefined): boolean =>
  length > 0 && (strict ? length > minMinutes * MINUTE : length >= minMinutes * MINUTE);

/** The pieces by local calendar day. */
function byDay(pieces: readonly Interval[], tz: string): Map<string, Interval[]> {
  const days = new Map<string, Interval[]>();
  for (const piece of pieces) {
    for (let from = piece.start; from < piece.end; ) {
      const day = dayOf(from, tz);
      const to = Math.min(piece.end, endOfDay(day, tz));
      const list = days.get(day);
      if (list) list.push({ start: from, end: to });
      else days.set(day, [{ start: from, end: to }]);
      from = to;
    }
  }
  return days;
}

const total = (pieces: readonly Interval[]) => pieces.reduce((sum, piece) => sum + lengthOf(piece), 0);

/** Time before `at` that the pieces cover; pieces may overlap (two places at once) and then count each. */
function coveredBefore(pieces: readonly Interval[]): (at: number) => number {
  const starts = pieces.map((p) => p.start).sort((a, b) => a - b);
  const ends = pieces.map((p) => p.end).sort((a, b) => a - b);
  const sums = (list: number[]) => {
    let sum = 0;
    return [
      0,
      ...list.map((value) => {
        sum += value;
        return sum;
      }),
    ];
  };
  const [startSums, endSums] = [sums(starts), sums(ends)];
  const below = (list: number[], at: number) => {
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle]! < at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return (at) => {
    const [begun, over] = [below(starts, at), below(ends, at)];
    // Σ (min(end, at) − start) over the pieces begun: those over count to their end, the rest to `at`.
    return endSums[over]! + (begun - over) * at - startSums[begun]!;
  };
}

/**
 * Stretches of time that lie in some window `[t, t + length)` whose covered time reaches the threshold. The covered time is piecewise
 * linear in t with its corners where a window edge meets an edge of a piece, so the corners are enough (domain notes §4.2, 5).
 */
function rollingStretches(pieces: readonly Interval[], rule: Cumulative, length: number): Interval[] {
  const before = coveredBefore(pieces);
  const corners = new Set(pieces.flatMap((p) => [p.start, p.end, p.start - length, p.end - length]));
  const good = [...corners].filter((t) => reaches(before(t + length) - before(t), rule.min, rule.strict));
  return unite(good.map((t) => ({ start: t, end: t + length })));
}

/** The stretches of time within which the pieces add up to the rule's threshold; a piece counts when it lies in one, in part at least. */
export function cumulativeStretches(pieces: readonly Interval[], rule: Cumulative, tz: string): Interval[] {
  if (pieces.length === 0) return [];
  if (rule.window === 'WHOLE_PERIOD') {
    const all = { start: Math.min(...pieces.map((p) => p.start)), end: Math.max(...pieces.map((p) => p.end)) };
    return reaches(total(pieces), rule.min, rule.strict) ? [all] : [];
  }
  if (rule.window === 'CALENDAR_DAY') {
    const days = [...byDay(pieces, tz).values()].filter((day) => reaches(total(day), rule.min, rule.strict));
    return unite(days.flat());
  }
  return rollingStretches(pieces, rule, rule.window * MINUTE);
}

export const liesIn = (piece: Interval, stretches: readonly Interval[]): boolean => stretches.some((s) => overlapLength(s, piece) > 0);
