import type { Announcer } from '@tracewright/investigation';
import type { Driver } from 'neo4j-driver';
import { clearGraph, type Deployment, DeploymentClock, isEmpty, isHalfFilled, RandomIds, readDeployment } from './clock-and-ids.js';
import { connect, type Neo4jAddress } from './connection.js';
import { MigrationRefused, migrate } from './migrate.js';
import { Neo4jDesk } from './neo4j-desk.js';

/** The database cannot be used as it is; the message says what to do. */
export class GraphRefused extends Error {}

export interface OpenGraph {
  readonly driver: Driver;
  readonly desk: Neo4jDesk;
  readonly clock: DeploymentClock;
  /** Null: nobody has begun anything in it. */
  readonly deployment: Deployment | null;
}

function plain(error: unknown, { uri }: Neo4jAddress): Error {
  if (error instanceof MigrationRefused) return new GraphRefused(error.message);
  const { code } = error as { code?: string };
  if (code === 'Neo.ClientError.Security.Unauthorized')
    return new GraphRefused('Neo4j refused the user or the password: set NEO4J_USER and NEO4J_PASSWORD to those of this server.');
  if (code === 'ServiceUnavailable')
    return new GraphRefused(`No Neo4j answers at ${uri}: start it, or unset NEO4J_URI to use the managed one.`);
  return error as Error;
}

/** Connects, migrates, and reads what this database is. One that holds anything else than ours is refused before anything is written. */
export async function openGraph(
  address: Neo4jAddress,
  { tz, announcer, say }: { tz: string; announcer: Announcer; say: (text: string) => void },
): Promise<OpenGraph> {
  const driver = connect(address);
  try {
    await driver.getServerInfo();
    const known = await readDeployment(driver);
    if (known === null && (await isHalfFilled(driver))) {
      say('A former start was interrupted while it filled the database: it is filled anew');
      await clearGraph(driver);
    }
    if (known === null && !(await isEmpty(driver)))
      throw new GraphRefused(
        'This database holds data and no finished start of ours: point NEO4J_URI at an empty one, or remove it (node tools/neo4j-local/cli.mjs reset for the managed one).',
      );
    await migrate(driver, address.user, undefined, (source) => say(`Migrating: ${source}`));
    const clock = new DeploymentClock(known?.tz ?? tz, known?.clockOffsetMs ?? 0);
    return { driver, clock, deployment: known, desk: new Neo4jDesk(driver, clock, new RandomIds(), announcer) };
  } catch (error) {
    await driver.close();
    throw plain(error, address);
  }
}
