import { isEmpty } from '@tracewright/graph-store';
import { expect, test } from 'vitest';
import { withGraph } from './with-graph.js';

const graph = withGraph();

test('a test file begins with an empty graph that is migrated', async () => {
  const { driver } = graph();
  expect(await isEmpty(driver)).toBe(true);
  const { records } = await driver.executeQuery("MATCH (c:Counter {id: 'graph'}) RETURN c.rev AS rev");
  expect(records.map((record) => record.get('rev'))).toEqual([0]);
});

test('emptying removes nodes, relationships and the count of revisions', async () => {
  const { driver, empty } = graph();
  await driver.executeQuery("CREATE (:Area {id: 'a'})<-[:WITHIN]-(:Area {id: 'b'}) WITH 1 AS one MATCH (c:Counter) SET c.rev = 7");
  await empty();
  expect(await isEmpty(driver)).toBe(true);
  const { records } = await driver.executeQuery('MATCH (c:Counter) RETURN c.rev AS rev');
  expect(records.map((record) => record.get('rev'))).toEqual([0]);
});

test('uniqueness is kept by the database itself', async () => {
  const { driver } = graph();
  await driver.executeQuery("CREATE (:Person {id: 'p'})");
  await expect(driver.executeQuery("CREATE (:Person {id: 'p'})")).rejects.toThrow(/already exists/);
});
