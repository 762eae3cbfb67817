import { Neo4jDesk } from '@tracewright/graph-store';
import { type Announcement, Announcer, Clock, Ids } from '@tracewright/investigation';
import { afterAll, beforeAll } from 'vitest';
import { emptyGraph, type TestGraph } from './test-graph.js';

/** Stands still until a test moves it. */
export class TestClock extends Clock {
  readonly tz = 'Asia/Shanghai';

  constructor(private instant: number) {
    super();
  }

  now(): number {
    return this.instant;
  }

  set(iso: string): void {
    this.instant = Date.parse(iso);
  }

  forward(minutes: number): void {
    this.instant += minutes * 60_000;
  }
}

/** Ids in order, so that a failure reads the same every time: `stay-1`, `stay-2`. */
export class CountingIds extends Ids {
  private readonly counts = new Map<string, number>();

  next(prefix: string): string {
    const count = (this.counts.get(prefix) ?? 0) + 1;
    this.counts.set(prefix, count);
    return `${prefix}-${count}`;
  }
}

/** Remembers what open screens would have been told. */
export class RecordingAnnouncer extends Announcer {
  readonly published: Announcement[] = [];

  publish(announcements: readonly Announcement[]): void {
    this.published.push(...announcements);
  }
}

/** A graph with the desk on it. The clock starts where the demo does (ruling 1). */
export interface TestDesk extends TestGraph {
  readonly desk: Neo4jDesk;
  readonly clock: TestClock;
  readonly announcer: RecordingAnnouncer;
}

export async function emptyDesk(now = '2022-04-14T09:38:00+08:00'): Promise<TestDesk> {
  const graph = await emptyGraph();
  const clock = new TestClock(Date.parse(now));
  const announcer = new RecordingAnnouncer();
  const desk = new Neo4jDesk(graph.driver, clock, new CountingIds(), announcer);
  await desk.exposures.begin();
  const empty = async () => {
    await graph.empty();
    desk.exposures.forget();
    desk.duplicateFinder.forget();
    await desk.exposures.begin();
  };
  return { ...graph, empty, clock, announcer, desk };
}

/**
 * Gives the tests of a file an empty, migrated graph with a desk on it, and closes it after the last one. To be called where
 * hooks may be registered; what it returns is called inside tests.
 */
export function withGraph(now?: string): () => TestDesk {
  let opened: TestDesk | undefined;
  beforeAll(async () => {
    opened = await emptyDesk(now);
  });
  afterAll(() => opened?.close());
  return () => {
    if (!opened) throw new Error('The graph is open inside tests and hooks only.');
    return opened;
  };
}
