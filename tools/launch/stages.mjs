import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../neo4j-local/index.mjs';
import { run } from './children.mjs';

/**
 * @typedef {{ passed: number, failed: number, output: string }} Outcome
 * @typedef {{ name: string, needs: 'nothing' | 'graph' | 'build', aside?: true, work: (env: NodeJS.ProcessEnv) => Promise<Outcome> }} Stage
 */

const artifacts = join(projectRoot, 'tests', '.artifacts');
const bin = (/** @type {string[]} */ ...path) => join(projectRoot, 'node_modules', ...path);

/** A check that either holds or does not: counts as one test. */
async function check(/** @type {string} */ name, /** @type {string[]} */ args, /** @type {NodeJS.ProcessEnv} */ env) {
  const { code, output } = await run(process.execPath, args, { env });
  keep(name, output);
  return code === 0 ? { passed: 1, failed: 0, output } : { passed: 0, failed: 1, output };
}

/** One project of tests/vitest.config.ts. A project without files is no failure. */
async function vitest(/** @type {string} */ project, /** @type {NodeJS.ProcessEnv} */ env) {
  mkdirSync(artifacts, { recursive: true });
  const report = join(artifacts, `${project}.json`);
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const args = ['run', '--config', 'tests/vitest.config.ts', '--project', project, '--passWithNoTests', ...reporters];
  const { code, output } = await run(process.execPath, [bin('vitest', 'vitest.mjs'), ...args], { env });
  keep(project, output);
  return { ...countTests(existsSync(report) ? readFileSync(report, 'utf8') : '', code), output };
}

/**
 * Counts what a report says. A file that could not be loaded, and a run that ended badly without naming a test, is one
 * failure: nothing that went wrong may sum up to zero.
 * @param {string} report vitest's JSON, or nothing
 * @param {number} code the run's exit code
 */
export function countTests(report, code) {
  const { numPassedTests: passed = 0, numFailedTests = 0, testResults = [] } = report ? JSON.parse(report) : {};
  const notLoaded = testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  const failed = numFailedTests + notLoaded.length;
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed };
}

function keep(/** @type {string} */ name, /** @type {string} */ output) {
  mkdirSync(artifacts, { recursive: true });
  writeFileSync(join(artifacts, `${name}.log`), output);
}

/**
 * In the order in which they are run: what fails fast comes first. One marked `aside` mostly waits for servers to come up and go down;
 * it runs beside those that stand between it and the next one that needs the build.
 * @type {Stage[]}
 */
export const STAGES = [
  { name: 'types', needs: 'nothing', work: (env) => check('types', [bin('typescript', 'bin', 'tsc'), '-b'], env) },
  {
    name: 'lint',
    needs: 'nothing',
    work: (env) => check('lint', [bin('@biomejs', 'biome', 'bin', 'biome'), 'check', '--diagnostic-level=error', '.'], env),
  },
  { name: 'launch', needs: 'build', aside: true, work: (env) => vitest('launch', env) },
  { name: 'architecture', needs: 'nothing', work: (env) => vitest('architecture', env) },
  { name: 'unit', needs: 'nothing', work: (env) => vitest('unit', env) },
  { name: 'graph', needs: 'graph', work: (env) => vitest('graph', env) },
  { name: 'journeys', needs: 'build', work: (env) => vitest('journeys', env) },
  { name: 'browser', needs: 'build', work: (env) => vitest('browser', env) },
];
