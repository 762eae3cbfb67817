import { withGraph } from '@tracewright/testkit';
import { expect, test } from 'vitest';
import { isContinuation, statements } from '../architecture/statements.js';

const graph = withGraph();

/** What stands before a continuation when facts are written. */
const WRITING_FACTS = 'UNWIND $rows AS row WITH row, row AS link MERGE (n:Person {id: row.id})';

test('Neo4j compiles every statement, without a warning that it is deprecated or a product of unconnected patterns', async () => {
  const { driver } = graph();
  const wrong: string[] = [];
  for (const { file, name, cypher } of await statements()) {
    const whole = isContinuation(cypher) ? `${WRITING_FACTS} ${cypher}` : cypher;
    try {
      const { summary } = await driver.executeQuery(`EXPLAIN ${whole}`);
      const doubtful = summary.notifications.filter(({ code }) => /Deprecat|CartesianProduct/.test(code));
      wrong.push(...doubtful.map(({ description }) => `${file} ${name}: ${description}`));
    } catch (error) {
      wrong.push(`${file} ${name}: ${(error as Error).message.split('\n')[0]}`);
    }
  }
  expect(wrong).toEqual([]);
});
