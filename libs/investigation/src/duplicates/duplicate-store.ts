import type { Instant } from '@tracewright/epi-core';
import type { Tx, WriteTx } from '../platform/unit-of-work.js';

export type DuplicateReason = 'same-document' | 'same-document-other-name' | 'same-phone-and-name';
export type DuplicateState = 'OPEN' | 'SAME' | 'NOT_SAME' | 'LATER';

export interface DuplicatePair {
  readonly id: string;
  readonly a: string;
  readonly b: string;
  readonly reason: DuplicateReason;
  readonly state: DuplicateState;
  /** The same valid document under clearly different names: both stay with us until it is cleared (ruling 24). */
  readonly holds: boolean;
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
  readonly note: string | null;
  readonly at: Instant;
}

export interface Merge {
  readonly id: string;
  readonly keptId: string;
  readonly mergedId: string;
  readonly at: Instant;
  readonly by: string;
  readonly undoneAt: Instant | null;
  /** What the merge moved, so that the undo can put back exactly that. */
  readonly before: MergeBefore;
}

export interface MergeBefore {
  readonly documents: readonly string[];
  readonly phones: readonly string[];
  readonly stayIds: readonly string[];
  readonly evidenceIds: readonly string[];
  readonly namingIds: readonly string[];
  readonly recordIds: readonly string[];
  readonly caseIds: readonly string[];
  readonly keptDocuments: readonly string[];
  readonly keptPhones: readonly string[];
  readonly contact: Record<string, unknown> | null;
  readonly keptContact: Record<string, unknown> | null;
}

/** Finds who may be the same person. Exact documents and phones here; the identity engine takes its place behind this port. */
export abstract class DuplicateFinder {
  abstract among(tx: Tx, personIds: readonly string[]): Promise<{ a: string; b: string; reason: DuplicateReason; holds: boolean }[]>;
}

export abstract class DuplicateStore {
  abstract page(tx: Tx, homePath: string, state: DuplicateState, first: number, after: string | null): Promise<DuplicatePair[]>;
  abstract byId(tx: Tx, id: string): Promise<DuplicatePair | null>;
  abstract save(tx: WriteTx, pairs: readonly DuplicatePair[]): Promise<void>;
  abstract existing(tx: Tx, ids: readonly string[]): Promise<DuplicatePair[]>;
  /** Pairs not decided yet that one of these people is in. */
  abstract openOf(tx: Tx, personIds: readonly string[]): Promise<DuplicatePair[]>;
  /** Moves everything that points at `mergedId` to `keptId`, in this transaction; answers what was moved. */
  abstract move(tx: WriteTx, keptId: string, mergedId: string): Promise<MergeBefore>;
  abstract moveBack(tx: WriteTx, merge: Merge): Promise<void>;
  abstract saveMerge(tx: WriteTx, merge: Merge): Promise<void>;
  abstract merge(tx: Tx, id: string): Promise<Merge | null>;
  abstract mergesOf(tx: Tx, personId: string): Promise<Merge[]>;
  abstract recent(tx: Tx, homePath: string, first: number): Promise<Merge[]>;
}
