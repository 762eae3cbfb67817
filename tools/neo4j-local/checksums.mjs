import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The committed list: jar name → SHA-256.
 * @returns {Map<string, string>}
 */
export function expectedChecksums(file = new URL('checksums.sha256', import.meta.url)) {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return new Map(lines.map((line) => /** @type {[string, string]} */ (line.split(/\s+/).reverse())));
}

/**
 * Compares a folder of jars with the committed list. All of them go on the class path, so one too many is wrong as well.
 * @param {string} lib @param {Map<string, string>} [expected]
 * @returns {{ changed: string[], missing: string[], unknown: string[] }}
 */
export function compareJars(lib, expected = expectedChecksums()) {
  const present = existsSync(lib) ? readdirSync(lib).filter((name) => name.endsWith('.jar')) : [];
  return {
    changed: present.filter((name) => expected.has(name) && sha256(join(lib, name)) !== expected.get(name)),
    missing: [...expected.keys()].filter((name) => !present.includes(name)),
    unknown: present.filter((name) => !expected.has(name)),
  };
}

/** @param {string} file */
function sha256(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
