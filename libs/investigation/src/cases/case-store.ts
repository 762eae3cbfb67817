import type { CaseCategory, Day, Instant } from '@tracewright/epi-core';
import type { Tx, WriteTx } from '../platform/unit-of-work.js';

export interface Case {
  readonly id: string;
  readonly no: string;
  readonly personId: string;
  readonly category: CaseCategory;
  readonly onsetOn: Day | null;
  readonly firstPositiveSampleAt: Instant | null;
  readonly reportedAt: Instant | null;
  readonly isolatedAt: Instant | null;
  /** The other anchors of ruling 14, by their column names. */
  readonly anchors: Readonly<Record<string, string>>;
  readonly hospital: string | null;
  readonly protocolId: string;
  readonly team: string | null;
  readonly ownerId: string | null;
  readonly areaId: string | null;
  readonly areaPath: string;
  readonly importStatus: string | null;
  readonly infectedById: string | null;
  readonly infectedByState: 'recorded' | 'proposed' | null;
  readonly createdAt: Instant;
  readonly coreReportedAt: Instant | null;
  readonly rev: number;
}

export interface CaseListRow {
  readonly case: Case;
  readonly contacts: number;
  readonly possible: number;
}

export interface CaseFilter {
  readonly areaPath: string;
  readonly category: CaseCategory | null;
  readonly text: string | null;
}

/** A question of the trajectory closed with a reason instead of an edit. */
export interface QuestionAnswer {
  readonly caseId: string;
  /** What stays the same while the facts behind the question do. */
  readonly key: string;
  readonly reason: string;
  readonly by: string;
  readonly at: Instant;
}

export abstract class CaseStore {
  abstract byIds(tx: Tx, ids: readonly string[]): Promise<Case[]>;
  abstract byPerson(tx: Tx, personIds: readonly string[]): Promise<Case[]>;
  abstract list(tx: Tx, filter: CaseFilter, first: number, after: string | null): Promise<{ rows: CaseListRow[]; total: number }>;
  abstract save(tx: WriteTx, cases: readonly Case[]): Promise<void>;
  /** Former values of one case, newest first (ruling 4). */
  abstract history(tx: Tx, id: string): Promise<{ at: Instant; by: string; before: Record<string, unknown> }[]>;
  abstract answers(tx: Tx, caseId: string): Promise<QuestionAnswer[]>;
  abstract saveAnswer(tx: WriteTx, answer: QuestionAnswer): Promise<void>;
  /**
   * Cases that facts written at or after `rev` may concern, themselves or through a contact of theirs. `hasFacts` is false for a case of
   * which nothing is known that contacts could follow from: no stay, no name, no determination.
   */
  abstract touchedSince(tx: Tx, rev: number): Promise<{ readonly id: string; readonly hasFacts: boolean }[]>;
  /** Ids of the cases whose people have a stay at one of these places. */
  abstract visiting(tx: Tx, placeIds: readonly string[]): Promise<string[]>;
  /** The protocols that cases name and how many cases do, excluded ones as well: their sheets are read by it. In order of the ids. */
  abstract byProtocol(tx: Tx): Promise<{ readonly protocolId: string; readonly cases: number }[]>;
  /** Ids of the cases that were last derived before a version of their protocol became active or was retired. */
  abstract behindProtocol(tx: Tx): Promise<string[]>;
  abstract nextNumber(tx: WriteTx): Promise<string>;
}
