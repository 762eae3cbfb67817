import { type Instant, type ManagementDates, managementDates, totalLength } from '@tracewright/epi-core';
import type { Case } from '../cases/case-store.js';
import { type Derivation, deriveCase } from '../determinations/derive-case.js';
import type { Determination } from '../determinations/determination-store.js';
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
    for (const one of cases.values()) derived.set(one.id, await deriveCase(desk, tx, one));
    const protocol = await protocolOf(desk, tx, [...cases.values()][0]?.protocolId ?? 'CN-COVID-V8');
    const determinations = await Promise.all(live.map((d) => ofCard(desk, tx, d, cases, people, places, derived)));
    return {
      contact,
      person: people.get(contact.personId)!,
      determinations,
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

async function ofCard(
  desk: Desk,
  tx: Tx,
  determination: Determination,
  cases: ReadonlyMap<string, Case>,
  people: ReadonlyMap<string, Person>,
  places: ReadonlyMap<string, string>,
  derived: ReadonlyMap<string, Derivation>,
): Promise<CardDetermination> {
  const one = cases.get(determination.caseId)!;
  const rule = (await protocolBehind(desk, tx, determination)).exposure.find((r) => r.id === determination.rule);
  const row = derived
    .get(one.id)
    ?.rows.get([one.id, determination.personId, determination.viaPersonId ?? '', determination.certainty].join('|'));
  const stays = new Map(
    (await desk.stays.byIds(tx, [...new Set((row?.overlaps ?? []).flatMap((o) => [o.caseStay, o.contactStay]))])).map((s) => [s.id, s]),
  );
  const names = new Map(
    (await desk.places.byIds(tx, [...new Set((row?.overlaps ?? []).map((o) => o.casePlace))])).map((p) => [p.id, p.name]),
  );
  return {
    determination,
    case: one,
    placeName: determination.placeId === null ? null : (places.get(determination.placeId) ?? null),
    via: determination.viaPersonId === null ? null : (people.get(determination.viaPersonId) ?? null),
    ruleLabel: rule?.label ?? {
      zh: determination.rule === 'NAMED' ? '病例点名' : determination.rule,
      en: determination.rule === 'NAMED' ? 'named by the case' : determination.rule,
    },
    overlaps: (row?.overlaps ?? []).flatMap((o) => {
      const [caseStay, contactStay] = [stays.get(o.caseStay), stays.get(o.contactStay)];
      return caseStay && contactStay
        ? [
            {
              placeName: names.get(o.casePlace) ?? '',
              caseStay,
              contactStay,
              minSeconds: totalLength(o.surest) / 1000,
              maxSeconds: totalLength(o.widest) / 1000,
            },
          ]
        : [];
    }),
  };
}
