import {
  type Actor,
  actorOf,
  type Desk,
  finish,
  type ImportBatch,
  newBatch,
  type Preview,
  previewImport,
  runImport,
} from '@tracewright/investigation';
import { type Mapping, openMapped } from '@tracewright/tabular';
import { whatFailed } from '../platform/surprises.js';
import type { ImportFiles, Upload } from './import-files.js';

/** Imports under way in this server: one after the other, each where it stands after a crash. */
export class ImportJobs {
  private line: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly desk: Desk,
    readonly files: ImportFiles,
  ) {}

  async preview(actor: Actor, upload: Upload, mapping: Mapping, createMissing: boolean): Promise<Preview> {
    const { rows } = await openMapped(this.files.bytes(upload.id), mapping);
    return previewImport({ desk: this.desk, actor, rows, createMissing, source: mapping.source ?? upload.source });
  }

  async start(actor: Actor, upload: Upload, mapping: Mapping, createMissing: boolean): Promise<ImportBatch> {
    const { headers, rows } = await openMapped(this.files.bytes(upload.id), mapping);
    this.files.begin(upload.id, { mapping, createMissing, purpose: actor.purpose });
    const batch = newBatch({
      id: upload.id,
      kind: mapping.kind ?? upload.kind,
      source: mapping.source ?? upload.source,
      fileName: upload.fileName,
      fileHash: upload.fileHash,
      sheet: mapping.sheet ?? null,
      headerRow: mapping.headerRow,
      mapping: JSON.stringify(mapping),
      at: this.desk.clock.now(),
      by: actor.accountId,
      rows: rows.length,
    });
    await this.desk.work.write(actor, 'start-import', async (tx) => {
      await this.desk.imports.save(tx, batch);
      await this.desk.imports.rememberMapping(tx, headers.join('\u001f'), upload.fileName, JSON.stringify(mapping));
      tx.touch(batch.id);
      tx.announce('imports', batch.id);
    });
    this.queue(actor, batch);
    return batch;
  }

  /** Goes on with what a crash or a restart left unfinished. */
  async resume(): Promise<void> {
    const { batches, accounts } = await this.desk.work.read(async (tx) => ({
      batches: await this.desk.imports.running(tx),
      accounts: await this.desk.accounts.all(tx),
    }));
    for (const batch of batches) {
      const account = accounts.find((a) => a.id === batch.by);
      if (account && this.files.upload(batch.id)) this.queue(actorOf(account, this.files.started(batch.id).purpose), batch);
    }
  }

  private queue(actor: Actor, batch: ImportBatch): void {
    this.line = this.line
      .then(() => this.run(actor, batch))
      .catch((error: unknown) => console.error('import', batch.id, whatFailed(error)));
  }

  private async run(actor: Actor, batch: ImportBatch): Promise<void> {
    const { mapping, createMissing } = this.files.started(batch.id);
    const { rows } = await openMapped(this.files.bytes(batch.id), mapping);
    try {
      await runImport({
        desk: this.desk,
        actor,
        batch,
        rows,
        createMissing,
        refused: (problems) => this.files.refuse(batch.id, problems),
        progress: () => {},
      });
    } catch (error) {
      const known = await this.desk.work.read((tx) => this.desk.imports.byId(tx, batch.id)).catch(() => null);
      // What was written stays; the same file goes on from there when it is started again.
      if (known) await finish(this.desk, actor, { ...known, state: 'FAILED', message: whatFailed(error).split('\n')[0]!.slice(0, 300) });
      throw error;
    }
  }
}
