import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The Neo4j that pom.xml and checksums.sha256 pin. */
export const NEO4J_VERSION = '5.26.30';

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

/**
 * The folder of all state. A relative name is meant from where the user stood, which npm hides behind INIT_CWD.
 * @param {string | undefined} [home]
 */
export function homeFolder(home = process.env.TRACEWRIGHT_HOME) {
  return home ? resolve(process.env.INIT_CWD ?? process.cwd(), home) : join(projectRoot, '.tracewright');
}

/** The folder of what can be fetched again, shared by all homes. */
export function cacheFolder() {
  const { TRACEWRIGHT_CACHE, XDG_CACHE_HOME, LOCALAPPDATA, INIT_CWD } = process.env;
  if (TRACEWRIGHT_CACHE) return resolve(INIT_CWD ?? process.cwd(), TRACEWRIGHT_CACHE);
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'tracewright');
  if (process.platform === 'win32') return join(LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'tracewright', 'cache');
  return join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'tracewright');
}

/** @param {string} [cache] */
export function libFolder(cache = cacheFolder()) {
  return join(cache, 'neo4j', NEO4J_VERSION, 'lib');
}

/**
 * Where the managed server of one home keeps its things.
 * @param {string} home
 */
export function layout(home) {
  const neo4j = join(home, 'neo4j');
  return {
    home,
    neo4j,
    folders: ['conf', 'data', 'logs', 'import', 'plugins', 'run'].map((name) => join(neo4j, name)),
    conf: join(neo4j, 'conf'),
    data: join(neo4j, 'data'),
    config: join(neo4j, 'conf', 'neo4j.conf'),
    log: join(neo4j, 'logs', 'neo4j.log'),
    console: join(neo4j, 'logs', 'console.log'),
    running: join(neo4j, 'run', 'server.json'),
    lock: join(neo4j, 'run', 'start.lock'),
    port: join(neo4j, 'port'),
    secrets: join(home, 'secrets'),
    password: join(home, 'secrets', 'neo4j-password'),
  };
}
