import type { Desk } from '../platform/desk.js';
import type { Actor } from '../platform/unit-of-work.js';
import { moved } from '../transfer/moved.js';
import { takeOut } from '../transfer/off-run.js';

export type FinishTaskOutcome = { kind: 'task-finished' } | { kind: 'not-allowed' };

/** Done, with a word about it: one of the asker's own role and area. Who was to be taken out of a vehicle or a room is out with it. */
export async function finishTask(desk: Desk, actor: Actor, taskId: string, note: string | null): Promise<FinishTaskOutcome> {
  return desk.work.write(actor, 'finish-task', async (tx): Promise<FinishTaskOutcome> => {
    const task = (await desk.pushes.openTasks(tx, actor.areaPath, actor.role)).find((t) => t.id === taskId);
    if (!task) return { kind: 'not-allowed' };
    if (task.kind.startsWith('take-out:')) {
      const transfer = (await desk.transfer.tasksByIds(tx, [task.subjectId]))[0];
      if (transfer) await moved(desk, tx, [await takeOut(desk, tx, transfer)], 'taken-out', note?.trim() || null);
    }
    await desk.pushes.giveTasks(tx, [{ ...task, doneAt: tx.now, note: note?.trim() || task.note }]);
    tx.touch(task.personId ?? task.subjectId);
    tx.announce('tasks');
    return { kind: 'task-finished' };
  });
}

export async function readNotices(desk: Desk, actor: Actor, ids: readonly string[]): Promise<{ kind: 'notices-read' }> {
  return desk.work.write(actor, 'read-notices', async (tx) => {
    await desk.pushes.markRead(tx, actor.areaPath, ids);
    tx.announce('notices');
    return { kind: 'notices-read' };
  });
}
