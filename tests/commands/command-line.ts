import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import type { Ground } from '../support/built-server.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What a command left behind. */
export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Circumstances {
  /** Database and home; without it there is no database that could be reached. */
  readonly ground?: Pick<Ground, 'home' | 'database'>;
  readonly stdin?: string | Uint8Array;
  /** Where the user stood (ruling 21). */
  readonly stood?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the built command line as `npm run tracewright` does: from the project's folder, the user's own in INIT_CWD. */
export async function command(args: readonly string[], { ground, stdin = '', stood = root, env = {} }: Circumstances = {}): Promise<Ran> {
  const child = spawn(process.execPath, ['apps/cli/dist/main.js', ...args], {
    cwd: root,
    env: { ...withoutDatabase(), ...databaseOf(ground), INIT_CWD: stood, ...env },
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
  // A command that refuses before it reads closes its end first.
  child.stdin.on('error', () => {});
  child.stdin.end(stdin);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, stdout, stderr };
}

/** The command's one JSON document. Throws with what it said when it did not end with 0 or printed anything else. */
export async function answerOf<T = Record<string, unknown>>(args: readonly string[], circumstances: Circumstances = {}): Promise<T> {
  const ran = await command([...args, '--json'], circumstances);
  if (ran.code !== 0) throw new Error(`${args[0]} ended with ${ran.code}: ${ran.stderr}`);
  return JSON.parse(ran.stdout) as T;
}

/** Counts of an import, as `contracts.md` names them. */
export interface Imported {
  readonly batch: string | null;
  readonly rows: number;
  readonly rowsWithErrors: number;
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly errorsFile: string | null;
}

export interface Folder {
  readonly path: string;
  write(name: string, content: string | Uint8Array): string;
  read(name: string): string;
  /** A csv of the folder by its headers. */
  rows(name: string): Record<string, string>[];
  remove(): void;
}

/** A folder of a test's own files; paths are absolute. */
export function newFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'tracewright-files-'));
  const read = (name: string): string => readFileSync(join(path, name), 'utf8');
  return {
    path,
    read,
    write: (name, content) => {
      writeFileSync(join(path, name), content);
      return join(path, name);
    },
    rows: (name) => parse(read(name), { columns: true, bom: true }) as Record<string, string>[],
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

function withoutDatabase(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(NEO4J_|TRACEWRIGHT_|INIT_CWD$)/.test(name));
  return { ...Object.fromEntries(kept), NEO4J_URI: 'bolt://127.0.0.1:1', NEO4J_USER: 'neo4j', NEO4J_PASSWORD: 'nobody-is-there' };
}

function databaseOf(ground: Circumstances['ground']): Record<string, string> {
  if (!ground) return {};
  const { uri, user, password } = ground.database;
  return { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, TRACEWRIGHT_HOME: ground.home };
}
