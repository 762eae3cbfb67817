import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Linked, link, PersonIndex, type Profile, shippedProfile } from '@tracewright/linkage';
import { type ContactRow, generateContactList, truePairs } from '@tracewright/testkit';
import { writeFeatures } from './link-features.js';
import { LinkRival } from './link-rival.js';
import { COLUMNS, cleaned, modelOf, ours } from './link-rows.js';
import { atLeast, atLeastTimes, atMost, type Measure, told } from './measure.js';
import { sizeOf, WrongUsage } from './options.js';
import { machine, tableOf } from './report.js';
import { alternate, costed, median, timed } from './rounds.js';

const USAGE = `npm run bench:link -- [--records 1M] [--rounds 3] [--only rival|lists|index] [--json]
  --records  of the list that both engines link; --visits is the same
  --rounds   how often the engines take turns
  --only     one part: beside DuckDB; whole lists with what they find and miss; an index of people that is asked`;
const PARTS = ['rival', 'lists', 'index'];
const THREADS = 2;
const say = (line: string): void => console.error(`  ${line} …`);
const MB = 2 ** 20;

/** One list, the same blocks and comparisons, ours on one thread and DuckDB on two. */
async function besideDuckDb(profile: Profile, rows: readonly ContactRow[], rounds: number): Promise<Measure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tracewright-bench-link-'));
  const csv = join(folder, 'features.csv');
  say('the cleaned columns as a file');
  writeFeatures(csv, rows);
  const rival = await LinkRival.open(folder, THREADS);
  try {
    await rival.read(csv);
    const { ms, value: table } = await timed(() => cleaned(profile, rows));
    const model = modelOf(table);
    let pairs = 0;
    const spent = { ours: [] as number[], rival: [] as number[] };
    const compared = await alternate(
      'blocks, comparisons, weights and decisions',
      async () => {
        say('ours');
        const { ms: cost, value: done } = await costed(() => ours(table, profile, model));
        spent.ours.push(cost);
        pairs = done.answer.pairs!;
        return done;
      },
      async () => {
        say('DuckDB');
        const { ms: cost, value: done } = await costed(() => rival.answered(profile, model));
        spent.rival.push(cost);
        return done;
      },
      rounds,
    );
    const size = `${rows.length} records`;
    return [
      atLeastTimes(`${size}: blocks, comparisons, weights, decisions, against DuckDB on two threads`, compared, 5),
      told(`${size}: candidate pairs`, pairs, 'pairs'),
      told(`${size}: pairs a second, blocking included`, (1_000 * pairs) / compared.ours, 'pairs/s'),
      told(`${size}: the same of DuckDB`, (1_000 * pairs) / compared.rival, 'pairs/s'),
      // Two threads lose more than one where others use the cores; these figures do not tell of that.
      told(`${size}: processor time`, median(spent.ours), 'ms'),
      told(`${size}: the same of DuckDB, both threads together`, median(spent.rival), 'ms'),
      told(`${size}: reading the cells and cleaning every value`, ms, 'ms'),
      told(`${size}: memory of the process with the list`, process.memoryUsage().rss / MB, 'MB'),
    ];
  } finally {
    rival.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function quality(records: number, { pairs }: Linked, truth: Int32Array): Measure[] {
  const right = pairs.filter(({ a, b }) => truth[a] === truth[b]);
  const matches = pairs.filter(({ decision }) => decision === 'match');
  const rightMatches = right.filter(({ decision }) => decision === 'match').length;
  const size = `${records} records`;
  return [
    atLeast(`${size}: precision of automatic merges`, rightMatches / matches.length, '', 0.999),
    atLeast(`${size}: recall of match and review`, right.length / truePairs(truth), '', 0.98),
    told(`${size}: recall of match alone`, rightMatches / truePairs(truth), ''),
    told(`${size}: reviews per 1,000 records`, (1_000 * (pairs.length - matches.length)) / records, ''),
  ];
}

/** Read, cleaned, blocked, learnt, weighed, decided, clustered. */
async function whole(profile: Profile, records: number): Promise<Measure[]> {
  const list = generateContactList({ records });
  say(`${records} records from text to clusters`);
  const { ms, value } = await timed(() => link({ profile, records: list.rows }));
  const { ms: clusterMs } = await timed(() => value.clusters());
  return [
    told(`${records} records: cleaned, learnt, predicted`, ms, 'ms'),
    told(`${records} records: clusters`, clusterMs, 'ms'),
    ...quality(records, value, list.truth),
  ];
}

/** A new record against people in memory, and an import of many. */
async function incremental(profile: Profile, people: number): Promise<Measure[]> {
  const asked = 10_000;
  const { rows } = generateContactList({ records: people + asked });
  say(`an index of ${people} people`);
  const index = new PersonIndex({ profile, columns: COLUMNS, expected: people });
  const { ms } = await timed(() => {
    for (const row of rows.slice(0, people)) index.add(row);
  });
  const times: number[] = [];
  for (const row of rows.slice(people)) {
    const began = performance.now();
    index.ask(row);
    times.push(performance.now() - began);
  }
  const total = times.reduce((sum, time) => sum + time, 0);
  times.sort((a, b) => a - b);
  const name = `${people} people in memory`;
  return [
    told(`${name}: built`, ms, 'ms'),
    atMost(`${name}: a new record, the median`, times[asked / 2]!, 'ms', 20),
    atMost(`${name}: a new record, 999 of 1,000`, times[Math.floor(asked * 0.999)]!, 'ms', 20),
    atMost(`${name}: a new record, the slowest of 10,000`, times.at(-1)!, 'ms', 20),
    atMost(`${name}: an import of 10,000`, total, 'ms', 10_000),
  ];
}

/** The sizes below one, and that one. */
const upTo = (records: number, sizes: readonly number[]): number[] => [...sizes.filter((size) => size < records), records];

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      records: { type: 'string' },
      visits: { type: 'string' },
      rounds: { type: 'string', default: '3' },
      only: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const records = sizeOf(values.records ?? values.visits ?? '1M', 'records');
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new WrongUsage(`--rounds takes a whole number from 1 on, not "${values.rounds}".`);
  const profile = shippedProfile('CN-PERSON')!;
  say(`a list of ${records} records`);
  if (values.only !== undefined && !PARTS.includes(values.only))
    throw new WrongUsage(`--only takes one of ${PARTS.join(', ')}, not "${values.only}".`);
  const wanted = (part: string): boolean => values.only === undefined || values.only === part;
  const measures: Measure[] = [];
  if (wanted('rival'))
    measures.push(...(await besideDuckDb({ ...profile, everyPairUpTo: 0 }, generateContactList({ records }).rows, rounds)));
  if (wanted('lists')) for (const size of upTo(records, [50_000, 100_000])) measures.push(...(await whole(profile, size)));
  if (wanted('index')) for (const size of upTo(records, [200_000])) measures.push(...(await incremental(profile, size)));
  const parameters = { records, rounds, profile: profile.name };
  if (values.json) console.log(JSON.stringify({ machine: machine(), parameters, measures }));
  else console.log([JSON.stringify(machine()), JSON.stringify(parameters), tableOf(measures)].join('\n'));
}

try {
  await main();
} catch (error) {
  console.error(error instanceof WrongUsage ? `${error.message}\n${USAGE}` : error);
  process.exitCode = 1;
}
