import { type RunState, TRANSFER_LIVE, type TransferState } from '@tracewright/epi-core';
import type { Placement, Room, Run, Site, TransferStore, TransferTask, Tx, Vehicle, WriteTx } from '@tracewright/investigation';
import { Neo4jStore } from '../platform/neo4j-store.js';
import * as ask from './transfer.cypher.js';

const taskOf = (t: TransferTask): TransferTask => ({
  id: t.id,
  personId: t.personId,
  contactId: t.contactId,
  partyId: t.partyId,
  cls: t.cls,
  state: t.state,
  runId: t.runId ?? null,
  seatNo: t.seatNo ?? null,
  siteId: t.siteId ?? null,
  roomId: t.roomId ?? null,
  address: t.address,
  areaId: t.areaId ?? null,
  areaPath: t.areaPath,
  needs: t.needs ?? [],
  dueAt: t.dueAt,
  identityChecked: t.identityChecked ?? false,
  temperature: t.temperature ?? null,
  boardedAt: t.boardedAt ?? null,
  atSiteAt: t.atSiteAt ?? null,
  handedOverAt: t.handedOverAt ?? null,
  settledAt: t.settledAt ?? null,
  exitReason: t.exitReason ?? null,
});

const runOf = (r: Run): Run => ({
  ...r,
  mixedReason: r.mixedReason ?? null,
  plannedAt: r.plannedAt ?? null,
  acceptedAt: r.acceptedAt ?? null,
  arrivedAt: r.arrivedAt ?? null,
  atSiteAt: r.atSiteAt ?? null,
  doneAt: r.doneAt ?? null,
});

const placementOf = (p: Placement): Placement => ({
  ...p,
  taskId: p.taskId ?? null,
  from: p.from ?? null,
  to: p.to ?? null,
  plannedEnd: p.plannedEnd ?? null,
});

export class Neo4jTransferStore extends Neo4jStore implements TransferStore {
  private async manyTasks(tx: Tx, cypher: string, parameters: Record<string, unknown>): Promise<TransferTask[]> {
    return (await this.rows<{ task: TransferTask }>(tx, cypher, parameters)).map((r) => taskOf(r.task));
  }

  tasks(tx: Tx, areaPath: string, states: readonly TransferState[]): Promise<TransferTask[]> {
    return this.manyTasks(tx, ask.TASKS_IN_AREA, { areaPath, states });
  }
  tasksByIds(tx: Tx, ids: readonly string[]): Promise<TransferTask[]> {
    return this.manyTasks(tx, ask.TASKS_BY_ID, { ids });
  }
  tasksOfRun(tx: Tx, runId: string): Promise<TransferTask[]> {
    return this.manyTasks(tx, ask.TASKS_OF_RUN, { runId });
  }
  async liveTaskOf(tx: Tx, personId: string): Promise<TransferTask | null> {
    return (await this.manyTasks(tx, ask.LIVE_TASK_OF, { personId }))[0] ?? null;
  }
  async lastTaskOf(tx: Tx, personId: string): Promise<TransferTask | null> {
    return (await this.manyTasks(tx, ask.LAST_TASK_OF, { personId }))[0] ?? null;
  }
  party(tx: Tx, partyId: string): Promise<TransferTask[]> {
    return this.manyTasks(tx, ask.PARTY, { partyId });
  }

  async saveTasks(tx: WriteTx, tasks: readonly TransferTask[]): Promise<void> {
    await this.rows(tx, ask.FREE_SEATS, { ids: tasks.map((t) => t.id) });
    const rows = tasks.map((task) => ({
      ...task,
      livePersonId: TRANSFER_LIVE.has(task.state) ? task.personId : null,
      liveSeat: TRANSFER_LIVE.has(task.state) && task.runId !== null && task.seatNo !== null ? `${task.runId}#${task.seatNo}` : null,
    }));
    await this.rows(tx, ask.SAVE_TASKS, { rows, rev: tx.rev });
  }

  async runs(tx: Tx, areaPath: string, states: readonly RunState[]): Promise<Run[]> {
    return (await this.rows<{ run: Run }>(tx, ask.RUNS_IN_AREA, { areaPath, states })).map((r) => runOf(r.run));
  }
  async run(tx: Tx, id: string): Promise<Run | null> {
    const found = await this.row<{ run: Run }>(tx, ask.RUN_BY_ID, { id });
    return found && runOf(found.run);
  }
  async saveRuns(tx: WriteTx, runs: readonly Run[]): Promise<void> {
    await this.rows(tx, ask.SAVE_RUNS, { rows: runs, rev: tx.rev });
  }

  async vehicles(tx: Tx, areaPath: string): Promise<Vehicle[]> {
    return (await this.rows<{ vehicle: Vehicle }>(tx, ask.VEHICLES, { areaPath })).map((r) => r.vehicle);
  }
  async saveVehicles(tx: WriteTx, vehicles: readonly Vehicle[]): Promise<void> {
    await this.saveFacts(tx, 'Vehicle', vehicles);
  }
  async sites(tx: Tx, areaPath: string): Promise<Site[]> {
    return (await this.rows<{ site: Site }>(tx, ask.SITES, { areaPath })).map((r) => ({ ...r.site, address: r.site.address ?? null }));
  }
  async saveSites(tx: WriteTx, sites: readonly Site[], rooms: readonly Room[]): Promise<void> {
    await this.saveFacts(tx, 'Site', sites);
    await this.saveFacts(tx, 'Room', rooms, ask.LINK_ROOM);
  }
  async rooms(tx: Tx, siteIds: readonly string[]): Promise<Room[]> {
    return (await this.rows<{ room: Room }>(tx, ask.ROOMS, { siteIds })).map((r) => r.room);
  }

  async livePlacements(tx: Tx, siteIds: readonly string[]): Promise<Placement[]> {
    return (await this.rows<{ placement: Placement }>(tx, ask.LIVE_PLACEMENTS, { siteIds })).map((r) => placementOf(r.placement));
  }
  async livePlacementOf(tx: Tx, personId: string): Promise<Placement | null> {
    const found = await this.row<{ placement: Placement }>(tx, ask.LIVE_PLACEMENT_OF, { personId });
    return found && placementOf(found.placement);
  }
  async isolatedSince(tx: Tx, personIds: readonly string[]): Promise<Map<string, number>> {
    const found = await this.rows<{ personId: string; since: number }>(tx, ask.ISOLATED_SINCE, { personIds });
    return new Map(found.map((r) => [r.personId, r.since]));
  }
  async savePlacements(tx: WriteTx, placements: readonly Placement[]): Promise<void> {
    const rows = placements.map((p) => ({ ...p, livePersonId: p.to === null ? p.personId : null }));
    await this.rows(tx, ask.SAVE_PLACEMENTS, { rows, rev: tx.rev });
  }
}
