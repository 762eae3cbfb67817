import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Makes the demo once for all journeys of a run, as `npm start` makes it in an empty home: a minute that no journey has to
 * spend again, because each works on a copy of the folder (TRACEWRIGHT_TEST_DEMO).
 */
export default async function demoForJourneys(): Promise<(() => void) | undefined> {
  const given = process.env.TRACEWRIGHT_TEST_DEMO;
  const folder = given ?? join(mkdtempSync(join(tmpdir(), 'tracewright-demo-')), 'demo');
  process.env.TRACEWRIGHT_TEST_DEMO = folder;
  if (!existsSync(folder)) await makeDemo(folder);
  return given ? undefined : () => rmSync(join(folder, '..'), { recursive: true, force: true });
}

/** Under another name until it is whole, so that an interrupted one is never taken for the demo. */
async function makeDemo(folder: string): Promise<void> {
  const making = `${folder}-making`;
  const child = spawn(process.execPath, ['tools/launch/start.mjs'], {
    cwd: root,
    env: { ...withoutNeo4j(), TRACEWRIGHT_HOME: making },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const take = (chunk: Buffer): void => {
    output += chunk.toString();
    if (/Tracewright is ready/.test(output)) child.kill('SIGINT');
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0 || !/Tracewright is ready/.test(output)) throw new Error(`The demo could not be made:\n${output.slice(-4_000)}`);
  renameSync(making, folder);
}

function withoutNeo4j(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(NEO4J_|PORT$|HOST$)/.test(name)));
}
