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
  await flagContacts(desk, tx, [...new Set([keptId, mergedId, ...others.map((pair) => otherOf(pair, mergedId))])]);
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
  const open = await desk.duplicates.openOf(tx, [merge.mergedId]);
  await askToClear(desk, tx, open);
  await flagContacts(desk, tx, [...new Set([merge.keptId, merge.mergedId, ...[...open, ...carried].flatMap(({ a, b }) => [a, b])])]);
}
