import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { firstDegree } from './first-degree.js';
import { IndexFolder } from './index-folder.js';
import { anyWorld, EPOCH } from './world.fixture.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'index-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const everybody = Array.from({ length: 8 }, (_, person) => ({ person, from: EPOCH - 1e9, to: EPOCH + 1e10 }));
const rules = (['widest', 'surest'] as const).map((bounds) => ({ minSeconds: 5, lagSeconds: 10, bounds }));
const world = () => fc.sample(anyWorld, { numRuns: 30, seed: 7 }).find(({ stays }) => stays.length > 20)!;
const segmentFiles = () => readdirSync(folder).filter((name) => name.endsWith('.bin'));

describe('the files of an index', () => {
  it('give back what was kept, merged and removed people and stays included', () => {
    fc.assert(
      fc.property(anyWorld, ({ index }) => {
        index.advance(5);
        new IndexFolder(folder).save(index);
        const opened = new IndexFolder(folder).open();
        if (opened.kind !== 'opened') throw new Error(opened.kind);
        for (const rule of rules) expect(firstDegree(opened.index, everybody, rule)).toEqual(firstDegree(index, everybody, rule));
        expect(opened.index.manifest()).toEqual(index.manifest());
      }),
      { numRuns: 25 },
    );
  });

  it('keep stays that begin within a second to the millisecond', () => {
    const { index } = world();
    index.add([{ ordinal: 9_999, person: 1, place: 1, start: EPOCH + 1, end: EPOCH + 2_002 }]);
    new IndexFolder(folder).save(index);
    const opened = new IndexFolder(folder).open();
    expect(opened.kind === 'opened' && opened.index.exactOf(9_999)).toEqual({ start: EPOCH + 1, end: EPOCH + 2_002 });
  });

  it('are written once each, and go when nothing names them', () => {
    const { index } = world();
    const files = new IndexFolder(folder);
    files.save(index);
    const before = segmentFiles();
    files.save(index);
    expect(segmentFiles()).toEqual(before);
    writeFileSync(join(folder, 'segment-77.bin.new'), 'cut short');
    index.add([{ ordinal: 5_000, person: 0, place: 0, start: EPOCH, end: EPOCH + 60_000 }]);
    files.save(index);
    expect(segmentFiles()).toHaveLength(before.length + 1);
    expect(readdirSync(folder).some((name) => name.endsWith('.new'))).toBe(false);
  });

  it('are absent before the first save', () => {
    expect(new IndexFolder(folder).open()).toEqual({ kind: 'absent' });
  });

  it('say so when one is gone, cut short, changed or foreign, and when the manifest is', () => {
    const { index } = world();
    const damage: [name: RegExp, harm: (path: string) => void][] = [
      [/bin$/, (path) => rmSync(path)],
      [/bin$/, (path) => truncateSync(path, 5_000)],
      [/bin$/, (path) => writeFileSync(path, readFileSync(path).fill(7, 4_100, 4_104))],
      [/bin$/, (path) => writeFileSync(path, 'something else')],
      [/json$/, (path) => writeFileSync(path, readFileSync(path, 'utf8').replace('"watermark":0', '"watermark":1'))],
      [/json$/, (path) => truncateSync(path, 40)],
    ];
    for (const [name, harm] of damage) {
      rmSync(folder, { recursive: true, force: true });
      new IndexFolder(folder).save(index);
      harm(join(folder, readdirSync(folder).find((file) => name.test(file))!));
      expect(new IndexFolder(folder).open().kind, String(harm)).toBe('damaged');
    }
  });
});
