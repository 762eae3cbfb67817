import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ExposureColumns, generateCity, peopleFor } from '@tracewright/exposure-index';
import { PlainError } from '@tracewright/neo4j-local';
import { apiRows } from './api-row.js';
import { CTwin, compileTwin } from './c-rival.js';
import { chartOf, type Series } from './chart.js';
import { cypherRow } from './cypher-rows.js';
import { DuckDbRival } from './duckdb-rival.js';
import * as rows from './exposure-rows.js';
import type { Measure } from './measure.js';
import { API_ROUNDS, API_VISITS, LARGE, type Options, readOptions, USAGE, WrongUsage } from './options.js';
import { casesOf } from './questions.js';
import { machine, tableOf } from './report.js';
import type { Compared } from './rounds.js';
import { scaleRows } from './scale.js';
import { threadRows } from './thread-rows.js';
import { writeVisits } from './visits-file.js';

const THREADS = 2;
/** Parts of the whole whose costs the picture shows beside it. */
const SMALLER = [1 / 20, 1 / 5];
/** From here on a rival's tables and files do not fit beside the index. */
const ALONE_FROM = 100_000_000;
const say = (line: string): void => console.error(`  ${line} …`);
/** This file is compiled into a folder below its own. */
const benchmarks = fileURLToPath(new URL('..', import.meta.url));

interface Costs {
  readonly visits: number;
  readonly first: Compared;
  readonly second: Compared;
}

function settingOf(visits: number, rounds: number, folder: string): rows.Setting {
  say(`a city of ${(visits / 1e6).toFixed(2)} M visits`);
  const city = generateCity({ people: peopleFor(visits) });
  const csv = join(folder, 'visits.csv');
  writeVisits(csv, city.stays);
  return { city, csv, cases: casesOf(city.people, 500), rounds, folder, say };
}

async function costsOf(visits: number, rounds: number, folder: string): Promise<Costs> {
  const setting = settingOf(visits, rounds, folder);
  const duck = await DuckDbRival.open(folder, THREADS);
  await duck.build(setting.csv);
  const index = rows.loaded(setting.city.stays);
  const first = await rows.firstBesideDuckDb(setting, index, duck, 50);
  const second = await rows.secondBesideDuckDb(setting, index, duck);
  duck.close();
  return { visits: setting.city.stays.start.length, first, second };
}

async function besideC(setting: rows.Setting, index: ExposureColumns, files: string): Promise<Measure[]> {
  const program = compileTwin(join(benchmarks, 'c-twin.c'), setting.folder);
  if (program === null) {
    say('no gcc here: the comparison with C is left out');
    return [];
  }
  say('first degree, 50 cases, beside C');
  const twin = new CTwin(program, files, setting.city.people);
  await twin.ready();
  const measure = await rows.cRow(setting, index, twin);
  twin.close();
  return [measure];
}

async function besideCypher(rounds: number): Promise<Measure[]> {
  try {
    return [await cypherRow(rounds, say)];
  } catch (error) {
    // No Java, no jars, no room: all the rest of the run stands.
    if (!(error instanceof PlainError)) throw error;
    say(`the comparison with Cypher is left out: ${error.message}`);
    return [];
  }
}

async function everyRow(options: Options, folder: string) {
  const setting = settingOf(options.visits, options.rounds, folder);
  const duck = await DuckDbRival.open(folder, THREADS);
  const measures = await rows.buildRows(setting, duck);
  const index = rows.loaded(setting.city.stays);
  const { measures: besideDuckDb, first, second } = await rows.duckDbRows(setting, index, duck);
  const duckdb = await duck.version();
  duck.close();
  const files = join(folder, 'index');
  rows.saveFiles(index, files);
  measures.push(
    ...besideDuckDb,
    ...(await besideC(setting, index, files)),
    await rows.deltaRow(setting, index),
    rows.restartRow(setting, files, index),
    ...rows.tightness(setting.city.stationStaff, setting.cases, index),
    ...(await threadRows(setting, index)),
  );
  const { people, places, days, stays } = setting.city;
  const visits = stays.start.length;
  return { parameters: { visits, people, places, days, rounds: options.rounds, duckdb }, measures, costs: { visits, first, second } };
}

async function atScale(): Promise<Measure[]> {
  if (totalmem() < LARGE.bytes) {
    say(`no room for ${LARGE.visits / 1e6} M visits: they are left out`);
    return [];
  }
  const { measures } = await scaleRows(LARGE.visits, LARGE.rounds, say);
  return measures.map((measure) => ({ ...measure, name: `${LARGE.visits / 1e6} M visits: ${measure.name}` }));
}

function seriesOf(costs: readonly Costs[]): Series[] {
  const line = (name: string, kind: 'ours' | 'rival', degree: 'first' | 'second'): Series => ({
    name,
    kind,
    dashed: degree === 'second',
    points: costs.map((cost) => [cost.visits, cost[degree][kind]] as const),
  });
  return [
    line('DuckDB, second degree', 'rival', 'second'),
    line('DuckDB, first degree', 'rival', 'first'),
    line('the index, second degree', 'ours', 'second'),
    line('the index, first degree', 'ours', 'first'),
  ];
}

function draw(costs: readonly Costs[], committed: boolean): void {
  const path = join(benchmarks, committed ? '../../docs/images/exposure-cost.svg' : '../.artifacts/exposure-cost.svg');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, chartOf('Exposures of 50 cases, 15 minutes: milliseconds by number of visits', seriesOf(costs)));
  say(`the picture is in ${committed ? 'docs/images' : 'tests/.artifacts'}/exposure-cost.svg`);
}

function tell({ json }: Options, result: { readonly parameters: object; readonly measures: readonly Measure[] }): void {
  if (json) console.log(JSON.stringify({ machine: machine(), ...result }));
  else console.log([JSON.stringify(machine()), JSON.stringify(result.parameters), tableOf(result.measures)].join('\n'));
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.api) return tell(options, await apiRows(options.visits, options.rounds, say));
  if (options.visits >= ALONE_FROM) return tell(options, await scaleRows(options.visits, options.rounds, say));
  const folder = mkdtempSync(join(tmpdir(), 'tracewright-bench-'));
  try {
    const smaller: Costs[] = [];
    for (const [i, part] of SMALLER.entries()) {
      const own = join(folder, `smaller-${i}`);
      mkdirSync(own);
      smaller.push(await costsOf(options.visits * part, options.rounds, own));
      rmSync(own, { recursive: true });
    }
    const { parameters, measures, costs } = await everyRow(options, folder);
    draw([...smaller, costs], options.picture);
    if (options.cypher) measures.push(...(await besideCypher(options.rounds)));
    if (options.all) measures.push(...(await apiRows(API_VISITS, API_ROUNDS, say)).measures, ...(await atScale()));
    tell(options, { parameters, measures });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof WrongUsage ? `${error.message}\n${USAGE}` : error);
  process.exitCode = 1;
}
