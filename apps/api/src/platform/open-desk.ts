import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoOutbreak } from '@tracewright/demo';
import { beginFilling, type DeploymentClock, type Neo4jDesk, openGraph, startDeployment } from '@tracewright/graph-store';
import { type Announcer, beginEmpty, firstAdministrator, oneTimePassword, type Passwords, seedDemo } from '@tracewright/investigation';
import type { Driver } from 'neo4j-driver';
import { type Config, Refused } from './config.js';

export interface DemoAccount {
  readonly login: string;
  readonly password: string;
  readonly role: string;
}

export interface Opened {
  readonly driver: Driver;
  readonly desk: Neo4jDesk;
  readonly demo: boolean;
  /** Demo accounts, or the administrator of a live database that was just begun. */
  readonly accounts: readonly DemoAccount[];
}

const accountsFile = (home: string): string => join(home, 'demo-accounts.json');

/** Opens the database, and fills an empty one: with the demo, or for live work with one administrator. */
export async function openDesk(config: Config, announcer: Announcer, passwords: Passwords, say: (text: string) => void): Promise<Opened> {
  const { driver, desk, clock, deployment } = await openGraph(config.neo4j, { tz: config.tz, announcer, say });
  if (config.live && deployment?.demo)
    throw new Refused(
      'This database holds the demo: a live start needs an empty one. Set TRACEWRIGHT_HOME to another folder, or NEO4J_URI to another server.',
    );
  mkdirSync(config.home, { recursive: true, mode: 0o700 });
  desk.exposures.keepIn(join(config.home, 'stays.index'), (text) => console.warn(text));
  // An empty database is followed from its first record; the records of a former day are read while the desk opens.
  if (deployment) {
    desk.exposures.beginInBackground();
    desk.duplicateFinder.beginInBackground();
  } else await desk.exposures.begin();
  if (deployment?.demo) return { driver, desk, demo: true, accounts: readAccounts(config.home) };
  if (!deployment && !config.live) return beginDemo(driver, desk, clock, passwords, config, say);
  if (!deployment) {
    await beginEmpty(desk);
    await startDeployment(driver, { demo: false, clockOffsetMs: 0, tz: config.tz, home: config.home });
  }
  const password = oneTimePassword();
  const admin = await firstAdministrator(desk, passwords, password);
  return { driver, desk, demo: false, accounts: admin ? [{ login: admin.login, password, role: admin.role }] : [] };
}

async function beginDemo(
  driver: Driver,
  desk: Neo4jDesk,
  clock: DeploymentClock,
  passwords: Passwords,
  config: Config,
  say: (text: string) => void,
): Promise<Opened> {
  say('Making the demo outbreak');
  await beginFilling(driver);
  const outbreak = demoOutbreak();
  const set = { setTo: (at: number) => clock.setOffset(at - Date.now()) };
  const accounts = await seedDemo({ desk, passwords, clock: set, say }, outbreak);
  set.setTo(Date.parse(outbreak.now));
  // Written last: a filling that was interrupted is known by its absence, and begins anew.
  await startDeployment(driver, { demo: true, clockOffsetMs: Date.parse(outbreak.now) - Date.now(), tz: config.tz, home: config.home });
  writeFileSync(accountsFile(config.home), JSON.stringify(accounts), { mode: 0o600 });
  return { driver, desk, demo: true, accounts };
}

function readAccounts(home: string): DemoAccount[] {
  try {
    return JSON.parse(readFileSync(accountsFile(home), 'utf8')) as DemoAccount[];
  } catch {
    // Another home seeded this database: its accounts are known there.
    return [];
  }
}
