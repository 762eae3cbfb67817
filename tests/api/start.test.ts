import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltServer, emptyGround, startServer } from '../support/built-server.js';
import { Visitor } from '../support/visitor.js';
import { sharedGround } from '../support/with-server.js';

describe('the demo', () => {
  const ground = sharedGround();
  let server: BuiltServer;
  beforeAll(async () => {
    server = await startServer(ground);
  });
  afterAll(() => server?.stop());

  test('comes with an account of every role', () => {
    const roles = new Set(server.accounts.map(({ role }) => role));
    for (const role of ['tracer', 'database', 'receiver', 'dispatcher', 'crew', 'site', 'police', 'commander', 'administrator'])
      expect(roles).toContain(role);
  });

  test('answers over GraphQL', async () => {
    expect(await new Visitor(server.url).data('{ __typename }')).toEqual({ __typename: 'Query' });
  });

  test('is found again as it was left by the next start, at the same accounts', async () => {
    const { accounts } = server;
    await server.stop();
    server = await startServer(ground);
    expect(server.accounts).toEqual(accounts);
    expect(server.output()).not.toMatch(/Making the demo/);
  });

  test('is refused by live mode, in one sentence', async () => {
    await expect(startServer(ground, { live: true })).rejects.toThrow(/^refused \S.*/m);
  });
});

test('live mode on an empty database gives one administrator, whose password works once, and no demo', async () => {
  const ground = await emptyGround();
  const server = await startServer(ground, { live: true });
  const again = async (): Promise<BuiltServer> => {
    await server.stop();
    return startServer(ground, { live: true });
  };
  expect(server.accounts.map(({ role }) => role)).toEqual(['administrator']);
  const second = await again();
  expect(second.accounts).toEqual([]);
  await second.stop();
  await ground.clear();
});
