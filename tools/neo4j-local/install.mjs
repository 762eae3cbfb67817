import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareJars } from './checksums.mjs';
import { requireFreeSpace } from './disk.mjs';
import { withLock } from './lock.mjs';
import { cacheFolder, libFolder, NEO4J_VERSION } from './paths.mjs';
import { PlainError } from './plain-error.mjs';
import { during, tail } from './progress.mjs';

const pom = fileURLToPath(new URL('pom.xml', import.meta.url));

/** The class whose name is the one line of META-INF/services/org.neo4j.server.startup.EntryPoint in the pinned neo4j jar. */
export const ENTRY_POINT = 'org.neo4j.server.CommunityEntryPoint';

/** @param {string} [cache] */
export function isInstalled(cache = cacheFolder()) {
  return existsSync(libFolder(cache));
}

/**
 * Has Maven fetch the pinned jars, once for all homes, and answers with their folder. The jars are compared with the
 * committed checksums every time (a quarter of a second), because they are about to be run.
 * @param {{ say?: (line: string) => void, cache?: string }} [options]
 * @returns {Promise<{ lib: string, version: string }>}
 */
export async function ensureInstalled({ say = () => {}, cache = cacheFolder() } = {}) {
  const lib = libFolder(cache);
  if (!existsSync(lib)) {
    mkdirSync(dirname(lib), { recursive: true });
    const lock = join(cache, 'neo4j', `install-${NEO4J_VERSION}.lock`);
    await withLock(lock, { what: 'fetching Neo4j', waitMs: 900_000, say }, async () => {
      if (!existsSync(lib)) await fetchJars(lib, say);
    });
  }
  verify(lib);
  return { lib, version: NEO4J_VERSION };
}

/**
 * Into a folder beside the final one and then renamed, so that a half-filled cache is never taken for a whole one.
 * @param {string} lib @param {(line: string) => void} say
 */
async function fetchJars(lib, say) {
  requireFreeSpace(dirname(lib), 400, 'for the Neo4j jars');
  const fresh = mkdtempSync(join(dirname(lib), '.fetching-'));
  try {
    say(`Fetching Neo4j ${NEO4J_VERSION} with Maven (123 MB, once) into ${lib}.`);
    await during(say, 'Fetching Neo4j', runMaven(fresh));
    verify(fresh);
    renameSync(fresh, lib);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** @param {string} folder */
function runMaven(folder) {
  const maven = process.platform === 'win32' ? 'mvn.cmd' : 'mvn';
  const goal = ['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${folder}`];
  return /** @type {Promise<void>} */ (
    new Promise((resolve, reject) => {
      const child = spawn(maven, ['-B', '-q', '-f', pom, ...goal], {
        stdio: ['ignore', 'pipe', 'pipe'],
        shell: process.platform === 'win32',
      });
      let output = '';
      child.stdout.on('data', (chunk) => (output += chunk));
      child.stderr.on('data', (chunk) => (output += chunk));
      child.on('error', () => reject(mavenMissing()));
      child.on('close', (code) => (code === 0 ? resolve() : reject(mavenFailed(output))));
    })
  );
}

export function hasMaven() {
  return (
    spawnSync(process.platform === 'win32' ? 'mvn.cmd' : 'mvn', ['-v'], { stdio: 'ignore', shell: process.platform === 'win32' }).status ===
    0
  );
}

function mavenMissing() {
  return new PlainError(
    `Maven is needed once, to fetch Neo4j, and was not found: install it (on Debian: apt install maven) or copy ${dirname(libFolder())} from a machine that has it.`,
  );
}

/**
 * Maven says the same thing many times over; what the reader needs is which of the three usual reasons it was.
 * @param {string} output
 */
export function mavenFailed(output) {
  const byHand = `node tools/neo4j-local/cli.mjs install`;
  if (/No space left on device/.test(output))
    return new PlainError(`The disk is full: free 400 MB where ${cacheFolder()} and Maven's own cache are, and run this again.`);
  if (
    /Could not transfer|Unknown host|UnknownHost|Connection (refused|reset|timed out)|Network is unreachable|offline mode|No plugin found for prefix/i.test(
      output,
    )
  )
    return new PlainError(
      `Neo4j could not be fetched because Maven's repository does not answer: where there is internet run "${byHand}", copy the folder ${dirname(libFolder())} to the same place here and start again (docs/offline.md).`,
    );
  return new PlainError(`Maven could not fetch Neo4j; run "${byHand}" to try again. Its last words:\n${tail(output, 8)}`);
}

/** @param {string} lib */
export function verify(lib) {
  const { changed, missing, unknown } = compareJars(lib);
  if (changed.length + missing.length + unknown.length === 0) return;
  const says = [
    changed.length && `${list(changed)} ${changed.length === 1 ? 'differs' : 'differ'} from the published checksum`,
    missing.length && `${list(missing)} ${missing.length === 1 ? 'is' : 'are'} missing`,
    unknown.length && `${list(unknown)} ${unknown.length === 1 ? 'does' : 'do'} not belong there`,
  ].filter(Boolean);
  throw new PlainError(
    `Neo4j is not started because in ${lib} ${says.join(', ')}: delete that folder and run this again to fetch it anew.`,
  );
}

/** @param {string[]} names */
function list(names) {
  return names.length <= 3 ? names.join(', ') : `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`;
}
