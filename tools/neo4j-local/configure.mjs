import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError } from './plain-error.mjs';
import { chooseFreePort, isFree } from './ports.mjs';

/** @typedef {ReturnType<typeof import('./paths.mjs').layout>} Layout */

/**
 * The neo4j.conf of a managed server. The heap is not in it: that is the JVM's own -Xmx.
 * @param {number} port
 */
export function neo4jConf(port) {
  return `# Written anew at every start by tools/neo4j-local; changes here are lost.
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:${port}
server.bolt.advertised_address=127.0.0.1:${port}
server.http.enabled=false
server.https.enabled=false
server.memory.pagecache.size=128m
db.transaction.timeout=${process.env.TRACEWRIGHT_NEO4J_TX_TIMEOUT ?? '5m'}
# Personal data stays out of logs, and statements carry it.
db.logs.query.enabled=OFF
dbms.usage_report.enabled=false
# Bolt would wait twice five seconds for quiet before it ends; nobody but us is connected. Plain seconds, no unit.
internal.dbms.bolt.netty_server_shutdown_quiet_period=0
internal.dbms.bolt.netty_server_shutdown_timeout=2
# The log of transactions is for recovery after a crash, not an archive.
db.tx_log.rotation.retention_policy=2 files
db.tx_log.rotation.size=64m
db.tx_log.preallocate=false
`;
}

/** @param {Layout} place */
export function makeFolders(place) {
  for (const folder of place.folders) mkdirSync(folder, { recursive: true });
  mkdirSync(place.secrets, { recursive: true, mode: 0o700 });
  chmodSync(place.secrets, 0o700);
}

/** @param {Layout} place */
export function isInitialised(place) {
  return existsSync(join(place.data, 'databases'));
}

/**
 * The generated password, made at the first start. A database outlives its password file only by accident.
 * @param {Layout} place
 */
export function passwordOf(place) {
  if (existsSync(place.password)) return readFileSync(place.password, 'utf8').trim();
  if (isInitialised(place))
    throw new PlainError(
      `The password of the database in ${place.home} is missing: put ${place.password} back from a backup, or empty the database with "node tools/neo4j-local/cli.mjs reset".`,
    );
  // Hexadecimal, because the program that sets it would take one that begins with a dash for an option.
  const password = randomBytes(24).toString('hex');
  writeFileSync(place.password, `${password}\n`, { mode: 0o600 });
  return password;
}

/**
 * The port is kept, so that the address stays the same from start to start, unless somebody else has taken it.
 * @param {Layout} place @param {(line: string) => void} say
 */
export async function portOf(place, say) {
  const kept = existsSync(place.port) ? Number(readFileSync(place.port, 'utf8')) : 0;
  if (kept > 0 && (await isFree(kept))) return kept;
  const port = await chooseFreePort();
  if (kept > 0) say(`Port ${kept} of the database is taken by another program; from now on it uses ${port}.`);
  writeFileSync(place.port, `${port}\n`);
  return port;
}
