import type { Instant } from '@tracewright/epi-core';
import type { Place } from '../places/place-store.js';
import type { Tx } from '../platform/unit-of-work.js';
import type { Stay } from '../stays/stay-store.js';

export type Relation = 'same' | 'ancestor' | 'descendant' | 'sameAirZone';

/** A stay as the rules look at it: finders need not know what was only written down with it. */
export type MetStay = Omit<Stay, 'companions' | 'activity' | 'note'>;

/** Two stays of different people that could matter: same place or one inside the other, and widest bounds that touch (with the lag). */
export interface FoundMeeting {
  readonly source: Stay;
  readonly contact: MetStay;
  /** What the contact's place is to the source's. */
  readonly relation: Relation;
}

export interface ExposureQuestion {
  /** The infected or middle person's stays, edits that are not saved yet included (ruling 16). */
  readonly stays: readonly Stay[];
  readonly from: Instant;
  readonly to: Instant;
  /** Longest airborne lag of any rule. */
  readonly lagMs: number;
  /** People nobody asks about: they are known already. */
  readonly without: ReadonlySet<string>;
  /** Only these people are asked about; null: everybody. */
  readonly among: ReadonlySet<string> | null;
  /** Whether places beside each other in one air zone count. */
  readonly airZones: boolean;
}

/** Who was where somebody was, from what the transaction sees: what others committed before and what it wrote itself. */
export abstract class ExposureFinder {
  abstract meetings(tx: Tx, question: ExposureQuestion): Promise<{ meetings: FoundMeeting[]; places: Map<string, Place> }>;
}
