import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { generateCity } from '../city/city.js';
import { evidenceFinder } from '../columns/evidence-columns.js';
import { ExposureColumns } from '../columns/exposure-columns.js';
import { firstDegree } from '../columns/first-degree.js';
import { secondDegree } from '../columns/second-degree-columns.js';
import { anyWorld, EPOCH, rowsOf } from '../columns/world.fixture.js';
import { IndexThreads, ThreadEnded } from './index-threads.js';

/** Threads run what was compiled. */
const ENTRY = new URL('../../dist/threads/thread.js', import.meta.url);
const threads = new IndexThreads(2, ENTRY);
afterAll(() => threads.close());

const DAY_MS = 86_400_000;
const everybody = Array.from({ length: 8 }, (_, person) => ({ person, from: EPOCH, to: EPOCH + 3 * DAY_MS }));
const anyRule = fc.record({
  minSeconds: fc.constantFrom(0, 1, 20),
  lagSeconds: fc.constantFrom(0, 15),
  bounds: fc.constantFrom<'widest' | 'surest'>('widest', 'surest'),
});
const copyOf = (index: ExposureColumns): ExposureColumns => ExposureColumns.of(index.parts());
const sorted = (rows: readonly number[][]): string[] => rows.map(String).sort();

function answersOf(index: ExposureColumns, rule: Parameters<typeof firstDegree>[2]) {
  const evidence = evidenceFinder(index, everybody, rule);
  const { person, earliest } = secondDegree(index, everybody.slice(0, 2), rule, [5]);
  return {
    first: sorted(rowsOf(firstDegree(index, everybody, rule))),
    second: [String(person), String(earliest)],
    evidence: everybody.map(({ person: contact }) => evidence(contact)),
  };
}

describe(`threads (${fileURLToPath(ENTRY).split('/').slice(-3).join('/')})`, () => {
  it('answer as the index does, also after it changed', async () => {
    await fc.assert(
      fc.asyncProperty(anyWorld, anyRule, fc.nat(7), async (world, rule, gone) => {
        const index = copyOf(world.index);
        for (const change of [() => undefined, () => index.remove([gone]), () => index.same.merge(gone, 3)]) {
          change();
          const [first, second] = await Promise.all([
            threads.firstDegree(index, everybody, rule),
            threads.secondDegree(index, everybody.slice(0, 2), rule, [5]),
          ]);
          expect(first).toEqual(firstDegree(index, everybody, rule));
          expect(second).toEqual(secondDegree(index, everybody.slice(0, 2), rule, [5]));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('answer about the index as it was when they were asked', async () => {
    const rule = { minSeconds: 60, lagSeconds: 0, bounds: 'widest' } as const;
    const index = new ExposureColumns(EPOCH);
    index.load(generateCity({ people: 500, seed: 4 }).stays);
    const cases = Array.from({ length: 20 }, (_, person) => ({ person, from: EPOCH, to: EPOCH + 7 * DAY_MS }));
    const before = firstDegree(index, cases, rule);
    const asked = threads.firstDegree(index, cases, rule);
    index.remove(Array.from({ length: 3_000 }, (_, i) => i * 3));
    const later = threads.firstDegree(index, cases, rule);
    expect(await asked).toEqual(before);
    const now = firstDegree(index, cases, rule);
    expect(now.met).toBeLessThan(before.met);
    expect(await later).toEqual(now);
  });

  it('put many rows in order as the index does', async () => {
    const { stays } = generateCity({ people: 2_000, seed: 9 });
    const [one, other] = [new ExposureColumns(EPOCH), new ExposureColumns(EPOCH)];
    one.load(stays);
    await threads.load(other, stays);
    expect(other.manifest()).toEqual(one.manifest());
    const rule = { minSeconds: 900, lagSeconds: 0, bounds: 'widest' } as const;
    expect(firstDegree(other, everybody, rule)).toEqual(firstDegree(one, everybody, rule));
  });

  it('make one segment of each day that changed, while changes go on, and no answer becomes another', async () => {
    let merged = 0;
    await fc.assert(
      fc.asyncProperty(anyWorld, anyRule, fc.array(fc.nat(60), { maxLength: 5 }), async (world, rule, gone) => {
        const [index, plain] = [copyOf(world.index), copyOf(world.index)];
        const tidying = threads.tidy(index);
        const added = gone.map((at, i) => ({
          ordinal: 1_000 + i,
          person: at % 8,
          place: at % 3,
          start: EPOCH + at * 1_000,
          end: EPOCH + 9e5,
        }));
        for (const each of [index, plain]) {
          each.remove(gone);
          each.add(added);
          if (gone.length > 2) each.flush();
        }
        merged += await tidying;
        expect(answersOf(index, rule)).toEqual(answersOf(plain, rule));
        await threads.tidy(index);
        expect(index.untidyRows).toBe(0);
        expect(index.manifest().removed).toBe(0);
        expect(await threads.tidy(index)).toBe(0);
        expect(answersOf(index, rule)).toEqual(answersOf(plain, rule));
      }),
      { numRuns: 60 },
    );
    expect(merged).toBeGreaterThan(60);
  });

  it('that end leave nobody waiting', async () => {
    const index = new ExposureColumns(EPOCH);
    index.add([{ ordinal: 0, person: 0, place: 0, start: EPOCH, end: EPOCH + 1_000 }]);
    const ending = new IndexThreads(2, new URL('data:text/javascript,setTimeout(() => process.exit(3), 50)'));
    const rule = { minSeconds: 1, lagSeconds: 0, bounds: 'widest' } as const;
    await expect(ending.firstDegree(index, everybody, rule)).rejects.toThrow(ThreadEnded);
    await expect(ending.tidy(copyOf(index))).resolves.toBe(0);
    await expect(ending.firstDegree(index, everybody, rule)).rejects.toThrow('A thread of the index has ended.');
    const failing = new IndexThreads(1, new URL('file:///nowhere/thread.js'));
    await expect(failing.secondDegree(index, everybody, rule)).rejects.toThrow('A thread of the index failed: Cannot find module');
    expect(rowsOf(firstDegree(index, everybody, rule))).toEqual([]);
  });
});
