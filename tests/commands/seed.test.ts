import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { demoOutbreak } from '@tracewright/demo';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyGround, type Ground } from '../support/built-server.js';
import { ask } from '../support/graph-questions.js';
import { answerOf, command } from './command-line.js';

let ground: Ground;
beforeAll(async () => {
  ground = await emptyGround();
});
afterAll(() => ground?.clear());

test('the demo outbreak comes into an empty database, with accounts in a file of the home that nobody else reads; its ledger is closed', async () => {
  const outbreak = demoOutbreak();
  const ran = await command(['seed', '--json'], { ground });
  expect(ran.code).toBe(0);
  const said = JSON.parse(ran.stdout) as Record<string, number>;
  expect(said).toEqual({
    people: outbreak.people.length,
    stays: outbreak.stays.length,
    cases: outbreak.cases.length,
    accounts: expect.any(Number),
  });
  const [counts] = await ask(
    ground,
    'RETURN COUNT {(:CaseEpisode)} AS cases, COUNT {(:Account)} AS accounts, COUNT {(:Stay)} AS stays, COUNT {(:Person)} AS people',
  );
  // Somebody received from another area has turned positive since, and is a case of their own.
  expect(counts).toMatchObject({ cases: said.cases! + 1, accounts: said.accounts, stays: said.stays });
  // Some people are in no roll: cases name them.
  expect(counts!.people).toBeGreaterThanOrEqual(said.people!);
  const file = join(ground.home, 'demo-accounts.json');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toHaveLength(said.accounts!);
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(await answerOf(['ledger'], { ground })).toMatchObject({ closed: true });
});

test('a database that holds data is refused, and stays as it is', async () => {
  const count = () => ask(ground, 'MATCH (n) RETURN count(n) AS n');
  const before = await count();
  const ran = await command(['seed', '--seed', '7'], { ground });
  expect(ran).toMatchObject({ code: 1, stdout: '' });
  expect(ran.stderr).toContain('This database holds data: seed an empty one (another TRACEWRIGHT_HOME, or another NEO4J_URI).');
  expect(await count()).toEqual(before);
});
