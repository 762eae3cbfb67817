import type { LedgerEntry } from '@tracewright/epi-core';
import type { LedgerStore, Tx } from '@tracewright/investigation';
import { Neo4jStore } from '../platform/neo4j-store.js';
import { LEDGER_ENTRIES, LEFT_LEDGER } from './ledger.cypher.js';

export class Neo4jLedgerStore extends Neo4jStore implements LedgerStore {
  async entries(tx: Tx, homePath: string, asOf: number): Promise<LedgerEntry[]> {
    const found = await this.rows<LedgerEntry>(tx, LEDGER_ENTRIES, { homePath, asOf });
    return found.map((e) => ({ ...e, outLevel: e.outLevel ?? null, term: e.term ?? null, placed: e.placed ?? false }));
  }

  left(tx: Tx, homePath: string, from: number, to: number): Promise<{ kind: string; people: number }[]> {
    return this.rows(tx, LEFT_LEDGER, { homePath, from, to });
  }
}
