import { precisionRecall, type ThresholdMeasure } from '@tracewright/linkage';
import type { Desk } from '../platform/desk.js';
import type { Actor, Tx } from '../platform/unit-of-work.js';
import { type IdentitySetting, PERSON_PROFILE, type Thresholds, thresholdsOf } from './identity-setting.js';
import { pairsInSight } from './pairs-in-sight.js';
import { probabilityOfPair } from './review-queue.js';

export interface IdentityTuning {
  readonly now: Thresholds;
  readonly own: Thresholds;
  readonly setting: IdentitySetting | null;
  /** Pairs that people have decided, and how many of them are one person. */
  readonly labels: number;
  readonly same: number;
  /** Precision and recall over these at every threshold at which they change. */
  readonly curve: readonly ThresholdMeasure[];
  /** What the tried thresholds make of the pairs nobody has decided. */
  readonly tried: { readonly match: number; readonly review: number; readonly dropped: number };
}

/**
 * What is known for moving the thresholds: decisions of people as labels, each with the weight the engine gave when it found the pair. Nothing is
 * written; `tried` absent: those that count now.
 */
export async function identityTuning(desk: Desk, tx: Tx, actor: Actor, tried: Thresholds | null): Promise<IdentityTuning> {
  const now = await thresholdsOf(desk, tx);
  const labelled = (await desk.duplicates.labelled(tx, actor.areaPath)).map((pair) => ({
    probability: probabilityOfPair(pair),
    same: pair.state === 'SAME',
  }));
  const { match, review } = tried ?? now;
  const sights = await pairsInSight(desk, tx, actor, await desk.duplicates.undecided(tx, actor.areaPath));
  const open = sights.filter(({ onlyHere }) => onlyHere === null).map(({ pair }) => probabilityOfPair(pair));
  return {
    now,
    own: PERSON_PROFILE.thresholds,
    setting: await desk.duplicates.setting(tx),
    labels: labelled.length,
    same: labelled.filter(({ same }) => same).length,
    curve: precisionRecall(labelled),
    tried: {
      match: open.filter((p) => p >= match).length,
      review: open.filter((p) => p >= review && p < match).length,
      dropped: open.filter((p) => p < review).length,
    },
  };
}

export type SetThresholdsOutcome = { kind: 'thresholds-set' } | { kind: 'not-allowed' } | { kind: 'thresholds-out-of-order' };

/** Sets both thresholds for the whole deployment; pairs that are found from now on follow them, and decisions stay. */
export async function setThresholds(desk: Desk, actor: Actor, { match, review }: Thresholds): Promise<SetThresholdsOutcome> {
  if (actor.role !== 'administrator') return { kind: 'not-allowed' };
  if (!(review > 0 && review <= match && match < 1)) return { kind: 'thresholds-out-of-order' };
  await desk.work.write(actor, 'set-identity-thresholds', async (tx) => {
    await desk.duplicates.saveSetting(tx, { match, review, by: actor.accountId, at: tx.now });
    tx.touch('identity-setting');
    tx.announce('duplicates');
  });
  desk.duplicateFinder.forget();
  return { kind: 'thresholds-set' };
}
