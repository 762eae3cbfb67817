import { consequenceOf, limitMs, type PersonEvent, PUSH_TOLD } from '@tracewright/epi-core';
import type { Desk } from '../platform/desk.js';
import type { WriteTx } from '../platform/unit-of-work.js';
import type { Notice, Task } from '../push/push-store.js';
import { moved } from '../transfer/moved.js';
import { offRun, partyFollows } from '../transfer/off-run.js';
import type { Contact } from './contact-store.js';

/**
 * Carries out ruling 24 for one person: withdraws or closes the live push and tells whoever was told, takes the person off a run they
 * have not boarded, or gives the dispatcher or the site a task with a clock. Answers the contact as it is afterwards, not yet saved.
 */
export async function applyPersonEvent(
  desk: Desk,
  tx: WriteTx,
  contact: Contact,
  event: PersonEvent,
  note: string | null,
): Promise<Contact> {
  const push = contact.pushId === null ? null : ((await desk.pushes.byIds(tx, [contact.pushId]))[0] ?? null);
  const task = await desk.transfer.lastTaskOf(tx, contact.personId);
  const consequence = consequenceOf(event, push?.state ?? null, task?.state ?? null);
  let after = contact;

  if (push && (consequence.push === 'withdraw' || consequence.push === 'withdraw-and-tell')) {
    await desk.pushes.save(tx, [{ ...push, state: 'WITHDRAWN', outcomeNote: note, dueAt: null }]);
    after = { ...after, push: 'WITHDRAWN' };
  }
  if (push && consequence.push === 'close-and-tell') {
    await desk.pushes.save(tx, [{ ...push, state: 'CLOSED', closedAt: tx.now, outcomeNote: note, dueAt: null }]);
    after = { ...after, push: 'CLOSED' };
  }
  if (consequence.push === 'draft-anew') after = { ...after, push: null, pushId: null };
  if (push && consequence.push.endsWith('and-tell') && PUSH_TOLD.has(push.state)) {
    const notice: Notice = {
      id: desk.ids.next('notice'),
      toAreaId: push.toAreaId,
      toAreaPath: push.toAreaPath,
      kind: consequence.push === 'close-and-tell' ? 'closed' : 'withdrawn',
      personId: contact.personId,
      subjectId: push.id,
      at: tx.now,
      readAt: null,
      note,
    };
    await desk.pushes.tell(tx, [notice]);
    tx.announce('notices', push.toAreaId);
  }

  if (task && consequence.transfer === 'cancel') {
    await desk.transfer.saveTasks(tx, [{ ...task, state: 'CANCELLED', exitReason: event, runId: null, seatNo: null }]);
    after = { ...after, transfer: 'CANCELLED' };
  }
  if (task && consequence.transfer === 'off-run') {
    await offRun(desk, tx, task, 'CANCELLED', event);
    after = { ...after, transfer: 'CANCELLED' };
  }
  if (task && consequence.transfer === 'hospital') {
    await offRun(desk, tx, task, 'TO_HOSPITAL', event);
    after = { ...after, transfer: 'TO_HOSPITAL' };
    await desk.pushes.giveTasks(tx, [newTask(desk, tx, contact, 'hospital-transfer', 'dispatcher', task.id, note)]);
  }
  if (task && (consequence.transfer === 'dispatcher-task' || consequence.transfer === 'site-task')) {
    const role = consequence.transfer === 'site-task' ? 'site' : 'dispatcher';
    await desk.pushes.giveTasks(tx, [newTask(desk, tx, contact, `take-out:${event}`, role, task.id, note)]);
  }
  if (task && (consequence.transfer === 'off-run' || consequence.transfer === 'hospital'))
    await moved(desk, tx, await partyFollows(desk, tx, task, false), 'party-waits', null);
  if (consequence.transfer !== 'nothing') tx.announce('transfer');

  if (consequence.observation !== null) after = { ...after, observation: consequence.observation };
  if (event === 'positive' || event === 'already-isolated') after = { ...after, placed: true };
  return after;
}

export function newTask(
  desk: Desk,
  tx: WriteTx,
  contact: Contact,
  kind: string,
  role: string,
  subjectId: string,
  note: string | null,
  withinMs = limitMs('takeOut'),
): Task {
  tx.announce('tasks');
  return {
    id: desk.ids.next('task'),
    kind,
    role,
    areaPath: contact.homePath,
    personId: contact.personId,
    subjectId,
    at: tx.now,
    dueAt: tx.now + withinMs,
    doneAt: null,
    note,
  };
}
