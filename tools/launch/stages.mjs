import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../neo4j-local/index.mjs';
import { run } from './children.mjs';

/**
 * @typedef {{ passed: number, failed: number, output: string }} Outcome
 * @typedef {{ name: string, needs: 'nothing' | 'graph', after?: string[], quick?: true, work: (env: NodeJS.ProcessEnv) => Promise<Outcome> }} Stage
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

const node =
  (/** @type {string} */ name, /** @type {string[]} */ ...args) =>
  (/** @type {NodeJS.ProcessEnv} */ env) =>
    check(name, args, env);
const tests = (/** @type {string} */ project) => (/** @type {NodeJS.ProcessEnv} */ env) => vitest(project, env);

/**
 * In the order in which they are begun, three at a time, each as soon as those it comes after are done: most of a stage is one process that
 * waits for another. `quick` are those that need neither a database nor the build.
 * @type {Stage[]}
 */
export const STAGES = [
  { name: 'types', needs: 'nothing', quick: true, work: node('types', bin('typescript', 'bin', 'tsc'), '-b') },
  {
    name: 'lint',
    needs: 'nothing',
    quick: true,
    work: node('lint', bin('@biomejs', 'biome', 'bin', 'biome'), 'check', '--diagnostic-level=error', '.'),
  },
  { name: 'build', needs: 'nothing', after: ['types'], work: node('build', 'tools/launch/build.mjs') },
  {
    name: 'demo',
    needs: 'nothing',
    after: ['build'],
    work: (env) => check('demo', ['tools/launch/make-demo.mjs', env.TRACEWRIGHT_TEST_DEMO ?? ''], env),
  },
  { name: 'architecture', needs: 'nothing', quick: true, after: ['types'], work: tests('architecture') },
  { name: 'unit', needs: 'nothing', quick: true, after: ['types'], work: tests('unit') },
  { name: 'graph', needs: 'graph', after: ['types'], work: tests('graph') },
  { name: 'journeys', needs: 'nothing', after: ['demo'], work: tests('journeys') },
  { name: 'commands', needs: 'nothing', after: ['demo'], work: tests('commands') },
  { name: 'browser', needs: 'nothing', after: ['demo'], work: tests('browser') },
  { name: 'launch', needs: 'nothing', after: ['build'], work: tests('launch') },
];
