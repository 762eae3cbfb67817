import { describe, expect, it } from 'vitest';
import { mappingSchema, mapRows } from './mapping.js';
import { guessSheet, openMapped, refusedTable } from './open-mapping.js';
import { fileMark, type KeyedFile } from './row-key.js';
import type { Sheet } from './table.js';
import { Unreadable } from './unreadable.js';
import { toCsv, toXlsx } from './write-table.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const sheet = (...rows: string[][]): Sheet => ({ name: '', rows });
const nobody = () => Promise.reject(new Error('asked without need'));
const map = (mapping: unknown, of: Sheet) => mapRows(of, mappingSchema.parse(mapping), (row) => `f#${row}`);

describe('a mapping file', () => {
  const shelters = sheet(
    ['name', 'center1', 'in1', 'out1', 'center2', 'in2', 'out2'],
    ['Ana', 'A', '06.05.2015', '20.06.2015', 'B', '27.06.2015', 'NA'],
    ['', '', '', '', '', '', ''],
    ['Bo', 'A', '1.5.2015', '2.5.2015', '', '', ''],
  );
  const stays = (n: number) => ({
    kind: 'stays',
    unless: 'place',
    fields: {
      stay: { row: true, prefix: `${n}-` },
      person: { row: true },
      place: { column: `center${n}` },
      start: { column: `in${n}`, format: 'D.M.YYYY' },
      end: { column: `out${n}`, format: 'D.M.YYYY', empty: ['NA'] },
      source: { value: 'register' },
    },
  });

  it('makes several records of a row, constants, row numbers and dates among them; what no group names is kept in the first as a note', () => {
    expect(map({ groups: [stays(1), stays(2)] }, shelters)).toEqual([
      {
        row: 2,
        key: 'f#2',
        cells: shelters.rows[1],
        records: [
          {
            kind: 'stays',
            record: {
              stay: '1-f#2',
              person: 'f#2',
              place: 'A',
              start: '2015-05-06',
              end: '2015-06-20',
              source: 'register',
              note: 'name: Ana',
            },
          },
          { kind: 'stays', record: { stay: '2-f#2', person: 'f#2', place: 'B', start: '2015-06-27', end: '', source: 'register' } },
        ],
      },
      {
        row: 4,
        key: 'f#4',
        cells: shelters.rows[3],
        records: [
          {
            kind: 'stays',
            record: {
              stay: '1-f#4',
              person: 'f#4',
              place: 'A',
              start: '2015-05-01',
              end: '2015-05-02',
              source: 'register',
              note: 'name: Bo',
            },
          },
        ],
      },
    ]);
  });

  it('adds such a column to a note of the row, but not those that an error workbook put before it', () => {
    const groups = [{ kind: 'stays', fields: { person: { column: 'p' }, note: { column: '备注' } } }];
    const back = sheet(['原因', '原行号', '原文件', 'p', '备注', '车牌', '空'], ['缺少地点', '7', 'f', 'a', '饭后', "'+852", ' ']);
    expect(map({ groups }, back)[0]!.records[0]!.record).toEqual({ person: 'a', note: '饭后; 车牌: +852' });
  });

  it('turns words of the file into words of the contract and leaves others as they are', () => {
    const fields = { category: { column: 'status', values: { CONFIRMED: 'confirmed', NOT_A_CASE: 'excluded' } } };
    const found = map({ groups: [{ kind: 'cases', fields }] }, sheet(['status'], ['CONFIRMED'], ['NOT_A_CASE'], ['odd']));
    expect(found.map((r) => r.records[0]!.record.category)).toEqual(['confirmed', 'excluded', 'odd']);
  });

  it('takes columns by number where headers repeat, and headers below a title', () => {
    const titled = sheet(['名单', ''], ['日期', '日期'], ['a', 'b']);
    const found = map({ headerRow: 2, groups: [{ kind: 'stays', fields: { start: { column: 1 }, end: { column: 2 } } }] }, titled);
    expect(found).toEqual([{ row: 3, key: 'f#3', cells: ['a', 'b'], records: [{ kind: 'stays', record: { start: 'a', end: 'b' } }] }]);
  });

  it.each([
    ['25.12.2021', 'DD.MM.YYYY', '2021-12-25'],
    ['12/25/21', 'MM/DD/YY', '2021-12-25'],
    ['2021-12-25 07:05', 'YYYY-MM-DD HH:mm', '2021-12-25 07:05'],
    ['44555', 'excel', '2021-12-25'],
    ['44555.5', 'excel', '2021-12-25 12:00'],
    ['around Christmas', 'DD.MM.YYYY', 'around Christmas'],
  ])('reads %s written %s as %s', (text, format, expected) => {
    const found = map({ groups: [{ kind: 'stays', fields: { start: { column: 'd', format } } }] }, sheet(['d'], [text]));
    expect(found[0]!.records[0]!.record.start).toBe(expected);
  });

  it.each([
    [{ groups: [] }, 'no groups'],
    [{ groups: [{ kind: 'stays', fields: { start: { colum: 'd' } } }] }, 'a misspelt word'],
    [{ groups: [{ kind: 'stays', fields: {} }], headrow: 2 }, 'an unknown word'],
  ])('is refused with %j: %s', (mapping: unknown, _why: string) => expect(mappingSchema.safeParse(mapping).success).toBe(false));

  it('that names a column the file lacks, a sheet or a kind that is not there, is refused by name', async () => {
    const open = (mapping: unknown) =>
      openMapped(bytes('a,b\n1,2\n'), mappingSchema.parse(mapping), nobody).then(
        () => 'taken',
        (error: unknown) => (error instanceof Unreadable ? error.en : Promise.reject(error)),
      );
    expect(await open({ groups: [{ kind: 'stays', fields: { start: { column: 'when' } } }] })).toContain('when');
    expect(await open({ groups: [{ kind: 'pets', fields: { start: { column: 'a' } } }] })).toContain('pets');
    expect(await open({ sheet: 'Blatt 7', groups: [{ kind: 'stays', fields: {} }] })).toContain('Blatt 7');
    expect(await open({ groups: [{ kind: 'stays', fields: { start: { column: 'a' } } }] })).toBe('taken');
  });
});

describe('what the headers say', () => {
  it('finds the fields behind Chinese and English words, in any order and width', () => {
    const guess = guessSheet('people', sheet(['手机号码', ' 姓 名 ', 'ID_Number', '现住址', '爱好'], ['1', '2', '3', '4', '5']));
    expect(guess.fields).toMatchObject({ phone: '手机号码', doc_no: 'ID_Number', current_address: '现住址' });
    expect(Object.values(guess.fields)).not.toContain('爱好');
    expect(guess.headers[0]).toEqual({ column: '手机号码', samples: ['1'] });
  });

  it('finds them below a title and an empty line', () => {
    const guess = guessSheet(
      'stays',
      sheet(['四月流调轨迹', '', ''], [], ['人员编号', '地点', '开始时间'], ['p1', '茶馆', '2022-04-01 09:00']),
    );
    expect(guess).toMatchObject({ headerRow: 3, rows: 1, fields: { person: '人员编号', place: '地点', start: '开始时间' } });
  });

  it('takes no row of values for the headers because of a single word', () => {
    const guess = guessSheet('cases', sheet(['Nr', 'Stadt'], ['19', 'No'], ['20', 'death']));
    expect(guess).toMatchObject({ headerRow: 1, rows: 2 });
  });

  it('gives each header to one field only', () => {
    const { fields } = guessSheet('contacts', sheet(['病例编号', '姓名', '证件号码', '联系电话', '末次接触时间']));
    expect(new Set(Object.values(fields)).size).toBe(Object.values(fields).length);
    expect(fields).toMatchObject({
      case: '病例编号',
      name: '姓名',
      doc_no: '证件号码',
      phone: '联系电话',
      last_exposure_at: '末次接触时间',
    });
  });
});

describe('the error table', () => {
  const mapping = mappingSchema.parse({ groups: [{ kind: 'people', fields: { person: { row: true }, name: { column: '姓名' } } }] });
  const own = async ({ rows }: KeyedFile) => rows.map(({ key }) => key);
  const text = '姓名,电话\n甲,1\n乙,+2\n丙,3\n';
  const mark = fileMark(bytes(text));
  const open = (of: string | Uint8Array) => openMapped(typeof of === 'string' ? bytes(of) : of, mapping, own);

  /** Of a field that no column of the file gives. */
  const people = { kind: 'people', field: 'phone' };

  it('has the reason first, with the column as the file calls it, then the row and the file it was in, then the row as it came', async () => {
    const problems = [
      { ...people, row: 4, reason: 'no phone' },
      { ...people, field: 'name', row: 2, reason: 'no name' },
      { ...people, row: 2, reason: 'no area' },
      { ...people, field: 'name', row: 2, reason: 'no name' },
    ];
    expect(refusedTable(await open(text), problems, 'en')).toEqual({
      name: 'refused',
      headers: ['reason', 'row', 'file', '姓名', '电话'],
      rows: [
        ['姓名: no name; no area', 2, mark, '甲', '1'],
        ['no phone', 4, mark, '丙', '3'],
      ],
    });
  });

  it('speaks Chinese to whoever does', async () => {
    expect(refusedTable(await open(text), [{ ...people, field: 'name', row: 3, reason: '缺少姓名' }], 'zh')).toMatchObject({
      headers: ['原因', '原行号', '原文件', '姓名', '电话'],
      rows: [['姓名：缺少姓名', 3, mark, '乙', '+2']],
    });
  });

  it.each(['zh', 'en'] as const)(
    'brought back mended (%s), its rows are those of the first file; what was added to it is new',
    async (lang) => {
      const [row] = [refusedTable(await open(text), [{ ...people, row: 3, reason: 'x' }], lang)];
      const added = { ...row!, rows: [...row!.rows, [null, null, null, '丁', '4']] };
      for (const file of [toCsv(added), await toXlsx([added])]) {
        const again = await open(file);
        expect(again.rows.map(({ key }) => key)).toEqual([`${mark}#3`, `${fileMark(typeof file === 'string' ? bytes(file) : file)}#3`]);
        // The quote that kept a number from running as a formula is no part of it.
        expect(again.rows[0]!.cells.slice(3)).toEqual(['乙', '+2']);
        expect(refusedTable(again, [{ ...people, row: 2, reason: 'y' }], lang)).toEqual({ ...row!, rows: [['y', 3, mark, '乙', '+2']] });
      }
    },
  );
});

describe('a row without an id of its own', () => {
  it('is asked for only where the mapping takes row numbers, and is called what the answer says', async () => {
    const byNumber = mappingSchema.parse({ groups: [{ kind: 'people', fields: { person: { row: true, prefix: 'p-' } } }] });
    const file = await openMapped(bytes('a\n1\n\n2\n'), byNumber, async ({ rows }) => rows.map((_, i) => `other#${i}`));
    expect(file.rows.map(({ records }) => records[0]!.record.person)).toEqual(['p-other#0', 'p-other#1']);
  });
});
