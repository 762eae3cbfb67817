import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const ROOMS = ['libs/exposure-index/src', 'libs/epi-core/src'];
/** For each property in a round; a property that is slow to begin gets somewhat more. */
const PROPERTY_SECONDS = 5;

/** Test files that state a property. */
function propertyFiles() {
  return ROOMS.flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.test.ts'))
      .map((file) => join(room, file))
      .filter((file) => readFileSync(join(root, file), 'utf8').includes('fc.assert')),
  ).sort();
}

/** @param {number} seed @param {number} seconds @param {string[]} files */
function round(seed, seconds, files) {
  const env = { ...process.env, SOAK_SEED: String(seed), SOAK_PROPERTY_MS: String(seconds * 1_000), SOAK_FILES: files.join(',') };
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/soak/vitest.config.ts', '--reporter', 'default'];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.once('close', (code) => resolve({ code, output }));
  });
}

const usage = 'npm run soak -- [--minutes N=10] | --seed N   (one round from a seed that failed)';
/** @param {string | undefined} text @param {string} name */
function wholeNumber(text, name) {
  if (text === undefined) return undefined;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  console.error(`--${name} takes a whole number, not "${text}".\n${usage}`);
  process.exit(2);
}

/** @returns {{ minutes?: string, seed?: string }} */
function options() {
  try {
    return parseArgs({ options: { minutes: { type: 'string' }, seed: { type: 'string' } } }).values;
  } catch (error) {
    console.error(`${/** @type {Error} */ (error).message}\n${usage}`);
    process.exit(2);
  }
}

const given = options();
const [minutes, seed] = [wholeNumber(given.minutes, 'minutes') ?? 10, wholeNumber(given.seed, 'seed')];
const files = propertyFiles();
const until = Date.now() + minutes * 60_000;
let rounds = 0;
do {
  const from = seed ?? randomInt(2 ** 29);
  // What failed within the usual time fails within a longer one, on a slower machine too.
  const { code, output } = await round(from, seed === undefined ? PROPERTY_SECONDS : 6 * PROPERTY_SECONDS, files);
  if (code !== 0) {
    console.error(`${output}\nSeed ${from} failed. To see it again: npm run soak -- --seed ${from}`);
    process.exit(1);
  }
  rounds++;
  console.log(`Round ${rounds}, seed ${from}: every property of ${files.length} files held.`);
} while (seed === undefined && Date.now() < until);
