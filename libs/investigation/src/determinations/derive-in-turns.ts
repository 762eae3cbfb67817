import type { Desk } from '../platform/desk.js';
import { TooMuchAtOnce } from '../platform/too-much-at-once.js';
import type { Actor } from '../platform/unit-of-work.js';
import { TooManyMeetings } from './exposure-finder.js';
import { rederiveCase } from './store-derivation.js';

/**
 * Derives these cases anew, one transaction each, so that desks go on meanwhile. One that is too much at once keeps its contacts as they are
 * and says so to its desk; the others go on.
 */
export async function deriveInTurns(desk: Desk, actor: Actor, caseIds: readonly string[]): Promise<void> {
  for (const id of caseIds) {
    try {
      await desk.work.write(actor, 'derive', async (tx) => {
        const one = (await desk.cases.byIds(tx, [id]))[0];
        if (one) await rederiveCase(desk, tx, one);
        tx.touch(id);
      });
    } catch (error) {
      if (!(error instanceof TooMuchAtOnce)) throw error;
      const { meetings, placeId } = error instanceof TooManyMeetings ? error : { meetings: 0, placeId: null };
      await desk.work.write(actor, 'derive', async (tx) => {
        await desk.determinations.markDerived(tx, [id], { degree: 'both', relations: meetings, placeId });
        tx.touch(id);
        tx.announce('cases', id);
      });
    }
  }
}
