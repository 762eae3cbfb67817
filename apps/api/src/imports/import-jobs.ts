import {
  type Actor,
  actorOf,
  beginImport,
  type Desk,
  deriveAndFinish,
  finish,
  type ImportBatch,
  importedFile,
  keysOfRows,
  type Preview,
  previewImport,
  runImport,
} from '@tracewright/investigation';
import { type Mapping, type OpenedFile, openMapped } from '@tracewright/tabular';
import { whatFailed } from '../platform/surprises.js';
import type { ImportFiles, Upload } from './import-files.js';

const sourceOf = (upload: Upload, mapping: Mapping): string => mapping.source ?? upload.source;

/** Imports under way in this server: one after the other, each where it stands after a crash. */
export class ImportJobs {
  private line: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly desk: Desk,
    readonly files: ImportFiles,
  ) {}

  /** An upload as a mapping reads it; rows without ids of their own have the keys they had in earlier editions of the file. */
  opened(upload: Upload, mapping: Mapping): Promise<OpenedFile> {
    const source = sourceOf(upload, mapping);
    return openMapped(this.files.bytes(upload.id), mapping, (file) => keysOfRows(this.desk, source, file));
  }

  async preview(
    actor: Actor,
    upload: Upload,
    mapping: Mapping,
    createMissing: boolean,
  ): Promise<{ readonly opened: OpenedFile; readonly preview: Preview }> {
    const opened = await this.opened(upload, mapping);
    const { rows } = opened;
    return {
      opened,
      preview: await previewImport({ desk: this.desk, actor, rows, createMissing, source: sourceOf(upload, mapping) }),
    };
  }

  async start(actor: Actor, upload: Upload, mapping: Mapping, createMissing: boolean): Promise<ImportBatch> {
    const { headers, rows, keyed } = await this.opened(upload, mapping);
    const source = sourceOf(upload, mapping);
    this.files.begin(upload.id, { mapping, createMissing, purpose: actor.purpose });
    const batch = await beginImport(
      this.desk,
      actor,
      {
        id: upload.id,
        kind: mapping.kind ?? upload.kind,
        source,
        fileName: upload.fileName,
        fileHash: upload.fileHash,
        sheet: mapping.sheet ?? null,
        headerRow: mapping.headerRow,
        mapping: JSON.stringify(mapping),
        rows: rows.length,
      },
      {
        mapping: { headers, text: JSON.stringify(mapping) },
        file:
          keyed &&
          importedFile(
            source,
            keyed,
            rows.map(({ key }) => key),
          ),
      },
    );
    this.queue(actor, batch);
    return batch;
  }

  /** Goes on with what a crash or a restart left unfinished. */
  async resume(): Promise<void> {
    const { batches, accounts } = await this.desk.work.read(async (tx) => ({
      batches: await this.desk.imports.unfinished(tx),
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
    try {
      // Ended before all was written: what was written has yet to be derived.
      if (batch.state !== 'RUNNING') {
        await deriveAndFinish(this.desk, actor, batch);
        return;
      }
      const { mapping, createMissing } = this.files.started(batch.id);
      const { rows } = await this.opened(this.files.upload(batch.id)!, mapping);
      await runImport({
        desk: this.desk,
        actor,
        batch,
        rows,
        createMissing,
        refusedBefore: this.files.refused(batch.id),
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
