import type { Instant } from '@tracewright/epi-core';
import type { Tx, WriteTx } from '../platform/unit-of-work.js';

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
  readonly rows: number;
  readonly doneRows: number;
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly rowsWithErrors: number;
  readonly message: string | null;
}

/** A batch that has written nothing yet. */
export const newBatch = (
  about: Pick<ImportBatch, 'id' | 'kind' | 'source' | 'fileName' | 'fileHash' | 'sheet' | 'headerRow' | 'mapping' | 'at' | 'by' | 'rows'>,
): ImportBatch => ({
  ...about,
  state: 'RUNNING',
  doneRows: 0,
  inserted: 0,
  updated: 0,
  unchanged: 0,
  rejected: 0,
  rowsWithErrors: 0,
  message: null,
});

export abstract class ImportStore {
  abstract byId(tx: Tx, id: string): Promise<ImportBatch | null>;
  abstract recent(tx: Tx, first: number): Promise<ImportBatch[]>;
  abstract running(tx: Tx): Promise<ImportBatch[]>;
  abstract save(tx: WriteTx, batch: ImportBatch): Promise<void>;
  /** The mapping last used for files with these headers (ruling 19). */
  abstract mappingFor(tx: Tx, headers: string): Promise<string | null>;
  /** The mapping saved last under this name. */
  abstract mappingNamed(tx: Tx, name: string): Promise<string | null>;
  abstract rememberMapping(tx: WriteTx, headers: string, name: string, mapping: string): Promise<void>;
  /** Ids that a source's own ids were given, so that the same row is never a second record (ruling 20). */
  abstract knownKeys(tx: Tx, label: string, ids: readonly string[]): Promise<Set<string>>;
}
