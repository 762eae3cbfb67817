import { limitMs, OBSERVATION_ENDED } from '@tracewright/epi-core';
import type { Area } from '../areas/area-store.js';
import type { Contact } from '../contacts/contact-store.js';
import type { Skipped } from '../contacts/review-contacts.js';
import { protocolOf, versionId } from '../determinations/protocol-of.js';
import type { Person } from '../people/person-store.js';
import type { Desk } from '../platform/desk.js';
import type { Actor, Tx } from '../platform/unit-of-work.js';
import type { PushItem } from './push-store.js';
import { snapshotHash, snapshotOf } from './snapshot.js';

export type PushOutcomeOf =
  | { kind: 'contacts-pushed'; pushed: PushItem[]; skipped: Skipped[] }
  | { kind: 'not-allowed' }
  | { kind: 'nothing-selected' }
  | { kind: 'protocol-unverified'; protocolIds: readonly string[] };

function refusal(
  contact: Contact,
  person: Person | undefined,
  area: Area | undefined,
  live: PushItem | null,
  hash: string,
): Skipped['why'] | null {
  if (contact.cls !== 'CLOSE' && contact.cls !== 'SECOND') return 'general';
  if (contact.review === 'POSSIBLE') return 'still-possible';
  if (contact.review !== 'CHECKED' || (contact.observation !== null && OBSERVATION_ENDED.has(contact.observation))) return 'state';
  if (contact.hold !== null) return 'held';
  if (!area) return 'to-locate';
  const reachable =
    person && (person.phones.length > 0 || person.documents.some((d) => d.valid) || (person.currentAddress ?? person.address));
  if (!reachable) return 'no-identity';
  // The same push twice is a nuisance to the receiver; a changed one goes out as the next version (ruling 24).
  if (live && live.toAreaId === area.id && live.hash === hash && live.state !== 'DRAFT' && live.state !== 'CHECKED')
    return 'already-pushed';
  if (live && live.state === 'CONTROLLED') return 'already-pushed';
  // In charge already, at home, at a site or in hospital: whoever has them was told.
  const placed = contact.observation !== null && contact.observation !== 'BEING_PLACED' && contact.observation !== 'GOING_OUT';
  return placed ? 'already-pushed' : null;
}

/** Sends checked contacts to the areas that must act. The sender answers for each until the receiver has taken charge. */
export async function pushContacts(desk: Desk, actor: Actor, contactIds: readonly string[]): Promise<PushOutcomeOf> {
  if (actor.role !== 'database') return { kind: 'not-allowed' };
  if (contactIds.length === 0) return { kind: 'nothing-selected' };
  return desk.work.write(actor, 'push-contacts', async (tx) => {
    const contacts = new Map((await desk.contacts.byIds(tx, contactIds)).map((c) => [c.id, c]));
    const unverified = await unverifiedOf(desk, tx, [...contacts.values()]);
    if (unverified.length > 0) return { kind: 'protocol-unverified', protocolIds: unverified };
    const people = new Map(
      (
        await desk.people.byIds(
          tx,
          [...contacts.values()].map((c) => c.personId),
        )
      ).map((p) => [p.id, p]),
    );
    const areas = new Map((await desk.areas.all(tx)).map((a) => [a.id, a]));
    const home = await desk.areas.homeArea(tx);
    const skipped: Skipped[] = [];
    const pushed: PushItem[] = [];
    const changed: Contact[] = [];
    for (const contactId of contactIds) {
      const contact = contacts.get(contactId);
      if (!contact?.homePath.startsWith(actor.areaPath)) {
        skipped.push({ contactId, why: 'not-here' });
        continue;
      }
      const person = people.get(contact.personId);
      const area = contact.areaId === null ? undefined : areas.get(contact.areaId);
      const snapshot = person ? snapshotOf(person, contact) : {};
      const hash = snapshotHash(snapshot);
      const live = await desk.pushes.liveOf(tx, contact.personId);
      const why = refusal(contact, person, area, live, hash);
      if (why !== null || !area) {
        skipped.push({ contactId, why: why ?? 'to-locate' });
        continue;
      }
      if (live) {
        await desk.pushes.save(tx, [{ ...live, state: 'WITHDRAWN', outcomeNote: 'superseded', dueAt: null }]);
        if (live.toAreaId !== area.id)
          await desk.pushes.tell(tx, [
            {
              id: desk.ids.next('notice'),
              toAreaId: live.toAreaId,
              toAreaPath: live.toAreaPath,
              kind: 'withdrawn',
              personId: contact.personId,
              subjectId: live.id,
              at: tx.now,
              readAt: null,
              note: null,
            },
          ]);
      }
      const item: PushItem = {
        id: desk.ids.next('push'),
        personId: contact.personId,
        contactId,
        fromAreaId: home?.id ?? actor.areaId,
        toAreaId: area.id,
        toAreaPath: area.path,
        outside: area.outside,
        state: 'SENT',
        version: (live?.version ?? 0) + 1,
        snapshot,
        hash,
        doubtful: contact.duplicate,
        sentAt: tx.now,
        sentBy: actor.accountId,
        ackedAt: null,
        locatedAt: null,
        controlledAt: null,
        closedAt: null,
        outcome: null,
        outcomeNote: null,
        movedTo: null,
        attempts: [],
        nextTryAt: null,
        dutyCall: null,
        dueAt: tx.now + limitMs('acknowledge'),
      };
      pushed.push(item);
      changed.push({
        ...contact,
        push: 'SENT',
        pushId: item.id,
        resend: false,
        observation: area.outside ? 'GOING_OUT' : 'BEING_PLACED',
        placed: false,
      });
    }
    await desk.pushes.save(tx, pushed);
    await desk.contacts.save(
      tx,
      changed.map((contact) => ({
        contact,
        event: {
          contactId: contact.id,
          personId: contact.personId,
          subject: 'push',
          subjectId: contact.pushId!,
          kind: 'pushed',
          was: contacts.get(contact.id)!.push,
          became: 'SENT',
          reason: null,
          note: contact.areaId,
        },
      })),
    );
    tx.touch(...changed.map((c) => c.personId));
    if (changed.length > 0) for (const topic of ['contacts', 'pushes', 'ledger'] as const) tx.announce(topic);
    return { kind: 'contacts-pushed', pushed, skipped };
  });
}

/** Protocols behind these contacts that nobody has taken responsibility for: nothing is pushed under them (ruling 15). */
async function unverifiedOf(desk: Desk, tx: Tx, contacts: readonly Contact[]): Promise<string[]> {
  const cases = await desk.cases.byIds(tx, [...new Set(contacts.flatMap((c) => c.caseIds))]);
  const used = [...new Set(cases.map((c) => c.protocolId))];
  const verified = new Set((await desk.protocols.verifications(tx)).map((v) => versionId(v.protocolId, v.version)));
  const versions = await Promise.all(used.map(async (id) => ({ id, version: (await protocolOf(desk, tx, id)).version })));
  return versions.filter(({ id, version }) => !verified.has(versionId(id, version))).map(({ id }) => id);
}
