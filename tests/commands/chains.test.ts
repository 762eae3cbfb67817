import { afterAll, describe, expect, test } from 'vitest';
import { answerOf, command, newFolder } from './command-line.js';
import { seeded } from './seeded.js';

const folder = newFolder();
afterAll(() => folder.remove());

interface Link {
  readonly from: string;
  readonly to: string;
  /** Of April 2022. */
  readonly day: number;
}
const date = (day: number) => `2022-04-${String(day).padStart(2, '0')}`;

function randomLinks(seed: number): Link[] {
  const next = seeded(seed);
  return Array.from({ length: 26 }, () => ({ from: `p${next(10)}`, to: `p${next(10)}`, day: 1 + next(9) }));
}

interface Question {
  readonly direction: 'in' | 'out' | 'both';
  readonly from: number;
  readonly to: number;
  readonly most: number;
}

/** Every way from the root walked to its end, nobody passed twice: by how few steps each person is reached. */
function walked(links: readonly Link[], root: string, out: boolean, most: number): number[] {
  const nearest = new Map<string, number>();
  const walk = (here: string, day: number, way: readonly string[]): void => {
    if (way.length > most) return;
    for (const link of links) {
      const [start, next] = out ? [link.from, link.to] : [link.to, link.from];
      if (start !== here || way.includes(next) || (out ? link.day < day : link.day > day)) continue;
      nearest.set(next, Math.min(nearest.get(next) ?? most, way.length));
      walk(next, link.day, [...way, next]);
    }
  };
  walk(root, out ? 0 : 99, [root]);
  return Array.from({ length: Math.max(0, ...nearest.values()) }, (_, i) => [...nearest.values()].filter((n) => n === i + 1).length);
}

function chainOf(all: readonly Link[], root: string, { direction, from, to, most }: Question) {
  const links = all.filter((l) => l.from !== l.to && l.day >= from && l.day <= to);
  const into = direction === 'out' ? [] : walked(links, root, false, most);
  const out = direction === 'in' ? [] : walked(links, root, true, most);
  const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
  return {
    inDegree: direction === 'out' ? 0 : new Set(links.filter((l) => l.to === root).map((l) => l.from)).size,
    outDegree: direction === 'in' ? 0 : new Set(links.filter((l) => l.from === root).map((l) => l.to)).size,
    ingoingChain: sum(into),
    outgoingChain: sum(out),
    byDistance: { in: into, out },
  };
}

const QUESTIONS: readonly Question[] = [
  { direction: 'both', from: 1, to: 30, most: 99 },
  { direction: 'in', from: 3, to: 7, most: 99 },
  { direction: 'out', from: 2, to: 9, most: 2 },
];

test.each([21, 22])('random contacts, seed %i: one root and all roots are those of walking every way', async (seed) => {
  const links = randomLinks(seed);
  const file = folder.write(`links-${seed}.csv`, `to,date,from\n${links.map((l) => [l.to, date(l.day), l.from].join()).join('\n')}\n`);
  const roots = [...new Set(links.flatMap((l) => [l.from, l.to]))];
  await Promise.all(
    QUESTIONS.map(async (question) => {
      const options = ['--direction', question.direction, '--from', date(question.from), '--to', date(question.to)];
      const most = question.most === 99 ? [] : ['--max-distance', `${question.most}`];
      const ask = (root: string) => answerOf(['chains', '--contacts', file, '--root', root, ...options, ...most]);
      const each = roots.map((root) => chainOf(links, root, question));
      const [one, all] = await Promise.all([ask(roots[0]!), ask('all')]);
      expect(one).toEqual({ ...each[0], ignored: 0 });
      const over = (of: (values: number[]) => number) =>
        Object.fromEntries(
          (['inDegree', 'outDegree', 'ingoingChain', 'outgoingChain'] as const).map((name) => [name, of(each.map((e) => e[name]))]),
        );
      expect(all).toEqual({
        roots: roots.length,
        sums: over((values) => values.reduce((a, b) => a + b, 0)),
        max: over((values) => Math.max(...values)),
        ignored: 0,
      });
    }),
  );
});

describe('by hand', () => {
  const ask = (rows: readonly string[], root: string, ...more: string[]) =>
    answerOf<ReturnType<typeof chainOf> & { ignored: number }>(['chains', '--contacts', '-', '--root', root, ...more], {
      stdin: `\uFEFFfrom,to,date\r\n${rows.join('\r\n')}\r\n`,
    });

  test('on the same day it goes on, a day before it does not; a longer way that comes earlier reaches further', async () => {
    const [same, before, longer] = await Promise.all([
      ask(['a,b,2022-04-10', 'b,c,2022-04-10'], 'a'),
      ask(['a,b,2022-04-10', 'b,c,2022-04-09'], 'a'),
      ask(['a,b,2022-04-10', 'a,c,2022-04-02', 'c,b,2022-04-03', 'b,d,2022-04-05'], 'a'),
    ]);
    expect(same.byDistance.out).toEqual([1, 1]);
    expect(before.byDistance.out).toEqual([1]);
    expect(longer).toMatchObject({ outDegree: 2, outgoingChain: 3, byDistance: { in: [], out: [2, 0, 1] } });
  });

  test('bounds are inclusive, oneself is nobody, a loop ends, and the root is not counted', async () => {
    const rows = ['a,b,2022-04-10', 'b,a,2022-04-10', 'a,a,2022-04-10', 'b,c,2022-04-12'];
    const [bounded, whole] = await Promise.all([
      ask(rows, 'a', '--from', '2022-04-10', '--to', '2022-04-12'),
      ask(rows, 'a', '--to', '2022-04-11'),
    ]);
    expect(bounded).toEqual({
      inDegree: 1,
      outDegree: 1,
      ingoingChain: 1,
      outgoingChain: 2,
      byDistance: { in: [1], out: [1, 1] },
      ignored: 0,
    });
    expect(whole).toMatchObject({ outgoingChain: 1 });
  });

  test('a moment is a day of the zone', async () => {
    // Half past eleven at night in UTC is the next day in China.
    const rows = ['a,b,2022-04-10T23:30:00Z', 'b,c,2022-04-10'];
    const [china, utc] = await Promise.all([ask(rows, 'a'), ask(rows, 'a', '--tz', 'UTC')]);
    expect(china.outgoingChain).toBe(1);
    expect(utc.outgoingChain).toBe(2);
  });

  test('no row has no root; one row has two', async () => {
    const nothing = { inDegree: 0, outDegree: 0, ingoingChain: 0, outgoingChain: 0 };
    const one = { inDegree: 1, outDegree: 1, ingoingChain: 1, outgoingChain: 1 };
    const [none, single] = await Promise.all([ask([], 'all'), ask(['a,b,2022-04-10'], 'all')]);
    expect(none).toEqual({ roots: 0, sums: nothing, max: nothing, ignored: 0 });
    expect(single).toEqual({ roots: 2, sums: one, max: one, ignored: 0 });
  });

  test('rows without a usable date or end are counted, said and written; the answer goes on; who is in no link is refused', async () => {
    const file = folder.write('dirty.csv', 'from,to,date,note\na,b,2022-04-10,\na,c,,no date\na,,2022-04-10,no end\na,d,April,no day\n');
    const errors = `${folder.path}/errors.csv`;
    const ran = await command(['chains', '--contacts', file, '--root', 'a', '--errors', errors, '--json']);
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.stdout)).toMatchObject({ outgoingChain: 1, ignored: 3 });
    expect(ran.stderr).toMatch(/^3 rows were left out: /);
    expect(folder.rows('errors.csv').map(({ reason, row, note }) => [reason, row, note])).toEqual([
      ['It has no date, so it is part of no chain.', '3', 'no date'],
      ['from or to is missing.', '4', 'no end'],
      ['The date cannot be read.', '5', 'no day'],
    ]);
    const stranger = await command(['chains', '--contacts', file, '--root', 'zoe']);
    expect(stranger).toMatchObject({ code: 1, stdout: '' });
    expect(stranger.stderr).toContain(`${file} has no link of zoe: check the id.`);
  });
});
