import type { Contact } from '../contacts/contact-store.js';
import type { Desk } from '../platform/desk.js';
import type { WriteTx } from '../platform/unit-of-work.js';
import type { DuplicatePair } from './duplicate-store.js';

/** Looks for duplicates among these people and everybody; new pairs go to the review queue, "not the same" is remembered. */
export async function markDuplicates(desk: Desk, tx: WriteTx, contacts: readonly Contact[]): Promise<void> {
  if (contacts.length === 0) return;
  const found = await desk.duplicateFinder.among(
    tx,
    contacts.map((c) => c.personId),
  );
  if (found.length === 0) return;
  const known = new Map(
    (
      await desk.duplicates.existing(
        tx,
        found.map((f) => `${f.a}|${f.b}`),
      )
    ).map((p) => [p.id, p]),
  );
  const fresh = found
    .filter((f) => !known.has(`${f.a}|${f.b}`))
    .map(
      (f): DuplicatePair => ({
        id: `${f.a}|${f.b}`,
        ...f,
        state: 'OPEN',
        decidedBy: null,
        decidedAt: null,
        seconds: null,
        note: null,
        at: tx.now,
      }),
    );
  await desk.duplicates.save(tx, fresh);
  const open = [...known.values(), ...fresh].filter((p) => p.state === 'OPEN' || p.state === 'LATER');
  await flagContacts(desk, tx, [...new Set(open.flatMap((p) => [p.a, p.b]))]);
  tx.announce('duplicates');
}

/** Sets each contact's duplicate mark and hold from the pairs still open. */
export async function flagContacts(desk: Desk, tx: WriteTx, personIds: readonly string[]): Promise<void> {
  const contacts = await desk.contacts.byPersonIds(tx, personIds);
  const open = await desk.duplicates.openOf(tx, personIds);
  const changed = contacts.flatMap((contact) => {
    const mine = open.filter((p) => p.a === contact.personId || p.b === contact.personId);
    const after = { ...contact, duplicate: mine.length > 0, hold: mine.some((p) => p.holds) ? 'same-document-other-name' : null };
    return after.duplicate === contact.duplicate && after.hold === contact.hold ? [] : [after];
  });
  await desk.contacts.save(
    tx,
    changed.map((contact) => ({
      contact,
      event: {
        contactId: contact.id,
        personId: contact.personId,
        subject: 'person',
        subjectId: contact.personId,
        kind: contact.duplicate ? 'duplicate-suspected' : 'duplicate-cleared',
        was: null,
        became: contact.hold,
        reason: null,
        note: null,
      },
    })),
  );
}
