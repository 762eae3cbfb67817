import type { ImportBatch, ImportStore, Tx, WriteTx } from '@tracewright/investigation';
import { Neo4jStore } from '../platform/neo4j-store.js';
import * as ask from './imports.cypher.js';

const KNOWN: Readonly<Record<string, string>> = {
  Area: ask.KNOWN_AREAS,
  Place: ask.KNOWN_PLACES,
  Person: ask.KNOWN_PEOPLE,
  CaseEpisode: ask.KNOWN_CASES,
  CaseNo: ask.KNOWN_CASE_NOS,
  Stay: ask.KNOWN_STAYS,
  Evidence: ask.KNOWN_EVIDENCE,
  Naming: ask.KNOWN_NAMINGS,
  Account: ask.KNOWN_ACCOUNTS,
};

const batchOf = (b: ImportBatch): ImportBatch => ({ ...b, sheet: b.sheet ?? null, message: b.message ?? null });

export class Neo4jImportStore extends Neo4jStore implements ImportStore {
  async byId(tx: Tx, id: string): Promise<ImportBatch | null> {
    const found = await this.row<{ batch: ImportBatch }>(tx, ask.BATCH_BY_ID, { id });
    return found && batchOf(found.batch);
  }

  async recent(tx: Tx, first: number): Promise<ImportBatch[]> {
    return (await this.rows<{ batch: ImportBatch }>(tx, ask.RECENT_BATCHES, { first })).map((r) => batchOf(r.batch));
  }

  async running(tx: Tx): Promise<ImportBatch[]> {
    return (await this.rows<{ batch: ImportBatch }>(tx, ask.RUNNING_BATCHES)).map((r) => batchOf(r.batch));
  }

  async save(tx: WriteTx, batch: ImportBatch): Promise<void> {
    await this.rows(tx, ask.SAVE_BATCH, { row: batch, rev: tx.rev });
  }

  async mappingFor(tx: Tx, headers: string): Promise<string | null> {
    return (await this.row<{ mapping: string }>(tx, ask.MAPPING_FOR, { headers }))?.mapping ?? null;
  }

  async mappingNamed(tx: Tx, name: string): Promise<string | null> {
    return (await this.row<{ mapping: string }>(tx, ask.MAPPING_NAMED, { name }))?.mapping ?? null;
  }

  async rememberMapping(tx: WriteTx, headers: string, name: string, mapping: string): Promise<void> {
    await this.rows(tx, ask.REMEMBER_MAPPING, { headers, name, mapping, now: tx.now, by: tx.actor.accountId });
  }

  async knownKeys(tx: Tx, label: string, ids: readonly string[]): Promise<Set<string>> {
    const cypher = KNOWN[label];
    if (cypher === undefined) throw new Error(`Records of ${label} are not imported.`);
    const known = new Set<string>();
    for (let i = 0; i < ids.length; i += 10_000)
      for (const { id } of await this.rows<{ id: string }>(tx, cypher, { ids: ids.slice(i, i + 10_000) })) known.add(id);
    return known;
  }
}
