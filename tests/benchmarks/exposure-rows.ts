import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type City,
  contactsSince,
  ExposureColumns,
  type FirstDegree,
  firstDegree,
  IndexFolder,
  type OverlapRule,
  secondDegree,
} from '@tracewright/exposure-index';
import { answerOfFirst, answerOfSecond } from './answer.js';
import type { CTwin } from './c-rival.js';
import type { DuckDbRival } from './duckdb-rival.js';
import { atLeast, atLeastTimes, atMost, atMostTimes, type Measure } from './measure.js';
import { asSources, type Case, LEAST, staffAsCases } from './questions.js';
import { alternate, type Compared, costed, type Engine, median, timed } from './rounds.js';
import { readVisits } from './visits-file.js';

export const EPOCH = Date.UTC(2022, 3, 1);
/** How often both build: the longest of all steps. */
const BUILDS = 3;
const ruleOf = (minSeconds: number): OverlapRule => ({ minSeconds, lagSeconds: 0, bounds: 'widest' });
export const RULE = ruleOf(LEAST);

export interface Setting {
  readonly city: City;
  readonly csv: string;
  readonly cases: readonly Case[];
  readonly rounds: number;
  readonly folder: string;
  readonly say: (line: string) => void;
}

/** Both read the same file and put its rows in both orders; DuckDB on its two threads, ours on one. */
export async function buildRows({ city, csv, rounds, say }: Setting, duck: DuckDbRival): Promise<Measure[]> {
  const visits = city.stays.start.length;
  const ours: Engine = async () => {
    const { ms, value } = await timed(() => loaded(readVisits(csv, visits)));
    return { ms, answer: { rows: value.size().rows } };
  };
  say('building from the file, ours and DuckDB in turns');
  const fromFile = await alternate('build', ours, () => duck.build(csv), Math.min(BUILDS, rounds));
  const fromMemory: number[] = [];
  for (let round = 0; round < BUILDS; round++) fromMemory.push((await timed(() => loaded(city.stays))).ms);
  return [
    atLeastTimes('build: file to both orders', fromFile, 1),
    atLeast('build: from columns in memory (aim)', visits / median(fromMemory.slice(1)) / 1e3, 'M visits/s', 8),
  ];
}

export function loaded(stays: City['stays']): ExposureColumns {
  const index = new ExposureColumns(EPOCH);
  index.load(stays);
  return index;
}

/** Each answer is read, and then gives its memory to the next one, as whoever asks again and again would do it. */
export function firstOf(index: ExposureColumns, cases: readonly Case[], least = LEAST, measured = timed): Engine {
  let former: FirstDegree | undefined;
  return async () => {
    const sources = asSources(index, cases);
    const { ms, value } = await measured(() => firstDegree(index, sources, ruleOf(least), former));
    former = value;
    return { ms, answer: answerOfFirst(value) };
  };
}

/** From the cases to the second degree: the people in the middle are found on the way, as in DuckDB's query. */
export function secondOf(index: ExposureColumns, cases: readonly Case[], least = LEAST): Engine {
  let former: FirstDegree | undefined;
  return async () => {
    const sources = asSources(index, cases);
    const { ms, value } = await timed(() => {
      former = firstDegree(index, sources, ruleOf(least), former);
      const people = cases.map(({ person }) => person);
      return secondDegree(index, contactsSince(index, former.pairs, people), ruleOf(least), people);
    });
    return { ms, answer: answerOfSecond(value) };
  };
}

const FIRST_GOALS = [
  [1, 20],
  [50, 20],
  [500, 15],
] as const;

/** All of them, and the two that the picture shows. */
export async function duckDbRows(setting: Setting, index: ExposureColumns, duck: DuckDbRival) {
  const firsts: Compared[] = [];
  for (const [count] of FIRST_GOALS) firsts.push(await firstBesideDuckDb(setting, index, duck, count));
  const second = await secondBesideDuckDb(setting, index, duck);
  const measures = FIRST_GOALS.map(([count, times], i) => atLeastTimes(`first degree, ${count} cases, against DuckDB`, firsts[i]!, times));
  return { measures: [...measures, atLeastTimes('second degree, 50 cases, against DuckDB', second, 20)], first: firsts[1]!, second };
}

export async function firstBesideDuckDb(
  { cases, rounds, say }: Setting,
  index: ExposureColumns,
  duck: DuckDbRival,
  count: number,
): Promise<Compared> {
  say(`first degree, ${count} cases, beside DuckDB`);
  const asked = cases.slice(0, count);
  await duck.about(asked);
  return alternate(`first degree of ${count}`, firstOf(index, asked), () => duck.first(LEAST), rounds);
}

export async function secondBesideDuckDb({ cases, rounds, say }: Setting, index: ExposureColumns, duck: DuckDbRival): Promise<Compared> {
  say('second degree, 50 cases, beside DuckDB');
  const asked = cases.slice(0, 50);
  await duck.about(asked);
  return alternate('second degree', secondOf(index, asked), () => duck.second(LEAST), rounds);
}

export async function cRow({ cases, rounds }: Setting, index: ExposureColumns, twin: CTwin): Promise<Measure> {
  const asked = cases.slice(0, 50);
  const compared = await alternate('C', firstOf(index, asked), () => twin.first(asked, LEAST), rounds * 3);
  return atMostTimes('first degree, 50 cases, against C (aim)', compared, 1.5);
}

/** Rows looked at for each meeting found, and bytes: the same on every machine. */
export function tightness(staff: readonly number[], cases: readonly Case[], index: ExposureColumns): Measure[] {
  const perMeeting = (asked: readonly Case[]) => {
    const { examined, met } = firstDegree(index, asSources(index, asked), RULE);
    return examined / met;
  };
  const { rows, bytes } = index.size();
  return [
    atMost('candidates an encounter, random cases', perMeeting(cases), 'rows', 1.6),
    atMost('candidates an encounter, station staff', perMeeting(staffAsCases(staff.slice(0, 10))), 'rows', 1.2),
    atMost('memory', bytes / rows, 'B a visit', 30),
  ];
}

/** The same rows, but each hundredth of them removed and come again: the answers do not change. Both are ours, so processor time tells them apart. */
export async function deltaRow({ city, cases, rounds, say }: Setting, index: ExposureColumns): Promise<Measure> {
  say('one row in a hundred changed');
  const changed = ExposureColumns.of(index.parts());
  const { person, place, start, end } = city.stays;
  const removed: number[] = [];
  const added = [];
  for (let row = 0; row < start.length; row += 100) {
    removed.push(row);
    const times = { start: index.instantOf(start[row]!), end: index.instantOf(end[row]!) };
    added.push({ ordinal: start.length + row, person: person[row]!, place: place[row]!, ...times });
  }
  changed.remove(removed);
  changed.add(added);
  const asked = cases.slice(0, 50);
  const [ours, without] = [firstOf(changed, asked, LEAST, costed), firstOf(index, asked, LEAST, costed)];
  const compared = await alternate('delta', ours, without, rounds * 9);
  return atMostTimes('1 % in delta and tombstones, 50 cases, against none', compared, 1.5);
}

/** A process of its own, from its start to the answer about 50 cases. Files as they were just written: warm. */
export function restartRow({ cases, folder, rounds, say }: Setting, files: string, index: ExposureColumns): Measure {
  say('restarts');
  const question = join(folder, 'cases.json');
  const asked = cases.slice(0, 50);
  writeFileSync(question, JSON.stringify(asked));
  const expected = JSON.stringify(answerOfFirst(firstDegree(index, asSources(index, asked), RULE)));
  const seconds: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const script = fileURLToPath(new URL('restart.js', import.meta.url));
    const { ms, answer } = JSON.parse(execFileSync(process.execPath, [script, files, question], { encoding: 'utf8' }));
    if (JSON.stringify(answer) !== expected) throw new Error(`After a restart the answer is ${JSON.stringify(answer)}, not ${expected}.`);
    if (round > 0) seconds.push(ms / 1e3);
  }
  return {
    ...atMost('restart to the answer about 50 cases', median(seconds), 's', 0.4),
    spread: [Math.min(...seconds), Math.max(...seconds)],
  };
}

export function saveFiles(index: ExposureColumns, files: string): void {
  new IndexFolder(files).save(index);
}
