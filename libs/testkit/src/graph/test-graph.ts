import { connect, migrate, type Neo4jAddress } from '@tracewright/graph-store';
import type { Driver } from 'neo4j-driver';

/** The database of a test file: really Neo4j, migrated, with nothing in it. */
export interface TestGraph {
  readonly driver: Driver;
  readonly address: Neo4jAddress;
  /** Removes every record and migrates what is missing: as a fresh installation would be. */
  empty(): Promise<void>;
  close(): Promise<void>;
}

// In slices, because a whole demo in one transaction does not fit the small heap that tests give the server. The migrations stay applied: asking
// for a hundred indexes again takes seconds, and whoever needs them undone removes their record.
const REMOVE_RECORDS = `
  MATCH (n) WHERE NOT n:__Neo4jMigration AND NOT n:Counter
  CALL { WITH n DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS`;
const BEGIN_ANEW = "MATCH (c:Counter {id: 'graph'}) SET c = {id: 'graph', rev: 0, auditSeq: 0, auditHash: ''}";

/** The Neo4j of this test run. Throws when there is none: run the tests with `npm test`, or with a project whose set-up starts one. */
export function testAddress(): Neo4jAddress {
  const text = process.env.TRACEWRIGHT_TEST_NEO4J;
  if (!text) throw new Error('No Neo4j was started for this test: name the file *.graph.test.ts and run "npm test graph".');
  return JSON.parse(text) as Neo4jAddress;
}

/** Connects to the run's Neo4j, empties and migrates it. One file at a time has it; close it when done. */
export async function emptyGraph(): Promise<TestGraph> {
  const address = testAddress();
  const driver = connect(address);
  const empty = async (): Promise<void> => {
    const session = driver.session();
    try {
      await session.run(REMOVE_RECORDS);
      await session.run(BEGIN_ANEW);
    } finally {
      await session.close();
    }
    await migrate(driver, address.user);
  };
  await empty();
  return { driver, address, empty, close: () => driver.close() };
}
