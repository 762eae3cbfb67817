import type { Desk } from '../platform/desk.js';
import type { WriteTx } from '../platform/unit-of-work.js';

/** Sets each contact's duplicate mark and hold from the pairs still open. The hold does not say why: the other may lie in another area. */
export async function flagContacts(desk: Desk, tx: WriteTx, personIds: readonly string[]): Promise<void> {
  const contacts = await desk.contacts.byPersonIds(tx, personIds);
  const open = await desk.duplicates.openOf(tx, personIds);
  const changed = contacts.flatMap((contact) => {
    const mine = open.filter((p) => p.a === contact.personId || p.b === contact.personId);
    const after = { ...contact, duplicate: mine.length > 0, hold: mine.some((p) => p.holds) ? 'duplicate-to-decide' : null };
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
