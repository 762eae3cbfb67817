import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, opened } from '../support/graph-questions.js';
import { sharedGround } from '../support/with-server.js';
import { answerOf, command, newFolder } from './command-line.js';

const folder = newFolder();
const TO = ['export', '--format', 'parquet', '--purpose', '省平台测算'];
const ground = sharedGround();
let duck: Awaited<ReturnType<DuckDBInstance['connect']>>;
beforeAll(async () => {
  duck = await (await DuckDBInstance.create(':memory:')).connect();
});
afterAll(() => {
  duck?.closeSync();
  folder.remove();
});

const rowsOf = async (sql: string) => (await duck.runAndReadAll(sql)).getRowObjects();
const take = (...args: string[]) => answerOf([...TO, ...args], { ground });

test('every stay is in the part of its day, with the times and words the database has', async () => {
  const out = `${folder.path}/stays`;
  const told = await take('--kind', 'stays', '--out', out, '--as', 'tracer1');
  await duck.run(
    `CREATE VIEW stays AS SELECT * FROM read_parquet('${out}/*/*.parquet', hive_partitioning = true, hive_types = {'day': VARCHAR})`,
  );
  const found = await rowsOf(
    'SELECT stay, person, place, begins, ends, begins_latest, ends_earliest, ceiling, protection, day FROM stays ORDER BY stay',
  );
  const stored = await ask(
    ground,
    // The tracer's area: whoever has a case or a contact record of it.
    `MATCH (a:Account {login: 'tracer1'})
     CALL (a) { MATCH (c:Contact) WHERE c.homePath STARTS WITH a.areaPath RETURN c.personId AS id
                UNION MATCH (e:CaseEpisode)-[:OF]->(p:Person) WHERE e.areaPath STARTS WITH a.areaPath RETURN p.id AS id }
     MATCH (s:Stay {personId: id}) WHERE s.start IS NOT NULL AND s.deleted IS NULL
     RETURN s.id AS stay, s.personId AS person, s.placeId AS place, s.start.epochSeconds AS begins, s.end.epochSeconds AS ends,
            s.startLatest.epochSeconds AS begins_latest, s.endEarliest.epochSeconds AS ends_earliest, s.ceiling AS ceiling,
            coalesce(s.protection, 'unknown') AS protection, toString(date(datetime({datetime: s.start, timezone: 'Asia/Shanghai'}))) AS day
     ORDER BY stay`,
  );
  const plain = found.map((row) => Object.fromEntries(Object.entries(row).map(([k, v]) => [k, typeof v === 'bigint' ? Number(v) : v])));
  expect(stored.length).toBeGreaterThan(1_000);
  expect(plain).toEqual(stored);
  expect(told).toEqual({ rows: stored.length, days: new Set(stored.map((s) => s.day)).size, folder: out });
  // No column says who somebody is.
  expect((await rowsOf('DESCRIBE stays')).map((row) => row.column_name)).toEqual(
    'stay,person,place,begins,ends,begins_latest,ends_earliest,ceiling,setting,seat,seats_apart,whole_venue,enclosed,ventilation,protection,day'.split(
      ',',
    ),
  );
});

test('with the cases, windows, isolations and days the printed SQL runs on what was exported and finds contacts', async () => {
  const out = `${folder.path}/cases`;
  const told = await take('--kind', 'cases', '--protocol', 'CN-COVID-V8', '--out', out, '--as', 'tracer1');
  for (const name of ['cases', 'windows', 'isolations', 'days'])
    await duck.run(`CREATE VIEW ${name} AS SELECT * FROM read_parquet('${out}/${name}.parquet')`);
  const stored = await ask(
    ground,
    'MATCH (c:CaseEpisode) RETURN c.id AS case_id, c.personId AS person, c.category AS category ORDER BY case_id',
  );
  expect(await rowsOf('SELECT case_id, person, category FROM cases ORDER BY case_id')).toEqual(stored);
  expect(told).toMatchObject({ rows: stored.length, windows: Number((await rowsOf('SELECT count(*) AS n FROM windows'))[0]!.n) });
  const { sql } = await answerOf<{ sql: string }>(['derive', '--protocol', 'CN-COVID-V8', '--degree', '2', '--sql']);
  const contacts = await rowsOf(`SELECT DISTINCT contact FROM (${sql}) WHERE class = 'CLOSE' AND certainty = 'definite' AND via = ''`);
  expect(contacts.length).toBeGreaterThan(10);
});

test('the door is that of the list: purpose, role, a folder of its own, an entry in the audit', async () => {
  const out = ['--out', `${folder.path}/refused`];
  const stays = [...TO, '--kind', 'stays'];
  const operator = await command([...stays, ...out], { ground });
  expect(operator).toMatchObject({ code: 1, stdout: '' });
  expect(operator.stderr).toContain('The role administrator does not see where people were: use --as');
  const crew = await command([...stays, ...out, '--as', 'crew1'], { ground });
  expect(crew).toMatchObject({ code: 1, stderr: expect.stringContaining('does not open export') });
  expect(await command(['export', '--kind', 'stays', '--format', 'parquet', ...out], { ground })).toMatchObject({ code: 2 });
  expect(await command([...TO, '--kind', 'contacts', ...out], { ground })).toMatchObject({ code: 2 });
  expect(await command([...TO, '--kind', 'cases', ...out], { ground })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--protocol'),
  });
  const again = await command([...stays, '--out', `${folder.path}/cases`, '--as', 'tracer1'], { ground });
  expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('is not empty') });
  await take('--kind', 'stays', '--out', `${folder.path}/audited`, '--as', 'tracer1');
  const { driver, desk } = await opened(ground);
  const [last] = await desk.audit.page({ before: null, first: 1, who: null, subject: null });
  await driver.close();
  expect(last).toMatchObject({ operation: 'export-stays', purpose: '省平台测算' });
});
