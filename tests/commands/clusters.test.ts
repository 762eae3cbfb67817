import { afterAll, describe, expect, test } from 'vitest';
import { answerOf, command, newFolder } from './command-line.js';
import { seeded } from './seeded.js';

const folder = newFolder();
afterAll(() => folder.remove());

type Link = readonly [from: string, to: string];

/** Ruling 35 by reaching: who reaches whom says everything, one step after the other until nothing is new. */
function clustersOf(all: readonly Link[], cases: readonly string[] | null) {
  const links = [...new Set(all.filter(([from, to]) => from !== to).map((link) => link.join('>')))].map(
    (text) => text.split('>') as [string, string],
  );
  const people = [...new Set([...(cases ?? []), ...all.flat()])];
  const reach = (steps: readonly Link[]) => {
    const found = new Map(people.map((p) => [p, new Set([p])]));
    for (let grew = true; grew; ) {
      grew = false;
      for (const [from, to] of steps)
        for (const reached of found.values())
          if (reached.has(from) && !reached.has(to)) {
            reached.add(to);
            grew = true;
          }
    }
    return found;
  };
  const [down, around] = [reach(links), reach([...links, ...links.map(([from, to]) => [to, from] as const)])];
  const groups = (same: (a: string, b: string) => boolean) => [
    ...new Set(
      people.map((p) =>
        people
          .filter((q) => same(p, q))
          .sort()
          .join(),
      ),
    ),
  ];
  const components = groups((a, b) => around.get(a)!.has(b)).map((g) => g.split(','));
  const sets = groups((a, b) => down.get(a)!.has(b) && down.get(b)!.has(a)).map((g) => g.split(','));
  const setOf = (person: string) => sets.find((set) => set.includes(person))!;
  const below = (set: readonly string[]) => links.flatMap(([from, to]) => (set.includes(from) && !set.includes(to) ? [setOf(to)] : []));
  const depth = (set: readonly string[]): number => 1 + Math.max(0, ...below(set).map(depth));
  const sources = sets.filter((set) => links.every(([from, to]) => !set.includes(to) || set.includes(from)));
  const generations: Record<string, number> = {};
  for (const source of sources) generations[depth(source)] = (generations[depth(source)] ?? 0) + 1;
  return {
    persons: people.length,
    links: links.length,
    components: components.length,
    sizes: components.map((c) => c.length).sort((a, b) => b - a),
    roots: sources.length,
    generations,
    selfLinks: all.filter(([from, to]) => from === to).length,
    loops: sets.filter((set) => set.length > 1).length,
    ...(cases === null ? {} : { missing: new Set(all.flat().filter((p) => !cases.includes(p))).size }),
    ignored: 0,
  };
}

test.each([31, 32, 33])('random links, seed %i: components, generations, sources and loops are those of reaching', async (seed) => {
  const next = seeded(seed);
  const links = Array.from({ length: 30 }, (): Link => [`p${next(40)}`, `p${next(40)}`]);
  const cases = Array.from({ length: 25 }, (_, i) => `p${i * 2}`);
  const file = folder.write(`links-${seed}.csv`, `from,to\n${links.map((l) => l.join()).join('\n')}\n`);
  // The case's own number is another one than its person's.
  const list = folder.write(`cases-${seed}.csv`, `case,person\n${cases.map((p, i) => `${1_000 + i},${p}`).join('\n')}\n`);
  const [alone, among] = await Promise.all([
    answerOf(['clusters', '--contacts', file]),
    answerOf(['clusters', '--contacts', file, '--cases', list]),
  ]);
  expect(alone).toEqual(clustersOf(links, null));
  expect(among).toEqual(clustersOf(links, cases));
});

describe('by hand', () => {
  const ask = (rows: readonly string[], ...more: string[]) =>
    answerOf(['clusters', '--contacts', '-', ...more], { stdin: `\uFEFFfrom,to,date\r\n${rows.map((r) => `${r}\r\n`).join('')}` });

  test('a loop is one generation and is never hung on; oneself is no link; the same link twice is one; a date that is empty does not matter', async () => {
    expect(await ask(['a,b,', 'b,a,2022-04-10', 'b,c,', 'b,c,2022-04-11', 'd,d,'])).toEqual({
      persons: 4,
      links: 3,
      components: 2,
      sizes: [3, 1],
      roots: 2,
      generations: { 1: 1, 2: 1 },
      selfLinks: 1,
      loops: 1,
      ignored: 0,
    });
  });

  test('no row has nobody; one row has two people and two generations; cases alone stand alone', async () => {
    const cases = folder.write('cases.csv', 'case_id\nx\ny\n');
    const [none, one, alone] = await Promise.all([ask([]), ask(['a,b,']), ask([], '--cases', cases)]);
    expect(none).toMatchObject({ persons: 0, links: 0, components: 0, sizes: [], roots: 0, generations: {}, loops: 0 });
    expect(one).toMatchObject({ persons: 2, links: 1, components: 1, sizes: [2], roots: 1, generations: { 2: 1 } });
    expect(alone).toMatchObject({ persons: 2, components: 2, sizes: [1, 1], missing: 0 });
  });

  test('rows that are no link are counted, said and written', async () => {
    const file = folder.write('dirty.csv', 'from,to,date\na,b,\n,b,\na,,\na,c,someday\n');
    const errors = `${folder.path}/errors.csv`;
    const ran = await command(['clusters', '--contacts', file, '--errors', errors, '--json']);
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.stdout)).toMatchObject({ persons: 2, links: 1, ignored: 3 });
    expect(ran.stderr).toMatch(/^3 rows were left out: /);
    expect(folder.rows('errors.csv').map(({ reason, row }) => [row, reason])).toEqual([
      ['3', 'from or to is missing.'],
      ['4', 'from or to is missing.'],
      ['5', 'The date cannot be read.'],
    ]);
  });
});
