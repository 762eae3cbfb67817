import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { generateCity } from '../city/city.js';
import { BLOCK, BlockFile, checksumsOf, DamagedSegment } from './block-file.js';
import { evidenceFinder } from './evidence-columns.js';
import { ExposureColumns } from './exposure-columns.js';
import { type FirstDegree, firstDegree } from './first-degree.js';
import { IndexFolder } from './index-folder.js';
import { secondDegree } from './second-degree-columns.js';
import { touching } from './touching-columns.js';
import { anyWorld, EPOCH, rowsOf } from './world.fixture.js';

const DAY = 86_400_000;
const city = generateCity({ people: 2_500, days: 5, seed: 3 });
const cityIndex = () => {
  const index = new ExposureColumns(EPOCH);
  index.load(city.stays);
  return index;
};
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'read-by-need-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function opened(files: string): ExposureColumns {
  const result = new IndexFolder(files).open();
  if (result.kind !== 'opened') throw new Error(result.kind);
  return result.index;
}
function saved(index: ExposureColumns): string {
  const files = join(folder, 'index');
  new IndexFolder(files).save(index);
  return files;
}
const segmentFiles = (files: string) => readdirSync(files).filter((name) => name.endsWith('.bin'));

const rules = [0, 900].flatMap((minSeconds) =>
  (['widest', 'surest'] as const).map((bounds) => ({ minSeconds, lagSeconds: minSeconds === 0 ? 20 : 0, bounds })),
);
const someone = (person: number) => [{ person, from: EPOCH + DAY, to: EPOCH + 4 * DAY }];
const rows = (found: FirstDegree) => rowsOf(found).map(String);

/** Answers to one question of each kind about a person. */
function answers(index: ExposureColumns, person: number): unknown[] {
  const sources = someone(person);
  const stay = { person, start: EPOCH + DAY, end: EPOCH + 2 * DAY, places: [0, 1, 2, person] };
  return rules.map((rule) => {
    const first = firstDegree(index, sources, rule);
    const evidence = evidenceFinder(index, sources, rule);
    return {
      first: rows(first),
      evidence: rowsOf(first)
        .slice(0, 5)
        .map(([, contact]) => evidence(contact!)),
      touched: touching(index, [stay], { from: EPOCH, to: EPOCH + 3 * DAY, lagMs: rule.lagSeconds * 1_000, without: new Set() }),
    };
  });
}
const second = (index: ExposureColumns) => {
  const { person, earliest } = secondDegree(index, someone(7), rules[0]!);
  return [String(person), String(earliest)];
};

describe('an index read by need', () => {
  it('answers as the one that was kept, in every kind of question, one after the other', () => {
    const index = cityIndex();
    const files = saved(index);
    for (const person of [0, 7, 1_200, 2_499]) {
      // From a fresh start, and with what the questions before it brought in.
      const half = opened(files);
      expect(answers(half, person)).toEqual(answers(index, person));
      expect(answers(half, 31)).toEqual(answers(index, 31));
      expect(second(half)).toEqual(second(index));
    }
  });

  it('answers so for any world, with people merged and stays removed', () => {
    fc.assert(
      fc.property(anyWorld, fc.nat(7), ({ index }, person) => {
        expect(answers(opened(saved(index)), person)).toEqual(answers(index, person));
      }),
      { numRuns: 60 },
    );
  });

  it('tells the evidence of a meeting that began on the day before the stay that is asked about', () => {
    const index = new ExposureColumns(EPOCH);
    // Many rows a day, so that no column shares a block with another.
    const many = Int32Array.from({ length: 6_000 }, (_, i) => i);
    const [day, hour] = [86_400, 3_600];
    const start = many.map((i) => (i % 2) * day + (i < 2 ? [23 * hour, hour][i]! : 12 * hour));
    index.load({
      person: many,
      place: many.map((i) => (i < 2 ? 0 : i)),
      start,
      end: start.map((at) => at + 4 * hour),
      ordinal: many.map((i) => 10_000 + i),
    });
    const found = evidenceFinder(opened(saved(index)), [{ person: 0, from: EPOCH, to: EPOCH + 3 * DAY }], rules[2]!)(1);
    expect(found).toEqual([{ source: 0, sourceOrdinal: 10_000, contactOrdinal: 10_001, place: 0, start: day + hour, end: day + 3 * hour }]);
  });

  it('takes new and removed stays before it is read, and is saved with them', () => {
    const index = cityIndex();
    const half = opened(saved(index));
    for (const one of [index, half]) {
      one.remove([3, 40_000, 5]);
      one.add([{ ordinal: 900_000, person: 7, place: 0, start: EPOCH + DAY, end: EPOCH + 3 * DAY }]);
    }
    expect(answers(half, 7)).toEqual(answers(index, 7));
    const again = join(folder, 'again');
    new IndexFolder(again).save(half);
    expect(answers(opened(again), 7)).toEqual(answers(index, 7));
    expect(second(opened(again))).toEqual(second(index));
  });

  it('reads on when another index has taken the place of its files', () => {
    const files = saved(cityIndex());
    const half = opened(files);
    new IndexFolder(files).save(new ExposureColumns(EPOCH));
    expect(segmentFiles(files)).toEqual([]);
    expect(answers(half, 7)).toEqual(answers(cityIndex(), 7));
  });
});

describe('damage that is found late', () => {
  it('is a DamagedSegment out of the questions that need those rows, each time, and out of no other', () => {
    const index = cityIndex();
    const files = saved(index);
    const expected = rows(firstDegree(index, someone(7), rules[2]!));
    const others = rows(firstDegree(index, someone(8), rules[2]!));
    const [name] = segmentFiles(files);
    const blocks = Math.floor((statSync(join(files, name!)).size - BLOCK) / BLOCK);
    let [hurt, spared] = [0, 0];
    for (let block = 1; block < blocks; block += 3) {
      const copy = join(folder, `copy-${block}`);
      cpSync(files, copy, { recursive: true });
      const path = join(copy, segmentFiles(copy).find((file) => file.startsWith('segment-3'))!);
      const bytes = readFileSync(path);
      bytes[block * BLOCK + 9]! ^= 1;
      writeFileSync(path, bytes);
      const half = opened(copy);
      const ask = (person: number) => rows(firstDegree(half, someone(person), rules[2]!));
      const told = (person: number): string[] | null => {
        try {
          return ask(person);
        } catch (error) {
          expect(error).toBeInstanceOf(DamagedSegment);
          expect((error as Error).message).toContain(path);
          expect(() => ask(person)).toThrow(DamagedSegment);
          return null;
        }
      };
      const [one, other] = [told(7), told(8)];
      if (one === null) hurt++;
      else spared++;
      expect(one ?? expected).toEqual(expected);
      expect(other ?? others).toEqual(others);
      // Whoever asks for everything, or saves, always finds it.
      expect(() => second(half)).toThrow(DamagedSegment);
      expect(() => new IndexFolder(join(folder, 'never')).save(half)).toThrow(DamagedSegment);
    }
    expect(hurt).toBeGreaterThan(3);
    expect(spared).toBeGreaterThan(3);
  });

  it('of the checksums themselves is found at once', () => {
    const files = saved(cityIndex());
    const path = join(files, segmentFiles(files)[0]!);
    const bytes = readFileSync(path);
    bytes[bytes.length - 1]! ^= 1;
    writeFileSync(path, bytes);
    expect(new IndexFolder(files).open()).toMatchObject({ kind: 'damaged', reason: expect.stringContaining('checksum') });
  });
});

describe('a file in blocks', () => {
  it('brings in what is needed and no more, from the first byte to the last', () => {
    const content = Buffer.from(Uint8Array.from({ length: 3 * BLOCK + 5 }, (_, at) => (at * 31) & 255));
    const path = join(folder, 'blocks');
    writeFileSync(path, Buffer.concat([Buffer.from('head'), content]));
    const sums = checksumsOf([content.subarray(0, 1_001), content.subarray(1_001, 3 * BLOCK), content.subarray(3 * BLOCK)]);
    const file = new BlockFile(path);
    const bytes = new Uint8Array(content.length);
    file.begin(bytes, 4, sums);
    file.need(BLOCK, BLOCK);
    expect(bytes.every((byte) => byte === 0)).toBe(true);
    file.need(2 * BLOCK - 1, 2 * BLOCK);
    file.need(3 * BLOCK + 4, 3 * BLOCK + 5);
    const came = Buffer.alloc(content.length);
    content.copy(came, BLOCK, BLOCK, 2 * BLOCK);
    content.copy(came, 3 * BLOCK, 3 * BLOCK);
    expect(came.equals(bytes)).toBe(true);
    expect(file.isWhole).toBe(false);
    file.needAll();
    expect(content.equals(bytes)).toBe(true);
    expect(file.isWhole).toBe(true);
  });
});
