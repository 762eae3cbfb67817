import { randomUUID } from 'node:crypto';
import { Clock, Ids } from '@tracewright/investigation';
import type { Driver } from 'neo4j-driver';

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
}

export async function readDeployment(driver: Driver): Promise<Deployment | null> {
  const { records } = await driver.executeQuery(
    `MATCH (d:Deployment {id: 'here'})
     RETURN d.demo AS demo, d.clockOffsetMs AS clockOffsetMs, d.tz AS tz, d.homeAreaId AS homeAreaId, d.homePath AS homePath`,
  );
  const found = records[0]?.toObject();
  return found ? ({ ...found, demo: found['demo'] ?? false, clockOffsetMs: found['clockOffsetMs'] ?? 0 } as Deployment) : null;
}

/** True when nothing was ever written: only the counter and the migrations are there. */
export async function isEmpty(driver: Driver): Promise<boolean> {
  const { records } = await driver.executeQuery(
    'MATCH (n) WHERE NOT n:Counter AND NOT n:__Neo4jMigration RETURN count(n) AS nodes',
  );
  return records[0]?.get('nodes') === 0;
}
