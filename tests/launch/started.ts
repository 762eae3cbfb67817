import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isRunning } from '@tracewright/neo4j-local';

const stub = fileURLToPath(new URL('stub/start.mjs', import.meta.url));

export interface Started {
  readonly child: ChildProcess;
  output(): string;
  /** Waits until the output has it; throws with the output when the launcher ends first. */
  says(pattern: RegExp): Promise<RegExpMatchArray>;
  readonly ended: Promise<number | null>;
}

export const freshHome = (): string => mkdtempSync(join(tmpdir(), 'tracewright-launch-'));

/** Starts the launcher in a process group of its own, as a terminal does. */
export function startLauncher(home: string, { args = [], env = {} }: { args?: string[]; env?: NodeJS.ProcessEnv } = {}): Started {
  const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(NEO4J_|PORT$|HOST$|npm_)/.test(name)));
  const child = spawn(process.execPath, [stub, ...args], {
    env: { ...clean, TRACEWRIGHT_HOME: home, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  let over = false;
  const take = (chunk: Buffer): void => {
    output += chunk.toString();
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      over = true;
      resolve(code);
    });
  });
  const says = async (pattern: RegExp): Promise<RegExpMatchArray> => {
    for (;;) {
      const found = pattern.exec(output);
      if (found) return found;
      if (over) throw new Error(`It ended without saying ${pattern}:\n${output}`);
      await sleep(50);
    }
  };
  return { child, output: () => output, says, ended };
}

/** The managed database of a home, while it runs. */
export function databaseOf(home: string): { pid: number; port: number } | undefined {
  const file = join(home, 'neo4j', 'run', 'server.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** The process that listens at an address, asked of the address itself. */
export async function processAt(url: string): Promise<number> {
  return Number(await (await fetch(url)).text());
}

/** Resolves when a process has ended. */
export async function gone(pid: number): Promise<void> {
  while (isRunning(pid)) await sleep(50);
}

/** Whether something answers at an address. */
export async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false,
  );
}

export async function silent(url: string): Promise<void> {
  while (await answers(url)) await sleep(50);
}
