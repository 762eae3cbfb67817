import type { Instant } from '@tracewright/epi-core';
import type { Tx, WriteTx } from '../platform/unit-of-work.js';
import type { LeftOut } from './left-out.js';

export type ContactClass = string;
export type Certainty = 'definite' | 'possible';
export type DeterminationDecision = 'ACCEPTED' | 'CONFIRMED' | 'EXCLUDED';

/** What derivation or the case's own word says of one person for one case. Derived: recomputable from facts and the protocol. */
export interface DeterminationValues {
  readonly caseId: string;
  readonly personId: string;
  readonly viaPersonId: string | null;
  readonly cls: ContactClass;
  readonly certainty: Certainty;
  readonly rule: string;
  readonly protocolId: string;
  /** Version of the protocol that made it. */
  readonly protocolVersion: string;
  readonly first: Instant | null;
  readonly last: Instant | null;
  readonly secondsMin: number | null;
  readonly secondsMax: number | null;
  readonly encounters: number;
  readonly origin: 'DERIVED' | 'NAMED' | 'LISTED';
  readonly placeId: string | null;
  /** A name whose stay is gone or lies outside the window now: kept, and proposed to go (ruling 17). */
  readonly unsupported: boolean;
}

export interface Determination extends DeterminationValues {
  readonly id: string;
  /** case | person | via | certainty: what stays the same when values change. */
  readonly key: string;
  readonly live: boolean;
  readonly watermark: number;
  readonly at: Instant;
  readonly decision: DeterminationDecision | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
  readonly reason: string | null;
  /** What was accepted, to say later what changed since. */
  readonly decidedCls: ContactClass | null;
  readonly decidedFirst: Instant | null;
  readonly decidedLast: Instant | null;
}

export const determinationKey = (v: Pick<DeterminationValues, 'caseId' | 'personId' | 'viaPersonId' | 'certainty'>): string =>
  [v.caseId, v.personId, v.viaPersonId ?? '', v.certainty].join('|');

/** The person and through whom: sure or possible, a decision about a pair stays with it. */
export const pairKey = (v: Pick<DeterminationValues, 'personId' | 'viaPersonId'>): string => `${v.personId}|${v.viaPersonId ?? ''}`;

/** What a case, or an event of which nobody knows the case yet, says of somebody who has no stay (rulings 17, 20). */
export interface Naming {
  readonly id: string;
  /** Null: named at `placeId`, an event. */
  readonly caseId: string | null;
  readonly personId: string;
  readonly stayId: string | null;
  readonly viaPersonId: string | null;
  readonly relation: string | null;
  /** Given by hand with a reason; null: the class of the stay's rule. */
  readonly cls: ContactClass | null;
  readonly reason: string | null;
  readonly seat: string | null;
  readonly firstAt: Instant | null;
  readonly lastAt: Instant | null;
  readonly placeId: string | null;
  readonly description: string | null;
  readonly at: Instant;
  readonly by: string;
}

/** As much of a determination as a difference between two derivations asks for. */
export type Standing = Pick<Determination, 'personId' | 'viaPersonId' | 'cls' | 'certainty' | 'last' | 'origin' | 'decision'>;

/** As `decidedOfCase`, of what stands: of one person what is definite first, since the last one counts. */
export const decidedAmong = (standing: readonly Standing[]): Standing[] =>
  standing
    .filter(({ viaPersonId, decision }) => viaPersonId === null && decision !== null)
    .sort((one, other) => one.certainty.localeCompare(other.certainty));

export abstract class DeterminationStore {
  abstract liveOfCase(tx: Tx, caseId: string): Promise<Determination[]>;
  /** The same, in few words: of a case at busy places they are thousands. */
  abstract standingOfCase(tx: Tx, caseId: string): Promise<Standing[]>;
  /** What the desk decided of live ones in the first degree. */
  abstract decidedOfCase(tx: Tx, caseId: string): Promise<Pick<Determination, 'personId' | 'decision'>[]>;
  abstract liveOfPeople(tx: Tx, personIds: readonly string[]): Promise<Determination[]>;
  /** Of these people, what they are for certain to other cases than this one, nobody between them, and not excluded: each class once. */
  abstract definiteElsewhere(tx: Tx, personIds: readonly string[], caseId: string): Promise<Pick<Determination, 'personId' | 'cls'>[]>;
  abstract historyOfPerson(tx: Tx, personId: string): Promise<Determination[]>;
  /** Stores fresh ones, each superseding the live one of its key; ends the live ones that no longer hold. */
  abstract replace(tx: WriteTx, fresh: readonly Determination[], endedIds: readonly string[]): Promise<void>;
  abstract decide(tx: WriteTx, ids: readonly string[], decision: DeterminationDecision | null, reason: string | null): Promise<void>;
  abstract namingsOfCase(tx: Tx, caseId: string): Promise<Naming[]>;
  abstract namingsOfPerson(tx: Tx, personId: string): Promise<Naming[]>;
  /** Whom events among these places name, and no case. */
  abstract namingsAtEvents(tx: Tx, placeIds: readonly string[]): Promise<Naming[]>;
  abstract naming(tx: Tx, id: string): Promise<Naming | null>;
  abstract removeNamings(tx: WriteTx, ids: readonly string[]): Promise<void>;
  abstract saveNamings(tx: WriteTx, namings: readonly Naming[]): Promise<void>;
  /** `leftOut`: what was not derived of them. */
  abstract markDerived(tx: WriteTx, caseIds: readonly string[], leftOut: LeftOut | null): Promise<void>;
  /** How many pairs of a second contact and a close one can be stored for a case in one transaction. */
  abstract mostRelations(): Promise<number>;
  abstract leftOutOfCase(tx: Tx, caseId: string): Promise<LeftOut | null>;
}
