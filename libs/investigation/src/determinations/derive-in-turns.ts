import type { Desk } from '../platform/desk.js';
import type { Actor } from '../platform/unit-of-work.js';
import { rederiveCase } from './store-derivation.js';

/** Derives these cases anew, one transaction each, so that desks go on meanwhile. */
export async function deriveInTurns(desk: Desk, actor: Actor, caseIds: readonly string[]): Promise<void> {
  for (const id of caseIds)
    await desk.work.write(actor, 'derive', async (tx) => {
      const one = (await desk.cases.byIds(tx, [id]))[0];
      if (one) await rederiveCase(desk, tx, one);
      tx.touch(id);
    });
}
