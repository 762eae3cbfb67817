import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GraphRefused, type OpenGraph, openGraph, startDeployment } from '@tracewright/graph-store';
import { type Actor, Announcer, actorOf, beginEmpty, localOperator } from '@tracewright/investigation';
import { connectionFromEnvironment, homeFolder, start } from '@tracewright/neo4j-local';
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

/** Runs a command on the workbench's database: NEO4J_URI when set, else the managed server, started for it when it is not running. */
export async function withDatabase<T>(
  values: Values,
  work: (database: Database) => Promise<T>,
  options: { readonly begun: boolean } = { begun: true },
): Promise<T> {
  const home = homeFolder();
  const server = connectionFromEnvironment() ? null : await start({ home, say });
  const address = connectionFromEnvironment() ?? server!;
  const silent = { tz: 'Asia/Shanghai', announcer: new Silent(), say };
  try {
    const graph = await openGraph(address, silent).catch((error: unknown) => {
      throw error instanceof GraphRefused ? new Refused(error.message) : error;
    });
    try {
      // An empty database is begun for whoever brings records; its first administrator is made by the first start.
      if (options.begun && graph.deployment === null) {
        await beginEmpty(graph.desk);
        await startDeployment(graph.driver, { demo: false, clockOffsetMs: 0, tz: silent.tz });
      }
      return await work({ ...graph, actor: await actorFor(graph, values), home });
    } finally {
      await graph.driver.close();
    }
  } finally {
    if (server && !server.reused) await server.stop();
  }
}

/** Whoever can read the home's secret is its operator; `--as` acts with that account's rights and no others. */
async function actorFor({ desk }: OpenGraph, values: Values): Promise<Actor> {
  const login = text(values, 'as');
  if (login === undefined) return localOperator('/');
  const account = await desk.work.read((tx) => desk.accounts.byLogin(tx, login.toLowerCase()));
  if (!account || account.lockedAt !== null) throw new Refused(`There is no open account "${login}".`);
  return actorOf(account, 'command line');
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
