import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyGround, type Ground, type OwnGround } from '../support/built-server.js';
import { ask as askGraph } from '../support/graph-questions.js';
import { sharedGround } from '../support/with-server.js';
import { answerOf, command, newFolder } from './command-line.js';

const folder = newFolder();
const file = join(folder.path, 'whole.tracewright');
const demo = sharedGround();
let empty: OwnGround;
let written: { file: string; nodes: number; relationships: number; rev: number };

beforeAll(async () => {
  written = await answerOf<typeof written>(['backup', file], { ground: demo });
});
afterAll(async () => {
  await empty?.clear();
  folder.remove();
});

/** All rows of a question, as text. */
const ask = async (ground: Ground, cypher: string): Promise<string[]> => (await askGraph(ground, cypher)).map((row) => JSON.stringify(row));

const DETERMINATIONS = `MATCH (c:CaseEpisode)<-[:OF_CASE]-(d:Determination)-[:FOR]->(p:Person)
  OPTIONAL MATCH (d)-[:SUPERSEDES]->(old:Determination)
  RETURN c.id, p.id, old.id, COLLECT { UNWIND keys(d) AS k WITH k ORDER BY k RETURN [k, toString(d[k])] } AS said ORDER BY d.id`;
/** A whole demo is written anew, 150,000 nodes and all that hangs on them: minutes where two cores are shared. */
const RESTORING_MS = 900_000;
const CHAIN = 'MATCH (a:AuditEntry) RETURN a.seq AS seq, a.hash AS hash ORDER BY seq';

test('a backup holds nothing that could be read without the secret', () => {
  const bytes = readFileSync(file);
  for (const word of ['Person', 'demo-case', '云泽区']) expect(bytes.includes(word)).toBe(false);
});

test('whoever made it stands in the audit, under the revision it was made of', async () => {
  const entries = await ask(demo, "MATCH (a:AuditEntry {operation: 'backup'}) RETURN a.who AS who, a.purpose AS purpose, a.subjects AS of");
  expect(entries.map((e) => JSON.parse(e))).toEqual([{ who: 'local-operator', purpose: 'backup', of: [`backup:${written.rev}`] }]);
});

test(
  'restored into an empty database it gives the same ledger, now and then, the same determinations and the same audit chain',
  async () => {
    empty = await emptyGround();
    cpSync(join(demo.home, 'secrets'), join(empty.home, 'secrets'), { recursive: true });
    const chain = await ask(demo, CHAIN);
    const determinations = await ask(demo, DETERMINATIONS);
    const ledgers = (ground: Ground) =>
      Promise.all([[], ['--as-of', '2022-04-14T03:00:00+08:00']].map((more) => answerOf(['ledger', ...more], { ground })));
    const [now, then] = await ledgers(demo);

    const { file: _name, ...counts } = written;
    expect(await answerOf(['restore', file], { ground: empty })).toMatchObject(counts);

    expect(determinations.length).toBeGreaterThan(1_000);
    expect(await ask(empty, DETERMINATIONS)).toEqual(determinations);
    const restored = await ask(empty, CHAIN);
    expect(restored.slice(0, chain.length)).toEqual(chain);
    expect(restored.length).toBeGreaterThan(chain.length);
    const withoutClock = (ledger: Record<string, unknown> | undefined) => ({ ...ledger, asOf: null });
    const [nowThere, thenThere] = await ledgers(empty);
    expect(withoutClock(nowThere)).toEqual(withoutClock(now));
    expect(thenThere).toEqual(then);
    expect(await command(['doctor'], { ground: empty })).toMatchObject({ code: 0 });
  },
  RESTORING_MS,
);

test('is refused where there are data, by another secret, and when a byte of it is changed; each in a sentence', async () => {
  const full = await command(['restore', file], { ground: demo });
  expect(full).toMatchObject({ code: 1, stdout: '' });
  expect(full.stderr).toMatch(/holds data/);
  await empty.clear();
  empty = await emptyGround();
  const stranger = await command(['restore', file], { ground: empty });
  expect(stranger.code).toBe(1);
  expect(stranger.stderr.trim()).toMatch(/^[A-Z].+\.$/m);
  cpSync(join(demo.home, 'secrets'), join(empty.home, 'secrets'), { recursive: true });
  const bytes = readFileSync(file);
  bytes[bytes.length >> 1]! ^= 1;
  const spoiled = join(folder.path, 'spoiled.tracewright');
  writeFileSync(spoiled, bytes);
  const refused = await command(['restore', spoiled], { ground: empty });
  expect(refused.code).toBe(1);
  expect(refused.stderr.trim()).toMatch(/^[A-Z].+\.$/m);
  expect(await ask(empty, 'MATCH (n:Person) RETURN count(n) AS n')).toEqual(['{"n":0}']);
});
