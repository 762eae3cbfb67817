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

export abstract class ProtocolStore {
  abstract verifications(tx: Tx): Promise<Verification[]>;
  abstract verify(tx: WriteTx, verification: Verification): Promise<void>;
}
