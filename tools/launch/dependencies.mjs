import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { during, PlainError, projectRoot, requireFreeSpace, tail } from '../neo4j-local/index.mjs';
import { run } from './children.mjs';

/**
 * Whether node_modules holds what package-lock.json asks for: npm keeps a lock of what it installed beside the packages.
 * Optional packages are those of other systems.
 * @param {string} [root]
 */
export function dependenciesAreCurrent(root = projectRoot) {
  const installed = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  const wanted = packagesOf(join(root, 'package-lock.json'));
  if (!installed || !wanted) return false;
  return Object.entries(wanted).every(
    ([path, { version, optional, link }]) =>
      !path.startsWith('node_modules/') || optional || (path in installed && (link || installed[path]?.version === version)),
  );
}

/** What npm keeps is used without asking; without internet it gives up within half a minute, not after several. */
const PATIENCE = ['--prefer-offline', '--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];

/**
 * Runs `npm ci` when something is missing.
 * @param {(line: string) => void} say
 */
export async function ensureDependencies(say) {
  if (dependenciesAreCurrent()) return;
  requireFreeSpace(projectRoot, 1_500, 'for the dependencies');
  say('Installing the dependencies (once, one to two minutes).');
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const [program = 'npm', ...before] = npm;
  const { code, output } = await during(say, 'Installing the dependencies', run(program, [...before, 'ci', ...PATIENCE]));
  if (code === 0) return;
  throw new PlainError(
    `"npm ci" failed; without internet copy node_modules from a machine that has it (docs/offline.md). Its last words:\n${tail(output, 12)}`,
  );
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, link?: boolean }> | undefined}
 */
function packagesOf(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined;
}
