import { type AddedUp, type Instant, overlapLength, SECOND, stretchesThatAddUp } from '@tracewright/epi-core';
import type { Counting, Piece } from './pieces.js';

/** At least `seconds` together within the window: a length in seconds that rolls, a local calendar day, or all there is. */
export interface CumulativeRule {
  readonly seconds: number;
  readonly window: AddedUp['window'];
  readonly across: 'PAIR' | 'PLACE';
  readonly tz: string;
}

/** As a rule of the first degree. */
export const addedUp =
  (rule: CumulativeRule): Counting =>
  (pieces, epoch) =>
    countingPieces(pieces, rule, epoch);

/**
 * The pieces that lie, in part at least, in a stretch of time within which they add up (domain notes §4.2, 5). Pieces at one place are
 * united first; pieces at two places at once count both.
 */
export function countingPieces(pieces: readonly Piece[], rule: CumulativeRule, epoch: Instant): Piece[] {
  // What does not add up at all needs no look at windows.
  if (pieces.reduce((sum, { start, end }) => sum + end - start, 0) < rule.seconds) return [];
  const places = [...byPlace(pieces).values()].map(united);
  const groups = rule.across === 'PAIR' ? [places.flat()] : places;
  return groups.flatMap((group) => {
    const stretches = stretchesThatAddUp(group, { least: rule.seconds, window: rule.window }, { tz: rule.tz, epoch, unitMs: SECOND });
    return group.filter((piece) => stretches.some((stretch) => overlapLength(stretch, piece) > 0));
  });
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
