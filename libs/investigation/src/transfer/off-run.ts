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
  tx.announce('transfer');
  return off;
}
