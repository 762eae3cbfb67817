import { type DerivationChange, type DiffSides, diffOf, type Told } from '../cases/derivation-diff.js';
import { mergedOrder, type Order, type Sides, type TriedCase } from './try-protocol.js';

interface SummedCase extends Omit<TriedCase, 'diff'> {
  readonly changes: readonly DerivationChange[];
}

/** The differences of many cases, one after the other, and their sum, in which each person stands once by the strictest class over the cases. */
export class TrySum {
  readonly cases: SummedCase[] = [];
  private order: Order | null = null;
  private readonly before: Told[] = [];
  private readonly after: Told[] = [];
  private summed: { readonly of: number; readonly changes: readonly DerivationChange[] } | null = null;

  add({ one, order, before, after, noWindow }: Sides): void {
    this.order = this.order ? mergedOrder(this.order, order) : order;
    // One by one: of a case at a busy place they are more than one call takes as arguments.
    for (const told of before) this.before.push(told);
    for (const told of after) this.after.push(told);
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
