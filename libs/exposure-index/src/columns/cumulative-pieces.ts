import { addDays, dayOf, endOfDay, type Instant, SECOND, startOfDay } from '@tracewright/epi-core';

/** Time together at one place, `[start, end)` in seconds since the index's epoch. */
export interface Piece {
  readonly place: number;
  readonly start: number;
  readonly end: number;
}

/** At least `seconds` together within the window: a length in seconds that rolls, a local calendar day, or all there is. */
export interface CumulativeRule {
  readonly seconds: number;
  readonly window: number | 'CALENDAR_DAY' | 'WHOLE_PERIOD';
  readonly across: 'PAIR' | 'PLACE';
  readonly tz: string;
}

/**
 * The pieces that lie, in part at least, in a stretch of time within which they add up (domain notes §4.2, 5). Pieces at one place are
 * united first; pieces at two places at once count both.
 */
export function countingPieces(pieces: readonly Piece[], rule: CumulativeRule, epoch: Instant): Piece[] {
  // What does not add up at all needs no look at windows.
  if (pieces.reduce((sum, { start, end }) => sum + end - start, 0) < rule.seconds) return [];
  const places = [...byPlace(pieces).values()].map(united);
  const groups = rule.across === 'PAIR' ? [places.flat()] : places;
  return groups.flatMap((group) => counting(group, rule, epoch));
}

function byPlace(pieces: readonly Piece[]): Map<number, Piece[]> {
  const places = new Map<number, Piece[]>();
  for (const piece of pieces) {
    const list = places.get(piece.place);
    if (list) list.push(piece);
    else places.set(piece.place, [piece]);
  }
  return places;
}

function united(pieces: Piece[]): Piece[] {
  if (pieces.length === 1) return pieces;
  const out: { place: number; start: number; end: number }[] = [];
  for (const { place, start, end } of pieces.sort((a, b) => a.start - b.start)) {
    const last = out[out.length - 1];
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else out.push({ place, start, end });
  }
  return out;
}

type Stretch = readonly [start: number, end: number];

function counting(pieces: readonly Piece[], rule: CumulativeRule, epoch: Instant): readonly Piece[] {
  const total = pieces.reduce((sum, { start, end }) => sum + end - start, 0);
  if (total < rule.seconds) return [];
  if (rule.window === 'WHOLE_PERIOD') return pieces;
  const stretches = rule.window === 'CALENDAR_DAY' ? daysOf(pieces, rule, epoch) : rolling(pieces, rule.seconds, rule.window);
  return pieces.filter(({ start, end }) => stretches.some(([from, to]) => Math.min(end, to) > Math.max(start, from)));
}

function daysOf(pieces: readonly Piece[], { seconds, tz }: CumulativeRule, epoch: Instant): Stretch[] {
  const days = new Map<string, number>();
  const at = (instant: Instant) => (instant - epoch) / SECOND;
  for (const piece of pieces)
    for (let day = dayOf(epoch + piece.start * SECOND, tz); at(startOfDay(day, tz)) < piece.end; day = addDays(day, 1)) {
      const inside = Math.min(piece.end, at(endOfDay(day, tz))) - Math.max(piece.start, at(startOfDay(day, tz)));
      days.set(day, (days.get(day) ?? 0) + inside);
    }
  return [...days].filter(([, sum]) => sum >= seconds).map(([day]) => [at(startOfDay(day, tz)), at(endOfDay(day, tz))]);
}

/**
 * Every moment that lies in some window that adds up. The sum in a window is linear in where it begins, between corners where an edge of
 * the window meets one of a piece; so between two corners it adds up from or until a moment that a division finds.
 */
function rolling(pieces: readonly Piece[], seconds: number, length: number): Stretch[] {
  const before = coveredBefore(pieces);
  const corners = Float64Array.from(pieces.flatMap(({ start, end }) => [start, end, start - length, end - length])).sort();
  const stretches: [number, number][] = [];
  const good = (from: number, to: number): void => {
    const last = stretches[stretches.length - 1];
    if (last && from <= last[1]) last[1] = Math.max(last[1], to + length);
    else stretches.push([from, to + length]);
  };
  for (let i = 0, sumBefore = 0; i < corners.length; i++) {
    const at = corners[i]!;
    const sum = before(at + length) - before(at);
    const step = i === 0 ? 0 : at - corners[i - 1]!;
    if (sum >= seconds) good(sumBefore >= seconds ? at : at - ((sum - seconds) * step) / Math.max(1, sum - sumBefore), at);
    else if (sumBefore >= seconds) good(at - step, at - step + ((sumBefore - seconds) * step) / (sumBefore - sum));
    sumBefore = sum;
  }
  return stretches;
}

/** Seconds that the pieces cover before a moment. */
function coveredBefore(pieces: readonly Piece[]): (at: number) => number {
  if (pieces.length <= 16) return (at) => pieces.reduce((sum, { start, end }) => sum + Math.max(0, Math.min(end, at) - start), 0);
  const edges = (pick: (piece: Piece) => number) => {
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
