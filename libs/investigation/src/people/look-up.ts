import { mayOpen } from '@tracewright/epi-core';
import type { Desk } from '../platform/desk.js';
import type { Actor, Tx } from '../platform/unit-of-work.js';
import { type AlreadyKnown, alreadyKnown } from './name-people.js';
import { personFacts } from './person-facts.js';
import type { Person } from './person-store.js';
import { whoIsHere } from './who-is-here.js';

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
    const here = await whoIsHere(desk, tx, actor, found);
    const person = found.find(({ id }) => here.has(id));
    if (person) return { person, known: await alreadyKnown(desk, tx, person), elsewhere: false };
    return { person: null, known: null, elsewhere: found.length > 0 };
  });
}
