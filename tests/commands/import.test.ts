import { localOperator } from '@tracewright/investigation';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyGround, type OwnGround } from '../support/built-server.js';
import { ask, opened } from '../support/graph-questions.js';
import { answerOf, command, type Imported, newFolder } from './command-line.js';

const folder = newFolder();
let ground: OwnGround;
beforeAll(async () => {
  ground = await emptyGround();
});
afterAll(async () => {
  await ground?.clear();
  folder.remove();
});

const bring = (...args: string[]) => answerOf<Imported>(['import', ...args], { ground });
const counts = async (): Promise<unknown> => {
  const labels = [
    'Area',
    'Place',
    'Person',
    'CaseEpisode',
    'Stay',
    'Evidence',
    'Naming',
    'Account',
    'SourceRecord',
    'Version',
    'ImportBatch',
  ];
  const rows = await ask(ground, 'MATCH (n) WHERE labels(n)[0] IN $labels RETURN labels(n)[0] AS label, count(n) AS n ORDER BY label', {
    labels,
  });
  return Object.fromEntries(rows.map(({ label, n }) => [label, n]));
};

/** One small file of each kind, columns by the names of the contract, in an order of their own. */
const FILES = {
  areas: 'level,name,area,parent\ndistrict,云泽区,d,\nstreet,望月街道,s,d\n',
  places: 'place,name,category,area\ninn,望月酒楼,restaurant,s\n',
  people: 'person,name,sex,phone,area\na,王一,男,13900000001,s\nb,李二,女,13900000002,s\n',
  cases: 'case,person,category,onset_on,reported_at,area\nk,a,confirmed,2022-04-10,2022-04-12 08:00,d\n',
  stays:
    'person,place,start,end,source\na,inn,2022-04-10 12:00,2022-04-10 13:00,interview\nb,inn,2022-04-10 12:00,2022-04-10 13:00,interview\n',
  evidence: 'evidence,person,source,place,start\ne,b,camera,inn,2022-04-10 12:05\n',
  contacts: 'case,contact,name,phone,relation\nk,n,张三,13900000003,household\n',
  accounts: 'login,name,role,area\ntracer9,流调员,tracer,d\n',
} as const;
type Kind = keyof typeof FILES;
const KINDS = Object.keys(FILES) as Kind[];
const fileOf = (kind: Kind) => folder.write(`${kind}.csv`, FILES[kind]);
const rowsOf = (kind: Kind) => FILES[kind].trim().split('\n').length - 1;

describe('one file of each kind', () => {
  test('is first tried: the counts are told, nothing is written, and nothing is begun', async () => {
    const before = await counts();
    expect(await bring('--kind', 'areas', fileOf('areas'), '--dry-run')).toEqual({
      batch: null,
      rows: 2,
      rowsWithErrors: 0,
      inserted: 2,
      updated: 0,
      unchanged: 0,
      rejected: 0,
      errorsFile: null,
    });
    expect(await counts()).toEqual(before);
  });

  test('comes in whole; tried again it says that nothing would change, and brought again nothing does', async () => {
    for (const kind of KINDS) {
      const done = await bring('--kind', kind, fileOf(kind));
      expect([kind, done]).toEqual([
        kind,
        {
          batch: expect.stringMatching(/^import-/),
          rows: rowsOf(kind),
          rowsWithErrors: 0,
          inserted: rowsOf(kind),
          updated: 0,
          unchanged: 0,
          rejected: 0,
          errorsFile: null,
        },
      ]);
    }
    const before = (await counts()) as Record<string, number>;
    // A deployment begins with an area of its own to be at home in.
    expect(before).toMatchObject({ Area: 2 + 1, Place: 1, Person: 3, CaseEpisode: 1, Stay: 2, Naming: 1, ImportBatch: 8 });
    const same = (kind: Kind) => ({ inserted: 0, updated: 0, unchanged: rowsOf(kind), rejected: 0 });
    expect(await bring('--kind', 'stays', fileOf('stays'), '--dry-run')).toMatchObject({ batch: null, ...same('stays') });
    for (const kind of ['stays', 'contacts'] as const) expect(await bring('--kind', kind, fileOf(kind))).toMatchObject(same(kind));
    expect(await counts()).toEqual({ ...before, ImportBatch: 10 });
  });

  test('what the cases follow from is derived: who sat at the table, and whom the case named', async () => {
    const contacts = await ask(ground, 'MATCH (c:Contact) RETURN c.personId AS id ORDER BY id');
    expect(contacts.map(({ id }) => id)).toEqual(['local:b', 'local:n']);
  });
});

test('a corrected row changes its record and leaves the former values; another person under a known id is refused by name', async () => {
  const file = folder.write('people-2.csv', 'person,name,address,area\na,王一,望月街道1号,s\nb,欧阳震华,,s\nc,赵四,,s\n');
  const errors = `${folder.path}/people-2-errors.csv`;
  expect(await bring('--kind', 'people', file, '--errors', errors)).toMatchObject({
    rows: 3,
    rowsWithErrors: 1,
    inserted: 1,
    updated: 1,
    unchanged: 0,
    rejected: 1,
    errorsFile: errors,
  });
  expect(folder.rows('people-2-errors.csv')).toMatchObject([{ row: '3', person: 'b', name: '欧阳震华' }]);
  const [headers, row] = folder.read('people-2-errors.csv').split('\r\n');
  expect(headers).toBe('reason,row,file,person,name,address,area');
  expect(row).toMatch(
    /^name: This id is another person \(the names differ\); nothing was updated\. Check the id\.,3,f[0-9a-f]+,b,欧阳震华,,s$/,
  );
  const former = await ask(ground, "MATCH (v:Version {nodeId: 'local:a'}) RETURN v.address AS address");
  expect(former.map(({ address }) => address ?? null)).toEqual([null]);
});

test('what is refused comes back with the reason first and the row as it came; mended, the same rows come in', async () => {
  const list = [
    'person,name,doc_no,phone,remark',
    'x1,=王五,110101199003070017,,=1+1',
    'x2,钱六,1.10101E+17,,',
    ',孙七,,,',
    'x4,周八,,12,',
    'x5,吴九,,+86 139 0000 0005,',
  ];
  const errors = 'spoiled-errors.csv';
  const done = await bring('--kind', 'people', folder.write('spoiled.csv', list.join('\r\n')), '--errors', `${folder.path}/${errors}`);
  expect(done).toMatchObject({ rows: 5, rowsWithErrors: 3, inserted: 2, rejected: 3 });
  expect(folder.rows(errors).map(({ reason, row, doc_no }) => [row, reason!.split(':').slice(0, 2).join(':'), doc_no])).toEqual([
    ['3', 'doc_no: A spreadsheet turned this document number into scientific notation and its last digits are lost', '1.10101E+17'],
    ['4', 'person: person is missing', ''],
    ['5', 'phone: This phone number cannot be read', ''],
  ]);
  const mended = folder.read(errors).replace('1.10101E+17', '').replace(',,孙七', ',x3,孙七').replace(',12,', ",'+86 139 0000 0004,");
  expect(await bring('--kind', 'people', folder.write('mended.csv', mended))).toMatchObject({ rows: 3, inserted: 3, rejected: 0 });
  const names = await ask(ground, "MATCH (p:Person) WHERE p.id STARTS WITH 'local:x' RETURN p.id AS id, p.name AS name ORDER BY id");
  expect(names.map(({ id, name }) => `${id} ${name}`)).toEqual([
    'local:x1 =王五',
    'local:x2 钱六',
    'local:x3 孙七',
    'local:x4 周八',
    'local:x5 吴九',
  ]);
  // Nothing refused leaves an error file with nothing to mend.
  await bring('--kind', 'people', folder.write('mended.csv', mended), '--errors', `${folder.path}/${errors}`);
  expect(folder.rows(errors)).toEqual([]);
});

test('references that are not known are refused, or made when asked for; ids belong to their source', async () => {
  const file = folder.write('stays-2.csv', 'person,place,start,end\nstranger,somewhere,2022-04-10 12:00,2022-04-10 13:00\n');
  expect(await bring('--kind', 'stays', file)).toMatchObject({ inserted: 0, rejected: 1, rowsWithErrors: 1 });
  expect(await bring('--kind', 'stays', file, '--create-missing')).toMatchObject({ inserted: 1, rejected: 0 });
  const other = folder.write('people-3.csv', 'person,name\na,别人\n');
  expect(await bring('--kind', 'people', other, '--source', 'elsewhere')).toMatchObject({ inserted: 1, rejected: 0 });
  const ids = await ask(
    ground,
    "MATCH (p:Person) WHERE p.id IN ['local:a', 'elsewhere:a', 'local:stranger'] RETURN p.id AS id ORDER BY id",
  );
  expect(ids.map(({ id }) => id)).toEqual(['elsewhere:a', 'local:a', 'local:stranger']);
});

describe('columns', () => {
  test('that nobody named are kept as notes: with the stay, and beside the person for what has no note of its own', async () => {
    const stays = folder.write('noted.csv', 'person,place,start,end,车牌\nb,inn,2022-04-11 12:00,2022-04-11 13:00,演A·0001\n');
    expect(await bring('--kind', 'stays', stays)).toMatchObject({ inserted: 1, rejected: 0 });
    expect(await ask(ground, 'MATCH (s:Stay) WHERE s.note IS NOT NULL RETURN s.personId AS id, s.note AS note')).toEqual([
      { id: 'local:b', note: '车牌: 演A·0001' },
    ]);
    const contacts = folder.write('noted-2.csv', 'case,name,phone,座位号\nk,郑一,13900000077,7排\n');
    expect(await bring('--kind', 'contacts', contacts)).toMatchObject({ inserted: 1, rejected: 0 });
    const kept = await ask(ground, "MATCH (r:SourceRecord)-[:DESCRIBES]->(p:Person {name: '郑一'}) RETURN r.raw AS raw");
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept[0])).toContain('座位号: 7排');
  });

  test('are mapped by hand: by --map, by a mapping file with several records a row, and by the name of a mapping a screen saved', async () => {
    const file = folder.write('words.csv', 'who,what they call themselves,was at\nm1,马一,inn\nm2,马二,inn\n');
    expect(await bring('--kind', 'people', file, '--map', 'person=who,name=what they call themselves')).toMatchObject({ inserted: 2 });
    const mapping = {
      source: 'local',
      groups: [
        { kind: 'people', fields: { person: { column: 'who' }, name: { column: 'what they call themselves' } } },
        {
          kind: 'stays',
          fields: { person: { column: 'who' }, place: { column: 'was at' }, start: { value: '2022-04-11' }, source: { value: 'register' } },
        },
      ],
    };
    const saved = folder.write('words.mapping.json', JSON.stringify(mapping));
    expect(await bring(file, '--mapping', saved)).toMatchObject({ rows: 2, inserted: 2, unchanged: 2 });
    const { driver, desk } = await opened(ground);
    await desk.work.write(localOperator('/', 'test'), 'remember', async (tx) => {
      await desk.imports.rememberMapping(tx, 'who', '登记表.xlsx', JSON.stringify(mapping));
      tx.touch('mapping');
    });
    await driver.close();
    expect(await bring(file, '--mapping', '登记表.xlsx')).toMatchObject({ rows: 2, inserted: 0, unchanged: 4 });
  });

  test('that the file does not have, fields that the kind does not have, and mappings that are none are refused in a sentence', async () => {
    const file = fileOf('people');
    const broken = folder.write('broken.mapping.json', '{"groups": []}');
    const [column, field, absent, empty] = await Promise.all(
      [
        ['--kind', 'people', '--map', 'name=称呼'],
        ['--kind', 'people', '--map', 'shoe=name'],
        ['--mapping', 'nowhere.json'],
        ['--mapping', broken],
      ].map((args) => command(['import', file, ...args], { ground })),
    );
    expect(column).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('The header row has no column named 称呼.') });
    expect(field).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^--map: people have no field "shoe"; theirs are person, name/),
    });
    expect(absent).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('nowhere.json is neither a mapping file nor the name of a saved mapping: check its name.'),
    });
    expect(empty).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/broken\.mapping\.json: groups: /) });
  });
});

test('a workbook is read by its sheet, a day in it is a day; Chinese in GB18030, standard input and a byte order mark too', async () => {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('说明').addRow(['请看下一页']);
  const sheet = book.addWorksheet('病例');
  sheet.addRow(['病例编号', '人员编号', '发病日期']);
  sheet.addRow(['kb', 'c', new Date(Date.UTC(2022, 3, 9))]).getCell(3).numFmt = 'yyyy-mm-dd';
  const file = folder.write('cases.xlsx', new Uint8Array(await book.xlsx.writeBuffer()));
  const errors = `${folder.path}/cases-errors.xlsx`;
  expect(await bring('--kind', 'cases', file, '--sheet', '病例', '--errors', errors)).toMatchObject({
    rows: 1,
    inserted: 1,
    errorsFile: errors,
  });
  expect(await ask(ground, "MATCH (c:CaseEpisode {id: 'local:kb'}) RETURN c.onsetOn AS on")).toEqual([{ on: '2022-04-09' }]);
  const missing = await command(['import', '--kind', 'cases', file, '--sheet', '死亡'], { ground });
  expect(missing).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('There is no sheet named "死亡".') });

  // 姓名 and 王, as GB18030 writes them.
  const gb = Buffer.concat([
    Buffer.from('person,'),
    Buffer.from([0xd0, 0xd5, 0xc3, 0xfb]),
    Buffer.from('\ng1,'),
    Buffer.from([0xcd, 0xf5]),
    Buffer.from('\n'),
  ]);
  expect(await answerOf<Imported>(['import', '--kind', 'people', '-'], { ground, stdin: gb })).toMatchObject({ rows: 1, inserted: 1 });
  const bom = '\uFEFFperson,name\r\ng1,王\r\n';
  expect(await answerOf<Imported>(['import', '--kind', 'people', '-'], { ground, stdin: bom })).toMatchObject({ unchanged: 1 });
});

test('for people: progress on standard error, one sentence on standard output; a file without rows changes nothing', async () => {
  const ran = await command(['import', '--kind', 'people', fileOf('people')], { ground });
  expect(ran.code).toBe(0);
  // Their addresses were corrected since, and a file without addresses says nothing of them.
  expect(ran.stdout).toBe('2 rows: in 0, changed 0, unchanged 2, refused 0.\n');
  expect(ran.stderr).toBe('2 of 2 records\n');
  const none = folder.write('none.csv', 'person,name\n');
  expect(await bring('--kind', 'people', none)).toMatchObject({ rows: 0, inserted: 0, updated: 0, unchanged: 0, rejected: 0 });
});
