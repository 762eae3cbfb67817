import type { Driver } from 'neo4j-driver';
import { toParameters } from '../platform/connection.js';
import { TOTALS_OF_STAYS, WRITE_BARE_STAYS } from './bare-writes.cypher.js';

export interface BareStay {
  readonly id: string;
  readonly personId: string;
  readonly placeId: string;
  readonly source: string;
  /** Epoch milliseconds. */
  readonly start: number;
  readonly end: number;
}

/** As many as an import writes in one transaction. */
const SLICE = 5_000;

/** The rival of an import, for `bench import`: the same nodes and relationships by the driver alone. */
export async function writeBareStays(driver: Driver, stays: readonly BareStay[], tz: string): Promise<void> {
  for (let i = 0; i < stays.length; i += SLICE)
    await driver.executeQuery(WRITE_BARE_STAYS, toParameters({ rows: stays.slice(i, i + SLICE), tz }) as Record<string, unknown>);
}

export async function totalsOfStays(driver: Driver, prefix: string): Promise<Record<string, number>> {
  const { records } = await driver.executeQuery(TOTALS_OF_STAYS, { prefix });
  return records[0]!.toObject() as Record<string, number>;
}
