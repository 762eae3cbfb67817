import type { Instant, RunState, TransferState } from '@tracewright/epi-core';
import type { Tx, WriteTx } from '../platform/unit-of-work.js';

export interface Vehicle {
  readonly id: string;
  readonly plate: string;
  readonly kind: 'coach' | 'minibus' | 'ambulance' | 'car';
  readonly seats: number;
  readonly ramp: boolean;
  readonly areaId: string;
}

export interface Site {
  readonly id: string;
  readonly name: string;
  readonly areaId: string;
  readonly areaPath: string;
  /** Classes it takes. */
  readonly accepts: readonly string[];
  readonly address: string | null;
}

export type RoomKind = 'single' | 'family' | 'barrier-free';
export type RoomState = 'FREE' | 'CLOSED' | 'TO_DISINFECT';
export interface Room {
  readonly id: string;
  readonly siteId: string;
  readonly no: string;
  readonly floor: number;
  readonly capacity: number;
  readonly kind: RoomKind;
  readonly state: RoomState;
}

export interface TransferTask {
  readonly id: string;
  readonly personId: string;
  readonly contactId: string;
  /** People who must not be parted (ruling 25). */
  readonly partyId: string;
  readonly cls: string;
  readonly state: TransferState;
  readonly runId: string | null;
  readonly seatNo: number | null;
  readonly siteId: string | null;
  readonly roomId: string | null;
  readonly address: string;
  readonly areaId: string | null;
  readonly areaPath: string;
  readonly needs: readonly string[];
  readonly dueAt: Instant;
  readonly identityChecked: boolean;
  readonly temperature: number | null;
  readonly boardedAt: Instant | null;
  readonly atSiteAt: Instant | null;
  readonly handedOverAt: Instant | null;
  readonly settledAt: Instant | null;
  readonly exitReason: string | null;
}

export interface Run {
  readonly id: string;
  readonly no: string;
  readonly vehicleId: string;
  readonly siteId: string;
  readonly state: RunState;
  readonly cls: string;
  /** Why classes travel together, when they do. */
  readonly mixedReason: string | null;
  readonly plannedAt: Instant | null;
  readonly acceptedAt: Instant | null;
  readonly arrivedAt: Instant | null;
  readonly atSiteAt: Instant | null;
  readonly doneAt: Instant | null;
  readonly createdAt: Instant;
}

/** A room stay. `to` null: still there (or reserved, while the person has not arrived). */
export interface Placement {
  readonly id: string;
  readonly personId: string;
  readonly roomId: string;
  readonly siteId: string;
  readonly taskId: string | null;
  readonly from: Instant | null;
  readonly to: Instant | null;
  readonly plannedEnd: string | null;
}

export abstract class TransferStore {
  abstract tasks(tx: Tx, areaPath: string, states: readonly TransferState[]): Promise<TransferTask[]>;
  abstract tasksByIds(tx: Tx, ids: readonly string[]): Promise<TransferTask[]>;
  abstract tasksOfRun(tx: Tx, runId: string): Promise<TransferTask[]>;
  abstract liveTaskOf(tx: Tx, personId: string): Promise<TransferTask | null>;
  abstract lastTaskOf(tx: Tx, personId: string): Promise<TransferTask | null>;
  abstract party(tx: Tx, partyId: string): Promise<TransferTask[]>;
  abstract saveTasks(tx: WriteTx, tasks: readonly TransferTask[]): Promise<void>;
  abstract runs(tx: Tx, areaPath: string, states: readonly RunState[]): Promise<Run[]>;
  abstract run(tx: Tx, id: string): Promise<Run | null>;
  abstract saveRuns(tx: WriteTx, runs: readonly Run[]): Promise<void>;
  abstract vehicles(tx: Tx, areaPath: string): Promise<Vehicle[]>;
  abstract saveVehicles(tx: WriteTx, vehicles: readonly Vehicle[]): Promise<void>;
  abstract sites(tx: Tx, areaPath: string): Promise<Site[]>;
  abstract saveSites(tx: WriteTx, sites: readonly Site[], rooms: readonly Room[]): Promise<void>;
  abstract rooms(tx: Tx, siteIds: readonly string[]): Promise<Room[]>;
  abstract livePlacements(tx: Tx, siteIds: readonly string[]): Promise<Placement[]>;
  abstract livePlacementOf(tx: Tx, personId: string): Promise<Placement | null>;
  /** Since when each of these people is isolated (in a room, or under control at home); others are not in the map. */
  abstract isolatedSince(tx: Tx, personIds: readonly string[]): Promise<Map<string, Instant>>;
  abstract savePlacements(tx: WriteTx, placements: readonly Placement[]): Promise<void>;
}
