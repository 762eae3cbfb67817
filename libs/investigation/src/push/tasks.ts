import { isOpen } from '../duplicates/decide-duplicate.js';
import { pairsInSight } from '../duplicates/pairs-in-sight.js';
import type { Desk } from '../platform/desk.js';
import type { Actor, Tx } from '../platform/unit-of-work.js';
import { moved } from '../transfer/moved.js';
import { takeOut } from '../transfer/off-run.js';

export type FinishTaskOutcome = { kind: 'task-finished' } | { kind: 'not-allowed' } | { kind: 'pair-undecided' };

/** Asks for a decision about a pair, which closes it (ruling 24). */
const DECIDE: ReadonlySet<string> = new Set(['clear-hold', 'decide-across']);

/** Done, with a word about it: one of the asker's own role and area; what asks for a decision is done by deciding. Who was to be taken out of a vehicle or a room is out with it. */
export async function finishTask(desk: Desk, actor: Actor, taskId: string, note: string | null): Promise<FinishTaskOutcome> {
  return desk.work.write(actor, 'finish-task', async (tx): Promise<FinishTaskOutcome> => {
    const task = (await desk.pushes.openTasks(tx, actor.areaPath, actor.role)).find((t) => t.id === taskId);
    if (!task) return { kind: 'not-allowed' };
    if (DECIDE.has(task.kind) && (await isUndecided(desk, tx, actor, task.subjectId))) return { kind: 'pair-undecided' };
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

/** Open, and of two records that are still in use: of others there is nothing left to decide. */
async function isUndecided(desk: Desk, tx: Tx, actor: Actor, pairId: string): Promise<boolean> {
  const pair = await desk.duplicates.byId(tx, pairId);
  return pair !== null && isOpen(pair) && (await pairsInSight(desk, tx, actor, [pair])).length > 0;
}

export async function readNotices(desk: Desk, actor: Actor, ids: readonly string[]): Promise<{ kind: 'notices-read' }> {
  return desk.work.write(actor, 'read-notices', async (tx) => {
    await desk.pushes.markRead(tx, actor.areaPath, ids);
    tx.announce('notices');
    return { kind: 'notices-read' };
  });
}
