import type { ImportMapping, UploadedSheet } from '@tracewright/workbench-model';
import { postFile } from '../app/file-door.js';

export interface Upload {
  readonly id: string;
  readonly sheets: readonly UploadedSheet[];
  /** Remembered for the same headers. */
  readonly mappings: readonly ImportMapping[];
}

export interface Preview {
  readonly counts: {
    readonly inserted: number;
    readonly updated: number;
    readonly unchanged: number;
    readonly rejected: number;
    readonly rows: number;
    readonly rowsWithErrors: number;
  };
  readonly refused: readonly { readonly row: number; readonly kind: string; readonly field: string; readonly reason: string }[];
}

export const uploadFile = (file: File, kind: string, source: string): Promise<Upload> => postFile('/imports', file, { kind, source });
