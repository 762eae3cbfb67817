import type { Desk } from '../platform/desk.js';
import type { Actor } from '../platform/unit-of-work.js';
import { reviewContacts } from './review-contacts.js';

export type SendNowOutcome = { kind: 'contacts-sent'; count: number } | { kind: 'not-allowed' } | { kind: 'case-not-found' };

/** Passes the case's definite contacts to the database desk while the case is still open: the tracer accepts all new ones at once. */
export async function sendNow(desk: Desk, actor: Actor, caseId: string): Promise<SendNowOutcome> {
  if (actor.role !== 'tracer') return { kind: 'not-allowed' };
  const found = await desk.work.read(async (tx) => {
    const one = (await desk.cases.byIds(tx, [caseId]))[0];
    if (!one?.areaPath.startsWith(actor.areaPath)) return null;
    const filter = {
      homePath: actor.areaPath,
      view: 'new' as const,
      cls: null,
      caseId,
      areaPath: null,
      observation: null,
      text: null,
      sort: 'due' as const,
    };
    return desk.contacts.idsOf(tx, filter, 50_000);
  });
  if (found === null) return { kind: 'case-not-found' };
  if (found.length === 0) return { kind: 'contacts-sent', count: 0 };
  const outcome = await reviewContacts(desk, actor, { step: 'accept', contactIds: found, reason: null, caseId: null });
  return { kind: 'contacts-sent', count: outcome.kind === 'contacts-reviewed' ? outcome.done.length : 0 };
}
