import type { Instant } from '@tracewright/epi-core';
import type { Tx, WriteTx } from '../platform/unit-of-work.js';

/** Who answers for a protocol in this deployment (ruling 15). */
export interface Verification {
  readonly protocolId: string;
  readonly version: string;
  readonly by: string;
  readonly at: Instant;
  /** Recorded by seeding a demo: nobody answers for it outside of one. */
  readonly demoOnly: boolean;
}

export type VersionState = 'DRAFT' | 'VERIFIED' | 'ACTIVE' | 'RETIRED';

/** A version of a protocol that was written here, with who brought it to each state and when. */
export interface StoredVersion {
  /** `protocolId@version`. */
  readonly id: string;
  readonly protocolId: string;
  readonly version: string;
  readonly state: VersionState;
  /** The whole protocol file as JSON: complete in itself, so that a newer program does not change what it says. */
  readonly text: string;
  readonly draftedBy: string;
  readonly draftedAt: Instant;
  readonly verifiedBy: string | null;
  readonly verifiedAt: Instant | null;
  readonly activatedBy: string | null;
  readonly activatedAt: Instant | null;
  readonly retiredBy: string | null;
  readonly retiredAt: Instant | null;
  readonly rev: number;
}

export abstract class ProtocolStore {
  /** Of shipped and of stored versions. */
  abstract verifications(tx: Tx): Promise<Verification[]>;
  /** Of a shipped version; a stored one is saved with its verification. */
  abstract verify(tx: WriteTx, verification: Verification): Promise<void>;
  /** Versions written here, in order of their ids. */
  abstract stored(tx: Tx): Promise<StoredVersion[]>;
  abstract version(tx: Tx, id: string): Promise<StoredVersion | null>;
  /** The version written here that cases with this protocol are judged by; null: the shipped one. */
  abstract active(tx: Tx, protocolId: string): Promise<StoredVersion | null>;
  /** One version a protocol is active: the database refuses a second one, so who leaves comes before who enters. */
  abstract save(tx: WriteTx, versions: readonly StoredVersion[]): Promise<void>;
}
