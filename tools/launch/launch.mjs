import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { during, explain, homeFolder, PlainError, requireFreeSpace, withLock } from '../neo4j-local/index.mjs';
import { ensureSystem } from '../setup/index.mjs';
import { startApi } from './api.mjs';
import { endChildren } from './children.mjs';
import { databaseLastWords, openDatabase } from './database.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { whenAskedToLeave } from './leave.mjs';
import { readOptions } from './options.mjs';
import { webPort } from './web-port.mjs';

/**
 * @typedef {import('./options.mjs').Options} Options
 * @typedef {{ entry: string, build: (say: (line: string) => void) => Promise<void> }} Server its built main file, and what builds it when stale
 */

const say = (/** @type {string} */ line) => console.log(line);

/** @type {(reason: Error | undefined) => void} */
let end = () => {};
/** Settles when everything is to stop: with nothing at Ctrl-C, with the reason when a part has failed. @type {Promise<Error | undefined>} */
const theEnd = new Promise((resolve) => {
  end = resolve;
});
whenAskedToLeave(() => end(undefined));

/** Leaves off what is under way as soon as everything is to stop. @template T @param {Promise<T>} step */
async function unlessEnded(step) {
  const first = await Promise.race([step.then((value) => ({ value })), theEnd.then((reason) => ({ reason }))]);
  if ('value' in first) return first.value;
  throw first.reason ?? new Leaving();
}
class Leaving extends Error {}

/** @param {Server} server @param {Options} options @param {string} home */
async function prepare(server, options, home) {
  const port = await webPort(home, options);
  await unlessEnded(ensureSystem({ database: !process.env.NEO4J_URI, live: options.live, say }));
  await unlessEnded(ensureDependencies(say));
  requireFreeSpace(home, 200, 'for logs and records');
  await unlessEnded(server.build(say));
  return port;
}

/** @param {Server} server @param {Options} options @param {string} home */
async function serve(server, options, home) {
  const port = await prepare(server, options, home);
  const database = await unlessEnded(openDatabase(home, say));
  database.exited.then(() =>
    end(new PlainError(`The database has ended, so everything is stopped. Its last words:\n${databaseLastWords(home)}`)),
  );
  try {
    const ready = await during(say, 'Starting the server', unlessEnded(apiReady(server.entry, options, { home, port, database })));
    welcome(ready, options, home);
    const reason = await theEnd;
    if (reason) throw reason;
  } finally {
    say('Stopping …');
    // The server first, so that it can finish what it writes; together they stay below five seconds.
    await endChildren(1_500);
    await database.stop(3_000);
  }
}

/**
 * @param {string} entry @param {Options} options
 * @param {{ home: string, port: number, database: import('../neo4j-local/index.d.mts').Neo4jServer }} at
 * @returns {Promise<{ url: string, accounts: import('./api.mjs').Account[] }>}
 */
function apiReady(entry, options, at) {
  return new Promise((resolve) => {
    /** @type {import('./api.mjs').Account[]} */
    const accounts = [];
    const { ended } = startApi(entry, at.home, environment(options, at), {
      onProgress: (text) => say(`  ${text}`),
      onAccount: (account) => accounts.push(account),
      onReady: (url) => resolve({ url, accounts }),
    });
    void ended.then((why) => end(new PlainError(why)));
  });
}

/**
 * @param {Options} options
 * @param {{ home: string, port: number, database: import('../neo4j-local/index.d.mts').Connection }} at
 */
function environment({ live, allowHttp, host, publicUrl }, { home, port, database }) {
  return {
    ...process.env,
    NODE_ENV: 'production',
    NEO4J_URI: database.uri,
    NEO4J_USER: database.user,
    NEO4J_PASSWORD: database.password,
    TRACEWRIGHT_HOME: home,
    HOST: host,
    PORT: String(port),
    ...(live && { TRACEWRIGHT_LIVE: '1' }),
    ...(allowHttp && { TRACEWRIGHT_ALLOW_HTTP: '1' }),
    ...(publicUrl && { TRACEWRIGHT_PUBLIC_URL: publicUrl }),
  };
}

/** @param {{ url: string, accounts: import('./api.mjs').Account[] }} ready @param {Options} options @param {string} home */
function welcome({ url, accounts }, { live, allowHttp }, home) {
  say(`\nTracewright is ready: ${url}\n`);
  if (accounts.length) say(live ? 'The administrator, whose password works once:' : 'Demo accounts (login, password, role):');
  const width = (/** @type {'login' | 'password'} */ key) => Math.max(...accounts.map((account) => account[key].length)) + 2;
  for (const { login, password, role } of accounts) say(`  ${login.padEnd(width('login'))}${password.padEnd(width('password'))}${role}`);
  if (allowHttp) say('Warning: it is served without TLS; whoever listens on the network can read it.');
  say(`\nIts records are in ${home}. Ctrl-C stops it.`);
}

/**
 * Database, server and workbench until Ctrl-C, or until one of them fails; then this process ends, with code 1 for a failure.
 * @param {string[]} args @param {Server} server
 */
export async function launch(args, server) {
  try {
    const options = readOptions(args, process.env);
    const home = homeFolder();
    mkdirSync(home, { recursive: true, mode: 0o700 });
    const what = `running Tracewright on ${home}`;
    await withLock(join(home, 'launcher.lock'), { what, waitMs: -1 }, () => serve(server, options, home));
  } catch (error) {
    if (!(error instanceof Leaving)) {
      console.error(`\n${explain(error)}`);
      process.exitCode = 1;
    }
  }
  await endChildren(1_500);
  process.exit();
}
