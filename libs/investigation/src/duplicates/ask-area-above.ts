import { limitMs } from '@tracewright/epi-core';
import type { Account } from '../accounts/account-store.js';
import { newTask } from '../contacts/person-event.js';
import type { Desk } from '../platform/desk.js';
import type { Actor } from '../platform/unit-of-work.js';
import { areaOfPair } from './area-of-pair.js';
import { pairsInSight } from './pairs-in-sight.js';

export type AskAreaAboveOutcome =
  | { kind: 'area-above-asked'; records: number }
  | { kind: 'not-allowed' }
  | { kind: 'pair-not-found' }
  | { kind: 'asked-already' }
  | { kind: 'nobody-above' };

/**
 * Somebody of the asker's area is known in another one as well: the desk of the area above both, which sees both, is asked to decide. It gets a task with a
 * clock, and the pair stands at the top of its queue.
 */
export async function askAreaAbove(desk: Desk, actor: Actor, personId: string): Promise<AskAreaAboveOutcome> {
  if (actor.role !== 'database') return { kind: 'not-allowed' };
  return desk.work.write(actor, 'ask-area-above', async (tx): Promise<AskAreaAboveOutcome> => {
    const sights = await pairsInSight(desk, tx, actor, await desk.duplicates.openOf(tx, [personId]));
    const across = sights.filter(({ onlyHere }) => onlyHere === personId);
    if (across.length === 0) return { kind: 'pair-not-found' };
    const fresh = across.filter(({ pair }) => pair.askedAt === null);
    if (fresh.length === 0) return { kind: 'asked-already' };
    const accounts = await desk.accounts.all(tx);
    const asked = await Promise.all(fresh.map(async ({ pair }) => ({ pair, above: await areaOfPair(desk, tx, pair) })));
    const works = ({ lockedAt, expiresAt }: Account): boolean => lockedAt === null && (expiresAt === null || expiresAt > tx.now);
    const isAsked = (above: string): boolean =>
      accounts.some((one) => one.role === 'database' && works(one) && above.startsWith(one.areaPath));
    if (!asked.every(({ above }) => isAsked(above))) return { kind: 'nobody-above' };
    for (const { pair, above } of asked) {
      const [contact] = await desk.contacts.byPersonIds(tx, [personId, pair.a, pair.b]);
      if (!contact) continue;
      const task = newTask(desk, tx, contact, 'decide-across', 'database', pair.id, null, limitMs('decideAcross'));
      await desk.pushes.giveTasks(tx, [{ ...task, personId, areaPath: above }]);
      tx.touch(pair.a, pair.b);
    }
    await desk.duplicates.save(
      tx,
      asked.map(({ pair }) => ({ ...pair, state: 'OPEN', askedAt: tx.now, askedBy: actor.accountId })),
    );
    tx.announce('duplicates');
    return { kind: 'area-above-asked', records: asked.length };
  });
}
