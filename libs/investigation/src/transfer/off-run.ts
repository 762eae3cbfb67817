import type { TransferState } from '@tracewright/epi-core';
import type { Desk } from '../platform/desk.js';
import type { WriteTx } from '../platform/unit-of-work.js';
import type { TransferTask } from './transfer-store.js';

/** Takes somebody who has not boarded off a run: seat and reserved room are free at once. */
export async function offRun(desk: Desk, tx: WriteTx, task: TransferTask, state: TransferState, why: string): Promise<TransferTask> {
  const placement = await desk.transfer.livePlacementOf(tx, task.personId);
  if (placement && placement.taskId === task.id && placement.from === null)
    await desk.transfer.savePlacements(tx, [{ ...placement, to: tx.now }]);
  const off: TransferTask = {
    ...task,
    state,
    runId: null,
    seatNo: null,
    roomId: null,
    siteId: null,
    exitReason: state === 'WAITING' ? null : why,
  };
  await desk.transfer.saveTasks(tx, [off]);
  if (task.runId !== null) await endIfEmpty(desk, tx, task.runId);
  tx.announce('transfer');
  return off;
}

/** A run on the road whose last person left it is over: its crew is free for the next. One that is still planned may be filled again. */
async function endIfEmpty(desk: Desk, tx: WriteTx, runId: string): Promise<void> {
  const run = await desk.transfer.run(tx, runId);
  if (run?.state !== 'COLLECTING' && run?.state !== 'AT_SITE') return;
  const left = (await desk.transfer.tasksOfRun(tx, runId)).filter((t) => t.state !== 'IN_STAY');
  if (left.length === 0) await desk.transfer.saveRuns(tx, [{ ...run, state: 'DONE', doneAt: tx.now }]);
}

/** Who must not go on without somebody grown up (ruling 25). */
const isWard = (task: TransferTask): boolean => task.needs.includes('guardian');

/** Whether these people, as a party, have nobody but children among them. */
export const wardsAlone = (party: readonly TransferTask[]): boolean => party.length > 0 && party.every(isWard);

/**
 * After one of a party has left a run: everybody else of it who has not boarded waits again, all of them when the party is to stay whole,
 * else only children who would travel alone. Answers those taken off.
 */
export async function partyFollows(desk: Desk, tx: WriteTx, left: TransferTask, whole: boolean): Promise<TransferTask[]> {
  if (left.runId === null) return [];
  const others = (await desk.transfer.tasksOfRun(tx, left.runId)).filter((t) => t.partyId === left.partyId && t.id !== left.id);
  const seated = others.filter((t) => t.state === 'ASSIGNED' || t.state === 'ACCEPTED' || t.state === 'ARRIVED');
  if (seated.length === 0 || !(whole || wardsAlone(others))) return [];
  const off: TransferTask[] = [];
  for (const each of seated) off.push(await offRun(desk, tx, each, 'WAITING', 'party'));
  return off;
}

/** Out of the vehicle or the room: the dispatcher or the site has done it (ruling 24). Seat, room and run are free. */
export async function takeOut(desk: Desk, tx: WriteTx, task: TransferTask): Promise<TransferTask> {
  const placement = await desk.transfer.livePlacementOf(tx, task.personId);
  if (placement) await desk.transfer.savePlacements(tx, [{ ...placement, to: tx.now }]);
  return offRun(desk, tx, task, 'CANCELLED', 'taken-out');
}
