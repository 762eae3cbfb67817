import type { Instant } from '@tracewright/epi-core';
import type { LevelWeights } from '@tracewright/linkage';
import type { Tx, WriteTx } from '../platform/unit-of-work.js';
import type { StoredLabels, Weighable } from './identity-labels.js';
import type { IdentitySetting } from './identity-setting.js';

/** `alike`: the identity engine weighed all that is known of both. */
export type DuplicateReason = 'same-document' | 'same-document-other-name' | 'same-phone-and-name' | 'alike';
export type DuplicateState = 'OPEN' | 'SAME' | 'NOT_SAME' | 'LATER' | 'HOUSEHOLD';

/** Two people who may be one, in the order of their ids. */
export interface FoundDuplicate {
  readonly a: string;
  readonly b: string;
  readonly reason: DuplicateReason;
  readonly holds: boolean;
  /** Bits for and against it, prior included; null when the engine does not hold them for one person. */
  readonly weight: number | null;
}

/** What one field says of two people. */
export interface FieldEvidence {
  readonly part: string;
  readonly level: string;
  readonly bits: number;
  /** Of these what counts: fields that tell the same count once. */
  readonly counted: number;
}

/** Prior and counted bits sum up to the weight. */
export interface DuplicateEvidence {
  readonly prior: number;
  readonly fields: readonly FieldEvidence[];
  readonly weight: number;
  readonly probability: number;
  /** Why it must not be taken for sure, whatever the weight. */
  readonly veto: { readonly zh: string; readonly en: string } | null;
}

export interface DuplicatePair {
  readonly id: string;
  readonly a: string;
  readonly b: string;
  readonly reason: DuplicateReason;
  readonly state: DuplicateState;
  /** The same valid document under clearly different names: both stay with us until it is cleared (ruling 24). */
  readonly holds: boolean;
  /** Bits when it was found. */
  readonly weight: number | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
  /** How long it was looked at before it was decided. */
  readonly seconds: number | null;
  readonly note: string | null;
  /** The merge that asks of the one who stayed what was not decided about the one who went; null: found by itself. */
  readonly carriedBy: string | null;
  /** When a desk that sees one of the two asked the area above both to decide, and who; null: nobody has. */
  readonly askedAt: Instant | null;
  readonly askedBy: string | null;
  readonly at: Instant;
}

/** What a pair is before anybody looked at it. */
export const UNTOUCHED = {
  state: 'OPEN',
  decidedBy: null,
  decidedAt: null,
  seconds: null,
  note: null,
  carriedBy: null,
  askedAt: null,
  askedBy: null,
} as const;

export interface DecidedPairs {
  readonly same: number;
  readonly notSame: number;
  readonly household: number;
  /** By the engine itself, with nobody looking. */
  readonly attached: number;
  readonly medianSeconds: number | null;
}

/** Whoever is merged without a person's decision is merged by this name, and can be taken apart like any other. */
export const ENGINE = 'identity-engine';

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

/** Ids of the documents and phones of a person. */
export interface Keys {
  readonly documents: readonly string[];
  readonly phones: readonly string[];
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
  /** The one who stays, as it was: its values may be the other's now. */
  readonly kept: Record<string, unknown> | null;
  readonly contact: Record<string, unknown> | null;
  readonly keptContact: Record<string, unknown> | null;
}

/** Finds who may be the same person. */
export abstract class DuplicateFinder {
  /** Among these people and everybody. */
  abstract among(tx: Tx, personIds: readonly string[]): Promise<FoundDuplicate[]>;
  /** Field by field; null when one of them is not there any more. */
  abstract explain(tx: Tx, a: string, b: string): Promise<DuplicateEvidence | null>;
  /** Bits for and against, prior included, of any two under weights set by hand, as rare as their values are among everybody. */
  abstract weigh(tx: Tx, couples: readonly { readonly a: Weighable; readonly b: Weighable }[], weights: LevelWeights): Promise<number[]>;
  /** What it was told of everybody counts no more: thresholds were set anew, or another database took the place. */
  abstract forget(): void;
}

export abstract class DuplicateStore {
  /**
   * Pairs of two records in use that nobody has decided, those put off among them, of which a side may lie in the area: `pairsInSight` says which does.
   * At most 2,000, the surest first.
   */
  abstract undecided(tx: Tx, homePath: string): Promise<DuplicatePair[]>;
  /** Decisions of the area since a moment: how many of each, and the middle of the seconds they took, null when none was measured. */
  abstract decidedSince(tx: Tx, homePath: string, since: Instant): Promise<DecidedPairs>;
  /** Pairs that people of the area have decided, with a weight of the engine; the newest 5,000. */
  abstract labelled(tx: Tx, homePath: string): Promise<DuplicatePair[]>;
  abstract setting(tx: Tx): Promise<IdentitySetting | null>;
  /** The former one stays behind as a version. */
  abstract saveSetting(tx: WriteTx, setting: IdentitySetting): Promise<void>;
  /** What counts now and what counted before, newest first. */
  abstract settings(tx: Tx, first: number): Promise<IdentitySetting[]>;
  /** Labels of the file that was read last. */
  abstract labels(tx: Tx): Promise<StoredLabels | null>;
  abstract saveLabels(tx: WriteTx, labels: StoredLabels): Promise<void>;
  /** Merges that are not undone by which one of these people went. */
  abstract standingMergesOf(tx: Tx, mergedIds: readonly string[]): Promise<Merge[]>;
  abstract byId(tx: Tx, id: string): Promise<DuplicatePair | null>;
  abstract save(tx: WriteTx, pairs: readonly DuplicatePair[]): Promise<void>;
  abstract existing(tx: Tx, ids: readonly string[]): Promise<DuplicatePair[]>;
  /** From how many others each of these people was told apart; nobody who was from none. */
  abstract toldApart(tx: Tx, personIds: readonly string[]): Promise<Map<string, number>>;
  abstract remove(tx: WriteTx, ids: readonly string[]): Promise<void>;
  /** Pairs that a merge has carried over and nobody has decided. */
  abstract carriedBy(tx: Tx, mergeId: string): Promise<DuplicatePair[]>;
  /** Pairs of two records in use, not decided yet, that one of these people is in. */
  abstract openOf(tx: Tx, personIds: readonly string[]): Promise<DuplicatePair[]>;
  /** Moves everything that points at `mergedId` to `keptId`, in this transaction; answers what was moved. */
  abstract move(tx: WriteTx, keptId: string, mergedId: string): Promise<MergeBefore>;
  /** Moves back what the merge moved; the one who stayed has these documents and phones from now on. */
  abstract moveBack(tx: WriteTx, merge: Merge, keptKeys: Keys): Promise<void>;
  abstract keysOf(tx: Tx, personId: string): Promise<Keys>;
  abstract saveMerge(tx: WriteTx, merge: Merge): Promise<void>;
  abstract merge(tx: Tx, id: string): Promise<Merge | null>;
  abstract mergesOf(tx: Tx, personId: string): Promise<Merge[]>;
  abstract recent(tx: Tx, homePath: string, first: number): Promise<Merge[]>;
}
