import { expect, test } from 'vitest';
import { startServer } from '../support/built-server.js';
import { signedIn } from '../support/desk-visitor.js';
import type { Visitor } from '../support/visitor.js';
import { withDemoServer } from '../support/with-server.js';

const running = withDemoServer();

const PEOPLE = 30_000;
const file = (): string =>
  ['person,name,phone', ...Array.from({ length: PEOPLE }, (_, i) => `${i + 1},访客${i + 1},154${String(10_000_000 + i)}`)].join('\n');

interface Batch {
  state: string;
  rows: number;
  doneRows: number;
  inserted: number;
  unchanged: number;
  rejected: number;
}
const batchOf = async (visitor: Visitor): Promise<Batch> =>
  (await visitor.data<{ imports: Batch[] }>('{ imports(first: 1) { state rows doneRows inserted unchanged rejected } }')).imports[0]!;

async function until<T>(ask: () => Promise<T>, done: (value: T) => boolean): Promise<T> {
  for (;;) {
    const value = await ask();
    if (done(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

test('an API killed in the middle of an import goes on where it stood: nothing is lost, nothing is doubled', async () => {
  let visitor = await signedIn(running().server, 'database1');
  const form = new FormData();
  form.set('file', new Blob([file()]), '访客.csv');
  form.set('kind', 'people');
  form.set('source', 'visitors');
  const upload = (await (await visitor.fetch('/imports', { method: 'POST', body: form, headers: { 'x-tracewright': '1' } })).json()) as {
    id: string;
    sheets: { headerRow: number; fields: Record<string, string> }[];
  };
  const { headerRow, fields } = upload.sheets[0]!;
  const mapping = {
    kind: 'people',
    headerRow,
    groups: [{ kind: 'people', fields: Object.fromEntries(Object.entries(fields).map(([field, column]) => [field, { column }])) }],
  };
  const started = await visitor.fetch(`/imports/${upload.id}/start`, {
    method: 'POST',
    body: JSON.stringify({ mapping }),
    headers: { 'content-type': 'application/json', 'x-tracewright': '1' },
  });
  expect(started.status).toBe(202);
  const begun = await until(
    () => batchOf(visitor),
    (b) => b.doneRows > 0,
  );
  expect(begun.doneRows).toBeLessThan(PEOPLE);
  await running().server.stop('SIGKILL');
  running().server = await startServer(running().ground);
  visitor = await signedIn(running().server, 'database1');
  const done = await until(
    () => batchOf(visitor),
    (b) => b.state === 'DONE',
  );
  expect(done).toMatchObject({ rows: PEOPLE, doneRows: PEOPLE, inserted: PEOPLE, unchanged: 0, rejected: 0 });
});
