import { connect } from '@tracewright/graph-store';
import { start } from '@tracewright/neo4j-local';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltServer, demoGround, type OwnGround, startServer } from '../support/built-server.js';
import { ledgerOf, signedIn } from '../support/desk-visitor.js';

let ground: OwnGround;
let server: BuiltServer;
let again: Awaited<ReturnType<typeof start>> | undefined;
beforeAll(async () => {
  ground = await demoGround();
  server = await startServer(ground);
});
afterAll(async () => {
  await server?.stop();
  await again?.stop(3_000);
  await ground?.clear();
});

/** Waits until the database itself says that pushes are being written. */
async function underWay(): Promise<boolean> {
  const driver = connect(ground.database);
  try {
    for (let tries = 0; tries < 2_000; tries += 1) {
      const { records } = await driver.executeQuery(
        "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS 'PushItem' AND NOT currentQuery STARTS WITH 'SHOW' RETURN currentQuery",
      );
      if (records.length > 0) return true;
    }
    return false;
  } finally {
    await driver.close();
  }
}

const LIVE = `MATCH (p:PushItem) WHERE p.livePersonId IS NOT NULL RETURN count(p) AS live, count(DISTINCT p.personId) AS people`;

test('a Neo4j killed in the middle of a push loses and doubles nothing: all of it is sent, or none of it', async () => {
  const database = await signedIn(server, 'database1');
  const { contacts } = await database.data<{ contacts: { total: number } }>(
    '{ contacts(first: 1, filter: { view: "to-check" }) { total } }',
  );
  expect(contacts.total).toBeGreaterThan(10);
  const before = await ledgerOf(database);
  await database.data('mutation { reviewContacts(input: { step: "check", filter: { view: "to-check" } }) { __typename } }');
  const push = database.ask(
    'mutation { pushContacts(input: { filter: { view: "unsent" } }) { __typename ... on ContactsPushed { pushed } } }',
  );
  expect(await underWay()).toBe(true);
  const ready = async () => (await fetch(`${server.url}/readyz`)).status;
  expect(await ready()).toBe(200);
  process.kill(ground.database.pid!, 'SIGKILL');
  await push.catch(() => undefined);
  expect(await ready()).toBe(503);
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  again = await start({ home: ground.home, ignoreEnvironment: true });
  await server.stop();
  server = await startServer({ ...ground, database: again });
  const driver = connect(again);
  const live = (await driver.executeQuery(LIVE)).records[0]!.toObject() as { live: number; people: number };
  await driver.close();
  expect(live.live).toBe(live.people);
  const desk = await signedIn(server, 'database1');
  const after = await ledgerOf(desk);
  expect(after.closed).toBe(true);
  expect(after.figures.identified).toBe(before.figures.identified);
  const unsent = await desk.data<{ contacts: { total: number } }>('{ contacts(first: 1, filter: { view: "unsent" }) { total } }');
  const { pushContacts } = await desk.data<{ pushContacts: { pushed: number; skipped: { why: string }[] } }>(
    'mutation { pushContacts(input: { filter: { view: "unsent" } }) { ... on ContactsPushed { pushed skipped { why } } } }',
  );
  expect(pushContacts.pushed + pushContacts.skipped.length).toBe(unsent.contacts.total);
  const twice = await desk.data<{ pushContacts: { pushed: number } }>(
    'mutation { pushContacts(input: { filter: { view: "unsent" } }) { ... on ContactsPushed { pushed } } }',
  );
  expect(twice.pushContacts.pushed ?? 0).toBe(0);
});
