import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { knock } from './bolt.mjs';
import { classArchive } from './class-archive.mjs';
import { isInitialised, makeFolders, neo4jConf, passwordOf, portOf } from './configure.mjs';
import { connectionFromEnvironment, managedConnection } from './connection.mjs';
import { requireFreeSpace } from './disk.mjs';
import { guard } from './guard.mjs';
import { ENTRY_POINT, ensureInstalled } from './install.mjs';
import { findJava } from './java.mjs';
import { withLock } from './lock.mjs';
import { homeFolder, layout, NEO4J_VERSION } from './paths.mjs';
import { PlainError } from './plain-error.mjs';
import { endProcess, identity, isSameProcess, waitForEnd } from './processes.mjs';
import { during, tail } from './progress.mjs';

/**
 * @typedef {import('./index.d.mts').StartOptions} StartOptions
 * @typedef {import('./index.d.mts').Neo4jServer} Neo4jServer
 * @typedef {import('./configure.mjs').Layout} Layout
 * @typedef {{ pid: number, identity?: string, port: number, version: string, java: number, startedAt: string, detached: boolean }} Running
 */

/**
 * @param {StartOptions} [options]
 * @returns {Promise<Neo4jServer>}
 */
export async function start(options = {}) {
  const { say = () => {}, ephemeral = false } = options;
  const external = options.ignoreEnvironment ? undefined : connectionFromEnvironment();
  if (external) return externalServer(external);
  const home = ephemeral && !options.home ? mkdtempSync(join(tmpdir(), 'tracewright-')) : homeFolder(options.home);
  const place = layout(home);
  if (ephemeral && !options.detached) guard.removeAtEnd(home);
  return withLock(place.lock, { what: 'starting Neo4j', say }, async () => {
    const running = readRunning(place);
    if (running && isSameProcess(running)) return reuse(place, running, say);
    if (running) say(`Neo4j (process ${running.pid}) ended without saying so; starting it again.`);
    return launch(place, { ...options, say });
  });
}

/** @param {Layout} place @param {Running} running @param {(line: string) => void} say */
async function reuse(place, running, say) {
  const server = managedConnection(place.home);
  await during(say, 'Waiting for Neo4j, which is already running', untilReady(server, { place, hasEnded: () => !isSameProcess(running) }));
  const exited = async () => {
    while (isSameProcess(running)) await sleep(500);
    return { code: null, signal: null };
  };
  return { ...server, home: place.home, pid: running.pid, reused: true, external: false, exited: exited(), stop: async () => {} };
}

/**
 * One start and stop in a folder of its own, at whose end the JVM writes the archive of its classes.
 * @param {string} file @param {StartOptions} options
 */
async function record(file, { cache }) {
  const home = mkdtempSync(join(tmpdir(), 'tracewright-'));
  guard.removeAtEnd(home);
  const server = await launch(layout(home), { cache, ephemeral: true, say: () => {} }, `-XX:ArchiveClassesAtExit=${file}`);
  await server.stop(60_000);
}

/** @param {Layout} place @param {StartOptions & { say: (line: string) => void }} options @param {string} [recording] */
async function launch(place, options, recording) {
  const { say } = options;
  const java = findJava(NEO4J_VERSION);
  const { lib } = await ensureInstalled({ say, cache: options.cache });
  const archive = recording ? null : await classArchive(java, lib, { say, record: (file) => record(file, options) });
  const classes = recording ?? (archive && `-XX:SharedArchiveFile=${archive}`);
  const jvm = [...(classes ? [classes] : []), ...(options.ephemeral ? SHORT_LIVED : [])];
  makeFolders(place);
  requireFreeSpace(place.neo4j, 300, 'by the database');
  const password = passwordOf(place);
  const port = await portOf(place, say);
  writeFileSync(place.config, neo4jConf(port));
  if (!isInitialised(place))
    await during(
      say,
      'Preparing the database',
      setInitialPassword(place, { java: java.path, lib, jvm: archive && classes ? [classes, ...SHORT_LIVED] : SHORT_LIVED, password }),
    );
  const child = spawnServer(place, { java, lib, jvm, heap: options.heap ?? process.env.TRACEWRIGHT_NEO4J_HEAP ?? '512m' });
  const pid = /** @type {number} */ (child.pid);
  /** @type {Running} */
  const running = {
    pid,
    identity: identity(pid),
    port,
    version: NEO4J_VERSION,
    java: java.version,
    startedAt: new Date().toISOString(),
    detached: options.detached === true,
  };
  writeWhole(place.running, JSON.stringify(running));
  if (options.detached) child.unref();
  else guard.watch(pid);

  let ended = false;
  const exited = new Promise((resolve) => {
    child.once('exit', (code, signal) => {
      ended = true;
      if (!options.detached) guard.forget(pid);
      if (readRunning(place)?.pid === pid) rmSync(place.running, { force: true });
      resolve({ code, signal });
    });
  });
  const server = managedConnection(place.home);
  try {
    await during(say, 'Starting Neo4j', untilReady(server, { place, hasEnded: () => ended }));
  } catch (error) {
    if (!ended) await endProcess(pid, 5_000);
    if (options.ephemeral) forgetHome(place.home);
    throw error;
  }
  const stop = async (graceMs = 10_000) => {
    if (!ended) await endProcess(pid, graceMs);
    await exited;
    if (options.ephemeral) forgetHome(place.home);
  };
  return { ...server, home: place.home, pid, reused: false, external: false, exited, stop };
}

/** Writes a file so that whoever reads it meanwhile finds all of it or none. @param {string} file @param {string} text */
function writeWhole(file, text) {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

/** For a process of minutes: code that is compiled quickly is better than code that runs quickly. */
const SHORT_LIVED = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

/** @param {string} home */
function forgetHome(home) {
  rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  guard.keep(home);
}

/**
 * In a session of its own: Ctrl-C reaches the launcher alone, which stops things in order.
 * @param {Layout} place @param {{ java: import('./java.mjs').Java, lib: string, jvm: string[], heap: string }} how
 */
function spawnServer(place, { java, lib, jvm, heap }) {
  if (!/^\d+[mgMG]$/.test(heap))
    throw new PlainError(`TRACEWRIGHT_NEO4J_HEAP is "${heap}", which is not a size such as 512m or 2g: correct it.`);
  const opened = ['java.nio', 'java.io', 'sun.nio.ch', 'java.util.concurrent'].map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`);
  const args = [
    '-cp',
    join(lib, '*'),
    '-Xms128m',
    `-Xmx${heap}`,
    ...jvm,
    // A server without memory must end, so that whoever started it notices, and not linger half alive.
    '-XX:+ExitOnOutOfMemoryError',
    '-XX:-OmitStackTraceInFastThrow',
    '-Dfile.encoding=UTF-8',
    ...opened,
    ...(java.version >= 24 ? ['--enable-native-access=ALL-UNNAMED'] : []),
    ENTRY_POINT,
    `--home-dir=${place.neo4j}`,
    `--config-dir=${place.conf}`,
  ];
  const log = openSync(place.console, 'w', 0o600);
  try {
    return spawn(java.path, args, { stdio: ['ignore', log, log], detached: true, cwd: place.neo4j, env: withoutNeo4j() });
  } finally {
    closeSync(log);
  }
}

/** @param {Layout} place @param {{ java: string, lib: string, jvm: string[], password: string }} how */
function setInitialPassword(place, { java, lib, jvm, password }) {
  const args = [
    '-cp',
    join(lib, '*'),
    '-Xmx128m',
    ...jvm,
    'org.neo4j.server.startup.Neo4jAdminCommand',
    'dbms',
    'set-initial-password',
    password,
  ];
  const env = { ...withoutNeo4j(), NEO4J_HOME: place.neo4j, NEO4J_CONF: place.conf };
  return /** @type {Promise<void>} */ (
    new Promise((resolve, reject) => {
      const child = spawn(java, args, { stdio: ['ignore', 'pipe', 'pipe'], env });
      let output = '';
      child.stdout.on('data', (chunk) => (output += chunk));
      child.stderr.on('data', (chunk) => (output += chunk));
      child.on('error', reject);
      child.on('close', (code) => {
        if (code === 0) resolve();
        else
          reject(
            new PlainError(
              `Neo4j did not take its first password; see what it says and run this again:\n${tail(output.replaceAll(password, '…'), 8)}`,
            ),
          );
      });
    })
  );
}

/** Neo4j reads NEO4J_… variables as settings of its own; ours are not meant for it. */
function withoutNeo4j() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('NEO4J_')));
}

/**
 * @param {{ uri: string }} server @param {{ place: Layout, hasEnded: () => boolean }} options
 */
async function untilReady({ uri }, { place, hasEnded }) {
  const until = Date.now() + 60_000;
  while ((await knock({ uri }, 1_000)) === 'no-answer') {
    if (hasEnded()) throw new PlainError(`Neo4j ended while starting. ${lastWords(place)}`);
    if (Date.now() > until) throw new PlainError(`Neo4j did not answer within 60 s. ${lastWords(place)}`);
    await sleep(100);
  }
}

/** @param {Layout} place */
function lastWords(place) {
  const text = logs(place.home);
  if (/No space left on device/.test(text)) return 'The disk is full: free some space and start again.';
  if (/OutOfMemoryError|insufficient memory/i.test(text))
    return 'It ran out of memory: set TRACEWRIGHT_NEO4J_HEAP to a larger size (or free memory) and start again.';
  return `Look at its last words, in ${place.log}:\n${tail(text, 15)}`;
}

/**
 * The end of what the server of a home has logged.
 * @param {string} [home] @param {number} [lines]
 */
export function logs(home, lines = 40) {
  const place = layout(homeFolder(home));
  const read = (/** @type {string} */ file) => (existsSync(file) ? tail(readFileSync(file, 'utf8'), lines) : '');
  return [read(place.log), read(place.console)].filter(Boolean).join('\n');
}

/**
 * Stops the managed server of a home, whoever started it.
 * @param {string} [home] @param {{ graceMs?: number }} [options]
 * @returns {Promise<boolean>} whether there was one to stop
 */
export async function stop(home, { graceMs = 10_000 } = {}) {
  const place = layout(homeFolder(home));
  const running = readRunning(place);
  if (running && isSameProcess(running)) {
    await endProcess(running.pid, graceMs);
    await waitForEnd(running.pid, 1_000);
  }
  rmSync(place.running, { force: true });
  return running !== undefined && running.pid > 0;
}

/**
 * @param {string} [home]
 * @returns {Promise<import('./index.d.mts').Status>}
 */
export async function status(home) {
  const folder = homeFolder(home);
  const running = readRunning(layout(folder));
  if (!running) return { state: 'stopped', home: folder };
  const about = {
    home: folder,
    pid: running.pid,
    uri: `bolt://127.0.0.1:${running.port}`,
    version: running.version,
    java: running.java,
    startedAt: running.startedAt,
  };
  if (!isSameProcess(running)) return { state: 'stale', ...about };
  return { state: (await knock({ uri: about.uri }, 1_000)) === 'no-answer' ? 'starting' : 'running', ...about };
}

/**
 * Stops the server and removes the database and its password. Ask before calling it.
 * @param {string} [home]
 */
export async function reset(home) {
  const place = layout(homeFolder(home));
  await stop(home);
  for (const path of [place.neo4j, place.password]) rmSync(path, { recursive: true, force: true });
}

/**
 * @param {Layout} place
 * @returns {Running | undefined}
 */
function readRunning(place) {
  try {
    return JSON.parse(readFileSync(place.running, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * @param {import('./connection.mjs').Connection} external
 * @returns {Neo4jServer}
 */
function externalServer(external) {
  return {
    ...external,
    home: homeFolder(),
    pid: undefined,
    reused: true,
    external: true,
    exited: new Promise(() => {}),
    stop: async () => {},
  };
}
