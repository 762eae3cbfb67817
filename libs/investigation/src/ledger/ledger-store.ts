import type { Instant, LedgerEntry } from '@tracewright/epi-core';
import type { Tx } from '../platform/unit-of-work.js';

export abstract class LedgerStore {
  /** Everybody identified at `asOf` under `homePath`, as the events up to that moment left them. */
  abstract entries(tx: Tx, homePath: string, asOf: Instant): Promise<LedgerEntry[]>;
  /** How many left since the start of the day, by why. */
  abstract left(tx: Tx, homePath: string, from: Instant, to: Instant): Promise<{ kind: string; people: number }[]>;
}
