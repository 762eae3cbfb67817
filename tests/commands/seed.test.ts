import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { demoOutbreak } from '@tracewright/demo';
import { expect, test } from 'vitest';
import { ask } from '../support/graph-questions.js';
import { sharedGround } from '../support/with-server.js';
import { answerOf, command } from './command-line.js';

const ground = sharedGround();

/** The first start and `seed` fill an empty database by the same hand (`seedDemo`); it takes a minute and is done once for all tests. */
test('the demo outbreak came in whole, with accounts in a file of the home that nobody else reads; its ledger is closed', async () => {
  const outbreak = demoOutbreak();
  const [counts] = await ask(
    ground,
    'RETURN COUNT {(:CaseEpisode)} AS cases, COUNT {(:Account)} AS accounts, COUNT {(:Stay)} AS stays, COUNT {(:Person)} AS people',
  );
  const file = join(ground.home, 'demo-accounts.json');
  const accounts = (JSON.parse(readFileSync(file, 'utf8')) as unknown[]).length;
  expect(statSync(file).mode & 0o077).toBe(0);
  // Somebody received from another area has turned positive since, and is a case of their own.
  expect(counts).toMatchObject({ cases: outbreak.cases.length + 1, accounts, stays: outbreak.stays.length });
  // Some people are in no roll: cases name them.
  expect(counts!.people).toBeGreaterThanOrEqual(outbreak.people.length);
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
