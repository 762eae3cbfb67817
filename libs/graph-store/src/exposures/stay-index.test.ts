import { IndexThreads } from '@tracewright/exposure-index';
import type { MetStay } from '@tracewright/investigation';
import { expect, it } from 'vitest';
import { PlaceTree } from './place-tree.js';
import { StayIndex } from './stay-index.js';

const BEGIN = Date.UTC(2022, 3, 8);
const HOUR = 3_600_000;
/** Threads run what was compiled. */
const compiled = () => new IndexThreads(2, new URL('../../../exposure-index/dist/threads/thread.js', import.meta.url));
const places = new PlaceTree();
for (const id of ['p0', 'p1', 'p2']) places.put({ id, enclosed: 'unknown', ventilation: 'unknown' });

const stay = (i: number, version = 0): MetStay => {
  const start = BEGIN + ((i * 7 + version * 5) % 96) * HOUR;
  const end = start + (1 + (i % 5)) * HOUR;
  return {
    id: `stay-${i}`,
    personId: `person-${i % 40}`,
    placeId: `p${(i + version) % 3}`,
    ...{ start, end, startLatest: start, endEarliest: end },
    ...{ setting: null, seat: null, carriage: null, protection: 'unknown', source: 'interview', ceiling: 'definite' },
  };
};
const ALL = { from: BEGIN, to: BEGIN + 30 * 24 * HOUR, lagMs: 0, without: new Set<string>(), among: null, airZones: false, least: null };
const told = (index: StayIndex): string[] =>
  index
    .meetings([...index.all()].slice(0, 30), ALL, places)
    .map(({ source, contact }) => `${source.id} ${contact.id} ${contact.start}`)
    .sort();

it('tells the same once its days are put in order in threads, also of what changed meanwhile', async () => {
  const [tidied, plain] = [new StayIndex(compiled), new StayIndex()];
  for (const index of [tidied, plain]) {
    for (let i = 0; i < 400; i++) index.take(stay(i));
    await index.sortTaken(index === tidied ? 1 : undefined);
    for (let i = 0; i < 400; i += 3) index.put(stay(i, 1));
  }
  expect(told(tidied)).toEqual(told(plain));
  const tidying = tidied.tidy();
  for (const index of [tidied, plain]) {
    for (let i = 0; i < 400; i += 5) index.put(stay(i, 2));
    for (let i = 1; i < 400; i += 50) index.drop(`stay-${i}`);
  }
  await tidying;
  expect(told(plain).length).toBeGreaterThan(200);
  expect(told(tidied)).toEqual(told(plain));
  expect(tidied.totals()).toEqual(plain.totals());
});

it('says that it is worth it after many changes, and not once it was done', async () => {
  const index = new StayIndex(compiled);
  for (let version = 0; version < 50_002; version++) index.put(stay(1, version));
  expect(index.isUntidy).toBe(true);
  await index.tidy();
  expect(index.isUntidy).toBe(false);
  expect([...index.all()]).toEqual([stay(1, 50_001)]);
});

it('puts stays in order by itself where threads end', async () => {
  const index = new StayIndex(() => new IndexThreads(1, new URL('data:text/javascript,process.exit(1)')));
  for (let i = 0; i < 50; i++) index.take(stay(i));
  await index.sortTaken(1);
  const plain = new StayIndex();
  for (let i = 0; i < 50; i++) plain.put(stay(i));
  expect(told(index)).toEqual(told(plain));
});
