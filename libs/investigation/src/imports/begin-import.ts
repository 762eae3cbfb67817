import type { Desk } from '../platform/desk.js';
import type { Actor } from '../platform/unit-of-work.js';
import type { ImportBatch, NewBatch } from './import-store.js';
import type { ImportedFile } from './keys-of-rows.js';

/** What is kept of a file beside its batch. */
export interface ToRemember {
  /** How its columns were read, to be offered again for files with the same headers (ruling 19). */
  readonly mapping: { readonly headers: readonly string[]; readonly text: string } | null;
  /** Given when its rows have no ids of their own (ruling 20). */
  readonly file: ImportedFile | null;
}

/**
 * Begins a batch. What an earlier run of the same file has written and not derived any more becomes this one's to derive: its rows are
 * unchanged now, so nothing else would say that their cases are still open.
 */
export async function beginImport(
  desk: Desk,
  actor: Actor,
  about: Omit<NewBatch, 'at' | 'by' | 'areaPath'>,
  { mapping, file }: ToRemember,
): Promise<ImportBatch> {
  return desk.work.write(actor, 'start-import', async (tx) => {
    const batch: ImportBatch = {
      ...about,
      at: tx.now,
      by: actor.accountId,
      areaPath: actor.areaPath,
      state: 'RUNNING',
      doneRows: 0,
      inserted: 0,
      updated: 0,
      unchanged: 0,
      rejected: 0,
      rowsWithErrors: 0,
      message: null,
      underivedFrom: await desk.imports.takeUnderived(tx, about.source, about.fileHash),
    };
    await desk.imports.save(tx, batch);
    if (mapping) await desk.imports.rememberMapping(tx, headersKey(mapping.headers), about.fileName, mapping.text);
    if (file) await desk.imports.rememberFile(tx, file);
    tx.touch(batch.id);
    tx.announce('imports', batch.id);
    return batch;
  });
}

/** What files with the same headers have in common: their mapping is remembered under it. */
export const headersKey = (headers: readonly string[]): string => headers.join('\u001f');
