import { type ReviewStep, reviewAfter } from '@tracewright/epi-core';
import type { Determination } from '../determinations/determination-store.js';
import { rederiveCase } from '../determinations/store-derivation.js';
import type { Desk } from '../platform/desk.js';
import { groupBy } from '../platform/group-by.js';
import type { Actor, WriteTx } from '../platform/unit-of-work.js';
import { followFacts } from '../push/follow-facts.js';
import type { Contact } from './contact-store.js';
import { followClass } from './follow-class.js';
import { applyPersonEvent } from './person-event.js';
import { derivedSummary } from './refresh-contacts.js';

export interface Skipped {
  readonly contactId: string;
  readonly why:
    | 'state'
    | 'still-possible'
    | 'held'
    | 'not-here'
    | 'not-definite'
    | 'to-locate'
    | 'no-identity'
    | 'already-pushed'
    | 'general';
}
export type ReviewOutcome =
  | { kind: 'contacts-reviewed'; done: Contact[]; skipped: Skipped[] }
  | { kind: 'not-allowed' }
  | { kind: 'reason-missing' }
  | { kind: 'nothing-selected' };

const TRACER_STEPS: readonly ReviewStep[] = ['accept', 'confirm', 'exclude', 'reopen'];
/** These change what somebody decided or what happens to a person: they take a reason. */
const NEEDS_REASON: readonly ReviewStep[] = ['confirm', 'exclude', 'return'];

export interface ReviewInput {
  readonly step: ReviewStep;
  readonly contactIds: readonly string[];
  readonly reason: string | null;
  /** Exclude as contact of this case only; other cases' exposures stay. Null: of all. */
  readonly caseId: string | null;
}

/** One step for one contact or for thousands, in one transaction; who cannot take it is answered with the reason, not dropped. */
export async function reviewContacts(desk: Desk, actor: Actor, input: ReviewInput): Promise<ReviewOutcome> {
  const desks = TRACER_STEPS.includes(input.step) ? 'tracer' : 'database';
  if (actor.role !== desks) return { kind: 'not-allowed' };
  if (input.contactIds.length === 0) return { kind: 'nothing-selected' };
  const reason = input.reason?.trim() || null;
  if (NEEDS_REASON.includes(input.step) && reason === null) return { kind: 'reason-missing' };
  return desk.work.write(actor, `contacts-${input.step}`, async (tx) => {
    const contacts = await desk.contacts.byIds(tx, input.contactIds);
    const here = new Map(contacts.filter((c) => c.homePath.startsWith(actor.areaPath)).map((c) => [c.id, c]));
    const determinations = groupBy(
      await desk.determinations.liveOfPeople(
        tx,
        [...here.values()].map((c) => c.personId),
      ),
      (d) => d.personId,
    );
    const done: Contact[] = [];
    const skipped: Skipped[] = [];
    const changes: { contact: Contact; was: Contact }[] = [];
    for (const id of input.contactIds) {
      const contact = here.get(id);
      if (!contact) {
        skipped.push({ contactId: id, why: 'not-here' });
        continue;
      }
      const result = await step(desk, tx, contact, determinations.get(contact.personId) ?? [], { ...input, reason });
      if ('why' in result) skipped.push(result);
      else changes.push({ contact: result, was: contact });
    }
    await desk.contacts.save(
      tx,
      changes.map(({ contact, was }) => ({
        contact,
        event: {
          contactId: contact.id,
          personId: contact.personId,
          subject: 'contact',
          subjectId: contact.id,
          kind: input.step,
          was: was.review,
          became: contact.review,
          reason,
          note: null,
        },
      })),
    );
    for (const { contact } of changes) {
      tx.touch(contact.personId);
      done.push(contact);
    }
    await followFacts(
      desk,
      tx,
      changes.map(({ contact }) => contact.personId),
    );
    // Who is excluded exposed nobody, who is confirmed did for certain: the second degree behind them follows.
    if (input.step === 'exclude' || input.step === 'reopen' || input.step === 'confirm') {
      const middles = new Set(
        changes.filter(({ contact, was }) => contact.cls === 'CLOSE' || was.cls === 'CLOSE').map((c) => c.contact.personId),
      );
      const caseIds = new Set([...determinations].flatMap(([personId, of]) => (middles.has(personId) ? of.map((d) => d.caseId) : [])));
      for (const one of await desk.cases.byIds(tx, [...caseIds])) await rederiveCase(desk, tx, one);
    }
    if (changes.length > 0) for (const topic of ['contacts', 'ledger', 'cases'] as const) tx.announce(topic);
    return { kind: 'contacts-reviewed', done, skipped };
  });
}

async function step(
  desk: Desk,
  tx: WriteTx,
  contact: Contact,
  live: readonly Determination[],
  input: ReviewInput,
): Promise<Contact | Skipped> {
  if (input.step === 'exclude') return exclude(desk, tx, contact, live, input);
  if (input.step === 'reopen') {
    await desk.determinations.decide(
      tx,
      live.filter((d) => d.decision === 'EXCLUDED').map((d) => d.id),
      null,
      null,
    );
    const summary = derivedSummary(live.map((d) => ({ ...d, decision: null })));
    if (!summary || contact.review !== 'EXCLUDED') return { contactId: contact.id, why: 'state' };
    return {
      ...contact,
      ...summary,
      review: summary.certainty === 'definite' ? 'NEW' : 'POSSIBLE',
      observation: null,
      changed: null,
      changedFrom: null,
    };
  }
  const acceptsChange =
    input.step === 'accept' && contact.changed !== null && (contact.review === 'ACCEPTED' || contact.review === 'CHECKED');
  const next = acceptsChange ? contact.review : reviewAfter(input.step, contact.review);
  if (next === null) return { contactId: contact.id, why: contact.review === 'POSSIBLE' ? 'still-possible' : 'state' };
  if (input.step !== 'accept' && input.step !== 'confirm') return { ...contact, review: next };
  return accept(desk, tx, contact, live, next, input);
}

/** Accepting takes the derived class and dates as the desk's own from now on; confirming makes a possible one definite (ruling 11). */
async function accept(
  desk: Desk,
  tx: WriteTx,
  contact: Contact,
  live: readonly Determination[],
  review: Contact['review'],
  input: ReviewInput,
): Promise<Contact | Skipped> {
  // Accepting that a name holds no longer is what takes it away; before that, derivation only proposed it.
  const gone = contact.changed === 'REMOVED' && (contact.review === 'ACCEPTED' || contact.review === 'CHECKED');
  const wanted = live.filter(
    (d) => d.decision !== 'EXCLUDED' && !(gone && d.unsupported) && (d.certainty === 'definite' || input.step === 'confirm'),
  );
  if (wanted.length === 0) {
    const removed = contact.changed === 'REMOVED';
    return removed
      ? exclude(desk, tx, contact, live, { ...input, reason: input.reason ?? 'no exposure any more' })
      : { contactId: contact.id, why: 'not-definite' };
  }
  const [definite, possible] = [wanted.filter((d) => d.certainty === 'definite'), wanted.filter((d) => d.certainty === 'possible')];
  if (definite.length > 0)
    await desk.determinations.decide(
      tx,
      definite.map((d) => d.id),
      'ACCEPTED',
      input.reason,
    );
  if (possible.length > 0)
    await desk.determinations.decide(
      tx,
      possible.map((d) => d.id),
      'CONFIRMED',
      input.reason,
    );
  const decided = live.map((d) =>
    wanted.includes(d) ? { ...d, decision: d.certainty === 'definite' ? ('ACCEPTED' as const) : ('CONFIRMED' as const) } : d,
  );
  const summary = derivedSummary(decided)!;
  const accepted: Contact = {
    ...contact,
    ...summary,
    review,
    observation: contact.observation ?? 'BEING_PLACED',
    changed: null,
    changedFrom: null,
  };
  return followClass(desk, tx, contact, accepted);
}

async function exclude(
  desk: Desk,
  tx: WriteTx,
  contact: Contact,
  live: readonly Determination[],
  input: ReviewInput,
): Promise<Contact | Skipped> {
  const ended = contact.observation === 'CONFIRMED' || contact.observation === 'DIED' || contact.observation === 'RELEASED';
  if (ended || reviewAfter('exclude', contact.review) === null) return { contactId: contact.id, why: 'state' };
  const gone = live.filter((d) => input.caseId === null || d.caseId === input.caseId);
  await desk.determinations.decide(
    tx,
    gone.map((d) => d.id),
    'EXCLUDED',
    input.reason,
  );
  const decided = live.map((d) => (gone.includes(d) ? { ...d, decision: 'EXCLUDED' as const } : d));
  const summary = derivedSummary(decided);
  // Somebody whom another case still exposes stays a contact, in the class that exposure gives.
  if (summary) return { ...contact, ...summary, changed: null, changedFrom: null };
  const after = await applyPersonEvent(desk, tx, contact, 'exclude', input.reason);
  return { ...after, review: 'EXCLUDED', changed: null, changedFrom: null, observation: contact.observation === null ? null : 'EXCLUDED' };
}
