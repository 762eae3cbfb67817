import type { Contact } from '../contacts/contact-store.js';
import { applyPersonEvent } from '../contacts/person-event.js';
import { refreshContacts } from '../contacts/refresh-contacts.js';
import { casesTouching, rederiveCase } from '../determinations/store-derivation.js';
import type { Desk } from '../platform/desk.js';
import type { WriteTx } from '../platform/unit-of-work.js';
import { carryPairs } from './carry-pairs.js';
import type { Merge } from './duplicate-store.js';
import { type Described, goldenValues } from './golden-values.js';

/**
 * Moves everything of one person to the other in this transaction; answers the id of the merge, by which it can be undone. Cases are derived anew.
 * `by`: who decided it.
 */
export async function mergePeople(
  desk: Desk,
  tx: WriteTx,
  { keptId, mergedId, contacts, by }: { keptId: string; mergedId: string; contacts: readonly Contact[]; by: string },
): Promise<string> {
  const gone = contacts.find((c) => c.personId === mergedId) ?? null;
  const kept = contacts.find((c) => c.personId === keptId) ?? null;
  const people = new Map((await desk.people.byIds(tx, [keptId, mergedId])).map((person) => [person.id, person]));
  const told = await desk.people.lastToldOf(tx, [keptId, mergedId]);
  const described = (id: string): Described => ({
    person: people.get(id)!,
    saidAt: told.get(id) ?? contacts.find(({ personId }) => personId === id)?.identifiedAt ?? null,
  });
  const golden = goldenValues(described(keptId), described(mergedId));
  const open = await desk.duplicates.openOf(tx, [mergedId]);
  const moved = await desk.duplicates.move(tx, keptId, mergedId);
  const now = (await desk.people.byIds(tx, [keptId]))[0]!;
  await desk.people.save(tx, [{ ...golden, documents: now.documents, phones: now.phones }]);
  // Several of one moment stand in the order in which they were made.
  const earlier = (await desk.duplicates.mergesOf(tx, keptId)).filter((one) => one.keptId === keptId);
  const record: Merge = {
    id: desk.ids.next('merge'),
    keptId,
    mergedId,
    at: Math.max(tx.now, ...earlier.map(({ at }) => at + 1)),
    by,
    undoneAt: null,
    before: {
      ...moved,
      contact: gone as unknown as Record<string, unknown> | null,
      keptContact: kept as unknown as Record<string, unknown> | null,
      kept: people.get(keptId) as unknown as Record<string, unknown>,
    },
  };
  await desk.duplicates.saveMerge(tx, record);
  if (gone) {
    const after = await applyPersonEvent(desk, tx, gone, 'merge', null);
    await desk.contacts.save(tx, [
      {
        contact: { ...after, review: 'MERGED', observation: gone.observation === null ? null : 'MERGED', changed: null, changedFrom: null },
        event: {
          contactId: gone.id,
          personId: mergedId,
          subject: 'person',
          subjectId: record.id,
          kind: 'merged',
          was: gone.review,
          became: 'MERGED',
          reason: null,
          note: keptId,
        },
      },
    ]);
  }
  await rederivePeople(desk, tx, [keptId, mergedId]);
  await carryPairs(desk, tx, record, open);
  return record.id;
}

/** Every case whose contacts either person is among, or whose own person it is, is derived anew; then both contacts follow. */
export async function rederivePeople(desk: Desk, tx: WriteTx, personIds: readonly string[]): Promise<void> {
  for (const one of await casesTouching(desk, tx, personIds)) await rederiveCase(desk, tx, one);
  await refreshContacts(desk, tx, personIds);
}
