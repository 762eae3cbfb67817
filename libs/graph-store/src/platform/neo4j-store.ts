import type { Label } from '@tracewright/graph-schema';
import type { Tx, WriteTx } from '@tracewright/investigation';
import { type Row, row, rows } from './neo4j-tx.js';
import { saveFacts } from './shape.js';

/** What every store shares: the zone moments are kept in, and writing facts with their history. */
export abstract class Neo4jStore {
  constructor(protected readonly tz: string) {}

  protected rows<T = Row>(tx: Tx, cypher: string, parameters: Row = {}): Promise<T[]> {
    return rows<T>(tx, cypher, { tz: this.tz, ...parameters });
  }

  protected row<T = Row>(tx: Tx, cypher: string, parameters: Row = {}): Promise<T | null> {
    return row<T>(tx, cypher, { tz: this.tz, ...parameters });
  }

  /** Rows in slices: a transaction of a hundred thousand rows in one parameter list would not fit a small heap. */
  protected async saveFacts(tx: WriteTx, label: Label, facts: readonly object[], then = '', slice = 5_000): Promise<void> {
    const statement = saveFacts(label, then);
    for (let i = 0; i < facts.length; i += slice)
      await this.rows(tx, statement, { rows: facts.slice(i, i + slice), rev: tx.rev, now: tx.now, by: tx.actor.accountId });
  }
}
