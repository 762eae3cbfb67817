import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * One demo for all journeys of a run: a minute that no journey has to spend again, because each works on a copy of the folder. `npm test` made it
 * already and names it in TRACEWRIGHT_TEST_DEMO; a project run alone makes its own.
 */
export default function demoForJourneys(): (() => void) | undefined {
  const given = process.env.TRACEWRIGHT_TEST_DEMO;
  const folder = given ?? join(mkdtempSync(join(tmpdir(), 'tracewright-demo-')), 'demo');
  process.env.TRACEWRIGHT_TEST_DEMO = folder;
  if (!existsSync(folder)) {
    const { status, stdout } = spawnSync(process.execPath, ['tools/launch/make-demo.mjs', folder], { cwd: root, encoding: 'utf8' });
    if (status !== 0) throw new Error(stdout.slice(-4_000));
  }
  return given ? undefined : () => rmSync(join(folder, '..'), { recursive: true, force: true });
}
