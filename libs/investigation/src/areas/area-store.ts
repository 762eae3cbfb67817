import type { Tx, WriteTx } from '../platform/unit-of-work.js';

/** Typed levels of the area tree, widest first. A grid may cut across compounds; then it hangs under the community. */
export const AREA_LEVELS = [
  'country',
  'province',
  'city',
  'district',
  'street',
  'community',
  'compound',
  'grid',
  'building',
  'unit',
  'household',
] as const;
export type AreaLevel = (typeof AREA_LEVELS)[number];

export interface Area {
  readonly id: string;
  readonly name: string;
  readonly level: AreaLevel;
  readonly parentId: string | null;
  /** `/root/…/id/`: an area's subtree is everything whose path starts with it. */
  readonly path: string;
  /** Kept as a record so that contacts can be sent there and received from there; nobody of ours works in it. */
  readonly outside: boolean;
  readonly dutyHolder: string | null;
  readonly phone: string | null;
  readonly aliases: readonly string[];
}

export abstract class AreaStore {
  abstract all(tx: Tx): Promise<Area[]>;
  abstract byId(tx: Tx, id: string): Promise<Area | null>;
  abstract save(tx: WriteTx, areas: readonly Area[]): Promise<void>;
  abstract homeArea(tx: Tx): Promise<Area | null>;
  abstract setHome(tx: WriteTx, areaId: string): Promise<void>;
}
