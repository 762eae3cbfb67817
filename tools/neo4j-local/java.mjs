import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError } from './plain-error.mjs';

/** Which Java each Neo4j runs on, newest last. */
const TABLE = [
  { neo4j: /^5\./, java: [17, 21, 25] },
  { neo4j: /^20\d\d\./, java: [21, 25] },
];

/** @param {string} neo4jVersion @returns {number[]} */
export function javaVersionsFor(neo4jVersion) {
  return TABLE.find((row) => row.neo4j.test(neo4jVersion))?.java ?? [21, 25];
}

/**
 * @typedef {{ path: string, version: number }} Java
 * @param {string} neo4jVersion
 * @returns {Java}
 */
export function findJava(neo4jVersion) {
  const wanted = javaVersionsFor(neo4jVersion);
  const found = [];
  for (const path of candidates()) {
    const version = versionOf(path);
    if (version !== undefined && wanted.includes(version)) return { path, version };
    if (version !== undefined) found.push(`Java ${version} at ${path}`);
  }
  const need = `Neo4j ${neo4jVersion} needs Java ${wanted.slice(0, -1).join(', ')} or ${wanted.at(-1)}`;
  const remedy = `install one (on Debian: apt install openjdk-${wanted[0]}-jre-headless) or set JAVA_HOME to one`;
  throw new PlainError(
    found.length ? `${need}, but only ${found.join(' and ')} was found: ${remedy}.` : `${need} and none was found: ${remedy}.`,
  );
}

function* candidates() {
  const program = process.platform === 'win32' ? 'java.exe' : 'java';
  if (process.env.JAVA_HOME) yield join(process.env.JAVA_HOME, 'bin', program);
  yield program;
  for (const folder of ['/usr/lib/jvm', '/Library/Java/JavaVirtualMachines']) {
    if (!existsSync(folder)) continue;
    for (const name of readdirSync(folder).sort()) {
      for (const inside of ['bin', 'Contents/Home/bin']) {
        const path = join(folder, name, inside, program);
        if (existsSync(path)) yield path;
      }
    }
  }
}

/** @param {string} path @returns {number | undefined} */
function versionOf(path) {
  const answer = spawnSync(path, ['-version'], { encoding: 'utf8', timeout: 20_000 });
  return answer.status === 0 ? readVersion(answer.stderr + answer.stdout) : undefined;
}

/**
 * @param {string} text what `java -version` prints
 * @returns {number | undefined}
 */
export function readVersion(text) {
  const match = /version "(?:1\.)?(\d+)/.exec(text);
  return match ? Number(match[1]) : undefined;
}
