import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deploymentSecret, GraphRefused, hashOfSecret, type OpenGraph, openGraph, startDeployment } from '@tracewright/graph-store';
import { type Actor, Announcer, beginEmpty } from '@tracewright/investigation';
import { connectionFromEnvironment, homeFolder, start } from '@tracewright/neo4j-local';
import { type Access, actorFor } from './access.js';
import { Refused, say } from './answers.js';
import { text, type Values } from './arguments.js';

/** A command tells no open screens: the server's own poll of revisions does. */
class Silent extends Announcer {
  publish(): void {}
}

export interface Database extends OpenGraph {
  /** Whose rights this command has (ruling 27). */
  readonly actor: Actor;
  readonly home: string;
}

/** What a command does with a database in which nobody has begun anything. */
type WhenEmpty = 'refuse' | 'begin' | 'leave';

export interface Needs extends Access {
  readonly whenEmpty: WhenEmpty;
}

const silent = { tz: 'Asia/Shanghai', announcer: new Silent(), say };

/** Runs a command on the workbench's database: NEO4J_URI when set, else the managed server, started for it when it is not running. */
export async function withDatabase<T>(values: Values, needs: Needs, work: (database: Database) => Promise<T>): Promise<T> {
  const home = homeFolder();
  const server = connectionFromEnvironment() ? null : await start({ home, say });
  const address = connectionFromEnvironment() ?? server!;
  try {
    const graph = await openGraph(address, silent).catch((error: unknown) => {
      throw error instanceof GraphRefused ? new Refused(error.message) : error;
    });
    try {
      if (graph.deployment === null && needs.whenEmpty === 'refuse') throw new Refused(EMPTY);
      if (server === null && !knowsSecret(graph, home)) throw new Refused(FOREIGN);
      const actor = await actorFor(graph, text(values, 'as'), needs);
      if (graph.deployment === null && needs.whenEmpty === 'begin') await begin(graph, home);
      return await work({ ...graph, actor, home });
    } finally {
      await graph.driver.close();
    }
  } finally {
    if (server && !server.reused) await server.stop();
  }
}

const FOREIGN =
  'This database is the deployment of another home: set TRACEWRIGHT_HOME to that home, or TRACEWRIGHT_SECRET to what its secrets/deployment says.';

/** A server's password opens many a database: whoever acts as the operator of this one has its own secret, too (ruling 27). */
function knowsSecret({ deployment }: OpenGraph, home: string): boolean {
  if (!deployment?.secretHash) return true;
  const secret = deploymentSecret(home, false);
  return secret !== null && hashOfSecret(secret) === deployment.secretHash;
}

export const EMPTY = 'This database is empty: start the workbench with `npm start`, or bring records with `import`.';

/** For whoever brings records; the first administrator is made by the first start. */
async function begin({ desk, driver }: OpenGraph, home: string): Promise<void> {
  say('This database was empty: a deployment without the demo begins in it.');
  await beginEmpty(desk);
  await startDeployment(driver, { demo: false, clockOffsetMs: 0, tz: silent.tz, home });
}

/** The secret backups are sealed with: TRACEWRIGHT_BACKUP_SECRET, else one of the home's own, made on first use. */
export function backupSecret(home: string, make: boolean): string {
  const given = process.env.TRACEWRIGHT_BACKUP_SECRET;
  if (given) return given;
  const folder = join(home, 'secrets');
  const file = join(folder, 'backup');
  if (!existsSync(file)) {
    if (!make) throw new Refused('This home has no backup secret: set TRACEWRIGHT_BACKUP_SECRET to that of the home that made the backup.');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
    say(`A backup secret was made in ${file}: keep a copy elsewhere, or no backup can be opened after this disk is lost.`);
  }
  return readFileSync(file, 'utf8').trim();
}
