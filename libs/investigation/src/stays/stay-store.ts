import type { Instant, Protection, Source } from '@tracewright/epi-core';
import type { Tx, WriteTx } from '../platform/unit-of-work.js';

/** A piece of trajectory: an interpretation of evidence. `[start, end)` is the widest reading, `[startLatest, endEarliest)` the surest. */
export interface Stay {
  readonly id: string;
  readonly personId: string;
  readonly placeId: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly startLatest: Instant;
  readonly endEarliest: Instant;
  readonly setting: string | null;
  readonly seat: string | null;
  readonly carriage: string | null;
  readonly protection: Protection;
  readonly source: Source;
  /** What the source may prove at most (ruling 5). */
  readonly ceiling: 'definite' | 'possible';
  readonly companions: number | null;
  readonly activity: string | null;
  readonly note: string | null;
}

/** One scan, statement, payment or ticket as it came. Never changed. */
export interface Evidence {
  readonly id: string;
  readonly personId: string;
  readonly source: Source;
  readonly placeId: string | null;
  readonly areaId: string | null;
  readonly start: Instant;
  readonly end: Instant | null;
  readonly lat: number | null;
  readonly lng: number | null;
  readonly text: string | null;
  readonly stayId: string | null;
}

export abstract class StayStore {
  abstract ofPerson(tx: Tx, personId: string): Promise<Stay[]>;
  abstract ofPeople(tx: Tx, personIds: readonly string[]): Promise<Stay[]>;
  abstract byIds(tx: Tx, ids: readonly string[]): Promise<Stay[]>;
  /** Stays in the order of their ids, after one of them, of people with a case or contact record under `areaPath`; `/`: of everybody. */
  abstract page(tx: Tx, areaPath: string, after: string, first: number): Promise<Stay[]>;
  abstract evidenceOf(tx: Tx, personId: string): Promise<Evidence[]>;
  /** New stays, each with the evidence it rests on: the fast way in for what is known to be new. */
  abstract add(tx: WriteTx, stays: readonly { readonly stay: Stay; readonly evidence: Evidence }[]): Promise<void>;
  abstract save(tx: WriteTx, stays: readonly Stay[]): Promise<void>;
  abstract remove(tx: WriteTx, ids: readonly string[]): Promise<void>;
  abstract addEvidence(tx: WriteTx, evidence: readonly Evidence[]): Promise<void>;
}
