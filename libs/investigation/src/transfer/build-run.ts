import type { TransferState } from '@tracewright/epi-core';
import type { Desk } from '../platform/desk.js';
import { groupBy } from '../platform/group-by.js';
import type { Actor, Tx } from '../platform/unit-of-work.js';
import { moved } from './moved.js';
import { offRun, wardsAlone } from './off-run.js';
import { type RunLoad, type RunRule, seatParty } from './run-plan.js';
import type { Run, TransferTask } from './transfer-store.js';

export type RunOutcome =
  | { kind: 'run-changed'; run: Run }
  | { kind: 'not-allowed' }
  | { kind: 'run-not-found' }
  | { kind: 'vehicle-unknown' }
  | { kind: 'site-unknown' }
  | { kind: RunRule };

/** Whoever has come this far is no part of a party any more that waits. */
const TRANSFER_OVER: ReadonlySet<TransferState> = new Set(['IN_STAY', 'TO_HOSPITAL', 'CANCELLED']);

/** A run's number as a crew says it over the radio: day of month and a count. */
const runNo = (now: number, count: number): string => `${new Date(now + 8 * 3_600_000).getUTCDate()}-${String(count + 1).padStart(2, '0')}`;

export async function createRun(desk: Desk, actor: Actor, input: { vehicleId: string; siteId: string }): Promise<RunOutcome> {
  if (actor.role !== 'dispatcher') return { kind: 'not-allowed' };
  return desk.work.write(actor, 'create-run', async (tx): Promise<RunOutcome> => {
    const vehicle = (await desk.transfer.vehicles(tx, actor.areaPath)).find((v) => v.id === input.vehicleId);
    if (!vehicle) return { kind: 'vehicle-unknown' };
    const site = (await desk.transfer.sites(tx, actor.areaPath)).find((s) => s.id === input.siteId);
    if (!site) return { kind: 'site-unknown' };
    const all = await desk.transfer.runs(tx, actor.areaPath, ['PLANNED', 'ACCEPTED', 'COLLECTING', 'AT_SITE', 'DONE', 'CANCELLED']);
    const run: Run = {
      id: desk.ids.next('run'),
      no: runNo(tx.now, all.length),
      vehicleId: vehicle.id,
      siteId: site.id,
      state: 'PLANNED',
      cls: site.accepts[0] ?? 'CLOSE',
      mixedReason: null,
      plannedAt: tx.now,
      acceptedAt: null,
      arrivedAt: null,
      atSiteAt: null,
      doneAt: null,
      createdAt: tx.now,
    };
    await desk.transfer.saveRuns(tx, [run]);
    tx.touch(run.id);
    tx.announce('transfer', run.id);
    return { kind: 'run-changed', run };
  });
}

/** Everything that decides whether a party fits: the vehicle's seats, the site's rooms, and who is in them or on the way. */
export async function loadOf(desk: Desk, tx: Tx, actor: Actor, run: Run): Promise<RunLoad> {
  const vehicle = (await desk.transfer.vehicles(tx, actor.areaPath)).find((v) => v.id === run.vehicleId)!;
  const site = (await desk.transfer.sites(tx, actor.areaPath)).find((s) => s.id === run.siteId)!;
  const rooms = await desk.transfer.rooms(tx, [site.id]);
  const placements = await desk.transfer.livePlacements(tx, [site.id]);
  const tasks = new Map(
    (
      await desk.transfer.tasksByIds(
        tx,
        placements.flatMap((p) => p.taskId ?? []),
      )
    ).map((t) => [t.id, t]),
  );
  const inRoom = groupBy(placements, (p) => p.roomId);
  const parties = (roomId: string) =>
    (inRoom.get(roomId) ?? []).map((p) => {
      const task = p.taskId === null ? undefined : tasks.get(p.taskId);
      return { partyId: task?.partyId ?? p.personId, cls: task?.cls ?? 'CLOSE' };
    });
  return {
    run,
    vehicle,
    site,
    aboard: await desk.transfer.tasksOfRun(tx, run.id),
    rooms: rooms.map((room) => ({ room, parties: parties(room.id) })),
  };
}

/** Puts a whole party on a run: seats taken and rooms reserved in one transaction, or refused by the rule's name. */
export async function assignParty(
  desk: Desk,
  actor: Actor,
  input: { runId: string; partyId: string; mixedReason: string | null; roomId: string | null },
): Promise<RunOutcome> {
  if (actor.role !== 'dispatcher') return { kind: 'not-allowed' };
  return desk.work.write(actor, 'assign-party', async (tx): Promise<RunOutcome> => {
    const run = await desk.transfer.run(tx, input.runId);
    if (!run || !(await mine(desk, tx, actor, run))) return { kind: 'run-not-found' };
    const party = (await desk.transfer.party(tx, input.partyId)).filter((t) => !TRANSFER_OVER.has(t.state));
    if (party.some((t) => !t.areaPath.startsWith(actor.areaPath))) return { kind: 'not-allowed' };
    const plan = seatParty(await loadOf(desk, tx, actor, run), party, input.mixedReason, input.roomId);
    if ('refused' in plan) return { kind: plan.refused };
    if (wardsAlone(party) && !input.mixedReason?.trim()) return { kind: 'ward-alone' };
    const seats = new Map(plan.seats.map((s) => [s.taskId, s]));
    const seated = party.map((task): TransferTask => {
      const { seatNo, roomId } = seats.get(task.id)!;
      return { ...task, state: 'ASSIGNED', runId: run.id, seatNo, roomId, siteId: run.siteId, exitReason: null };
    });
    await desk.transfer.saveTasks(tx, seated);
    for (const task of seated) {
      const former = await desk.transfer.livePlacementOf(tx, task.personId);
      if (former && former.from === null) await desk.transfer.savePlacements(tx, [{ ...former, to: tx.now }]);
      await desk.transfer.savePlacements(tx, [
        {
          id: desk.ids.next('placement'),
          personId: task.personId,
          roomId: task.roomId!,
          siteId: run.siteId,
          taskId: task.id,
          from: null,
          to: null,
          plannedEnd: null,
        },
      ]);
    }
    const changed: Run = {
      ...run,
      cls: plan.cls,
      mixedReason: plan.mixed || wardsAlone(party) ? (run.mixedReason ?? input.mixedReason!.trim()) : run.mixedReason,
    };
    await desk.transfer.saveRuns(tx, [changed]);
    await moved(desk, tx, seated, 'assigned', null);
    return { kind: 'run-changed', run: changed };
  });
}

/** Takes a party member's whole party off a run; they wait again with the time they had left. */
export async function takeOff(desk: Desk, actor: Actor, taskId: string): Promise<RunOutcome> {
  if (actor.role !== 'dispatcher') return { kind: 'not-allowed' };
  return desk.work.write(actor, 'take-off', async (tx): Promise<RunOutcome> => {
    const task = (await desk.transfer.tasksByIds(tx, [taskId]))[0];
    const run = task?.runId ? await desk.transfer.run(tx, task.runId) : null;
    if (!task || !run || !(await mine(desk, tx, actor, run))) return { kind: 'run-not-found' };
    const party = (await desk.transfer.tasksOfRun(tx, run.id)).filter((t) => t.partyId === task.partyId);
    if (party.some((t) => t.state !== 'ASSIGNED' && t.state !== 'ACCEPTED' && t.state !== 'ARRIVED')) return { kind: 'party-not-waiting' };
    const off: TransferTask[] = [];
    for (const each of party) off.push(await offRun(desk, tx, each, 'WAITING', 'taken-off'));
    await moved(desk, tx, off, 'taken-off', null);
    return { kind: 'run-changed', run };
  });
}

export async function cancelRun(desk: Desk, actor: Actor, runId: string): Promise<RunOutcome> {
  if (actor.role !== 'dispatcher') return { kind: 'not-allowed' };
  return desk.work.write(actor, 'cancel-run', async (tx): Promise<RunOutcome> => {
    const run = await desk.transfer.run(tx, runId);
    if (!run || !(await mine(desk, tx, actor, run))) return { kind: 'run-not-found' };
    if (run.state !== 'PLANNED' && run.state !== 'ACCEPTED') return { kind: 'run-not-open' };
    const off: TransferTask[] = [];
    for (const task of await desk.transfer.tasksOfRun(tx, runId)) off.push(await offRun(desk, tx, task, 'WAITING', 'run-cancelled'));
    const changed: Run = { ...run, state: 'CANCELLED', doneAt: tx.now };
    await desk.transfer.saveRuns(tx, [changed]);
    await moved(desk, tx, off, 'run-cancelled', null);
    tx.touch(run.id);
    return { kind: 'run-changed', run: changed };
  });
}

/** A run is whose vehicle it uses. */
export async function mine(desk: Desk, tx: Tx, actor: Actor, run: Run): Promise<boolean> {
  return (await desk.transfer.vehicles(tx, actor.areaPath)).some((v) => v.id === run.vehicleId);
}
