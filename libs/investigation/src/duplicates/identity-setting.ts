import type { Instant } from '@tracewright/epi-core';
import { shippedProfile } from '@tracewright/linkage';
import type { Desk } from '../platform/desk.js';
import type { Tx } from '../platform/unit-of-work.js';

/** Probability from which a pair is taken for one person, and from which somebody looks at it. */
export interface Thresholds {
  readonly match: number;
  readonly review: number;
}

/** Thresholds that somebody of this deployment has set. */
export interface IdentitySetting extends Thresholds {
  readonly by: string;
  readonly at: Instant;
}

/** The profile that people of this workbench are weighed by. */
export const PERSON_PROFILE = shippedProfile('CN-PERSON')!;

/** Those that count now: set here, else the profile's own. */
export async function thresholdsOf(desk: Desk, tx: Tx): Promise<Thresholds> {
  return (await desk.duplicates.setting(tx)) ?? PERSON_PROFILE.thresholds;
}
