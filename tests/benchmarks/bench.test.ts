import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateCity } from '@tracewright/exposure-index';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CTwin, compileTwin } from './c-rival.js';
import { chartOf } from './chart.js';
import { DuckDbRival } from './duckdb-rival.js';
import { firstOf, loaded, saveFiles, secondOf } from './exposure-rows.js';
import { readOptions, WrongUsage } from './options.js';
import { casesOf, LEAST } from './questions.js';
import { AnswersDiffer, alternate, type Engine } from './rounds.js';
import { readVisits, writeVisits } from './visits-file.js';

const city = generateCity({ people: 600, seed: 5 });
const index = loaded(city.stays);
const cases = casesOf(city.people, 30);
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bench-test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the rivals of the benchmark', () => {
  it('answer as the index does: DuckDB in both degrees', async () => {
    const csv = join(folder, 'visits.csv');
    writeVisits(csv, city.stays);
    const duck = await DuckDbRival.open(folder, 1);
    try {
      expect((await duck.build(csv)).answer).toEqual({ rows: city.stays.start.length });
      for (const count of [1, 30]) {
        const asked = cases.slice(0, count);
        await duck.about(asked);
        for (const least of [60, LEAST]) {
          const first = (await firstOf(index, asked, least)()).answer;
          expect(first.pairs).toBeGreaterThan(0);
          expect((await duck.first(least)).answer).toEqual(first);
          expect((await duck.second(least)).answer).toEqual((await secondOf(index, asked, least)()).answer);
        }
      }
    } finally {
      duck.close();
    }
  }, 60_000);

  it('answer as the index does: the program in C, where it can be compiled', async () => {
    const program = compileTwin(fileURLToPath(new URL('c-twin.c', import.meta.url)), folder);
    if (program === null) return console.warn('No gcc here: the program in C is not tried.');
    const files = join(folder, 'index');
    mkdirSync(files);
    saveFiles(index, files);
    const twin = new CTwin(program, files, city.people);
    await twin.ready();
    try {
      for (const least of [60, LEAST])
        expect((await twin.first(cases, least)).answer).toEqual((await firstOf(index, cases, least)()).answer);
    } finally {
      twin.close();
    }
  }, 60_000);
});

describe('the benchmark', () => {
  it('ends when two answers are not the same', async () => {
    const saying =
      (pairs: number): Engine =>
      async () => ({ ms: 1, answer: { pairs } });
    await expect(alternate('x', saying(1), saying(2), 1, 0)).rejects.toThrow(AnswersDiffer);
    expect(await alternate('x', saying(1), saying(1), 3, 0)).toMatchObject({ ours: 1, ratio: 1 });
  });

  it('reads back the visits that it wrote', () => {
    const path = join(folder, 'some.csv');
    const stays = { ...city.stays, start: city.stays.start.map((start, i) => (i % 9 === 0 ? -start : start)) };
    writeVisits(path, stays);
    const read = readVisits(path, stays.start.length);
    for (const name of ['person', 'place', 'start', 'end', 'ordinal'] as const)
      expect(read[name].join() === stays[name].join(), name).toBe(true);
  });

  it('takes sizes in thousands and millions and refuses others', () => {
    expect(readOptions(['--visits', '5M', '--no-cypher'])).toMatchObject({ visits: 5_000_000, cypher: false });
    expect(() => readOptions(['--visits', 'many'])).toThrow(WrongUsage);
    expect(() => readOptions(['--rounds', '0'])).toThrow(WrongUsage);
    expect(() => readOptions(['--all', '--api'])).toThrow(WrongUsage);
  });

  it('draws every line from end to end', () => {
    const points = [
      [1_000, 0.5],
      [10_000, 5],
    ] as const;
    const svg = chartOf('cost', [
      { name: 'one', kind: 'ours', dashed: false, points },
      { name: 'other', kind: 'rival', dashed: true, points },
    ]);
    expect(svg.match(/<polyline/g)).toHaveLength(2);
    expect(svg).toContain('>other</text>');
    expect(svg).not.toContain('NaN');
  });
});
