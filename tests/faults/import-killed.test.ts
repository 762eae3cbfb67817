import { connect } from '@tracewright/graph-store';
import ExcelJS from 'exceljs';
import type { Driver } from 'neo4j-driver';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer } from '../support/built-server.js';
import { signedIn } from '../support/desk-visitor.js';
import type { Visitor } from '../support/visitor.js';
import { withDemoServer } from '../support/with-server.js';

const running = withDemoServer();
let driver: Driver;
beforeAll(() => {
  driver = connect(running().ground.database);
});
afterAll(() => driver?.close());

const PEOPLE = 9_000;
/** Each is named by one of the cases as a close contact, so that these have to be derived in the end. */
const NAMED = 200;
const CASES = 6;
/** Their phones are too short, which is found in every slice. */
const WRONG = 40;
const isWrong = (i: number): boolean => i % (PEOPLE / WRONG) === PEOPLE / WRONG - 1;

const file = (cases: readonly string[]): string =>
  [
    'person,name,phone,case',
    ...Array.from({ length: PEOPLE }, (_, i) =>
      [`v${i + 1}`, `访客${i + 1}`, isWrong(i) ? '1' : `154${10_000_000 + i}`, i < NAMED ? cases[i % cases.length] : ''].join(','),
    ),
  ].join('\n');
const column = (name: string) => ({ column: name });
const mapping = {
  kind: 'people',
  headerRow: 1,
  groups: [
    { kind: 'people', fields: { person: column('person'), name: column('name'), phone: column('phone') } },
    { kind: 'contacts', unless: 'case', fields: { case: column('case'), contact: column('person'), class: { value: 'CLOSE' } } },
  ],
};

interface Batch {
  id: string;
  state: string;
  rows: number;
  doneRows: number;
  inserted: number;
  updated: number;
  unchanged: number;
  rejected: number;
  rowsWithErrors: number;
}
const batchOf = async (visitor: Visitor): Promise<Batch> =>
  (
    await visitor.data<{ imports: Batch[] }>(
      '{ imports(first: 1) { id state rows doneRows inserted updated unchanged rejected rowsWithErrors } }',
    )
  ).imports[0]!;

/** Counts by plain questions to the database, past everything of ours. */
async function count(cypher: string): Promise<number> {
  const { records } = await driver.executeQuery(`${cypher} AS n`);
  return Number(records[0]!.get('n'));
}
const DERIVED = "MATCH (d:Determination {live: true}) WHERE d.personId STARTS WITH 'visitors:' RETURN count(d)";

async function until<T>(ask: () => Promise<T>, done: (value: T) => boolean): Promise<T> {
  for (;;) {
    const value = await ask();
    if (done(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function killed(): Promise<Visitor> {
  await running().server.stop('SIGKILL');
  running().server = await startServer(running().ground);
  return signedIn(running().server, 'database1');
}

test('an API killed among the rows of an import and again among the cases it derives loses nothing and doubles nothing', async () => {
  const { records } = await driver.executeQuery(
    "MATCH (c:CaseEpisode) WHERE c.category <> 'excluded' RETURN c.id AS id ORDER BY id LIMIT toInteger($first)",
    {
      first: CASES,
    },
  );
  const cases = records.map((r) => r.get('id') as string);
  expect(cases).toHaveLength(CASES);
  let visitor = await signedIn(running().server, 'database1');
  const form = new FormData();
  form.set('file', new Blob([file(cases)]), '访客.csv');
  form.set('kind', 'people');
  form.set('source', 'visitors');
  const upload = await visitor.fetch('/imports', { method: 'POST', body: form, headers: { 'x-tracewright': '1' } });
  const { id } = (await upload.json()) as { id: string };
  const started = await visitor.fetch(`/imports/${id}/start`, {
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
  visitor = await killed();

  const derived = await until(
    () => count(DERIVED),
    (n) => n > 0,
  );
  expect(derived).toBeLessThan(NAMED);
  visitor = await killed();

  const done = await until(
    () => batchOf(visitor),
    (b) => b.state === 'DONE',
  );
  // As the file is counted by hand, and as an import that nobody disturbed counts it.
  expect(done).toEqual({
    id,
    state: 'DONE',
    rows: PEOPLE,
    doneRows: PEOPLE + NAMED,
    inserted: PEOPLE - WRONG + NAMED,
    updated: 0,
    unchanged: 0,
    rejected: WRONG,
    rowsWithErrors: WRONG,
  });
  expect(await count("MATCH (p:Person) WHERE p.id STARTS WITH 'visitors:' RETURN count(p)")).toBe(PEOPLE - WRONG);
  expect(await count("MATCH (p:Person)-[:REACHED_AT]->(n:Phone) WHERE p.id STARTS WITH 'visitors:' RETURN count(n)")).toBe(PEOPLE - WRONG);
  expect(await count("MATCH (s:SourceRecord {source: 'visitors'}) RETURN count(s)")).toBe(PEOPLE - WRONG);
  expect(await count("MATCH (v:Version) WHERE v.nodeId STARTS WITH 'visitors:v' AND v.label = 'Person' RETURN count(v)")).toBe(0);
  expect(await count("MATCH (n:Naming) WHERE n.personId STARTS WITH 'visitors:' RETURN count(n)")).toBe(NAMED);
  // Each is a contact of the one case that names them, as they would be had nobody pulled the plug: derived once, by one live determination.
  expect(await count(DERIVED)).toBe(NAMED);
  expect(await count(DERIVED.replace('count(d)', 'count(DISTINCT d.personId)'))).toBe(NAMED);
  expect(await count("MATCH (c:Contact) WHERE c.personId STARTS WITH 'visitors:' RETURN count(c)")).toBe(NAMED);
  expect(await count('MATCH (b:ImportBatch) WHERE b.underivedFrom IS NOT NULL RETURN count(b)')).toBe(0);

  const errors = await visitor.fetch(`/imports/${id}/errors`);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await errors.arrayBuffer());
  const refused = book.worksheets[0]!.getColumn(2).values.slice(2);
  expect(refused).toEqual(Array.from({ length: PEOPLE }, (_, i) => i).flatMap((i) => (isWrong(i) ? [i + 2] : [])));
});
