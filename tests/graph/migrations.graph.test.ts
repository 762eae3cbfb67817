import { connect, migrate } from '@tracewright/graph-store';
import { withGraph } from '@tracewright/testkit';
import { expect, test } from 'vitest';

const graph = withGraph();

test('a server and a command that bring an older database up at the same moment do it once', async () => {
  const { driver, address } = graph();
  for (let round = 0; round < 5; round++) {
    await driver.executeQuery("MATCH (m:__Neo4jMigration {version: '0007'}) DETACH DELETE m");
    await driver.executeQuery('DROP CONSTRAINT protocol_version_active_id_unique IF EXISTS');
    const others = [1, 2, 3].map(() => connect(address));
    await Promise.all(others.map((other) => migrate(other, address.user)));
    await Promise.all(others.map((other) => other.close()));
    const { records } = await driver.executeQuery('MATCH (m:__Neo4jMigration) RETURN m.version AS version ORDER BY version');
    expect(records.map((record) => record.get('version'))).toEqual([
      '0001',
      '0002',
      '0003',
      '0004',
      '0005',
      '0006',
      '0007',
      '0008',
      '0009',
      'BASELINE',
    ]);
    const indexes = await driver.executeQuery("SHOW INDEXES YIELD name WHERE name = 'protocol_version_active_id_unique' RETURN name");
    expect(indexes.records).toHaveLength(1);
  }
});
