#!/usr/bin/env node
/** Builds what is stale: the rooms with TypeScript, the workbench with Vite. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { during, explain, PlainError, projectRoot, tail } from '../neo4j-local/index.mjs';
import { endChildren, run } from './children.mjs';
import { whenAskedToLeave } from './leave.mjs';

const bin = (/** @type {string[]} */ ...path) => join(projectRoot, 'node_modules', ...path);
const workbench = join(projectRoot, 'apps', 'workbench');

/** What the rooms are built from, and what the workbench is: its own sources and those of the rooms it reaches. */
const SERVER = ['tsconfig.json', 'package-lock.json', 'graph-schema', 'libs', 'apps/api', 'apps/cli'];
const BROWSER = ['package-lock.json', 'libs', 'apps/workbench'];

const tsc = bin('typescript', 'bin', 'tsc');

/**
 * Builds what changed since the last build, and nothing when nothing did.
 * @param {(line: string) => void} say
 */
export async function buildStale(say) {
  await buildServer(say);
  if (!existsSync(join(workbench, 'index.html'))) return;
  await unlessBuilt('workbench', BROWSER, join(workbench, 'dist/index.html'), async () => {
    await compile(say, 'Building the rooms of the workbench', [tsc, '-b', 'libs/workbench-model', 'libs/api-client'], projectRoot);
    await compile(say, 'Building the workbench', [bin('vite', 'bin', 'vite.js'), 'build'], workbench);
  });
}

/**
 * The same for server and commands alone.
 * @param {(line: string) => void} say
 */
export async function buildServer(say) {
  await unlessBuilt('server', SERVER, join(projectRoot, 'apps/api/dist/main.js'), () =>
    compile(say, 'Building the server', [tsc, '-b', 'apps/api', 'apps/cli'], projectRoot),
  );
}

/** @param {string} name @param {string[]} inputs @param {string} product @param {() => Promise<void>} build */
async function unlessBuilt(name, inputs, product, build) {
  const file = join(projectRoot, 'node_modules', '.cache', 'tracewright', `${name}.stamp`);
  const stamp = fingerprint(inputs);
  if (existsSync(product) && existsSync(file) && readFileSync(file, 'utf8') === stamp) return;
  await build();
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, stamp);
}

/** @param {(line: string) => void} say @param {string} what @param {string[]} args @param {string} cwd */
async function compile(say, what, args, cwd) {
  const { code, output } = await during(say, what, run(process.execPath, args, { cwd }));
  if (code !== 0) throw new PlainError(`${what} failed; mend what it names and run this again:\n${tail(output, 30)}`);
}

/**
 * Names, sizes and times of the sources: enough to see a change, and read in a moment.
 * @param {string[]} inputs files and folders of the project
 */
export function fingerprint(inputs, root = projectRoot) {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap((input) => filesIn(join(root, input)))) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${relative(root, file)} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** @param {string} path @returns {string[]} */
function filesIn(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => name !== 'dist' && name !== 'node_modules' && !name.includes('.test.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(({ name }) => filesIn(join(path, name)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  whenAskedToLeave(() => void endChildren().then(() => process.exit(130)));
  try {
    await buildStale((line) => console.error(line));
  } catch (error) {
    console.error(explain(error));
    process.exitCode = 1;
  }
}
