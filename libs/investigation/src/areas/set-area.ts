import type { Desk } from '../platform/desk.js';
import type { Actor } from '../platform/unit-of-work.js';
import { followFacts } from '../push/follow-facts.js';

export type SetAreaOutcome = { kind: 'area-set' } | { kind: 'not-allowed' } | { kind: 'person-not-found' } | { kind: 'area-unknown' };

/** Confirms which area must act for a person; null puts them back to "to be located". Their contact follows at once (ruling 22). */
export async function setArea(desk: Desk, actor: Actor, personId: string, areaId: string | null): Promise<SetAreaOutcome> {
  if (actor.role !== 'tracer' && actor.role !== 'database') return { kind: 'not-allowed' };
  return desk.work.write(actor, 'set-area', async (tx) => {
    const person = (await desk.people.byIds(tx, [personId]))[0];
    if (!person) return { kind: 'person-not-found' };
    const area = areaId === null ? null : await desk.areas.byId(tx, areaId);
    if (areaId !== null && !area) return { kind: 'area-unknown' };
    const contact = (await desk.contacts.byPersonIds(tx, [personId]))[0];
    if (contact && !contact.homePath.startsWith(actor.areaPath)) return { kind: 'not-allowed' };
    const located = {
      currentAreaId: area?.id ?? null,
      areaPath: area?.path ?? null,
      areaState: area ? ('CONFIRMED' as const) : ('TO_LOCATE' as const),
    };
    await desk.people.save(tx, [{ ...person, ...located, proposedAreaId: null, proposedWords: [] }]);
    if (contact)
      await desk.contacts.save(tx, [
        {
          contact: { ...contact, areaId: area?.id ?? null, areaPath: area?.path ?? null },
          event: {
            contactId: contact.id,
            personId,
            subject: 'person',
            subjectId: personId,
            kind: area ? 'located' : 'to-locate',
            was: contact.areaId,
            became: area?.id ?? null,
            reason: null,
            note: area?.name ?? null,
          },
        },
      ]);
    await followFacts(desk, tx, [personId]);
    if (area) await desk.pushes.finishTasks(tx, contact?.pushId ? [contact.pushId, personId] : [personId], null);
    tx.touch(personId);
    for (const topic of ['contacts', 'pushes', 'tasks'] as const) tx.announce(topic);
    return { kind: 'area-set' };
  });
}
