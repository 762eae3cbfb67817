import { flawOfWeights, type LevelWeights, type WeightFlaw } from '@tracewright/linkage';
import type { Desk } from '../platform/desk.js';
import type { Actor, WriteTx } from '../platform/unit-of-work.js';
import { PERSON_MODEL, settingOf, type Thresholds } from './identity-setting.js';
import { weighPairs } from './identity-tuning.js';
import { type ReadLabels, readLabels } from './read-labels.js';

export type SetThresholdsOutcome = { kind: 'thresholds-set' } | { kind: 'not-allowed' } | { kind: 'thresholds-out-of-order' };

/** Sets both thresholds for the whole deployment; pairs that are found from now on follow them, and decisions stay. */
export async function setThresholds(desk: Desk, actor: Actor, { match, review }: Thresholds): Promise<SetThresholdsOutcome> {
  if (actor.role !== 'administrator') return { kind: 'not-allowed' };
  if (!(review > 0 && review <= match && match < 1)) return { kind: 'thresholds-out-of-order' };
  await desk.work.write(actor, 'set-identity-thresholds', async (tx) => {
    const { weights } = await settingOf(desk, tx);
    await desk.duplicates.saveSetting(tx, { match, review, weights, reason: null, by: actor.accountId, at: tx.now });
    tx.touch('identity-setting');
    tx.announce('duplicates');
  });
  desk.duplicateFinder.forget();
  return { kind: 'thresholds-set' };
}

export type SetWeightsOutcome =
  | { kind: 'weights-set' }
  | { kind: 'not-allowed' }
  | { kind: 'reason-missing' }
  | { kind: 'weights-out-of-order'; flaw: WeightFlaw };

/**
 * Sets the bits of levels by hand for the whole deployment; nothing set is the profile's own. Whatever would let more agreement weigh less is refused. The
 * pairs nobody has decided are weighed anew, and who is found from now on is weighed so.
 */
export async function setWeights(desk: Desk, actor: Actor, weights: LevelWeights, reason: string): Promise<SetWeightsOutcome> {
  if (actor.role !== 'administrator') return { kind: 'not-allowed' };
  if (reason.trim() === '') return { kind: 'reason-missing' };
  const flaw = flawOfWeights(PERSON_MODEL, weights);
  if (flaw) return { kind: 'weights-out-of-order', flaw };
  await desk.work.write(actor, 'set-identity-weights', async (tx) => {
    const { match, review } = await settingOf(desk, tx);
    await desk.duplicates.saveSetting(tx, { match, review, weights, reason: reason.trim(), by: actor.accountId, at: tx.now });
    await weighAnew(desk, tx, weights);
    tx.touch('identity-setting');
    tx.announce('duplicates');
  });
  desk.duplicateFinder.forget();
  return { kind: 'weights-set' };
}

async function weighAnew(desk: Desk, tx: WriteTx, weights: LevelWeights): Promise<void> {
  const open = await desk.duplicates.undecided(tx, '/');
  const bits = await weighPairs(desk, tx, open, weights);
  await desk.duplicates.save(
    tx,
    open.flatMap((pair, i) => (bits[i] === null ? [] : [{ ...pair, weight: bits[i]! }])),
  );
}

export type KeepLabelsOutcome = ({ kind: 'labels-read' } & ReadLabels) | { kind: 'not-allowed' };

/** Reads labels of a file and keeps those of people of the database, in place of the former ones. The rest is answered, and kept nowhere. */
export async function keepLabels(desk: Desk, actor: Actor, rows: readonly (readonly string[])[]): Promise<KeepLabelsOutcome> {
  if (actor.role !== 'administrator') return { kind: 'not-allowed' };
  return desk.work.write(actor, 'read-identity-labels', async (tx): Promise<KeepLabelsOutcome> => {
    const read = await readLabels(desk, tx, actor, rows);
    await desk.duplicates.saveLabels(tx, { labels: read.stored, by: actor.accountId, at: tx.now });
    tx.touch('identity-labels');
    return { kind: 'labels-read', ...read };
  });
}
