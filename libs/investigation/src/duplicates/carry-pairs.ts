import type { Desk } from '../platform/desk.js';
import type { WriteTx } from '../platform/unit-of-work.js';
import { type DuplicatePair, type Merge, UNTOUCHED } from './duplicate-store.js';
import { flagContacts } from './flag-contacts.js';
import { askToClear } from './hold-tasks.js';

const otherOf = (pair: DuplicatePair, personId: string): string => (pair.a === personId ? pair.b : pair.a);
const inOrder = (one: string, other: string): readonly [string, string] => (one < other ? [one, other] : [other, one]);
export const pairIdOf = (one: string, other: string): string => inOrder(one, other).join('|');

/**
 * What nobody has decided about the record that goes is asked of the one that stays, unless the two were compared already. `open`: the pairs of the one
 * that goes, read before it went.
 */
export async function carryPairs(desk: Desk, tx: WriteTx, merge: Merge, open: readonly DuplicatePair[]): Promise<void> {
  const { keptId, mergedId } = merge;
  const others = open.filter((pair) => otherOf(pair, mergedId) !== keptId);
  const known = new Set(
    (
      await desk.duplicates.existing(
        tx,
        others.map((pair) => pairIdOf(keptId, otherOf(pair, mergedId))),
      )
    ).map(({ id }) => id),
  );
  const carried = others.flatMap((pair): DuplicatePair[] => {
    const [a, b] = inOrder(keptId, otherOf(pair, mergedId));
    const id = `${a}|${b}`;
    const { askedAt, askedBy, state } = pair;
    return known.has(id) ? [] : [{ ...pair, ...UNTOUCHED, id, a, b, state, askedAt, askedBy, carriedBy: merge.id, at: tx.now }];
  });
  await desk.duplicates.save(tx, carried);
  await desk.pushes.finishTasks(
    tx,
    others.map(({ id }) => id),
    'merged',
  );
  await askToClear(desk, tx, carried);
  await holdAnew(desk, tx, keptId);
  await flagContacts(desk, tx, [...new Set([keptId, mergedId, ...others.map((pair) => otherOf(pair, mergedId))])]);
}

/**
 * A record that another came to, or left, has other documents now: of the pairs that were asked about it before, some hold a push that did
 * not, or no longer do.
 */
async function holdAnew(desk: Desk, tx: WriteTx, personId: string): Promise<void> {
  const found = new Map((await desk.duplicateFinder.among(tx, [personId])).map(({ a, b, holds }) => [`${a}|${b}`, holds]));
  const others = (await desk.duplicates.openOf(tx, [personId])).flatMap((pair): DuplicatePair[] => {
    const holds = found.get(pair.id) ?? false;
    return holds === pair.holds ? [] : [{ ...pair, holds }];
  });
  await desk.duplicates.save(tx, others);
  await desk.pushes.finishTasks(
    tx,
    others.filter(({ holds }) => !holds).map(({ id }) => id),
    'undone',
  );
  await askToClear(desk, tx, others);
}

/** The undo of it: what the merge had carried over and nobody decided goes, and what it was carried from is asked again. */
export async function bringBackPairs(desk: Desk, tx: WriteTx, merge: Merge): Promise<void> {
  const carried = await desk.duplicates.carriedBy(tx, merge.id);
  await desk.duplicates.remove(
    tx,
    carried.map(({ id }) => id),
  );
  await desk.pushes.finishTasks(
    tx,
    carried.map(({ id }) => id),
    'undone',
  );
  await holdAnew(desk, tx, merge.keptId);
  const open = await desk.duplicates.openOf(tx, [merge.mergedId]);
  await askToClear(desk, tx, open);
  const kept = await desk.duplicates.openOf(tx, [merge.keptId]);
  await flagContacts(desk, tx, [
    ...new Set([merge.keptId, merge.mergedId, ...[...open, ...carried, ...kept].flatMap(({ a, b }) => [a, b])]),
  ]);
}
