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

  /** The `id` column of a statement. */
  protected async idColumn(tx: Tx, cypher: string, parameters: Row = {}): Promise<string[]> {
    return (await this.rows<{ id: string }>(tx, cypher, parameters)).map(({ id }) => id);
  }

  /** All rows of a statement that takes `$ids`, asked a slice at a time: a statement over tens of thousands would not fit a small heap. */
  protected async inSlices<T>(tx: Tx, cypher: string, ids: readonly string[], parameters: Row = {}): Promise<T[]> {
    const found: T[] = [];
    for (let i = 0; i < ids.length; i += SLICE)
      found.push(...(await this.rows<T>(tx, cypher, { ids: ids.slice(i, i + SLICE), ...parameters })));
    return found;
  }

  /** The distinct ids that a statement finds for ids, a slice at a time. */
  protected async idsFor(tx: Tx, cypher: string, ids: readonly string[]): Promise<string[]> {
    return [...new Set((await this.inSlices<{ id: string }>(tx, cypher, ids)).map(({ id }) => id))];
  }

  /** Rows in slices: a transaction of a hundred thousand rows in one parameter list would not fit a small heap. */
  protected async saveFacts<T extends object>(
    tx: WriteTx,
    label: Label,
    facts: readonly T[],
    then = '',
    linkOf: (fact: T, at: number) => object | null = () => null,
  ): Promise<void> {
    const statement = saveFacts(label, then);
    const given = facts.map((fact, at) => ({ fact, link: linkOf(fact, at) }));
    for (let i = 0; i < given.length; i += SLICE)
      await this.rows(tx, statement, { rows: given.slice(i, i + SLICE), rev: tx.rev, now: tx.now, by: tx.actor.accountId });
  }
}

const SLICE = 5_000;
