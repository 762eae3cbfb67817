import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withLock } from './lock.mjs';
import { during } from './progress.mjs';

/**
 * Neo4j's classes as its JVM keeps them in memory, beside the jars: a start that maps them takes half the time. A file belongs to one
 * JVM and is of no use to another, so its name says which.
 * @param {import('./java.mjs').Java} java @param {string} lib
 */
function archiveFile({ path, version }, lib) {
  const program = existsSync(path) ? realpathSync(path) : path;
  const about = existsSync(program) ? `${program} ${statSync(program).mtimeMs}` : program;
  const jvm = createHash('sha256')
    .update(`${about} ${process.env.JAVA_HOME ?? ''}`)
    .digest('hex')
    .slice(0, 12);
  return join(dirname(lib), `classes-${version}-${jvm}.jsa`);
}

/**
 * The archive of this JVM, made by one start when there is none; null: it cannot be made here, and Neo4j starts without.
 * @param {import('./java.mjs').Java} java @param {string} lib
 * @param {{ say: (line: string) => void, record: (file: string) => Promise<void> }} how `record` starts Neo4j once and has the JVM write the file
 * @returns {Promise<string | null>}
 */
export async function classArchive(java, lib, { say, record }) {
  const file = archiveFile(java, lib);
  if (existsSync(file)) return file;
  if (!isWritable(dirname(lib))) return null;
  return withLock(`${file}.lock`, { what: 'making Neo4j quick to start', waitMs: 300_000, say }, async () => {
    if (existsSync(file)) return file;
    const fresh = `${file}.new`;
    rmSync(fresh, { force: true });
    try {
      await during(say, 'Making Neo4j quick to start, once', record(fresh));
      renameSync(fresh, file);
      return file;
    } catch {
      // What is wrong with the server itself, the start that follows says; without an archive it is only slower.
      return null;
    }
  });
}

/** @param {string} folder */
function isWritable(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
