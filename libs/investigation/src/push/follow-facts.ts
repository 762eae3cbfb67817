import type { Contact } from '../contacts/contact-store.js';
import type { Desk } from '../platform/desk.js';
import type { WriteTx } from '../platform/unit-of-work.js';
import type { PushItem } from './push-store.js';
import { snapshotHash, snapshotOf } from './snapshot.js';

/** Under way: the receiver has been told, and is not in charge yet. */
const UNDER_WAY: ReadonlySet<string> = new Set(['SENT', 'ACKED', 'LOCATED']);

/**
 * After facts of these people changed: whoever was told something else is told anew. Under way, the contact goes back to the list of those to be
 * sent, for the database desk to send the next version (ruling 24: a changed one is no repetition). In charge already, the receiver's own record is
 * put right at once and a notice says so: nobody is taken out of charge by a corrected date.
 */
export async function followFacts(desk: Desk, tx: WriteTx, personIds: readonly string[]): Promise<void> {
  const pushed = (await desk.contacts.byPersonIds(tx, personIds)).filter((c) => c.push !== null || c.resend);
  if (pushed.length === 0) return;
  const people = new Map(
    (
      await desk.people.byIds(
        tx,
        pushed.map((c) => c.personId),
      )
    ).map((p) => [p.id, p]),
  );
  for (const contact of pushed) {
    const person = people.get(contact.personId);
    const live = await desk.pushes.liveOf(tx, contact.personId);
    if (!person) continue;
    const snapshot = snapshotOf(person, contact);
    const differs = live !== null && (toldOtherwise(live, snapshot) || (contact.areaId !== null && live.toAreaId !== contact.areaId));
    if (differs && live.state === 'CONTROLLED') await putRight(desk, tx, contact, live, snapshot);
    const resend = differs && UNDER_WAY.has(live.state);
    if (resend !== contact.resend) await mark(desk, tx, { ...contact, resend }, live);
  }
}

/** What was asked at the door came from the receiver: it is nothing to tell them. */
const toldOtherwise = (live: PushItem, snapshot: Record<string, string>): boolean =>
  Object.keys(snapshot).some((field) => field !== 'needs' && (live.snapshot[field] ?? '') !== snapshot[field]);

async function putRight(desk: Desk, tx: WriteTx, contact: Contact, live: PushItem, snapshot: Record<string, string>): Promise<void> {
  if (!toldOtherwise(live, snapshot)) return;
  await desk.pushes.save(tx, [{ ...live, version: live.version + 1, snapshot, hash: snapshotHash(snapshot) }]);
  await desk.pushes.tell(tx, [
    {
      id: desk.ids.next('notice'),
      toAreaId: live.toAreaId,
      toAreaPath: live.toAreaPath,
      kind: 'corrected',
      personId: contact.personId,
      subjectId: live.id,
      at: tx.now,
      readAt: null,
      note: null,
    },
  ]);
  tx.announce('pushes');
}

async function mark(desk: Desk, tx: WriteTx, contact: Contact, live: PushItem | null): Promise<void> {
  await desk.contacts.save(tx, [
    {
      contact,
      event: {
        contactId: contact.id,
        personId: contact.personId,
        subject: 'push',
        subjectId: live?.id ?? contact.id,
        kind: contact.resend ? 'to-send-again' : 'told-as-it-is',
        was: contact.push,
        became: contact.push,
        reason: null,
        note: null,
      },
    },
  ]);
  tx.touch(contact.personId);
  tx.announce('contacts');
}
