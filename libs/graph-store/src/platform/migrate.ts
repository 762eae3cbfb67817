import { type Migration, readMigrations } from '@tracewright/graph-schema';
import type { Driver } from 'neo4j-driver';

/** Refused before anything is touched: the sentence says which file and what to do. */
export class MigrationRefused extends Error {}

const APPLIED = `
  MATCH (m:__Neo4jMigration) WHERE m.version <> 'BASELINE'
  RETURN m.version AS version, m.checksum AS checksum, m.source AS source ORDER BY m.version`;

// The chain as neo4j-migrations keeps it, so that its command line can read ours. Writing to its first node makes two who migrate at once wait for
// each other, and the second finds the step recorded.
const RECORD = `
  MERGE (base:__Neo4jMigration {version: 'BASELINE'})
  SET base.version = 'BASELINE'
  WITH base WHERE NOT EXISTS { MATCH (:__Neo4jMigration {version: $version}) }
  OPTIONAL MATCH (former:__Neo4jMigration) WHERE former.version <> $version AND NOT (former)-[:MIGRATED_TO]->()
  WITH coalesce(former, base) AS former LIMIT 1
  CREATE (m:__Neo4jMigration {version: $version, description: $description, type: 'CYPHER', source: $source, checksum: $checksum})
  CREATE (former)-[:MIGRATED_TO {at: datetime(), in: duration({milliseconds: $took}), by: 'tracewright', connectedAs: $user}]->(m)`;

/** IF NOT EXISTS is not asked again when another process made the same index meanwhile. */
const madeMeanwhile = (error: unknown): boolean =>
  (error as { code?: string }).code === 'Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists';

/** Applies what is missing, in order. A file changed after it was applied is refused: write a new one instead. */
export async function migrate(driver: Driver, user: string, folder?: string, onStep?: (source: string) => void): Promise<Migration[]> {
  const migrations = readMigrations(folder);
  const session = driver.session();
  try {
    const applied = new Map(
      (await session.executeRead((tx) => tx.run(APPLIED))).records.map((r) => [r.get('version') as string, r.get('checksum') as string]),
    );
    const fresh: Migration[] = [];
    for (const migration of migrations) {
      const known = applied.get(migration.version);
      if (known !== undefined && known !== migration.checksum)
        throw new MigrationRefused(`${migration.source} was changed after it had been applied: restore it and write a new migration.`);
      if (known === undefined) fresh.push(migration);
    }
    for (const migration of fresh) {
      onStep?.(migration.source);
      const started = Date.now();
      // Schema statements commit by themselves: each in a transaction of its own, recorded only when all have passed.
      for (const statement of migration.statements)
        await session
          .executeWrite((tx) => tx.run(statement))
          .catch((error: unknown) => {
            if (!madeMeanwhile(error)) throw error;
          });
      const { version, description, source, checksum } = migration;
      await session.executeWrite((tx) => tx.run(RECORD, { version, description, source, checksum, user, took: Date.now() - started }));
    }
    if (fresh.length > 0) await session.executeRead((tx) => tx.run('CALL db.awaitIndexes(60)'));
    return fresh;
  } finally {
    await session.close();
  }
}
