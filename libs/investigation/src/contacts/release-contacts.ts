import { dayOf, isStricter, managementDates, type Protocol } from '@tracewright/epi-core';
import { DEFAULT_PROTOCOL } from '../cases/create-case.js';
import type { Determination } from '../determinations/determination-store.js';
import { protocolOf } from '../determinations/protocol-of.js';
import type { Desk } from '../platform/desk.js';
import { groupBy } from '../platform/group-by.js';
import type { Actor, Tx } from '../platform/unit-of-work.js';
import type { Contact } from './contact-store.js';

export interface NotReleased {
  readonly contactId: string;
  readonly why: 'not-here' | 'state' | 'still-possible' | 'not-over';
}
export type ReleaseOutcome =
  | { kind: 'contacts-released'; done: Contact[]; skipped: NotReleased[] }
  | { kind: 'not-allowed' }
  | { kind: 'nothing-selected' };

const UNDER_OBSERVATION: ReadonlySet<string> = new Set(['CENTRAL', 'HOME', 'HOSPITAL']);

/** Ends the measures of people whose days are over. Nobody leaves while a possible of the same or a stricter class is open (ruling 11). */
export async function releaseContacts(desk: Desk, actor: Actor, contactIds: readonly string[]): Promise<ReleaseOutcome> {
  if (actor.role !== 'database' && actor.role !== 'site') return { kind: 'not-allowed' };
  if (contactIds.length === 0) return { kind: 'nothing-selected' };
  return desk.work.write(actor, 'release-contacts', async (tx): Promise<ReleaseOutcome> => {
    const contacts = new Map((await desk.contacts.byIds(tx, contactIds)).map((c) => [c.id, c]));
    const live = groupBy(
      await desk.determinations.liveOfPeople(
        tx,
        [...contacts.values()].map((c) => c.personId),
      ),
      (d) => d.personId,
    );
    const done: Contact[] = [];
    const skipped: NotReleased[] = [];
    for (const contactId of contactIds) {
      const contact = contacts.get(contactId);
      const here =
        contact &&
        (actor.role === 'site'
          ? (await desk.transfer.livePlacementOf(tx, contact.personId))?.siteId === actor.siteId
          : contact.homePath.startsWith(actor.areaPath));
      if (!contact || !here) skipped.push({ contactId, why: 'not-here' });
      else if (contact.observation === null || !UNDER_OBSERVATION.has(contact.observation)) skipped.push({ contactId, why: 'state' });
      else if (await mayBeWorse(desk, tx, contact, live.get(contact.personId) ?? [])) skipped.push({ contactId, why: 'still-possible' });
      else if (!(await isOver(desk, tx, contact))) skipped.push({ contactId, why: 'not-over' });
      else done.push({ ...contact, observation: 'RELEASED', placed: true });
    }
    for (const contact of done) {
      const placement = await desk.transfer.livePlacementOf(tx, contact.personId);
      if (placement) await desk.transfer.savePlacements(tx, [{ ...placement, to: tx.now }]);
    }
    await desk.contacts.save(
      tx,
      done.map((contact) => ({
        contact,
        event: {
          contactId: contact.id,
          personId: contact.personId,
          subject: 'contact',
          subjectId: contact.id,
          kind: 'released',
          was: contacts.get(contact.id)!.observation,
          became: 'RELEASED',
          reason: null,
          note: null,
        },
      })),
    );
    tx.touch(...done.map((c) => c.personId));
    if (done.length > 0) for (const topic of ['contacts', 'ledger', 'transfer'] as const) tx.announce(topic);
    return { kind: 'contacts-released', done, skipped };
  });
}

async function mayBeWorse(desk: Desk, tx: Tx, contact: Contact, live: readonly Determination[]): Promise<boolean> {
  const open = live.filter((d) => d.certainty === 'possible' && d.decision === null);
  if (open.length === 0) return false;
  const protocol = await protocolFor(desk, tx, contact);
  return open.some((d) => !isStricter(protocol, contact.cls, d.cls));
}

const protocolFor = async (desk: Desk, tx: Tx, contact: Contact): Promise<Protocol> =>
  protocolOf(desk, tx, (await desk.cases.byIds(tx, contact.caseIds))[0]?.protocolId ?? DEFAULT_PROTOCOL);

async function isOver(desk: Desk, tx: Tx, contact: Contact): Promise<boolean> {
  if (contact.last === null) return false;
  const since = (await desk.transfer.isolatedSince(tx, [contact.personId])).get(contact.personId);
  const dates = managementDates(
    await protocolFor(desk, tx, contact),
    contact.cls,
    { first: contact.first ?? contact.last, last: contact.last },
    desk.clock.tz,
    since,
  );
  return dates !== null && dates.releaseOn <= dayOf(tx.now, desk.clock.tz);
}
