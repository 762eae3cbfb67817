import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerOf, type Imported, newFolder } from '../commands/command-line.js';
import { emptyGround, type OwnGround } from '../support/built-server.js';
import { ownFile, publicFile, publicRows, withPublicData } from './public-data.js';

withPublicData('varicella-sim-berlin', () => {
  const folder = newFolder();
  const file = publicFile('varicella-sim-berlin/persons_stays.csv');
  const protocol = ownFile('varicella.protocol.json');
  const persons = publicRows('varicella-sim-berlin/persons_stays.csv');
  // A person is called by the row of the file, whose first one holds the headers.
  const stays = `person,place,start,end,source\n${persons
    .flatMap((p, i) => [1, 2].map((n) => `${i + 2},${p[`center${n}`]},${p[`arrival${n}`]},${p[`leave${n}`]},register`))
    .join('\n')}\n`;
  const cases = `case,person,onset_on\n${persons.flatMap((p, i) => (p.onset ? [`c${i + 2},${i + 2},${p.onset}`] : [])).join('\n')}\n`;
  const links = (rows: Record<string, string>[]) => new Set(rows.map((row) => `${row.case}>${row.contact}`)).size;
  let ground: OwnGround;
  beforeAll(async () => {
    ground = await emptyGround();
    folder.write('stays.csv', stays);
    folder.write('cases.csv', cases);
  });
  afterAll(async () => {
    await ground?.clear();
    folder.remove();
  });

  test('from files: 280 contacts by 2,767 links, and the 27 reversed stays are left out by name', async () => {
    const [out, errors] = [`${folder.path}/derived.csv`, `${folder.path}/errors.csv`];
    const files = ['--stays', `${folder.path}/stays.csv`, '--cases', `${folder.path}/cases.csv`];
    const found = await answerOf(['derive', ...files, '--protocol', protocol, '--out', out, '--errors', errors]);
    expect(found).toMatchObject({ contacts: 280, rows: 2_767, byCertainty: { definite: 280 }, ignored: 27, noWindow: [] });
    expect(links(folder.rows('derived.csv'))).toBe(2_767);
    expect(new Set(folder.rows('errors.csv').map((row) => row.reason))).toEqual(new Set(['It ends before it starts: correct the times.']));
  });

  test('through the import, by a mapping of two stays a row: the same 280 and 2,767 from the database', async () => {
    const errors = `${folder.path}/import-errors.csv`;
    const bring = () =>
      answerOf<Imported>(['import', file, '--mapping', ownFile('varicella.mapping.json'), '--errors', errors], { ground });
    const done = await bring();
    // 500 people, 4 places, 129 cases and 1,000 stays, of which 27 end before they start.
    expect(done).toMatchObject({ rows: 500, rowsWithErrors: 27, rejected: 27, updated: 0 });
    expect(done.inserted + done.unchanged).toBe(500 + 1_000 + 129 + 1_000 - 27);
    expect(folder.rows('import-errors.csv')).toHaveLength(27);
    const out = `${folder.path}/database.csv`;
    const found = await answerOf(['derive', '--case', 'all', '--protocol', protocol, '--out', out], { ground });
    expect(found).toMatchObject({ contacts: 280, rows: 2_767, byCertainty: { definite: 280 } });
    const plain = (row: Record<string, string>) =>
      [row.case, row.contact]
        .map((id) => id!.replace(/^.*\D/, ''))
        .concat(row.first!, row.last!)
        .join();
    expect(folder.rows('database.csv').map(plain).sort()).toEqual(folder.rows('derived.csv').map(plain).sort());
  });

  test('a second import of the same file says that nothing is new', async () => {
    const again = await answerOf<Imported>(['import', file, '--mapping', ownFile('varicella.mapping.json')], { ground });
    expect(again).toMatchObject({ inserted: 0, updated: 0, rejected: 27, unchanged: 500 + 1_000 + 129 + 973 });
  });

  test('co-presence: 38,303 pairs shared a day, 37,662 of them a night', async () => {
    const ask = (...more: string[]) => answerOf(['co-presence', '--stays', `${folder.path}/stays.csv`, ...more]);
    expect(await ask()).toMatchObject({ pairs: 38_303, persons: 500, ignored: 27 });
    // Whole days: who shares a night shares two days.
    expect(await ask('--min-seconds', String(2 * 86_400))).toMatchObject({ pairs: 37_662 });
  });
});
