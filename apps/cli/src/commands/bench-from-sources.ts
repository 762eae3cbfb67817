import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Refused } from '../platform/answers.js';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** Measurements with rivals that only the project's sources have: `npm run bench` and `npm run bench:link` by another name, each a process of its own. */
export const SOURCE_BENCHES: Readonly<Record<string, string>> = { exposure: 'main.js', link: 'link-main.js' };

export async function benchFromSources(program: string, args: readonly string[]): Promise<void> {
  const sources = `${root}tests/benchmarks`;
  const compiler = `${root}node_modules/typescript/bin/tsc`;
  if (!existsSync(sources) || !existsSync(compiler))
    throw new Refused('The rivals of this benchmark come with the sources of the project only: run it in a clone after `npm ci`.');
  await node([compiler, '-b', sources]);
  await node([`${sources}/dist/${program}`, ...args]);
}

async function node(args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, args, { stdio: 'inherit', cwd: root });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (code !== 0) throw new Refused('The benchmark ended before its last measure: what it said last is above.');
}
