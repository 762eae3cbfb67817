import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerOf, type Imported, newFolder } from '../commands/command-line.js';
import { emptyGround, type OwnGround } from '../support/built-server.js';
import { chainOf, sizes } from './chain-view.js';
import { ownFile, publicFile, publicRows, withPublicData } from './public-data.js';

withPublicData('mers-korea-2015', () => {
  let ground: OwnGround;
  beforeAll(async () => {
    ground = await emptyGround();
  });
  afterAll(() => ground?.clear());

  test('the line list and its contacts come in, and the chain view shows components of 94 and 3', async () => {
    const bring = (file: string, mapping: string) =>
      answerOf<Imported>(['import', publicFile(`mers-korea-2015/${file}`), '--mapping', ownFile(mapping)], { ground });
    expect(await bring('linelist.csv', 'mers-cases.mapping.json')).toMatchObject({ rows: 162, inserted: 324, rejected: 0 });
    expect(await bring('contacts.csv', 'mers-contacts.mapping.json')).toMatchObject({ rows: 98, inserted: 98, rejected: 0 });
    const found = await chainOf(ground);
    expect(found.nodes.filter((node) => node.kind === 'case')).toHaveLength(162);
    expect(
      sizes(
        found.nodes.map((node) => node.id),
        found.edges,
      ).filter((size) => size > 1),
    ).toEqual([94, 3]);
    expect(found.components).toBe(67);
  });

  test('clusters of the files: two, four generations, eleven sources', async () => {
    const contacts = publicFile('mers-korea-2015/contacts.csv');
    expect(await answerOf(['clusters', '--contacts', contacts])).toMatchObject({
      persons: 97,
      links: 98,
      components: 2,
      sizes: [94, 3],
      generations: { 4: 1 },
      selfLinks: 0,
      loops: 0,
    });
    const withCases = await answerOf(['clusters', '--contacts', contacts, '--cases', publicFile('mers-korea-2015/linelist.csv')]);
    expect(withCases).toMatchObject({ persons: 162, components: 67, missing: 0 });
  });
});

withPublicData('ebola-sim-clean', () => {
  const folder = newFolder();
  afterAll(() => folder.remove());

  test('clusters of the simulated outbreak: 1,711 of up to 14 people, nine generations, 1,218 ids that no list explains', async () => {
    const rows = publicRows('ebola-sim-clean/contacts.csv').map(({ infector, case_id }) => `${infector},${case_id}`);
    const contacts = folder.write('links.csv', `from,to\n${rows.join('\n')}\n`);
    const alone = await answerOf<{ sizes: number[]; generations: Record<string, number> }>(['clusters', '--contacts', contacts]);
    expect(alone).toMatchObject({ persons: 5_511, links: 3_800, components: 1_711, loops: 0, selfLinks: 0, roots: 1_711 });
    expect(alone.sizes[0]).toBe(14);
    expect(Math.max(...Object.keys(alone.generations).map(Number))).toBe(9);
    const cases = publicFile('ebola-sim-clean/linelist.csv');
    expect(await answerOf(['clusters', '--contacts', contacts, '--cases', cases])).toMatchObject({ missing: 1_218 });
  });
});
