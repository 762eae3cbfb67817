import { managementDates } from '@tracewright/epi-core';
import { protocolOf } from '../determinations/protocol-of.js';
import type { Desk } from '../platform/desk.js';
import type { Actor, Tx, WriteTx } from '../platform/unit-of-work.js';
import type { CrewOutcome } from './crew-steps.js';
import { moved } from './moved.js';
import type { TransferTask } from './transfer-store.js';

async function atMySite(desk: Desk, tx: Tx, actor: Actor, taskIds: readonly string[]): Promise<TransferTask[] | null> {
  const tasks = await desk.transfer.tasksByIds(tx, taskIds);
  return tasks.length > 0 && tasks.length === new Set(taskIds).size && tasks.every((t) => t.siteId !== null && t.siteId === actor.siteId)
    ? tasks
    : null;
}

/** The site takes people over from the crew. Only role `site` can (ruling 25). */
export async function handOver(desk: Desk, actor: Actor, taskIds: readonly string[]): Promise<CrewOutcome> {
  if (actor.role !== 'site') return { kind: 'not-allowed' };
  return desk.work.write(actor, 'hand-over', async (tx): Promise<CrewOutcome> => {
    const tasks = await atMySite(desk, tx, actor, taskIds);
    if (!tasks) return { kind: 'task-not-found' };
    const wrong = tasks.find((t) => t.state !== 'AT_SITE');
    if (wrong) return { kind: 'state-conflict', state: wrong.state };
    const over = tasks.map((t): TransferTask => ({ ...t, state: 'HANDED_OVER', handedOverAt: tx.now }));
    await desk.transfer.saveTasks(tx, over);
    await moved(desk, tx, over, 'handed-over', null);
    return runOf(desk, tx, over);
  });
}

/** Into their rooms: the stay begins, the push is closed, and the ledger counts them in central isolation (ruling 23). */
export async function settle(desk: Desk, actor: Actor, taskIds: readonly string[]): Promise<CrewOutcome> {
  if (actor.role !== 'site') return { kind: 'not-allowed' };
  return desk.work.write(actor, 'settle', async (tx): Promise<CrewOutcome> => {
    const tasks = await atMySite(desk, tx, actor, taskIds);
    if (!tasks) return { kind: 'task-not-found' };
    const wrong = tasks.find((t) => t.state !== 'HANDED_OVER');
    if (wrong) return { kind: 'state-conflict', state: wrong.state };
    const settled = tasks.map((t): TransferTask => ({ ...t, state: 'IN_STAY', settledAt: tx.now }));
    for (const task of settled) await moveIn(desk, tx, task);
    await desk.transfer.saveTasks(tx, settled);
    const pushes = await desk.pushes.byIds(
      tx,
      (
        await desk.contacts.byIds(
          tx,
          settled.map((t) => t.contactId),
        )
      ).flatMap((c) => c.pushId ?? []),
    );
    await desk.pushes.save(
      tx,
      pushes.filter((p) => p.state === 'CONTROLLED').map((p) => ({ ...p, state: 'CLOSED', closedAt: tx.now, dueAt: null })),
    );
    await moved(desk, tx, settled, 'in-stay', null, (contact) => ({
      ...contact,
      observation: 'CENTRAL',
      placed: true,
      push: contact.push === 'CONTROLLED' ? 'CLOSED' : contact.push,
    }));
    tx.announce('pushes');
    return runOf(desk, tx, settled);
  });
}

/** The reserved room becomes the person's; the planned end follows the protocol of the first case. */
async function moveIn(desk: Desk, tx: WriteTx, task: TransferTask): Promise<void> {
  const contact = (await desk.contacts.byIds(tx, [task.contactId]))[0]!;
  const protocolId = (await desk.cases.byIds(tx, contact.caseIds))[0]?.protocolId;
  const dates =
    contact.last === null || protocolId === undefined
      ? null
      : managementDates(
          await protocolOf(desk, tx, protocolId),
          contact.cls,
          { first: contact.first ?? contact.last, last: contact.last },
          desk.clock.tz,
          tx.now,
        );
  const central = dates?.phases.find((p) => p.kind === 'CENTRAL');
  const placement = await desk.transfer.livePlacementOf(tx, task.personId);
  const at = { from: tx.now, plannedEnd: central?.until ?? dates?.releaseOn ?? null };
  if (placement) await desk.transfer.savePlacements(tx, [{ ...placement, ...at }]);
  else if (task.roomId !== null)
    await desk.transfer.savePlacements(tx, [
      {
        id: desk.ids.next('placement'),
        personId: task.personId,
        roomId: task.roomId,
        siteId: task.siteId!,
        taskId: task.id,
        to: null,
        ...at,
      },
    ]);
}

/** The run is done when nobody on it is on the way any more. */
async function runOf(desk: Desk, tx: WriteTx, tasks: readonly TransferTask[]): Promise<CrewOutcome> {
  const run = await desk.transfer.run(tx, tasks[0]!.runId!);
  if (!run) return { kind: 'run-not-found' };
  const left = (await desk.transfer.tasksOfRun(tx, run.id)).filter((t) => t.state !== 'IN_STAY');
  const after = left.length === 0 && run.state !== 'DONE' ? ({ ...run, state: 'DONE', doneAt: tx.now } as const) : run;
  if (after !== run) await desk.transfer.saveRuns(tx, [after]);
  tx.touch(run.id);
  tx.announce('transfer', run.id);
  return { kind: 'run-changed', run: after };
}
