import type { Instant } from '@tracewright/epi-core';
import { bitsOf, type LevelWeights, RecordTable, shippedProfile, startingModel } from '@tracewright/linkage';
import type { Desk } from '../platform/desk.js';
import type { Tx } from '../platform/unit-of-work.js';

export type { LevelWeights, WeightFlaw } from '@tracewright/linkage';

/** Probability from which a pair is taken for one person, and from which somebody looks at it. */
export interface Thresholds {
  readonly match: number;
  readonly review: number;
}

/** What somebody of this deployment has set. */
export interface IdentitySetting extends Thresholds {
  /** Bits of levels set by hand; of the others the profile's own count. */
  readonly weights: LevelWeights;
  readonly reason: string | null;
  readonly by: string;
  readonly at: Instant;
}

/** The profile that people of this workbench are weighed by. */
export const PERSON_PROFILE = shippedProfile('CN-PERSON')!;

/** Its own chances, level by level; the prior of an index follows from how many people it holds. */
export const PERSON_MODEL = startingModel(new RecordTable(PERSON_PROFILE, new Set(Object.keys(PERSON_PROFILE.columns))), {
  count: 2,
  boundary: null,
});

export interface OwnWeight {
  readonly part: string;
  readonly level: string;
  readonly m: number;
  readonly u: number;
  readonly bits: number;
}

/** What each level gives by the profile alone, from the best down. */
export const OWN_WEIGHTS: readonly OwnWeight[] = PERSON_MODEL.parts.flatMap((one) => {
  const bits = bitsOf(one);
  return one.levels.map((level, i) => ({ part: one.part, level, m: one.m[i]!, u: one.u[i]!, bits: bits[i]! }));
});

/** What counts now: set here, else the profile's own. */
export async function settingOf(desk: Desk, tx: Tx): Promise<Thresholds & Pick<IdentitySetting, 'weights'>> {
  return (await desk.duplicates.setting(tx)) ?? { ...PERSON_PROFILE.thresholds, weights: {} };
}

export async function thresholdsOf(desk: Desk, tx: Tx): Promise<Thresholds> {
  const { match, review } = await settingOf(desk, tx);
  return { match, review };
}
