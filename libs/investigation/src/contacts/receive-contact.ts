import { DAY_24H, type Instant } from '@tracewright/epi-core';
import type { ValueProblem } from '../cases/create-case.js';
import { markDuplicates } from '../duplicates/mark-duplicates.js';
import { findPerson, newPerson } from '../people/find-or-make-person.js';
import { personSchema } from '../people/person.schema.js';
import { type PersonProblem, type PersonWords, personFacts, withFacts } from '../people/person-facts.js';
import type { Desk } from '../platform/desk.js';
import { flawOf } from '../platform/flaw.js';
import type { Actor } from '../platform/unit-of-work.js';
import type { Contact } from './contact-store.js';
import { receivedContactSchema } from './received-contact.schema.js';

/** What the area that sent them says beside who they are. */
export interface ReceivedFacts {
  readonly fromAreaId: string;
  readonly cls: string;
  readonly lastExposureAt: Instant | null;
  readonly note: string | null;
}
export interface ReceivedContact extends PersonWords, ReceivedFacts {}
export type ReceiveContactOutcome =
  | { kind: 'contact-received'; contact: Contact }
  | { kind: 'not-allowed' }
  | { kind: 'invalid-input'; fields: readonly (ValueProblem | PersonProblem)[] };

/**
 * A contact another area found and sent to us: no case of ours stands behind them (ruling 23). Checked at the door, so they can be pushed
 * to their community at once. Somebody we count already stays one person and keeps the stricter class.
 */
export async function receiveContact(desk: Desk, actor: Actor, input: ReceivedContact): Promise<ReceiveContactOutcome> {
  if (actor.role !== 'database') return { kind: 'not-allowed' };
  const { facts, problems } = personFacts(input);
  if (problems.length > 0) return { kind: 'invalid-input', fields: problems };
  const { fromAreaId, cls, lastExposureAt } = input;
  const said: ReceivedFacts = { fromAreaId, cls, lastExposureAt, note: input.note?.trim() || null };
  return desk.work.write(actor, 'receive-contact', async (tx): Promise<ReceiveContactOutcome> => {
    const unfit = flawOf(receivedContactSchema(tx.now), said);
    if (unfit) return { kind: 'invalid-input', fields: [unfit] };
    const from = await desk.areas.byId(tx, input.fromAreaId);
    if (!from?.outside)
      return {
        kind: 'invalid-input',
        fields: [
          { field: 'fromAreaId', code: 'area-unknown', zh: '请选择来源地（外地）。', en: 'Choose the outside area that sent them.' },
        ],
      };
    const known = await findPerson(desk, tx, facts);
    const person = known ? withFacts(known, facts) : newPerson(desk.ids.next('person'), facts, await desk.places.gazetteer(tx));
    const flaw = flawOf(personSchema(tx.now), person);
    if (flaw) return { kind: 'invalid-input', fields: [flaw] };
    await desk.people.save(tx, [person]);
    const former = (await desk.contacts.byPersonIds(tx, [person.id]))[0];
    const stricter = input.cls === 'CLOSE' || former?.cls === 'CLOSE' ? 'CLOSE' : 'SECOND';
    const located = person.areaState === 'CONFIRMED' && person.areaPath !== null;
    const contact: Contact = former
      ? sentToUs(former, stricter, input.lastExposureAt)
      : {
          id: desk.ids.next('contact'),
          personId: person.id,
          review: 'CHECKED',
          cls: stricter,
          certainty: 'definite',
          caseIds: [],
          caseNos: [],
          first: input.lastExposureAt,
          last: input.lastExposureAt,
          placeName: null,
          areaId: located ? (person.currentAreaId ?? person.areaId) : null,
          areaPath: located ? person.areaPath : null,
          homePath: actor.areaPath,
          observation: 'BEING_PLACED',
          origin: 'RECEIVED',
          outLevel: null,
          placed: false,
          push: null,
          pushId: null,
          transfer: null,
          owner: actor.accountId,
          identifiedAt: tx.now,
          dueAt: tx.now + DAY_24H,
          changed: null,
          changedFrom: null,
          duplicate: false,
          resend: false,
          hold: null,
        };
    await desk.contacts.save(tx, [
      {
        contact,
        event: {
          contactId: contact.id,
          personId: person.id,
          subject: 'contact',
          subjectId: contact.id,
          kind: 'received',
          was: former?.review ?? null,
          became: contact.review,
          reason: said.note,
          note: from.name,
        },
      },
    ]);
    await markDuplicates(desk, tx, [contact]);
    tx.touch(person.id);
    for (const topic of ['contacts', 'ledger'] as const) tx.announce(topic);
    return { kind: 'contact-received', contact };
  });
}

/** Whom we know already stays one person; whom nobody here had accepted, or had excluded, is to be placed from now on, because they were sent to us. */
function sentToUs(former: Contact, cls: string, lastExposureAt: Instant | null): Contact {
  const last = Math.max(former.last ?? 0, lastExposureAt ?? 0) || null;
  const counted = former.review === 'ACCEPTED' || former.review === 'CHECKED' || former.review === 'RETURNED';
  if (counted && former.observation !== 'RELEASED') return { ...former, cls, last };
  return {
    ...former,
    cls,
    last,
    certainty: 'definite',
    review: 'CHECKED',
    origin: 'RECEIVED',
    observation: 'BEING_PLACED',
    placed: false,
    push: null,
    pushId: null,
    changed: null,
    changedFrom: null,
  };
}
