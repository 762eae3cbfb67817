import type { Desk } from '../platform/desk.js';
import type { Actor, Tx, WriteTx } from '../platform/unit-of-work.js';
import type { DuplicatePair } from './duplicate-store.js';
import { flagContacts } from './flag-contacts.js';
import { mergePeople } from './merge-people.js';
import { pairHere } from './pairs-in-sight.js';
import { whoStays } from './who-stays.js';

export const DUPLICATE_DECISIONS = ['same', 'not-same', 'later', 'household'] as const;
export type DuplicateDecision = (typeof DUPLICATE_DECISIONS)[number];
export type DecideDuplicateOutcome =
  | { kind: 'duplicate-decided'; pairId: string; mergeId: string | null }
  | { kind: 'not-allowed' }
  | { kind: 'pair-not-found' }
  | { kind: 'already-decided' }
  | { kind: 'two-cases' }
  | { kind: 'decision-unknown' };

const STATE = { same: 'SAME', 'not-same': 'NOT_SAME', later: 'LATER', household: 'HOUSEHOLD' } as const;

/**
 * "Same": the other person's records, stays, names and cases move to the one that is kept, in one transaction; every source record and
 * exposure stays, and the undo puts all back. "Not the same" and "household", two who live together, are remembered and free a held push. "Later" leaves it at the end of the queue.
 */
export async function decideDuplicate(
  desk: Desk,
  actor: Actor,
  input: { pairId: string; decision: DuplicateDecision; keptId: string | null; seconds: number | null; note: string | null },
): Promise<DecideDuplicateOutcome> {
  if (actor.role !== 'database') return { kind: 'not-allowed' };
  if (!DUPLICATE_DECISIONS.includes(input.decision)) return { kind: 'decision-unknown' };
  return desk.work.write(actor, `duplicate-${input.decision}`, async (tx): Promise<DecideDuplicateOutcome> => {
    const found = await pairHere(desk, tx, actor, input.pairId);
    if (!found) return { kind: 'pair-not-found' };
    const { pair, contacts } = found;
    if (!isOpen(pair)) return { kind: 'already-decided' };
    const { keptId, mergedId } =
      input.keptId === pair.a
        ? { keptId: pair.a, mergedId: pair.b }
        : input.keptId === pair.b
          ? { keptId: pair.b, mergedId: pair.a }
          : whoStays(pair, contacts);
    if (input.decision === 'same' && (await areTwoCases(desk, tx, [pair.a, pair.b]))) return { kind: 'two-cases' };
    const mergeId = input.decision === 'same' ? await mergePeople(desk, tx, { keptId, mergedId, contacts, by: actor.accountId }) : null;
    await noteDecision(desk, tx, pair, { state: STATE[input.decision], seconds: input.seconds, note: input.note });
    return { kind: 'duplicate-decided', pairId: pair.id, mergeId };
  });
}

export const isOpen = ({ state }: DuplicatePair): boolean => state === 'OPEN' || state === 'LATER';

/** Whether more than one of these people is a case: neither may go. */
export async function areTwoCases(desk: Desk, tx: Tx, personIds: readonly string[]): Promise<boolean> {
  const cases = (await desk.cases.byPerson(tx, personIds)).filter(({ category }) => category !== 'excluded');
  return new Set(cases.map(({ personId }) => personId)).size > 1;
}

/** The decision stands beside the pair, its tasks are done unless it was put off, and both contacts are free of what it held. */
export async function noteDecision(
  desk: Desk,
  tx: WriteTx,
  pair: DuplicatePair,
  { state, seconds, note }: Pick<DuplicatePair, 'state' | 'seconds' | 'note'>,
): Promise<void> {
  await desk.duplicates.save(tx, [
    {
      ...pair,
      state,
      decidedBy: tx.actor.accountId,
      decidedAt: tx.now,
      seconds: seconds === null ? null : Math.max(0, Math.round(seconds)),
      note: note?.trim() || null,
    },
  ]);
  if (state !== 'LATER') await desk.pushes.finishTasks(tx, [pair.id], state.toLowerCase().replace('_', '-'));
  await flagContacts(desk, tx, [pair.a, pair.b]);
  tx.touch(pair.a, pair.b);
  for (const topic of ['duplicates', 'contacts', 'tasks'] as const) tx.announce(topic);
}
