import type { Actor } from '../platform/unit-of-work.js';
import type { Label } from './identity-labels.js';

/** Rows of the file an account has read that refer to nobody of the database: kept nowhere but here, and gone with the process. */
export class GivenLabels {
  private readonly of = new Map<string, readonly Label[]>();

  keep({ accountId }: Actor, labels: readonly Label[]): void {
    this.of.set(accountId, labels);
  }

  by({ accountId }: Actor): readonly Label[] {
    return this.of.get(accountId) ?? [];
  }
}
