import type { ImportBatch, ImportedFile, ImportStore, Tx, WriteTx } from '@tracewright/investigation';
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

/** A list that is sent every day has many editions; the one before last week's is compared with last week's, not with this. */
const FILES_COMPARED = 20;

/** A row as one text, its print and its key; the file's own mark is left out, for a file may have hundreds of thousands of them. */
type StoredFile = Omit<ImportedFile, 'rows'> & { readonly rows: readonly string[] };
type FileRow = ImportedFile['rows'][number];
const textOf = ({ print, key }: FileRow, mark: string): string => `${print} ${key.startsWith(mark) ? key.slice(mark.length) : key}`;
const rowOf = (text: string, mark: string): FileRow => {
  const [print = '', key = ''] = text.split(' ');
  return { print, key: key.startsWith('#') ? mark + key : key };
};

const batchOf = (b: ImportBatch): ImportBatch => ({
  ...b,
  // Batches from before areas were kept.
  areaPath: b.areaPath ?? '/',
  sheet: b.sheet ?? null,
  message: b.message ?? null,
  underivedFrom: b.underivedFrom ?? null,
});

export class Neo4jImportStore extends Neo4jStore implements ImportStore {
  async byId(tx: Tx, id: string): Promise<ImportBatch | null> {
    const found = await this.row<{ batch: ImportBatch }>(tx, ask.BATCH_BY_ID, { id });
    return found && batchOf(found.batch);
  }

  async recent(tx: Tx, areaPath: string, first: number): Promise<ImportBatch[]> {
    return (await this.rows<{ batch: ImportBatch }>(tx, ask.RECENT_BATCHES, { areaPath, first })).map((r) => batchOf(r.batch));
  }

  async unfinished(tx: Tx): Promise<ImportBatch[]> {
    return (await this.rows<{ batch: ImportBatch }>(tx, ask.UNFINISHED_BATCHES)).map((r) => batchOf(r.batch));
  }

  async takeUnderived(tx: WriteTx, source: string, fileHash: string): Promise<number | null> {
    return (await this.row<{ from: number | null }>(tx, ask.TAKE_UNDERIVED, { source, fileHash }))?.from ?? null;
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

  async filesLike(tx: Tx, source: string, { mark, headers }: Pick<ImportedFile, 'mark' | 'headers'>): Promise<ImportedFile[]> {
    const found = await this.rows<{ file: StoredFile }>(tx, ask.FILES_LIKE, { source, headers, mark, first: FILES_COMPARED });
    return found.map(({ file }) => ({ ...file, rows: file.rows.map((row) => rowOf(row, file.mark)) }));
  }

  async rememberFile(tx: WriteTx, { rows, ...file }: ImportedFile): Promise<void> {
    await this.rows(tx, ask.REMEMBER_FILE, { ...file, rows: rows.map((row) => textOf(row, file.mark)), now: tx.now });
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
