import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chooseFreePort, isFree, PlainError, whoListens } from '../neo4j-local/index.mjs';

/**
 * The port of a home's address: asked for by PORT, else chosen once and kept, so that bookmarks and notices stay true. One
 * that is taken is never replaced in silence (ruling 29).
 * @param {string} home @param {{ host: string, port: number | undefined }} asked
 */
export async function webPort(home, { host, port }) {
  const file = join(home, 'port');
  const kept = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  const wanted = port ?? kept;
  if (wanted > 0) {
    if (await isFree(wanted, host)) return wanted;
    const remedy = port ? 'end it, or give another PORT' : 'end it, or start with PORT set to another number';
    throw new PlainError(`Port ${wanted} is taken by ${whoListens(wanted)}: ${remedy}.`);
  }
  const chosen = await chooseFreePort(host);
  mkdirSync(home, { recursive: true, mode: 0o700 });
  writeFileSync(file, `${chosen}\n`);
  return chosen;
}
