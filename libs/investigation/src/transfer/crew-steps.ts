import { limitMs, type TransferStep, transferAfter } from '@tracewright/epi-core';
import { newTask } from '../contacts/person-event.js';
import type { Desk } from '../platform/desk.js';
import type { Actor, Tx, WriteTx } from '../platform/unit-of-work.js';
import type { RunOutcome } from './build-run.js';
import { moved } from './moved.js';
import { offRun, partyFollows } from './off-run.js';
import type { Run, TransferTask } from './transfer-store.js';

export type CrewOutcome =
  | RunOutcome
  | { kind: 'state-conflict'; state: string }
  | { kind: 'identity-not-checked' }
  | { kind: 'temperature-out-of-range' }
  | { kind: 'task-not-found' };

/** 37.3 °C and over is fever (`domain.md` §8.2). */
export const FEVER_C = 37.3;

async function ownRun(desk: Desk, tx: Tx, actor: Actor, runId: string | null): Promise<Run | null> {
  const run = runId === null ? null : await desk.transfer.run(tx, runId);
  return run && actor.vehicleId !== null && run.vehicleId === actor.vehicleId ? run : null;
}

/** A step of the whole run: everybody on it who can take the step takes it; the run follows. */
async function runStep(
  desk: Desk,
  actor: Actor,
  runId: string,
  operation: string,
  step: TransferStep,
  change: (run: Run, now: number) => Run | null,
): Promise<CrewOutcome> {
  if (actor.role !== 'crew') return { kind: 'not-allowed' };
  return desk.work.write(actor, operation, async (tx): Promise<CrewOutcome> => {
    const run = await ownRun(desk, tx, actor, runId);
    if (!run) return { kind: 'run-not-found' };
    const after = change(run, tx.now);
    if (!after) return { kind: 'state-conflict', state: run.state };
    const tasks = (await desk.transfer.tasksOfRun(tx, run.id)).flatMap((task): TransferTask[] => {
      const state = transferAfter(step, task.state);
      return state === null ? [] : [{ ...task, state, atSiteAt: state === 'AT_SITE' ? tx.now : task.atSiteAt }];
    });
    await desk.transfer.saveTasks(tx, tasks);
    await desk.transfer.saveRuns(tx, [after]);
    await moved(desk, tx, tasks, operation, null);
    tx.touch(run.id);
    tx.announce('transfer', run.id);
    return { kind: 'run-changed', run: after };
  });
}

export const acceptRun = (desk: Desk, actor: Actor, runId: string): Promise<CrewOutcome> =>
  runStep(desk, actor, runId, 'accept-run', 'accept', (run, now) =>
    run.state === 'PLANNED' ? { ...run, state: 'ACCEPTED', acceptedAt: now } : null,
  );
export const arriveRun = (desk: Desk, actor: Actor, runId: string): Promise<CrewOutcome> =>
  runStep(desk, actor, runId, 'arrive-run', 'arrive', (run, now) =>
    run.state === 'ACCEPTED' || run.state === 'COLLECTING' ? { ...run, state: 'COLLECTING', arrivedAt: run.arrivedAt ?? now } : null,
  );
export const reachSite = (desk: Desk, actor: Actor, runId: string): Promise<CrewOutcome> =>
  runStep(desk, actor, runId, 'reach-site', 'reach-site', (run, now) =>
    run.state === 'COLLECTING' ? { ...run, state: 'AT_SITE', atSiteAt: now } : null,
  );

async function personStep(
  desk: Desk,
  actor: Actor,
  taskId: string,
  operation: string,
  step: TransferStep,
  act: (tx: WriteTx, task: TransferTask, run: Run) => Promise<CrewOutcome | null>,
): Promise<CrewOutcome> {
  if (actor.role !== 'crew') return { kind: 'not-allowed' };
  return desk.work.write(actor, operation, async (tx): Promise<CrewOutcome> => {
    const task = (await desk.transfer.tasksByIds(tx, [taskId]))[0];
    const run = task ? await ownRun(desk, tx, actor, task.runId) : null;
    if (!task || !run) return { kind: 'task-not-found' };
    if (transferAfter(step, task.state) === null) return { kind: 'state-conflict', state: task.state };
    const refused = await act(tx, task, run);
    if (refused) return refused;
    tx.announce('transfer', run.id);
    return { kind: 'run-changed', run };
  });
}

/** In the vehicle: the name was asked and matched. A temperature is what was measured, or nothing: never a preset. */
export function boardPerson(
  desk: Desk,
  actor: Actor,
  input: { taskId: string; identityChecked: boolean; temperature: number | null },
): Promise<CrewOutcome> {
  return personStep(desk, actor, input.taskId, 'board', 'board', async (tx, task) => {
    if (!input.identityChecked) return { kind: 'identity-not-checked' };
    if (input.temperature !== null && (input.temperature < 34 || input.temperature > 43)) return { kind: 'temperature-out-of-range' };
    const aboard: TransferTask = { ...task, state: 'BOARDED', identityChecked: true, temperature: input.temperature, boardedAt: tx.now };
    await desk.transfer.saveTasks(tx, [aboard]);
    await moved(desk, tx, [aboard], 'boarded', null);
    return null;
  });
}

/** Refuses or is not there: still ours, still counted as awaiting, with a task for the dispatcher (ledger table of the rulings). */
async function stays(desk: Desk, tx: WriteTx, task: TransferTask, state: 'REFUSED' | 'ABSENT', note: string | null): Promise<null> {
  const off = await offRun(desk, tx, task, state, note ?? state.toLowerCase());
  await moved(desk, tx, [off], state.toLowerCase(), note);
  await moved(desk, tx, await partyFollows(desk, tx, task, true), 'party-waits', null);
  const contact = (await desk.contacts.byIds(tx, [task.contactId]))[0]!;
  await desk.pushes.giveTasks(tx, [
    newTask(
      desk,
      tx,
      contact,
      state === 'REFUSED' ? 'transfer-refused' : 'transfer-absent',
      'dispatcher',
      task.id,
      note,
      limitMs('knockAgain'),
    ),
  ]);
  return null;
}
export const refusePerson = (desk: Desk, actor: Actor, taskId: string, note: string | null): Promise<CrewOutcome> =>
  personStep(desk, actor, taskId, 'refuse', 'refuse', (tx, task) => stays(desk, tx, task, 'REFUSED', note));
export const absentPerson = (desk: Desk, actor: Actor, taskId: string, note: string | null): Promise<CrewOutcome> =>
  personStep(desk, actor, taskId, 'mark-absent', 'mark-absent', (tx, task) => stays(desk, tx, task, 'ABSENT', note));

/** Fever: to hospital, on the way from now on; before boarding the person waits at home with a task, and stays counted there (ruling 23). */
export function feverPerson(
  desk: Desk,
  actor: Actor,
  input: { taskId: string; temperature: number | null; note: string | null },
): Promise<CrewOutcome> {
  return personStep(desk, actor, input.taskId, 'fever', 'take-to-hospital', async (tx, task) => {
    const aboard = task.state === 'BOARDED' || task.state === 'AT_SITE' || task.state === 'HANDED_OVER';
    const off = await offRun(desk, tx, { ...task, temperature: input.temperature }, 'TO_HOSPITAL', input.note ?? 'fever');
    await moved(desk, tx, [off], 'fever', input.note, (contact) => (aboard ? { ...contact, observation: 'HOSPITAL' } : contact));
    await moved(desk, tx, await partyFollows(desk, tx, task, false), 'party-waits', null);
    const contact = (await desk.contacts.byIds(tx, [task.contactId]))[0]!;
    await desk.pushes.giveTasks(tx, [newTask(desk, tx, contact, 'hospital-transfer', 'dispatcher', task.id, input.note)]);
    return null;
  });
}
