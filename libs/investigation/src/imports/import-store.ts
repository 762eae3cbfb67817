import type { Instant } from '@tracewright/epi-core';
import type { Tx, WriteTx } from '../platform/unit-of-work.js';
import type { ImportedFile } from './keys-of-rows.js';

export type ImportState = 'UPLOADED' | 'RUNNING' | 'DONE' | 'CANCELLED' | 'FAILED';

/** One file on its way in. `doneRows` says up to where it is written: after a crash it goes on from there (ruling 20). */
export interface ImportBatch {
  readonly id: string;
  readonly kind: string;
  readonly source: string;
  readonly fileName: string;
  readonly fileHash: string;
  readonly sheet: string | null;
  readonly headerRow: number;
  readonly mapping: string;
  readonly state: ImportState;
  readonly at: Instant;
  readonly by: string;
  /** Where whoever made it works: what it may write, and who sees it. */
  readonly areaPath: string;
  readonly rows: number;
  readonly doneRows: number;
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly rowsWithErrors: number;
  readonly message: string | null;
  /** Facts from this revision on stand in the graph, but the cases they touch are not derived yet; null: nothing is left to derive. */
  readonly underivedFrom: number | null;
}

/** What is said of a file when it begins. */
export type NewBatch = Pick<
  ImportBatch,
  'id' | 'kind' | 'source' | 'fileName' | 'fileHash' | 'sheet' | 'headerRow' | 'mapping' | 'at' | 'by' | 'areaPath' | 'rows'
>;

export abstract class ImportStore {
  abstract byId(tx: Tx, id: string): Promise<ImportBatch | null>;
  /** Those made in an area subtree, newest first. */
  abstract recent(tx: Tx, areaPath: string, first: number): Promise<ImportBatch[]>;
  /** Those that still have rows to write or cases to derive. */
  abstract unfinished(tx: Tx): Promise<ImportBatch[]>;
  abstract save(tx: WriteTx, batch: ImportBatch): Promise<void>;
  /** Takes from earlier batches of a file what they left to derive: the lowest revision, or null. Whoever takes it has to derive it. */
  abstract takeUnderived(tx: WriteTx, source: string, fileHash: string): Promise<number | null>;
  /** The mapping last used for files with these headers (ruling 19). */
  abstract mappingFor(tx: Tx, headers: string): Promise<string | null>;
  /** The mapping saved last under this name. */
  abstract mappingNamed(tx: Tx, name: string): Promise<string | null>;
  abstract rememberMapping(tx: WriteTx, headers: string, name: string, mapping: string): Promise<void>;
  /** Files of a source with the same headers, this one among them when it was there before; the latest of them. */
  abstract filesLike(tx: Tx, source: string, file: Pick<ImportedFile, 'mark' | 'headers'>): Promise<ImportedFile[]>;
  abstract rememberFile(tx: WriteTx, file: ImportedFile): Promise<void>;
  /** Ids that a source's own ids were given, so that the same row is never a second record (ruling 20). */
  abstract knownKeys(tx: Tx, label: string, ids: readonly string[]): Promise<Set<string>>;
}
