import { connect, Neo4jDesk } from '@tracewright/graph-store';
import { CAST, CountingIds, RecordingAnnouncer, withGraph } from '@tracewright/testkit';
import { expect, test } from 'vitest';

const graph = withGraph();

test('a server and commands beside it write into one audit chain and take every revision once', async () => {
  const { address, clock, desk } = graph();
  const drivers = [1, 2, 3].map(() => connect(address));
  const desks = drivers.map((driver) => new Neo4jDesk(driver, clock, new CountingIds(), new RecordingAnnouncer()));
  const revisions: number[] = [];
  const reading = desks.map(async (one) => {
    for (let i = 0; i < 40; i++) await one.audit.seen(CAST.operator, 'look', [`person-${i}`]);
  });
  const writing = desks.map(async (one) => {
    for (let i = 0; i < 40; i++)
      await one.work.write(CAST.operator, 'test', async (tx) => {
        revisions.push(tx.rev);
        tx.touch(`thing-${i}`);
      });
  });
  await Promise.all([...reading, ...writing]);
  await Promise.all(drivers.map((driver) => driver.close()));
  expect(await desk.audit.verify()).toEqual({ entries: 3 * 2 * 40, firstBreak: null });
  expect(new Set(revisions).size).toBe(revisions.length);
});
