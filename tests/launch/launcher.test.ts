import { rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { chooseFreePort } from '@tracewright/neo4j-local';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answers, databaseOf, freshHome, gone, processAt, type Started, silent, startLauncher } from './started.js';

let home: string;
let running: Started[];
const start = (options?: Parameters<typeof startLauncher>[1]): Started => {
  const started = startLauncher(home, options);
  running.push(started);
  return started;
};
/** Started and answering; gives its address and its database's process. */
async function startAndWait(options?: Parameters<typeof startLauncher>[1]) {
  const started = start(options);
  const url = (await started.says(/ready: (http\S+)/))[1]!;
  return { ...started, url, database: databaseOf(home)!.pid };
}

beforeEach(() => {
  home = freshHome();
  running = [];
});
afterEach(async () => {
  for (const { child, ended } of running) {
    child.kill('SIGTERM');
    await ended;
  }
  rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

describe('a start', () => {
  test('prints address and accounts, and one Ctrl-C stops every child', async () => {
    const { child, url, database, output, ended } = await startAndWait();
    expect(output()).toMatch(/tracer\s+a-password\s+tracer/);
    expect(await answers(url)).toBe(true);
    process.kill(-child.pid!, 'SIGINT');
    expect(await ended).toBe(0);
    await gone(database);
    expect(await answers(url)).toBe(false);
  });

  test('keeps its address the next time', async () => {
    const first = await startAndWait();
    first.child.kill('SIGINT');
    await first.ended;
    const second = await startAndWait();
    expect(second.url).toBe(first.url);
  });

  test('takes away with it what it started when it is killed outright', async () => {
    const { child, url, database } = await startAndWait();
    child.kill('SIGKILL');
    await gone(database);
    await silent(url);
    const again = await startAndWait();
    expect(again.output()).toMatch(/ready/);
  });

  test('that is asked to stop while it is still starting leaves nothing behind', async () => {
    const started = start();
    while (databaseOf(home) === undefined) await new Promise((resolve) => setTimeout(resolve, 20));
    const database = databaseOf(home)!.pid;
    started.child.kill('SIGTERM');
    await started.ended;
    await gone(database);
    expect(started.output()).not.toMatch(/ready:/);
  });
});

describe('a crash of one part', () => {
  test('of the server stops all, with the tail of its log', async () => {
    const { url, output, ended, database } = await startAndWait();
    const server = await processAt(url);
    process.kill(server, 'SIGKILL');
    expect(await ended).toBe(1);
    expect(output()).toMatch(/The server has ended by itself[\s\S]*a line of its log/);
    expect(output().split('The server has ended')[1]).not.toContain('a-password');
    await gone(database);
    expect(await answers(url)).toBe(false);
  });

  test('of the database stops all, and says so', async () => {
    const { url, output, ended, database } = await startAndWait();
    process.kill(database, 'SIGKILL');
    expect(await ended).toBe(1);
    expect(output()).toContain('The database has ended, so everything is stopped.');
    expect(await answers(url)).toBe(false);
  });
});

describe('a start that cannot be is refused in one sentence', () => {
  let listener: Server;
  afterEach(() => listener?.close());

  test('when its kept port is taken: by whom, and what to do', async () => {
    const port = await chooseFreePort();
    writeFileSync(join(home, 'port'), `${port}\n`);
    listener = createServer().listen(port, '127.0.0.1');
    const { ended, output } = start();
    expect(await ended).toBe(1);
    expect(output()).toMatch(new RegExp(`Port ${port} is taken by .*(process ${process.pid}|another program).*PORT`));
    expect((await startAndWait({ env: { PORT: String(await chooseFreePort()) } })).url).not.toContain(String(port));
  });

  test('when the same home is running already', async () => {
    const first = await startAndWait();
    const second = start({ env: { PORT: String(await chooseFreePort()) } });
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`Another process (${first.child.pid}) is still running Tracewright on ${home}`);
  });

  test.each([
    ['no server answers at NEO4J_URI', { NEO4J_URI: 'bolt://127.0.0.1:1', NEO4J_PASSWORD: 'a-password' }, /No Neo4j answers at bolt/],
    ['NEO4J_PASSWORD is missing', { NEO4J_URI: 'bolt://127.0.0.1:1' }, /NEO4J_PASSWORD is not: set it/],
    ['PORT is no port', { PORT: 'eighty' }, /PORT is "eighty"/],
    ['HOST is open without TLS', { HOST: '0.0.0.0' }, /without TLS.*TRACEWRIGHT_PUBLIC_URL/],
  ])('when %s', async (_what, env, sentence) => {
    const { ended, output } = start({ env });
    expect(await ended).toBe(1);
    expect(output()).toMatch(sentence);
    expect(output()).not.toMatch(/^\s+at /m);
  });

  test('when the server that NEO4J_URI names does not take the password', async () => {
    const server = await startAndWait();
    const uri = `bolt://127.0.0.1:${databaseOf(home)!.port}`;
    const other = startLauncher(join(home, 'other'), { env: { NEO4J_URI: uri, NEO4J_PASSWORD: 'not-the-password' } });
    expect(await other.ended).toBe(1);
    expect(other.output()).toMatch(/refuses user "neo4j" with this password/);
    expect(await answers(server.url)).toBe(true);
  });
});
