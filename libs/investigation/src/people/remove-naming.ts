import { rederiveCase } from '../determinations/store-derivation.js';
import type { Desk } from '../platform/desk.js';
import type { Actor } from '../platform/unit-of-work.js';

export type RemoveNamingOutcome = { kind: 'naming-removed' } | { kind: 'not-allowed' } | { kind: 'naming-not-found' };

/** Takes back a name a case gave. Whoever was accepted because of it stays and becomes a proposal to remove: the tracer decides. */
export async function removeNaming(desk: Desk, actor: Actor, id: string): Promise<RemoveNamingOutcome> {
  if (actor.role !== 'tracer') return { kind: 'not-allowed' };
  return desk.work.write(actor, 'remove-naming', async (tx): Promise<RemoveNamingOutcome> => {
    const naming = await desk.determinations.naming(tx, id);
    const one = naming?.caseId ? (await desk.cases.byIds(tx, [naming.caseId]))[0] : undefined;
    if (!naming || !one?.areaPath.startsWith(actor.areaPath)) return { kind: 'naming-not-found' };
    await desk.determinations.removeNamings(tx, [id]);
    await rederiveCase(desk, tx, one);
    tx.touch(naming.personId, one.id);
    tx.announce('cases', one.id);
    return { kind: 'naming-removed' };
  });
}
