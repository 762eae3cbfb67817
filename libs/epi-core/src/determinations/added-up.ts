import type { Interval } from '../time/interval.js';
import { lengthOf } from '../time/interval.js';
import { addDays, dayOf, endOfDay, type Instant, startOfDay } from '../time/zone.js';

/** Enough time within a window: a length that rolls, a local calendar day, or all there is. Never met by nothing at all. */
export interface AddedUp {
  readonly least: number;
  /** More than `least`, not just as much. */
  readonly strict?: boolean | undefined;
  readonly window: number | 'CALENDAR_DAY' | 'WHOLE_PERIOD';
}

/** How the numbers of the pieces are to be read: `epoch + n × unitMs` is the instant n. */
export interface Reckoning {
  readonly tz: string;
  readonly epoch: Instant;
  readonly unitMs: number;
}

/**
 * Every stretch of time that lies in some window within which the pieces add up, in order; a piece counts when it lies in one, in part at
 * least (domain notes §4.2, 5). Pieces that overlap (two places at once) count each. Pieces, `least` and a rolling window are in one unit.
 */
export function stretchesThatAddUp(pieces: readonly Interval[], rule: AddedUp, reckoning: Reckoning): Interval[] {
  const enough = (sum: number) => sum > 0 && (rule.strict ? sum > rule.least : sum >= rule.least);
  // No part of the pieces is enough where all of them are not.
  if (!enough(pieces.reduce((sum, piece) => sum + lengthOf(piece), 0))) return [];
  if (rule.window === 'CALENDAR_DAY') return days(pieces, enough, reckoning);
  if (rule.window !== 'WHOLE_PERIOD') return rolling(pieces, rule.least, enough, rule.window);
  return [{ start: Math.min(...pieces.map((p) => p.start)), end: Math.max(...pieces.map((p) => p.end)) }];
}

function days(pieces: readonly Interval[], enough: (sum: number) => boolean, { tz, epoch, unitMs }: Reckoning): Interval[] {
  const sums = new Map<string, Interval & { sum: number }>();
  const at = (instant: Instant) => (instant - epoch) / unitMs;
  for (const piece of pieces)
    for (let on = dayOf(epoch + piece.start * unitMs, tz); at(startOfDay(on, tz)) < piece.end; on = addDays(on, 1)) {
      const day = sums.get(on) ?? { start: at(startOfDay(on, tz)), end: at(endOfDay(on, tz)), sum: 0 };
      day.sum += Math.min(piece.end, day.end) - Math.max(piece.start, day.start);
      sums.set(on, day);
    }
  return [...sums.values()].filter(({ sum }) => enough(sum)).sort((a, b) => a.start - b.start);
}

/**
 * The sum in a window is linear in where it begins, between corners where an edge of the window meets one of a piece. So between two
 * corners it is enough from or until a moment that a division finds: looking at the corners alone misses windows that begin between them.
 */
function rolling(pieces: readonly Interval[], least: number, enough: (sum: number) => boolean, length: number): Interval[] {
  const before = coveredBefore(pieces);
  const corners = Float64Array.from(pieces.flatMap(({ start, end }) => [start, end, start - length, end - length])).sort();
  const stretches: { start: number; end: number }[] = [];
  const good = (from: number, to: number): void => {
    const last = stretches[stretches.length - 1];
    if (last && from <= last.end) last.end = Math.max(last.end, to + length);
    else stretches.push({ start: from, end: to + length });
  };
  let [former, sumBefore] = [corners[0]!, 0];
  for (const at of corners) {
    const sum = before(at + length) - before(at);
    // A whole number, pieces begun less pieces ended: divided by it, what falls on an edge falls on it exactly.
    const slope = at === former ? 0 : Math.round((sum - sumBefore) / (at - former));
    if (enough(sum)) good(enough(sumBefore) ? former : slope === 0 ? at : at - (sum - least) / slope, at);
    else if (enough(sumBefore) && slope !== 0) good(former, former + (least - sumBefore) / slope);
    [former, sumBefore] = [at, sum];
  }
  return stretches;
}

/** Time that the pieces cover before a moment. */
function coveredBefore(pieces: readonly Interval[]): (at: number) => number {
  if (pieces.length <= 16) return (at) => pieces.reduce((sum, { start, end }) => sum + Math.max(0, Math.min(end, at) - start), 0);
  const edges = (pick: (piece: Interval) => number) => {
    const values = Float64Array.from(pieces, pick).sort();
    const sums = new Float64Array(values.length + 1);
    for (let i = 0; i < values.length; i++) sums[i + 1] = sums[i]! + values[i]!;
    return { values, sums };
  };
  const [starts, ends] = [edges((p) => p.start), edges((p) => p.end)];
  const below = (values: Float64Array, at: number) => {
    let [low, high] = [0, values.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[middle]! < at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  // Σ (min(end, at) − start) over the pieces begun.
  return (at) => {
    const [begun, over] = [below(starts.values, at), below(ends.values, at)];
    return ends.sums[over]! + (begun - over) * at - starts.sums[begun]!;
  };
}
