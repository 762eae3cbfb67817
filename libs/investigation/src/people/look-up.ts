import { mayOpen } from '@tracewright/epi-core';
import type { Desk } from '../platform/desk.js';
import type { Actor, Tx } from '../platform/unit-of-work.js';
import { type AlreadyKnown, alreadyKnown } from './name-people.js';
import { personFacts } from './person-facts.js';
import type { Person } from './person-store.js';

export interface KnownPerson {
  readonly person: Person | null;
  readonly known: AlreadyKnown | null;
  /** Known in another area: nothing more is said of them (issue: search). */
  readonly elsewhere: boolean;
}

/** People under exactly this document or phone, whole numbers only. */
export async function peopleByNumber(desk: Desk, tx: Tx, text: string): Promise<Person[]> {
  const { facts } = personFacts({ docNo: text });
  const byDocument = facts.document?.valid ? await desk.people.byDocument(tx, facts.document.type, facts.document.no) : [];
  const phone = personFacts({ phone: text }).facts.phones[0];
  const byPhone = phone === undefined ? [] : await desk.people.byPhone(tx, phone);
  return [...new Map([...byDocument, ...byPhone].map((p) => [p.id, p])).values()];
}

/** Whether somebody's record lies where this actor works. */
export async function isHere(desk: Desk, tx: Tx, actor: Actor, person: Person): Promise<boolean> {
  const contact = (await desk.contacts.byPersonIds(tx, [person.id]))[0];
  if (contact) return contact.homePath.startsWith(actor.areaPath);
  const own = (await desk.cases.byPerson(tx, [person.id]))[0];
  if (own) return own.areaPath.startsWith(actor.areaPath);
  return person.areaPath === null || person.areaPath.startsWith(actor.areaPath);
}

/** Typing a known phone or document says at once whose contact this already is and where they were sent (ruling 17). */
export async function lookUpPerson(
  desk: Desk,
  actor: Actor,
  words: { phone: string | null; docNo: string | null },
): Promise<KnownPerson | null> {
  if (!mayOpen(actor.role, 'cases') && !mayOpen(actor.role, 'contacts')) return null;
  return desk.work.read(async (tx) => {
    const found = [
      ...(words.docNo ? await peopleByNumber(desk, tx, words.docNo) : []),
      ...(words.phone ? await peopleByNumber(desk, tx, words.phone) : []),
    ];
    for (const person of found)
      if (await isHere(desk, tx, actor, person)) return { person, known: await alreadyKnown(desk, tx, person), elsewhere: false };
    return { person: null, known: null, elsewhere: found.length > 0 };
  });
}
