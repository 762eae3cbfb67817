import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Connection, chooseFreePort, start } from '@tracewright/neo4j-local';
import { emptyGraph, testAddress } from '@tracewright/testkit';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface DemoAccount {
  readonly login: string;
  readonly password: string;
  readonly role: string;
}

/** Where a server keeps its state: a folder, and a real Neo4j. */
export interface Ground {
  readonly home: string;
  readonly database: Connection & { readonly pid?: number };
}

/** One that nobody else works on. */
export interface OwnGround extends Ground {
  /** Kills the database when it is this ground's own, and removes the folder: nobody reads it any more. */
  clear(): Promise<void>;
}

/** A server as a visitor finds it. */
export interface Served {
  readonly url: string;
  readonly port: number;
  readonly accounts: readonly DemoAccount[];
  /** Everything that it has printed so far. */
  output(): string;
  /** The first account of a role; throws when there is none. */
  account(role: string): DemoAccount;
}

/** The server as `npm start` runs it. */
export interface BuiltServer extends Served {
  readonly process: ChildProcess;
  /** The file of what it prints. */
  readonly log: string;
  /** Ends it and waits; SIGKILL is how a crash is tried. The ground stays. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'tracewright-journey-'));

/** A copy of the run's demo with a Neo4j of its own (some five seconds). */
export async function demoGround(): Promise<OwnGround> {
  const demo = process.env.TRACEWRIGHT_TEST_DEMO;
  if (!demo) throw new Error('No demo was made for this test: it belongs into tests/api, tests/browser, tests/faults or tests/commands.');
  const home = newFolder();
  cpSync(demo, home, { recursive: true });
  // The demo keeps its port; copies that start at the same time would meet there.
  rmSync(join(home, 'neo4j', 'port'), { force: true });
  const database = await start({ home, ephemeral: true, ignoreEnvironment: true });
  return { home, database, clear: () => database.stop(0) };
}

/** The run's shared Neo4j, emptied and migrated, and an empty folder. One test file at a time has it. */
export async function emptyGround(): Promise<OwnGround> {
  await (await emptyGraph()).close();
  const home = newFolder();
  return { home, database: testAddress(), clear: async () => rmSync(home, { recursive: true, force: true }) };
}

export interface ServerOptions {
  /** No demo: one administrator with a one-time password. */
  readonly live?: boolean;
  readonly port?: number;
  readonly env?: Record<string, string>;
}

/** Starts `apps/api/dist/main.js` and waits until it says that it is ready; throws with its output when it ends before. */
export async function startServer(ground: Ground, options: ServerOptions = {}): Promise<BuiltServer> {
  const port = options.port ?? (await chooseFreePort());
  const child = spawn(process.execPath, ['apps/api/dist/main.js'], {
    cwd: root,
    env: environment(ground, port, options),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = join(ground.home, `server-${port}.log`);
  let output = '';
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    const take = (chunk: Buffer): void => {
      output += chunk.toString();
      appendFileSync(log, chunk);
      const ready = /^ready (\S+)$/m.exec(output)?.[1];
      if (ready) resolve(ready);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    void ended.then(() => reject(new Error(`The server ended before it was ready:\n${output.slice(-4_000)}`)));
  });
  return {
    ...served({ url: url.replace(/\/$/, ''), port, accounts: accountsIn(output), log }),
    process: child,
    log,
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal);
      await ended;
    },
  };
}

/** What is known of a server by its address, its accounts and the file of what it prints, wherever it was started. */
export function served({ url, port, accounts, log }: Pick<BuiltServer, 'url' | 'port' | 'accounts' | 'log'>): Served {
  return {
    url,
    port,
    accounts,
    output: () => readFileSync(log, 'utf8'),
    account: (role) => {
      const found = accounts.find((account) => account.role === role);
      if (!found) throw new Error(`The server named no account of the role ${role}.`);
      return found;
    },
  };
}

function accountsIn(output: string): DemoAccount[] {
  return [...output.matchAll(/^account (\S+) (\S+) (\S+)$/gm)].map(([, login = '', password = '', role = '']) => ({
    login,
    password,
    role,
  }));
}

function environment({ home, database }: Ground, port: number, { live, env }: ServerOptions): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: 'production',
    NEO4J_URI: database.uri,
    NEO4J_USER: database.user,
    NEO4J_PASSWORD: database.password,
    TRACEWRIGHT_HOME: home,
    HOST: '127.0.0.1',
    PORT: String(port),
    ...(live && { TRACEWRIGHT_LIVE: '1' }),
    ...env,
  };
}
