import i18next from 'i18next';

/** The header that only a page of ours can send: uploads are refused without it (rulings 29). */
const ours = () => ({ 'x-tracewright': '1', 'accept-language': i18next.language });

async function answerOf<T>(response: Response): Promise<T> {
  if (response.ok) return (await response.json()) as T;
  const body = (await response.json().catch(() => ({}))) as { message?: string };
  throw new Error(body.message ?? `${response.status}`);
}

/** Sends a file with what belongs to it; a refusal is thrown in the server's words. */
export async function postFile<T>(path: string, file: File, beside: Readonly<Record<string, string>> = {}): Promise<T> {
  const form = new FormData();
  for (const [name, value] of Object.entries(beside)) form.set(name, value);
  form.set('file', file);
  return answerOf(await fetch(path, { method: 'POST', headers: ours(), body: form }));
}

export async function postJson<T>(path: string, body: unknown): Promise<T> {
  return answerOf(
    await fetch(path, { method: 'POST', headers: { ...ours(), 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  );
}
