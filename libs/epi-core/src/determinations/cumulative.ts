import type { ExposureRule } from '../protocols/schema.js';
import type { Interval } from '../time/interval.js';
import { overlapLength } from '../time/interval.js';
import { MINUTE } from '../time/zone.js';
import { stretchesThatAddUp } from './added-up.js';

type Cumulative = NonNullable<ExposureRule['cumulative']>;

/** Reaches a length in milliseconds: at least it, or more than it when strict; never with nothing at all. */
export const reaches = (length: number, minMinutes: number, strict: boolean | undefined): boolean =>
  length > 0 && (strict ? length > minMinutes * MINUTE : length >= minMinutes * MINUTE);

/** The stretches of time within which the pieces add up to the rule's threshold. */
export function cumulativeStretches(pieces: readonly Interval[], { min, window, strict }: Cumulative, tz: string): Interval[] {
  const rolls = typeof window === 'number' ? window * MINUTE : window;
  return stretchesThatAddUp(pieces, { least: min * MINUTE, strict, window: rolls }, { tz, epoch: 0, unitMs: 1 });
}

export const liesIn = (piece: Interval, stretches: readonly Interval[]): boolean => stretches.some((s) => overlapLength(s, piece) > 0);
