import { type DerivationChange, type DiffSides, diffOf } from '../cases/derivation-diff.js';
import type { DeterminationValues } from './determination-store.js';
import { mergedOrder, type Order, type Sides, type TriedCase } from './try-protocol.js';

interface SummedCase extends Omit<TriedCase, 'diff'> {
  readonly changes: readonly DerivationChange[];
}

/** The differences of many cases, one after the other, and their sum, in which each person stands once by the strictest class over the cases. */
export class TrySum {
  readonly cases: SummedCase[] = [];
  private order: Order | null = null;
  private readonly before: DeterminationValues[] = [];
  private readonly after: DeterminationValues[] = [];
  private summed: { readonly of: number; readonly changes: readonly DerivationChange[] } | null = null;

  add({ one, order, before, after, noWindow }: Sides): void {
    this.order = this.order ? mergedOrder(this.order, order) : order;
    this.before.push(...before);
    this.after.push(...after);
    const { changes } = diffOf(order, { before, after });
    this.cases.push({ caseId: one.id, no: one.no, protocolId: one.protocolId, noWindow, changes });
  }

  total(): readonly DerivationChange[] {
    if (this.summed?.of === this.cases.length) return this.summed.changes;
    const sides: DiffSides = { before: this.before, after: this.after };
    const changes = this.order ? diffOf(this.order, sides).changes : [];
    this.summed = { of: this.cases.length, changes };
    return changes;
  }
}
