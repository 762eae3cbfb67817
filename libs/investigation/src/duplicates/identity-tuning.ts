import { type LevelWeights, precisionRecall, probabilityOf, type ThresholdMeasure } from '@tracewright/linkage';
import type { Desk } from '../platform/desk.js';
import type { Actor, Tx } from '../platform/unit-of-work.js';
import type { DuplicatePair } from './duplicate-store.js';
import { type Label, type LabelSource, labelsOf, type StoredLabels, weighLabels } from './identity-labels.js';
import { type IdentitySetting, PERSON_PROFILE, settingOf, type Thresholds } from './identity-setting.js';
import { pairsInSight } from './pairs-in-sight.js';
import { probabilityOfPair } from './review-queue.js';

/** What is tried before it is saved; absent: what counts now. */
export interface Tried {
  readonly thresholds?: Thresholds | null;
  readonly weights?: LevelWeights | null;
  readonly source?: LabelSource;
  /** Labels of a file that are kept nowhere. */
  readonly given?: readonly Label[];
}

export interface IdentityTuning {
  readonly now: Thresholds;
  readonly weights: LevelWeights;
  readonly own: Thresholds;
  readonly setting: IdentitySetting | null;
  readonly stored: StoredLabels | null;
  /** Labelled pairs, and how many of them are one person. */
  readonly labels: number;
  readonly same: number;
  /** Precision and recall over these at every threshold at which they change. */
  readonly curve: readonly ThresholdMeasure[];
  /** What is tried makes of the pairs nobody has decided. */
  readonly tried: { readonly match: number; readonly review: number; readonly dropped: number };
}

/** Chances of pairs under weights; one that was found by its document or phone alone, and was not weighed then, keeps what it counts for. */
export async function weighPairs(desk: Desk, tx: Tx, pairs: readonly DuplicatePair[], weights: LevelWeights): Promise<(number | null)[]> {
  const people = new Map((await desk.people.byIds(tx, [...new Set(pairs.flatMap(({ a, b }) => [a, b]))])).map((one) => [one.id, one]));
  const couples = pairs.map(({ a, b, weight }) => {
    const [one, other] = [people.get(a), people.get(b)];
    return weight !== null && one && other ? { a: { person: one }, b: { person: other } } : null;
  });
  const bits = await desk.duplicateFinder.weigh(
    tx,
    couples.flatMap((one) => one ?? []),
    weights,
  );
  let next = 0;
  return couples.map((one) => (one ? bits[next++]! : null));
}

/** What is known for moving thresholds and weights: labelled pairs and those nobody has decided, weighed as they would be. Nothing is written. */
export async function identityTuning(
  desk: Desk,
  tx: Tx,
  actor: Actor,
  { thresholds, weights, source = 'desk', given = [] }: Tried = {},
): Promise<IdentityTuning> {
  const now = await settingOf(desk, tx);
  const tried = weights ?? now.weights;
  const labelled = await weighLabels(desk, tx, await labelsOf(desk, tx, actor, source, given), tried);
  const { match, review } = thresholds ?? now;
  const sights = await pairsInSight(desk, tx, actor, await desk.duplicates.undecided(tx, actor.areaPath));
  const pairs = sights.filter(({ onlyHere }) => onlyHere === null).map(({ pair }) => pair);
  const bits = await weighPairs(desk, tx, pairs, tried);
  const open = pairs.map((pair, i) => (bits[i] == null ? probabilityOfPair(pair) : probabilityOf(bits[i])));
  return {
    now: { match: now.match, review: now.review },
    weights: now.weights,
    own: PERSON_PROFILE.thresholds,
    setting: await desk.duplicates.setting(tx),
    stored: await desk.duplicates.labels(tx),
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
