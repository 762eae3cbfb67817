import { ledgerTerm } from '@tracewright/epi-core';
import type { Contact, ContactEvent, ContactFilter, ContactStore, ContactView, Ids, Tx, WriteTx } from '@tracewright/investigation';
import { Neo4jStore } from '../platform/neo4j-store.js';
import * as ask from './contacts.cypher.js';

const contactOf = (c: Contact): Contact => ({
  id: c.id,
  personId: c.personId,
  review: c.review,
  cls: c.cls,
  certainty: c.certainty,
  caseIds: c.caseIds ?? [],
  caseNos: c.caseNos ?? [],
  first: c.first ?? null,
  last: c.last ?? null,
  placeName: c.placeName ?? null,
  areaId: c.areaId ?? null,
  areaPath: c.areaPath ?? null,
  homePath: c.homePath,
  observation: c.observation ?? null,
  origin: c.origin,
  outLevel: c.outLevel ?? null,
  placed: c.placed ?? false,
  push: c.push ?? null,
  pushId: c.pushId ?? null,
  transfer: c.transfer ?? null,
  owner: c.owner ?? null,
  identifiedAt: c.identifiedAt,
  dueAt: c.dueAt ?? null,
  changed: c.changed ?? null,
  changedFrom: c.changedFrom ?? null,
  duplicate: c.duplicate ?? false,
  resend: c.resend ?? false,
  hold: c.hold ?? null,
});

/** Where the ledger counts a contact. GENERAL is not in it (ruling 23); nor is who was not accepted yet or has left. */
function ledgerFields(contact: Contact) {
  const term = contact.observation === null ? null : ledgerTerm(contact.observation);
  const accepted = contact.review === 'ACCEPTED' || contact.review === 'CHECKED' || contact.review === 'RETURNED';
  const counted = (contact.cls === 'CLOSE' || contact.cls === 'SECOND') && accepted && term !== 'LEFT';
  return {
    cls: contact.cls,
    origin: contact.origin,
    outLevel: contact.outLevel,
    placed: contact.placed,
    term,
    counted,
    homePath: contact.homePath,
  };
}

export class Neo4jContactStore extends Neo4jStore implements ContactStore {
  constructor(
    tz: string,
    private readonly ids: Ids,
  ) {
    super(tz);
  }

  async byIds(tx: Tx, ids: readonly string[]): Promise<Contact[]> {
    return (await this.rows<{ contact: Contact }>(tx, ask.CONTACTS_BY_ID, { ids })).map((r) => contactOf(r.contact));
  }

  async byPersonIds(tx: Tx, personIds: readonly string[]): Promise<Contact[]> {
    return (await this.rows<{ contact: Contact }>(tx, ask.CONTACTS_OF_PEOPLE, { personIds })).map((r) => contactOf(r.contact));
  }

  async page(tx: Tx, filter: ContactFilter & { personIds?: readonly string[] }, first: number, after: string | null) {
    const [afterKey, afterId] =
      after === null ? [null, null] : (JSON.parse(Buffer.from(after, 'base64url').toString()) as [unknown, string]);
    const parameters = { personIds: [], ...filter, first, afterKey, afterId, now: tx.now };
    const found = await this.rows<{ contact: Contact; sortKey: unknown }>(
      tx,
      ask.contactPage(filter.view, filter.sort, filter.text !== null),
      parameters,
    );
    const counts = await this.counts(tx, filter);
    const last = found.length === first ? found.at(-1) : undefined;
    const next = last ? Buffer.from(JSON.stringify([last.sortKey, last.contact.id])).toString('base64url') : null;
    return { rows: found.map((r) => contactOf(r.contact)), total: counts[filter.view], next };
  }

  async idsOf(tx: Tx, filter: ContactFilter & { personIds?: readonly string[] }, limit: number): Promise<string[]> {
    const found = await this.rows<{ id: string }>(tx, ask.contactIds(filter.view, filter.text !== null), {
      personIds: [],
      ...filter,
      limit,
      now: tx.now,
    });
    return found.map((r) => r.id);
  }

  async counts(tx: Tx, filter: ContactFilter & { personIds?: readonly string[] }): Promise<Record<ContactView, number>> {
    return (await this.row<Record<ContactView, number>>(tx, ask.contactCounts(filter.text !== null), {
      personIds: [],
      ...filter,
      now: tx.now,
    }))!;
  }

  async save(tx: WriteTx, changes: readonly { contact: Contact; event: Omit<ContactEvent, 'id' | 'at' | 'by' | 'role'> }[]): Promise<void> {
    const rows = changes.map(({ contact, event }) => ({
      contact,
      event: { ...event, ...ledgerFields(contact), id: this.ids.next('event'), at: tx.now, by: tx.actor.accountId, role: tx.actor.role },
    }));
    for (let i = 0; i < rows.length; i += 2_000) await this.rows(tx, ask.SAVE_CONTACTS, { rows: rows.slice(i, i + 2_000), rev: tx.rev });
  }

  async events(tx: Tx, contactId: string): Promise<ContactEvent[]> {
    return (await this.rows<{ event: ContactEvent }>(tx, ask.EVENTS_OF, { contactId })).map((r) => r.event);
  }

  async existsElsewhere(tx: Tx, homePath: string, personIds: readonly string[]): Promise<boolean> {
    return (await this.row<{ yes: boolean }>(tx, ask.EXISTS_ELSEWHERE, { homePath, personIds }))?.yes ?? false;
  }
}
