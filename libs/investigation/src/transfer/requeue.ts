import { transferAfter } from '@tracewright/epi-core';
import type { Desk } from '../platform/desk.js';
import type { Actor } from '../platform/unit-of-work.js';
import { moved } from './moved.js';
import type { TransferTask } from './transfer-store.js';

export type RequeueOutcome =
  | { kind: 'requeued' }
  | { kind: 'not-allowed' }
  | { kind: 'task-not-found' }
  | { kind: 'state-conflict'; state: string };

/** Somebody who refused or was not there waits again, with the time they have left. */
export async function requeue(desk: Desk, actor: Actor, taskId: string): Promise<RequeueOutcome> {
  if (actor.role !== 'dispatcher') return { kind: 'not-allowed' };
  return desk.work.write(actor, 'requeue', async (tx): Promise<RequeueOutcome> => {
    const task = (await desk.transfer.tasksByIds(tx, [taskId]))[0];
    if (!task?.areaPath.startsWith(actor.areaPath)) return { kind: 'task-not-found' };
    if (transferAfter('requeue', task.state) === null) return { kind: 'state-conflict', state: task.state };
    const waiting: TransferTask = { ...task, state: 'WAITING', exitReason: null };
    await desk.transfer.saveTasks(tx, [waiting]);
    await desk.pushes.finishTasks(tx, [task.id], 'requeued');
    await moved(desk, tx, [waiting], 'requeued', null);
    tx.announce('tasks');
    return { kind: 'requeued' };
  });
}
