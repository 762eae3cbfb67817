import { type Instant, type ManagementDates, managementDates, type Protocol, totalLength } from '@tracewright/epi-core';
import type { Case } from '../cases/case-store.js';
import { type Derivation, deriveCase } from '../determinations/derive-case.js';
import { type Determination, determinationKey } from '../determinations/determination-store.js';
import { protocolBehind, protocolOf } from '../determinations/protocol-of.js';
import type { Person, SourceRecord } from '../people/person-store.js';
import type { Desk } from '../platform/desk.js';
import type { Actor, Tx } from '../platform/unit-of-work.js';
import type { PushItem } from '../push/push-store.js';
import type { Stay } from '../stays/stay-store.js';
import type { Contact, ContactEvent } from './contact-store.js';

/** Two stays that met, for the bars of the card. */
export interface CardOverlap {
  readonly placeName: string;
  readonly caseStay: Stay;
  readonly contactStay: Stay;
  readonly minSeconds: number;
  readonly maxSeconds: number;
}

export interface CardDetermination {
  readonly determination: Determination;
  readonly case: Case;
  readonly placeName: string | null;
  readonly via: Person | null;
  readonly ruleLabel: { readonly zh: string; readonly en: string };
  readonly overlaps: readonly CardOverlap[];
}

export interface ContactCard {
  readonly contact: Contact;
  readonly person: Person;
  readonly determinations: readonly CardDetermination[];
  readonly events: readonly ContactEvent[];
  readonly pushes: readonly PushItem[];
  readonly management: ManagementDates | null;
  /** A possible of the same or a stricter class is open: nobody is released while it is (ruling 11). */
  readonly blocked: boolean;
  readonly household: readonly Person[];
  readonly records: readonly SourceRecord[];
}

/** Everything the card shows; null when there is no such contact in the asker's area. The overlaps are derived anew, not remembered. */
export async function contactCard(desk: Desk, actor: Actor, contactId: string): Promise<ContactCard | null> {
  return desk.work.read(async (tx) => {
    const contact = (await desk.contacts.byIds(tx, [contactId]))[0];
    if (!contact?.homePath.startsWith(actor.areaPath)) return null;
    const live = await desk.determinations.liveOfPeople(tx, [contact.personId]);
    const cases = new Map((await desk.cases.byIds(tx, [...new Set(live.map((d) => d.caseId))])).map((c) => [c.id, c]));
    const people = new Map(
      (await desk.people.byIds(tx, [contact.personId, ...live.flatMap((d) => d.viaPersonId ?? [])])).map((p) => [p.id, p]),
    );
    const places = new Map((await desk.places.byIds(tx, [...new Set(live.flatMap((d) => d.placeId ?? []))])).map((p) => [p.id, p.name]));
    const derived = new Map<string, Derivation>();
    for (const one of cases.values()) {
      const middles = live.flatMap((d) => (d.caseId === one.id ? (d.viaPersonId ?? []) : []));
      derived.set(one.id, await deriveCase(desk, tx, one, { scope: { people: [contact.personId], middles } }));
    }
    const protocol = await protocolOf(desk, tx, [...cases.values()][0]?.protocolId ?? 'CN-COVID-V8');
    const evidence = await evidenceOf(desk, tx, live, derived);
    const labels = await labelsOf(desk, tx, live);
    return {
      contact,
      person: people.get(contact.personId)!,
      determinations: live.map((d) => ({
        determination: d,
        case: cases.get(d.caseId)!,
        placeName: d.placeId === null ? null : (places.get(d.placeId) ?? null),
        via: d.viaPersonId === null ? null : (people.get(d.viaPersonId) ?? null),
        ruleLabel: labels.get(d.id)!,
        overlaps: evidence.get(d.id)!,
      })),
      events: await desk.contacts.events(tx, contact.id),
      pushes: await desk.pushes.ofPerson(tx, contact.personId),
      management:
        contact.last === null
          ? null
          : managementDates(
              protocol,
              contact.cls,
              { first: contact.first ?? contact.last, last: contact.last },
              desk.clock.tz,
              await managedSince(desk, tx, contact.personId),
            ),
      blocked: live.some((d) => d.certainty === 'possible' && d.decision === null),
      household: await desk.people.household(tx, contact.personId),
      records: await desk.people.sourceRecords(tx, contact.personId),
    };
  });
}

async function managedSince(desk: Desk, tx: Tx, personId: string): Promise<Instant | undefined> {
  return (await desk.transfer.isolatedSince(tx, [personId])).get(personId);
}

/** The meetings behind each determination, with the stays as they stand now. */
async function evidenceOf(
  desk: Desk,
  tx: Tx,
  live: readonly Determination[],
  derived: ReadonlyMap<string, Derivation>,
): Promise<Map<string, CardOverlap[]>> {
  const found = live.map((d) => {
    const row = derived.get(d.caseId)?.rows.get(determinationKey(d));
    return { id: d.id, overlaps: row?.overlaps ?? [] };
  });
  const all = found.flatMap(({ overlaps }) => overlaps);
  const stays = new Map(
    (await desk.stays.byIds(tx, [...new Set(all.flatMap((o) => [o.caseStay, o.contactStay]))])).map((stay) => [stay.id, stay]),
  );
  const names = new Map((await desk.places.byIds(tx, [...new Set(all.map((o) => o.casePlace))])).map((p) => [p.id, p.name]));
  return new Map(
    found.map(({ id, overlaps }) => [
      id,
      overlaps.flatMap((o) => {
        const [caseStay, contactStay] = [stays.get(o.caseStay), stays.get(o.contactStay)];
        if (!caseStay || !contactStay) return [];
        const [minSeconds, maxSeconds] = [totalLength(o.surest) / 1000, totalLength(o.widest) / 1000];
        return [{ placeName: names.get(o.casePlace) ?? '', caseStay, contactStay, minSeconds, maxSeconds }];
      }),
    ]),
  );
}

/** What each determination's rule is called, in the version of the protocol it was made under. */
async function labelsOf(desk: Desk, tx: Tx, live: readonly Determination[]): Promise<Map<string, CardDetermination['ruleLabel']>> {
  const protocols = new Map<string, Protocol>();
  const labels = new Map<string, CardDetermination['ruleLabel']>();
  for (const d of live) {
    const version = `${d.protocolId}@${d.protocolVersion}`;
    const protocol = protocols.get(version) ?? (await protocolBehind(desk, tx, d));
    protocols.set(version, protocol);
    const label = protocol.exposure.find((rule) => rule.id === d.rule)?.label;
    const unlabelled = d.rule === 'NAMED' ? { zh: '病例点名', en: 'named by the case' } : { zh: d.rule, en: d.rule };
    labels.set(d.id, label ?? unlabelled);
  }
  return labels;
}
