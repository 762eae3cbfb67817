import { mayOpen, type Role, type TransferState } from '@tracewright/epi-core';
import type { Desk } from '../platform/desk.js';
import { groupBy } from '../platform/group-by.js';
import type { Actor, Tx } from '../platform/unit-of-work.js';
import type { Placement, Room, Run, Site, TransferTask, Vehicle } from './transfer-store.js';

export interface QueuedParty {
  readonly partyId: string;
  readonly dueAt: number;
  /** The strictest class among its members. */
  readonly cls: string;
  readonly address: string;
  readonly areaId: string | null;
  readonly needs: readonly string[];
  readonly tasks: readonly TransferTask[];
}

const WAITING: readonly TransferState[] = ['WAITING'];
/** What each role counts as waiting for it. */
const COUNTED: Partial<Record<Role, readonly TransferState[]>> = {
  dispatcher: WAITING,
  commander: WAITING,
  crew: ['ASSIGNED', 'ACCEPTED', 'ARRIVED'],
  site: ['AT_SITE', 'HANDED_OVER'],
};

/** Parties that wait: least time left first, then close before secondary contacts (`domain.md` §8.2). */
export async function transferQueue(desk: Desk, tx: Tx, actor: Actor): Promise<QueuedParty[]> {
  const tasks = await desk.transfer.tasks(tx, actor.areaPath, WAITING);
  const parties = [...groupBy(tasks, (t) => t.partyId)].map(([partyId, members]): QueuedParty => {
    const first = members[0]!;
    return {
      partyId,
      dueAt: Math.min(...members.map((t) => t.dueAt)),
      cls: members.some((t) => t.cls === 'CLOSE') ? 'CLOSE' : first.cls,
      address: first.address,
      areaId: first.areaId,
      needs: [...new Set(members.flatMap((t) => t.needs))],
      tasks: members,
    };
  });
  return parties.sort((a, b) => a.dueAt - b.dueAt || a.cls.localeCompare(b.cls) || (a.partyId < b.partyId ? -1 : 1));
}

export async function transferCounts(desk: Desk, tx: Tx, actor: Actor): Promise<number> {
  const states = COUNTED[actor.role];
  if (!states) return 0;
  if (actor.role === 'crew') {
    const run = await currentRun(desk, tx, actor);
    return run ? (await desk.transfer.tasksOfRun(tx, run.id)).filter((t) => states.includes(t.state)).length : 0;
  }
  const tasks = await desk.transfer.tasks(tx, mayOpen(actor.role, 'transfer') ? actor.areaPath : '', states);
  return tasks.filter((t) => actor.role !== 'site' || t.siteId === actor.siteId).length;
}

/** The crew's run that is not done, the one begun first. */
export async function currentRun(desk: Desk, tx: Tx, actor: Actor): Promise<Run | null> {
  const runs = (await desk.transfer.runs(tx, '', ['PLANNED', 'ACCEPTED', 'COLLECTING', 'AT_SITE'])).filter(
    (r) => r.vehicleId === actor.vehicleId,
  );
  const begun = (run: Run) => Number(run.state === 'PLANNED');
  return runs.sort((a, b) => begun(a) - begun(b) || a.createdAt - b.createdAt)[0] ?? null;
}

/** Runs on their way to the site, and those there whose people are not all in their rooms. */
export const siteArrivals = async (desk: Desk, tx: Tx, actor: Actor): Promise<Run[]> =>
  actor.siteId === null
    ? []
    : (await desk.transfer.runs(tx, '', ['PLANNED', 'ACCEPTED', 'COLLECTING', 'AT_SITE'])).filter((r) => r.siteId === actor.siteId);

export interface RunParts {
  readonly vehicle: Vehicle | null;
  readonly site: Site | null;
  readonly tasks: readonly TransferTask[];
  readonly rooms: ReadonlyMap<string, Room>;
}

export async function runParts(desk: Desk, tx: Tx, run: Run): Promise<RunParts> {
  const vehicle = (await desk.transfer.vehicles(tx, '')).find((v) => v.id === run.vehicleId) ?? null;
  const site = (await desk.transfer.sites(tx, '')).find((s) => s.id === run.siteId) ?? null;
  const rooms = site ? await desk.transfer.rooms(tx, [site.id]) : [];
  return { vehicle, site, tasks: await desk.transfer.tasksOfRun(tx, run.id), rooms: new Map(rooms.map((r) => [r.id, r])) };
}

/** Who takes which room, for the load shown beside it. */
export const roomLoads = (placements: readonly Placement[]): Map<string, number> =>
  new Map([...groupBy(placements, (p) => p.roomId)].map(([id, list]) => [id, list.length]));
