import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateCity, peopleFor } from '@tracewright/exposure-index';
import { CTwin, compileTwin } from './c-rival.js';
import { DuckDbRival } from './duckdb-rival.js';
import { buildRows, cRow, deltaRow, duckDbRows, loaded, restartRow, type Setting, saveFiles, tightness } from './exposure-rows.js';
import type { Measure } from './measure.js';
import { type Options, readOptions, USAGE, WrongUsage } from './options.js';
import { casesOf } from './questions.js';
import { machine, tableOf } from './report.js';
import { writeVisits } from './visits-file.js';

const THREADS = 2;
const say = (line: string): void => console.error(`  ${line} …`);
/** Beside this folder's compiled files. */
const sourceOf = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url));

async function sideBySide(options: Options, folder: string): Promise<{ parameters: object; measures: Measure[] }> {
  say(`a city of ${(options.visits / 1e6).toFixed(1)} M visits`);
  const city = generateCity({ people: peopleFor(options.visits) });
  const csv = join(folder, 'visits.csv');
  writeVisits(csv, city.stays);
  const setting: Setting = { city, csv, cases: casesOf(city.people, 500), rounds: options.rounds, folder, say };
  const duck = await DuckDbRival.open(folder, THREADS);
  const measures = await buildRows(setting, duck);
  const index = loaded(city.stays);
  measures.push(...(await duckDbRows(setting, index, duck)));
  const version = await duck.version();
  duck.close();
  const files = join(folder, 'index');
  saveFiles(index, files);
  const program = compileTwin(sourceOf('c-twin.c'), folder);
  if (program === null) say('no gcc here: the comparison with C is left out');
  else {
    say('first degree, 50 cases, beside C');
    const twin = new CTwin(program, files, city.people);
    await twin.ready();
    measures.push(await cRow(setting, index, twin));
    twin.close();
  }
  measures.push(await deltaRow(setting, index), restartRow(setting, files, index), ...tightness(setting, index));
  const parameters = {
    visits: city.stays.start.length,
    people: city.people,
    places: city.places,
    days: city.days,
    rounds: options.rounds,
    duckdb: version,
  };
  return { parameters, measures };
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const folder = mkdtempSync(join(tmpdir(), 'tracewright-bench-'));
  try {
    const { parameters, measures } = await sideBySide(options, folder);
    if (options.json) console.log(JSON.stringify({ machine: machine(), parameters, measures }));
    else console.log([JSON.stringify(machine()), JSON.stringify(parameters), tableOf(measures)].join('\n'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof WrongUsage || !(error instanceof Error) ? `${(error as Error).message}\n${USAGE}` : error.stack);
  process.exitCode = 1;
}
