import { protocolOf } from '../determinations/protocol-of.js';
import type { Desk } from '../platform/desk.js';
import type { WriteTx } from '../platform/unit-of-work.js';
import { moved } from '../transfer/moved.js';
import { offRun } from '../transfer/off-run.js';
import { queueTransfer } from '../transfer/queue-transfer.js';
import type { Contact } from './contact-store.js';
import { newTask } from './person-event.js';

/** How the protocol of the first case manages a class at first; without a case, the strictest way. */
export async function firstPhaseOf(desk: Desk, tx: WriteTx, contact: Pick<Contact, 'caseIds' | 'cls'>): Promise<string | undefined> {
  const protocolId = (await desk.cases.byIds(tx, contact.caseIds))[0]?.protocolId;
  return protocolId === undefined ? 'CENTRAL' : (await protocolOf(desk, tx, protocolId)).management[contact.cls]?.phases[0]?.kind;
}

/**
 * An accepted change of class changes how a person is moved: the waiting task takes the new class, one already seated waits again, because
 * classes are not mixed, and somebody isolated at home whose class asks for a site joins the queue. Aboard: the dispatcher is told.
 */
export async function followClass(desk: Desk, tx: WriteTx, was: Contact, now: Contact): Promise<Contact> {
  if (was.cls === now.cls) return now.observation === 'RELEASED' && (now.last ?? 0) > (was.last ?? 0) ? again(now) : now;
  const task = await desk.transfer.liveTaskOf(tx, now.personId);
  if (task && (task.state === 'ASSIGNED' || task.state === 'ACCEPTED' || task.state === 'ARRIVED')) {
    const off = await offRun(desk, tx, { ...task, cls: now.cls }, 'WAITING', 'class-changed');
    await moved(desk, tx, [off], 'class-changed', null);
    return { ...now, transfer: 'WAITING' };
  }
  if (task && task.state !== 'IN_STAY') {
    await desk.transfer.saveTasks(tx, [{ ...task, cls: now.cls }]);
    if (task.state !== 'WAITING' && task.state !== 'REFUSED' && task.state !== 'ABSENT')
      await desk.pushes.giveTasks(tx, [newTask(desk, tx, now, 'class-changed', 'dispatcher', task.id, `${was.cls} → ${now.cls}`)]);
    tx.announce('transfer');
    return now;
  }
  if (now.observation === 'RELEASED') return again(now);
  if (now.observation !== 'HOME' || (await firstPhaseOf(desk, tx, now)) !== 'CENTRAL') return now;
  const person = (await desk.people.byIds(tx, [now.personId]))[0]!;
  await queueTransfer(desk, tx, now, person);
  tx.announce('transfer');
  return { ...now, observation: 'AWAITING_TRANSFER', placed: true, transfer: 'WAITING' };
}

/** Released, and exposed again since: to be placed like somebody new. */
const again = (contact: Contact): Contact => ({
  ...contact,
  observation: 'BEING_PLACED',
  placed: false,
  push: null,
  pushId: null,
  transfer: null,
});
