import type { Day, Instant } from '@tracewright/epi-core';
import type { Tx, WriteTx } from '../platform/unit-of-work.js';

export type Sex = 'male' | 'female' | 'unknown';
export type AreaState = 'CONFIRMED' | 'PROPOSED' | 'TO_LOCATE';

export interface IdDocument {
  readonly type: string;
  /** Normalised: half width, upper case, eighteen digits where fifteen were given. */
  readonly no: string;
  readonly valid: boolean;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly sex: Sex;
  readonly birthOn: Day | null;
  readonly documents: readonly IdDocument[];
  readonly phones: readonly string[];
  readonly address: string | null;
  readonly areaId: string | null;
  readonly currentAddress: string | null;
  readonly currentAreaId: string | null;
  /** Path of the area that must act: the confirmed current one, else residence; null: to be located (ruling 22). */
  readonly areaPath: string | null;
  readonly areaState: AreaState;
  readonly proposedAreaId: string | null;
  readonly proposedWords: readonly string[];
  readonly needs: readonly string[];
  readonly guardianId: string | null;
  readonly description: string | null;
  readonly mergedInto: string | null;
}

/** The row as a source gave it, kept for ever: a person is the cluster of these. */
export interface SourceRecord {
  readonly id: string;
  readonly source: string;
  readonly key: string;
  readonly batchId: string | null;
  readonly name: string;
  readonly raw: Record<string, string>;
}

export abstract class PersonStore {
  abstract byIds(tx: Tx, ids: readonly string[]): Promise<Person[]>;
  /** Of these people those who were merged, each to whom they are kept under now. */
  abstract keptAs(tx: Tx, ids: readonly string[]): Promise<Map<string, string>>;
  abstract byDocument(tx: Tx, type: string, no: string): Promise<Person[]>;
  abstract byPhone(tx: Tx, phone: string): Promise<Person[]>;
  /** By part of the name, full pinyin or its initials, among those whose case or contact lies under `areaPath`. */
  abstract search(
    tx: Tx,
    areaPath: string,
    text: string,
    first: number,
  ): Promise<{ person: Person; contactId: string | null; caseId: string | null }[]>;
  abstract save(tx: WriteTx, people: readonly Person[]): Promise<void>;
  abstract addSourceRecords(tx: WriteTx, records: readonly { record: SourceRecord; personId: string }[]): Promise<void>;
  /** When a source last told of each of these people; nobody of whom none did. */
  abstract lastToldOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Instant>>;
  abstract sourceRecords(tx: Tx, personId: string): Promise<SourceRecord[]>;
  /** The household: same address down to the room, or same guardian. */
  abstract household(tx: Tx, personId: string): Promise<Person[]>;
}
