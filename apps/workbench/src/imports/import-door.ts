import type { ImportMapping, UploadedSheet } from '@tracewright/workbench-model';
import i18next from 'i18next';

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

/** The header that only a page of ours can send: uploads are refused without it (rulings 29). */
const ours = () => ({ 'x-tracewright': '1', 'accept-language': i18next.language });

async function answerOf<T>(response: Response): Promise<T> {
  if (response.ok) return (await response.json()) as T;
  const body = (await response.json().catch(() => ({}))) as { message?: string };
  throw new Error(body.message ?? `${response.status}`);
}

export async function uploadFile(file: File, kind: string, source: string): Promise<Upload> {
  const form = new FormData();
  form.set('kind', kind);
  form.set('source', source);
  form.set('file', file);
  return answerOf(await fetch('/imports', { method: 'POST', headers: ours(), body: form }));
}

export async function postJson<T>(path: string, body: unknown): Promise<T> {
  return answerOf(
    await fetch(path, { method: 'POST', headers: { ...ours(), 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  );
}
