import { type Instant, limitMs, PUSH_OUTCOMES, type PushOutcome, pushAfter } from '@tracewright/epi-core';
import type { Area } from '../areas/area-store.js';
import { openCaseFor } from '../cases/open-case-for.js';
import type { Contact } from '../contacts/contact-store.js';
import { firstPhaseOf } from '../contacts/follow-class.js';
import { applyPersonEvent, newTask } from '../contacts/person-event.js';
import { casesTouching, rederiveCase } from '../determinations/store-derivation.js';
import type { Rejection } from '../imports/raw-record.js';
import { personSchema } from '../people/person.schema.js';
import type { Person } from '../people/person-store.js';
import type { Desk } from '../platform/desk.js';
import { flawOf } from '../platform/flaw.js';
import type { Actor, WriteTx } from '../platform/unit-of-work.js';
import { queueTransfer } from '../transfer/queue-transfer.js';
import { followFacts } from './follow-facts.js';
import type { PushItem } from './push-store.js';

/** A community acts for its own area; outside areas have no account here, so the database desk records what they said. */
const mayAnswer = (actor: Actor, push: PushItem): boolean =>
  (actor.role === 'receiver' && push.toAreaPath.startsWith(actor.areaPath)) || (actor.role === 'database' && push.outside);

export type AcknowledgeOutcome = { kind: 'pushes-acknowledged'; ids: string[] } | { kind: 'not-allowed' };

/** First handshake. What was acknowledged already stays as it is: two people may press at once. */
export async function acknowledgePushes(desk: Desk, actor: Actor, ids: readonly string[]): Promise<AcknowledgeOutcome> {
  return desk.work.write(actor, 'acknowledge-pushes', async (tx) => {
    const pushes = await desk.pushes.byIds(tx, ids);
    if (pushes.length === 0 || !pushes.every((p) => mayAnswer(actor, p))) return { kind: 'not-allowed' };
    const fresh = pushes.filter((p) => pushAfter('acknowledge', p.state) !== null);
    await desk.pushes.save(
      tx,
      fresh.map((p) => ({ ...p, state: 'ACKED', ackedAt: tx.now, dueAt: tx.now + limitMs('locate') })),
    );
    await follow(desk, tx, fresh, 'acknowledged', (contact) => ({ ...contact, push: 'ACKED' }), null);
    return { kind: 'pushes-acknowledged', ids: fresh.map((p) => p.id) };
  });
}

async function follow(
  desk: Desk,
  tx: WriteTx,
  pushes: readonly PushItem[],
  kind: string,
  change: (contact: Contact) => Contact,
  reason: string | null,
): Promise<void> {
  const contacts = await desk.contacts.byIds(
    tx,
    pushes.map((p) => p.contactId),
  );
  await desk.contacts.save(
    tx,
    contacts.map((was) => {
      const contact = change(was);
      return {
        contact,
        event: {
          contactId: was.id,
          personId: was.personId,
          subject: 'push' as const,
          subjectId: was.pushId ?? was.id,
          kind,
          was: was.push,
          became: contact.push,
          reason,
          note: null,
        },
      };
    }),
  );
  tx.touch(...contacts.map((c) => c.personId));
  for (const topic of ['pushes', 'contacts', 'ledger'] as const) tx.announce(topic);
}

export interface OutcomeInput {
  readonly pushId: string;
  readonly outcome: PushOutcome;
  readonly note: string | null;
  readonly movedToAreaId: string | null;
  readonly needs: readonly string[] | null;
  /** When it was done; a phone without signal sends it later (`screens.md`). Never in the future. */
  readonly tookPlaceAt: Instant | null;
}
export type RecordOutcome =
  | { kind: 'outcome-recorded'; push: PushItem; contact: Contact }
  | { kind: 'not-allowed' }
  | { kind: 'push-not-found' }
  | { kind: 'state-conflict'; state: string }
  | { kind: 'reason-missing' }
  | { kind: 'area-unknown' }
  | { kind: 'invalid-input'; fields: readonly Rejection[] };

const NEEDS_NOTE: ReadonlySet<PushOutcome> = new Set(['CANNOT_BE_MOVED', 'REFUSED', 'DISPUTES', 'WRONG_IDENTITY', 'ALREADY_ISOLATED']);

/** What was found at the door, and what follows by itself (`domain.md` §8.1, ruling 23): one transaction. */
export async function recordOutcome(desk: Desk, actor: Actor, input: OutcomeInput): Promise<RecordOutcome> {
  return desk.work.write(actor, `push-outcome-${input.outcome.toLowerCase()}`, async (tx) => {
    const push = (await desk.pushes.byIds(tx, [input.pushId]))[0];
    if (!push) return { kind: 'push-not-found' };
    if (!mayAnswer(actor, push)) return { kind: 'not-allowed' };
    const { step } = PUSH_OUTCOMES[input.outcome];
    const state =
      step === null
        ? pushAfter('locate', push.state) === null
          ? null
          : push.state === 'SENT'
            ? 'ACKED'
            : push.state
        : pushAfter(step, push.state);
    if (state === null) return { kind: 'state-conflict', state: push.state };
    const note = input.note?.trim() || null;
    if (NEEDS_NOTE.has(input.outcome) && note === null) return { kind: 'reason-missing' };
    const movedTo = input.movedToAreaId === null ? null : await desk.areas.byId(tx, input.movedToAreaId);
    if (input.outcome === 'MOVED_AWAY' && movedTo === null) return { kind: 'area-unknown' };
    const contact = (await desk.contacts.byIds(tx, [push.contactId]))[0]!;
    const person = (await desk.people.byIds(tx, [push.personId]))[0]!;
    const at = Math.min(input.tookPlaceAt ?? tx.now, tx.now);
    const known = input.needs === null ? person : { ...person, needs: input.needs };
    const flaw = input.needs === null ? null : flawOf(personSchema(tx.now), known);
    if (flaw) return { kind: 'invalid-input', fields: [flaw] };
    if (input.needs !== null) await desk.people.save(tx, [known]);
    const answered: PushItem = {
      ...push,
      state,
      outcome: input.outcome,
      outcomeNote: note,
      movedTo: movedTo?.id ?? null,
      ackedAt: push.ackedAt ?? at,
      locatedAt: step === 'locate' || step === 'control' ? (push.locatedAt ?? at) : push.locatedAt,
      controlledAt: step === 'control' || step === 'close' ? at : push.controlledAt,
      closedAt: state === 'CLOSED' ? at : null,
      attempts: [...push.attempts, { at, by: actor.accountId, outcome: input.outcome, note }],
      nextTryAt: input.outcome === 'NO_ANSWER' ? at + limitMs('tryAgain') : null,
      dueAt: step === 'control' || step === 'close' ? null : push.dueAt,
    };
    await desk.pushes.save(tx, [answered]);
    const settled = await settle(desk, tx, {
      push: answered,
      contact: { ...contact, push: state },
      person: known,
      outcome: input.outcome,
      note,
      movedTo,
    });
    const final =
      settled.push === state
        ? answered
        : { ...answered, state: settled.push ?? state, closedAt: settled.push === 'CLOSED' ? at : answered.closedAt };
    if (final !== answered) await desk.pushes.save(tx, [final]);
    await desk.contacts.save(tx, [
      {
        contact: settled,
        event: {
          contactId: settled.id,
          personId: settled.personId,
          subject: 'push',
          subjectId: push.id,
          kind: input.outcome,
          was: push.state,
          became: final.state,
          reason: note,
          note: movedTo?.name ?? null,
        },
      },
    ]);
    await followFacts(desk, tx, [settled.personId]);
    // A new case: its own contacts follow, and it is a contact of no other case any more.
    if (input.outcome === 'BECAME_POSITIVE')
      for (const one of await casesTouching(desk, tx, [settled.personId])) await rederiveCase(desk, tx, one);
    tx.touch(settled.personId);
    for (const topic of ['pushes', 'contacts', 'ledger', 'transfer'] as const) tx.announce(topic);
    return { kind: 'outcome-recorded', push: final, contact: settled };
  });
}

interface Found {
  readonly push: PushItem;
  readonly contact: Contact;
  readonly person: Person;
  readonly outcome: PushOutcome;
  readonly note: string | null;
  readonly movedTo: Area | null;
}

async function settle(desk: Desk, tx: WriteTx, found: Found): Promise<Contact> {
  const { push, contact, person, outcome, note } = found;
  // A community sees the tasks of its own area, every other desk those of the district.
  const ask = (kind: string, role: string) =>
    desk.pushes.giveTasks(tx, [
      {
        ...newTask(desk, tx, contact, kind, role, push.id, note, limitMs('help')),
        areaPath: role === 'receiver' ? push.toAreaPath : contact.homePath,
      },
    ]);
  /** Seat and room are free for somebody else, or the dispatcher has a task (ruling 24). */
  const offTheWay = () => applyPersonEvent(desk, tx, contact, 'already-isolated', note);
  switch (outcome) {
    case 'AT_HOME_CONTROLLED':
      return push.outside ? sentOut(desk, tx, found) : atHome(desk, tx, contact, person);
    case 'CANNOT_BE_MOVED':
      return push.outside ? sentOut(desk, tx, found) : { ...contact, observation: 'HOME', placed: true, push: 'CLOSED' };
    case 'ALREADY_ISOLATED':
      return push.outside ? sentOut(desk, tx, found) : { ...(await offTheWay()), push: 'CLOSED' };
    case 'IN_HOSPITAL':
      return push.outside
        ? sentOut(desk, tx, found)
        : { ...(await offTheWay()), push: contact.push, observation: 'HOSPITAL', placed: true };
    case 'DIED':
      return { ...(await offTheWay()), push: contact.push, observation: 'DIED', placed: true };
    case 'BECAME_POSITIVE': {
      const after = await applyPersonEvent(desk, tx, contact, 'positive', note);
      await openCaseFor(desk, tx, contact, person);
      return { ...after, push: 'CLOSED' };
    }
    case 'MOVED_AWAY': {
      const area = found.movedTo!;
      await desk.people.save(tx, [{ ...person, currentAreaId: area.id, areaPath: area.path, areaState: 'CONFIRMED' }]);
      return { ...contact, areaId: area.id, areaPath: area.path, observation: area.outside ? 'GOING_OUT' : 'BEING_PLACED' };
    }
    case 'WRONG_ADDRESS':
      await desk.people.save(tx, [{ ...person, areaState: 'TO_LOCATE', areaPath: null, currentAreaId: null }]);
      await ask('locate', 'database');
      return { ...contact, areaId: null, areaPath: null, observation: 'BEING_PLACED' };
    case 'NOT_FOUND':
      await ask('find-person', 'police');
      return contact;
    case 'WRONG_IDENTITY':
      await ask('check-identity', 'database');
      return contact;
    case 'REFUSED':
      await ask('refuses', 'police');
      return contact;
    case 'DISPUTES':
      await ask('disputes', 'tracer');
      return contact;
    case 'NO_ANSWER':
      if (push.attempts.filter((a) => a.outcome === 'NO_ANSWER').length >= 3) await ask('go-to-door', 'receiver');
      return contact;
  }
}

/** Second handshake outside: theirs from now on, counted by how far their area lies from ours. */
async function sentOut(desk: Desk, tx: WriteTx, { push, contact }: Found): Promise<Contact> {
  const areas = await desk.areas.all(tx);
  const area = areas.find((a) => a.id === push.toAreaId)!;
  const home = areas.find((a) => a.path === contact.homePath);
  return { ...contact, observation: 'SENT_OUT', outLevel: outLevelOf(area, home ?? null, areas), placed: true, push: 'CLOSED' };
}

/** Another province, another city of our province, or another district of our city: by the nearest level the two paths share. */
export function outLevelOf(area: Area, home: Area | null, areas: readonly Area[]): 'DISTRICT' | 'CITY' | 'PROVINCE' {
  const at = (a: Area | null, level: string) => areas.find((x) => x.level === level && a !== null && a.path.startsWith(x.path))?.id ?? null;
  if (at(area, 'province') !== at(home, 'province')) return 'PROVINCE';
  return at(area, 'city') === at(home, 'city') ? 'DISTRICT' : 'CITY';
}

/** Controlled at home; where the protocol says central isolation the transfer task begins in the same transaction (ruling 23). */
async function atHome(desk: Desk, tx: WriteTx, contact: Contact, person: Person): Promise<Contact> {
  if ((await firstPhaseOf(desk, tx, contact)) !== 'CENTRAL') return { ...contact, observation: 'HOME', placed: true, push: 'CLOSED' };
  await queueTransfer(desk, tx, contact, person);
  return { ...contact, observation: 'AWAITING_TRANSFER', placed: true, transfer: 'WAITING' };
}

export async function recordDutyCall(
  desk: Desk,
  actor: Actor,
  pushId: string,
  result: string,
): Promise<{ kind: 'duty-call-recorded' } | { kind: 'not-allowed' } | { kind: 'push-not-found' }> {
  if (actor.role !== 'database' && actor.role !== 'commander') return { kind: 'not-allowed' };
  return desk.work.write(actor, 'duty-call', async (tx) => {
    const push = (await desk.pushes.byIds(tx, [pushId]))[0];
    if (!push) return { kind: 'push-not-found' };
    await desk.pushes.save(tx, [{ ...push, dutyCall: result }]);
    tx.touch(push.personId);
    tx.announce('pushes');
    return { kind: 'duty-call-recorded' };
  });
}
