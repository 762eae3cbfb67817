import { mayOpen, NEEDS_PURPOSE } from '@tracewright/epi-core';
import type { Desk } from '../platform/desk.js';
import type { Actor, Tx } from '../platform/unit-of-work.js';

export type OpenPhoneOutcome =
  | { kind: 'phone-opened'; phones: readonly string[] }
  | { kind: 'not-allowed' }
  | { kind: 'purpose-not-stated' };

/** One logged tap: the numbers in full, for whoever has this person in hand now. The entry is written before the answer. */
export async function openPhone(desk: Desk, actor: Actor, personId: string): Promise<OpenPhoneOutcome> {
  if (NEEDS_PURPOSE.has(actor.role) && actor.purpose === null) return { kind: 'purpose-not-stated' };
  const person = await desk.work.read(async (tx) => {
    const found = (await desk.people.byIds(tx, [personId]))[0];
    return found && (await inHand(desk, tx, actor, personId)) ? found : null;
  });
  if (!person) return { kind: 'not-allowed' };
  await desk.audit.seen(actor, 'open-phone', [personId]);
  return { kind: 'phone-opened', phones: person.phones };
}

async function inHand(desk: Desk, tx: Tx, actor: Actor, personId: string): Promise<boolean> {
  if (mayOpen(actor.role, 'contacts') || mayOpen(actor.role, 'cases')) {
    const contact = (await desk.contacts.byPersonIds(tx, [personId]))[0];
    const own = (await desk.cases.byPerson(tx, [personId]))[0];
    return (
      actor.role !== 'commander' &&
      ((contact?.homePath.startsWith(actor.areaPath) ?? false) || (own?.areaPath.startsWith(actor.areaPath) ?? false))
    );
  }
  if (mayOpen(actor.role, 'received')) return (await desk.pushes.liveOf(tx, personId))?.toAreaPath.startsWith(actor.areaPath) ?? false;
  const task = await desk.transfer.liveTaskOf(tx, personId);
  if (actor.role === 'dispatcher') return task !== null;
  if (actor.role === 'crew') return task?.runId != null && (await desk.transfer.run(tx, task.runId))?.vehicleId === actor.vehicleId;
  return actor.role === 'site' && task?.siteId === actor.siteId;
}
