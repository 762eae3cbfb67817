import { createHash, randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RowProblem } from '@tracewright/investigation';
import { type Mapping, mappingSchema } from '@tracewright/tabular';

export interface Upload {
  readonly id: string;
  readonly fileName: string;
  readonly fileHash: string;
  readonly kind: string;
  readonly source: string;
  readonly by: string;
  /** Where whoever brought it works. */
  readonly areaPath: string;
}

export interface Started {
  readonly mapping: Mapping;
  readonly createMissing: boolean;
  /** What whoever started it had said it is for: its entries in the audit say the same after a restart. */
  readonly purpose: string | null;
}

/** Uploads from before areas were kept are for whoever has the whole tree. */
const NOWHERE = { areaPath: '/' };

const IDS = /^import-[0-9a-f-]{36}$/;

/** Uploaded files with their mapping and what was refused, in the home; they outlive a crash and a restart. */
export class ImportFiles {
  constructor(private readonly home: string) {}

  private folder(id: string): string {
    if (!IDS.test(id)) throw new Error('not an import id');
    return join(this.home, 'imports', id);
  }

  keep(bytes: Uint8Array, about: Omit<Upload, 'id' | 'fileHash'>): Upload {
    const upload: Upload = { ...about, id: `import-${randomUUID()}`, fileHash: createHash('sha256').update(bytes).digest('hex') };
    const folder = this.folder(upload.id);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(join(folder, 'file'), bytes, { mode: 0o600 });
    writeFileSync(join(folder, 'upload.json'), JSON.stringify(upload), { mode: 0o600 });
    return upload;
  }

  upload(id: string): Upload | null {
    const file = IDS.test(id) ? join(this.folder(id), 'upload.json') : '';
    return file !== '' && existsSync(file) ? { ...NOWHERE, ...(JSON.parse(readFileSync(file, 'utf8')) as Upload) } : null;
  }

  bytes(id: string): Uint8Array {
    return readFileSync(join(this.folder(id), 'file'));
  }

  begin(id: string, started: Started): void {
    writeFileSync(join(this.folder(id), 'started.json'), JSON.stringify(started), { mode: 0o600 });
  }

  hasBegun(id: string): boolean {
    return existsSync(join(this.folder(id), 'started.json'));
  }

  started(id: string): Started {
    const started = JSON.parse(readFileSync(join(this.folder(id), 'started.json'), 'utf8')) as Omit<Started, 'purpose'> & {
      purpose?: string | null;
    };
    return {
      ...started,
      purpose: started.purpose === undefined ? 'import' : started.purpose,
      mapping: mappingSchema.parse(started.mapping),
    };
  }

  refuse(id: string, problems: readonly RowProblem[]): void {
    if (problems.length > 0)
      appendFileSync(join(this.folder(id), 'refused.jsonl'), `${problems.map((p) => JSON.stringify(p)).join('\n')}\n`, { mode: 0o600 });
  }

  /** Everything refused, once each: a slice that a crash made run twice has told its refusals twice. */
  refused(id: string): RowProblem[] {
    const file = join(this.folder(id), 'refused.jsonl');
    if (!existsSync(file)) return [];
    const told = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.endsWith('}'))
      .map((line) => JSON.parse(line) as RowProblem);
    return [...new Map(told.map((p) => [p.index, p])).values()].sort((a, b) => a.index - b.index);
  }

  forget(id: string): void {
    rmSync(this.folder(id), { recursive: true, force: true });
  }
}
