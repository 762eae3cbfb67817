import { randomUUID } from 'node:crypto';
import { Clock, Ids } from '@tracewright/investigation';
import type { Driver } from 'neo4j-driver';
import { deploymentSecret, hashOfSecret } from './deployment-secret.js';

/** Real time, plus the offset a demo database stored when it was seeded (ruling 1). */
export class DeploymentClock extends Clock {
  constructor(
    readonly tz: string,
    private offsetMs = 0,
  ) {
    super();
  }

  now(): number {
    return Date.now() + this.offsetMs;
  }

  setOffset(offsetMs: number): void {
    this.offsetMs = offsetMs;
  }
}

export class RandomIds extends Ids {
  next(prefix: string): string {
    return `${prefix}-${randomUUID()}`;
  }
}

export interface Deployment {
  readonly demo: boolean;
  readonly clockOffsetMs: number;
  readonly tz: string;
  readonly homeAreaId: string | null;
  readonly homePath: string | null;
  /** Recognises the secret of this deployment (ruling 27). Null: begun before there was one. */
  readonly secretHash: string | null;
}

export async function readDeployment(driver: Driver): Promise<Deployment | null> {
  const { records } = await driver.executeQuery(
    `MATCH (d:Deployment {id: 'here'}) WHERE d.createdAt IS NOT NULL
     RETURN d.demo AS demo, d.clockOffsetMs AS clockOffsetMs, d.tz AS tz, d.homeAreaId AS homeAreaId, d.homePath AS homePath,
            d.secretHash AS secretHash`,
  );
  const found = records[0]?.toObject();
  return found ? ({ ...found, demo: found.demo ?? false, clockOffsetMs: found.clockOffsetMs ?? 0 } as Deployment) : null;
}

/** A filling that was interrupted: begun by us and never finished, so that nothing in it is anybody's yet. */
export async function isHalfFilled(driver: Driver): Promise<boolean> {
  const { records } = await driver.executeQuery("MATCH (d:Deployment {id: 'here'}) WHERE d.createdAt IS NULL RETURN count(d) > 0 AS half");
  return records[0]?.get('half') === true;
}

/** Removes everything but the migrations, in slices that fit a small heap, and sets the revision back to nothing. */
export async function clearGraph(driver: Driver): Promise<void> {
  const session = driver.session();
  try {
    for (let left = 1; left > 0; ) {
      const { records } = await session.run(
        'MATCH (n) WHERE NOT n:__Neo4jMigration AND NOT n:Counter WITH n LIMIT 1000 DETACH DELETE n RETURN count(*) AS gone',
      );
      left = records[0]?.get('gone') as number;
    }
    await session.run("MATCH (c:Counter {id: 'graph'}) SET c.rev = 0, c.auditSeq = 0, c.auditHash = ''");
  } finally {
    await session.close();
  }
}

/** Marks a database as being filled, before its first record. */
export async function beginFilling(driver: Driver): Promise<void> {
  await driver.executeQuery("MERGE (:Deployment {id: 'here'})");
}

/** True when nothing was ever written: only the counter and the migrations are there. */
export async function isEmpty(driver: Driver): Promise<boolean> {
  const { records } = await driver.executeQuery('MATCH (n) WHERE NOT n:Counter AND NOT n:__Neo4jMigration RETURN count(n) AS nodes');
  return records[0]?.get('nodes') === 0;
}

/** What this database is from now on; written once, when it is filled. */
export async function startDeployment(
  driver: Driver,
  { demo, clockOffsetMs, tz, home }: Pick<Deployment, 'demo' | 'clockOffsetMs' | 'tz'> & { readonly home: string },
): Promise<void> {
  await driver.executeQuery(
    `MERGE (d:Deployment {id: 'here'})
     SET d.demo = $demo, d.clockOffsetMs = toInteger($clockOffsetMs), d.tz = $tz, d.createdAt = datetime()`,
    { demo, clockOffsetMs, tz },
  );
  await claimDeployment(driver, home);
}

/** From now on this deployment is known by the secret of this home: when it begins, and when it was restored from another's backup. */
export async function claimDeployment(driver: Driver, home: string): Promise<void> {
  await driver.executeQuery("MATCH (d:Deployment {id: 'here'}) SET d.secretHash = $hash", {
    hash: hashOfSecret(deploymentSecret(home, true)!),
  });
}

/** The latest revision, and how many audit entries there are. */
export async function readCounter(driver: Driver): Promise<{ rev: number; auditSeq: number }> {
  const { records } = await driver.executeQuery("MATCH (c:Counter {id: 'graph'}) RETURN c.rev AS rev, c.auditSeq AS auditSeq");
  return { rev: (records[0]?.get('rev') ?? 0) as number, auditSeq: (records[0]?.get('auditSeq') ?? 0) as number };
}
