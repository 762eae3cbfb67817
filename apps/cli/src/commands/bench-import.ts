import { createHash, randomUUID } from 'node:crypto';
import { type BareStay, openGraph, startDeployment, totalsOfStays, writeBareStays } from '@tracewright/graph-store';
import {
  type Actor,
  Announcer,
  beginEmpty,
  beginImport,
  type Desk,
  type ImportKind,
  localOperator,
  runImport,
} from '@tracewright/investigation';
import { start } from '@tracewright/neo4j-local';
import { guessSheet, openMapped, readTable, simpleMapping } from '@tracewright/tabular';
import { say } from '../platform/answers.js';
import type { Bench, Measure } from './bench.js';

class Silent extends Announcer {
  publish(): void {}
}

const TZ = 'Asia/Shanghai';
const PLACES = 500;
/** Stays a person has: three a day for two weeks, as in an investigation of everybody. */
const STAYS_EACH = 42;
const FIRST_DAY = Date.parse('2022-04-01T00:00:00+08:00');
const HOUR = 3_600_000;
/** Twice each, ours between the rival's two: what warms up or fills up in between falls on both. */
const ORDER = ['rival', 'ours', 'ours', 'rival'] as const;
const GOAL_SECONDS = 30;
/** For a file of the size the goal is set for. */
const GOAL_STAYS = 100_000;

const personOf = (i: number): string => `p${Math.floor(i / STAYS_EACH)}`;
const startOf = (i: number): number =>
  FIRST_DAY + Math.floor((i % STAYS_EACH) / 3) * 24 * HOUR + (7 + (i % 3) * 5) * HOUR + (i % 60) * 60_000;
const lasts = (i: number): number => (20 + (i % 100)) * 60_000;
const placeOf = (i: number): string => `q${(i * 7) % PLACES}`;
const written = (at: number): string => new Date(at + 8 * HOUR).toISOString().slice(0, 16).replace('T', ' ');

const lines = (count: number, headers: string, line: (i: number) => string): Uint8Array =>
  new TextEncoder().encode([headers, ...Array.from({ length: count }, (_, i) => line(i))].join('\n'));
const staysFile = (visits: number): Uint8Array =>
  lines(
    visits,
    'stay,person,place,start,end,source',
    (i) => `s${i},${personOf(i)},${placeOf(i)},${written(startOf(i))},${written(startOf(i) + lasts(i))},interview`,
  );
const bareStays = (visits: number, prefix: string): BareStay[] =>
  Array.from({ length: visits }, (_, i) => ({
    id: `${prefix}s${i}`,
    personId: personOf(i),
    placeId: placeOf(i),
    source: 'interview',
    start: startOf(i),
    end: startOf(i) + lasts(i),
  }));

/** A file from its bytes to its last derived case, as the page and the command bring it in. */
async function bring(desk: Desk, actor: Actor, kind: ImportKind, bytes: Uint8Array, source: string): Promise<number> {
  const { fields, headerRow } = guessSheet(kind, (await readTable(bytes)).sheets[0]!);
  const mapping = simpleMapping(kind, fields, headerRow);
  const { rows } = await openMapped(bytes, mapping, async (file) => file.rows.map(({ key }) => key));
  const about = {
    id: `import-${randomUUID()}`,
    kind,
    source,
    fileName: `${kind}.csv`,
    fileHash: createHash('sha256').update(bytes).digest('hex'),
    sheet: null,
    headerRow,
    mapping: JSON.stringify(mapping),
    rows: rows.length,
  };
  const batch = await beginImport(desk, actor, about, { mapping: null, file: null });
  const quiet = { createMissing: false, refusedBefore: [], refused: () => {}, progress: () => {} };
  const { inserted, rejected } = await runImport({ ...quiet, desk, actor, batch, rows });
  if (rejected > 0) throw new Error(`${rejected} generated ${kind} were refused.`);
  return inserted;
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}
const mean = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;

/**
 * Generated stays through the import as it is, against the same nodes and relationships written by the driver alone, in a database of its
 * own that is thrown away afterwards. Parsing, checks, keys, history and audit are in our time and not in the rival's.
 */
export const benchImport: Bench = async (visits) => {
  const server = await start({ ephemeral: true, ignoreEnvironment: true, say });
  try {
    const { desk, driver } = await openGraph(server, { tz: TZ, announcer: new Silent(), say });
    try {
      await beginEmpty(desk);
      await startDeployment(driver, { demo: false, clockOffsetMs: 0, tz: TZ, home: server.home });
      const actor = localOperator('/', 'bench');
      const people = Math.ceil(visits / STAYS_EACH);
      await bring(
        desk,
        actor,
        'places',
        lines(PLACES, 'place,name,category', (i) => `q${i},场所${i},restaurant`),
        '',
      );
      await bring(
        desk,
        actor,
        'people',
        lines(people, 'person,name', (i) => `p${i},人员${i}`),
        '',
      );
      const times = { ours: [] as number[], rival: [] as number[] };
      const totals: string[] = [];
      for (const [round, who] of ORDER.entries()) {
        const source = `${who}${round}`;
        const [file, bare] = who === 'ours' ? [staysFile(visits), []] : [new Uint8Array(), bareStays(visits, `${source}:`)];
        const took = await seconds(() => (who === 'ours' ? bring(desk, actor, 'stays', file, source) : writeBareStays(driver, bare, TZ)));
        times[who].push(took);
        totals.push(JSON.stringify(await totalsOfStays(driver, `${source}:`)));
        say(`${who === 'ours' ? 'import' : 'bare UNWIND'}: ${took.toFixed(1)} s`);
      }
      const [ours, rival] = [mean(times.ours), mean(times.rival)];
      const goal = (GOAL_SECONDS * visits) / GOAL_STAYS;
      const measure: Measure = {
        name: 'stays imported, bare UNWIND writes of the same rows',
        ours,
        rival,
        unit: 's',
        ratio: ours / rival,
        goal,
        met: Math.max(...times.ours) < goal,
        equal: new Set(totals).size === 1,
      };
      return { parameters: { visits, people, places: PLACES, rounds: 2, ...times }, measures: [measure] };
    } finally {
      await driver.close();
    }
  } finally {
    await server.stop();
  }
};
