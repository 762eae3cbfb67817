import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { readTable } from './read-table.js';
import { LIMITS, Unreadable } from './unreadable.js';
import { unpackedBytes } from './zip-size.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const rowsOf = async (bytes: Uint8Array) => (await readTable(bytes)).sheets[0]!.rows;

/** Where the entries of a zip's directory begin. */
function entriesOf(zip: Buffer): number[] {
  const found: number[] = [];
  for (let at = zip.indexOf('PK\u0001\u0002'); at >= 0; at = zip.indexOf('PK\u0001\u0002', at + 1)) found.push(at);
  return found;
}

/** Why a file is not taken. */
async function refusal(bytes: Uint8Array, limits = LIMITS): Promise<string> {
  try {
    await readTable(bytes, limits);
    return 'taken';
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    expect(error.zh).toMatch(/\p{Script=Han}/u);
    return error.code;
  }
}

async function workbook(fill: (sheet: ExcelJS.Worksheet) => void, name = '名单'): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet(name));
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe('csv', () => {
  const rows = [
    ['姓名', '电话'],
    ['王晓明', '13800001234'],
  ];
  const text = '姓名,电话\r\n王晓明,13800001234\r\n';
  // 姓名 , 电话 CR LF 王晓明 , … as GB2312, GBK and GB18030 all write it.
  const gbk = Uint8Array.from([
    ...[0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xb5, 0xe7, 0xbb, 0xb0, 0x0d, 0x0a],
    ...[0xcd, 0xf5, 0xcf, 0xfe, 0xc3, 0xf7, 0x2c],
    ...utf8('13800001234\r\n'),
  ]);
  const utf16 = (bom: number[], littleEndian: boolean) =>
    Uint8Array.from([
      ...bom,
      ...[...text].flatMap((c) => {
        const code = c.charCodeAt(0);
        return littleEndian ? [code & 255, code >> 8] : [code >> 8, code & 255];
      }),
    ]);

  it.each([
    ['UTF-8', utf8(text)],
    ['UTF-8 with a byte order mark', utf8(`\uFEFF${text}`)],
    ['GBK', gbk],
    ['UTF-16, little end first', utf16([0xff, 0xfe], true)],
    ['UTF-16, big end first', utf16([0xfe, 0xff], false)],
  ])('reads %s', async (_, bytes) => expect(await rowsOf(bytes)).toEqual(rows));

  it('reads characters of GB18030 that take four bytes', async () => {
    expect(await rowsOf(Uint8Array.from([0x95, 0x32, 0x82, 0x36, 0xcc, 0xef]))).toEqual([['𠀀田']]);
  });

  it.each([
    ['tabs', 'a\tb\n1\t2'],
    ['semicolons', 'a;b\n1;2'],
    ['commas', 'a,b\n1,2'],
  ])('takes %s between the cells', async (_, csv) => {
    expect(await rowsOf(utf8(csv))).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('keeps quotes, commas and line breaks within a cell', async () => {
    expect(await rowsOf(utf8('a,b\n"x, ""y""","1\n2"\n'))).toEqual([
      ['a', 'b'],
      ['x, "y"', '1\n2'],
    ]);
  });

  it('keeps empty lines in their place', async () => {
    expect(await rowsOf(utf8('a\n\nb\r\n\r\n'))).toEqual([['a'], [], ['b'], []]);
  });

  it('leaves a long number as it is written', async () => {
    expect(await rowsOf(utf8('id\n110101200001010017\n1.10E+17\n'))).toEqual([['id'], ['110101200001010017'], ['1.10E+17']]);
  });
});

describe('xlsx', () => {
  it('tells a day from a moment by the number format of the cell', async () => {
    const noon = new Date(Date.UTC(2022, 3, 11, 11, 20));
    const midnight = new Date(Date.UTC(2022, 3, 11));
    const bytes = await workbook((sheet) => {
      const cell = (address: string, value: Date, format: string) => Object.assign(sheet.getCell(address), { value, numFmt: format });
      cell('A1', midnight, 'yyyy-mm-dd');
      cell('B1', noon, 'yyyy-mm-dd');
      cell('C1', noon, 'yyyy/m/d h:mm');
      cell('D1', midnight, 'yyyy/m/d h:mm');
      cell('E1', noon, 'yyyy"年"m"月"d"日"');
      cell('F1', new Date(Date.UTC(2022, 3, 11, 11, 20, 5)), 'yyyy-mm-dd hh:mm:ss');
    });
    expect((await rowsOf(bytes))[0]).toEqual([
      '2022-04-11',
      '2022-04-11',
      '2022-04-11 11:20',
      '2022-04-11 00:00',
      '2022-04-11',
      '2022-04-11 11:20:05',
    ]);
  });

  it('reads formulas as their results, rich text as text, errors as nothing, and keeps empty rows in their place', async () => {
    const bytes = await workbook((sheet) => {
      sheet.getCell('A1').value = { formula: '1+1', result: 2 };
      sheet.getCell('B1').value = { richText: [{ text: '王' }, { text: '晓明' }] };
      sheet.getCell('C1').value = { error: '#N/A' };
      sheet.getCell('D1').value = '110101200001010017';
      sheet.getCell('A3').value = 'third';
    });
    expect(await rowsOf(bytes)).toEqual([['2', '王晓明', '', '110101200001010017'], [], ['third']]);
  });

  it('writes a number that has lost digits as a spreadsheet shows it, so that nobody takes it for the number it was', async () => {
    const bytes = await workbook((sheet) => sheet.addRow([Number('110101200001010017'), 15400000001, 9007199254740991, 0.5]));
    expect(await rowsOf(bytes)).toEqual([['1.1010120000101002E+17', '15400000001', '9007199254740991', '0.5']]);
  });

  it('reads every sheet with its name', async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('密接').addRow(['a']);
    book.addWorksheet('次密接').addRow(['b']);
    const { sheets } = await readTable(new Uint8Array(await book.xlsx.writeBuffer()));
    expect(sheets).toEqual([
      { name: '密接', rows: [['a']] },
      { name: '次密接', rows: [['b']] },
    ]);
  });

  it('is told by its first bytes, whatever the file is called', async () => {
    expect((await readTable(await workbook((sheet) => sheet.addRow(['x'])))).sheets[0]!.name).toBe('名单');
  });
});

describe('what is not taken', () => {
  it('an empty file, an old workbook, a PDF, a broken archive, an open quote', async () => {
    expect(await refusal(new Uint8Array())).toBe('empty');
    expect(await refusal(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]))).toBe('xls');
    expect(await refusal(utf8('%PDF-1.7'))).toBe('pdf');
    expect(await refusal(utf8('PK\u0003\u0004 and then nothing'))).toBe('xlsx-broken');
    expect(await refusal(utf8('a,b\n"never closed,1\n'))).toBe('csv-broken');
  });

  it('more bytes or rows than the limit, in both formats', async () => {
    expect(await refusal(utf8('a\n1\n2\n'), { ...LIMITS, bytes: 5 })).toBe('too-large');
    expect(await refusal(utf8('a\n1\n2\n'), { ...LIMITS, rows: 2 })).toBe('too-many-rows');
    expect(await refusal(utf8('a\n1\n'), { ...LIMITS, rows: 2 })).toBe('taken');
    const book = await workbook((sheet) => sheet.addRows([['a'], ['1'], ['2']]));
    expect(await refusal(book, { ...LIMITS, rows: 2 })).toBe('too-many-rows');
    const far = await workbook((sheet) => Object.assign(sheet.getCell('A4'), { value: 'far below' }));
    expect(await refusal(far, { ...LIMITS, rows: 3 })).toBe('too-many-rows');
    expect(await refusal(far, { ...LIMITS, rows: 4 })).toBe('taken');
  });

  it('a small workbook that unpacks to a very large one, whatever it says of its sizes', async () => {
    const book = await workbook((sheet) => sheet.addRows(Array.from({ length: 2_000 }, () => ['the same words again and again'])));
    const unpacked = (await unpackedBytes(book, LIMITS.inflatedBytes))!;
    expect(unpacked).toBeGreaterThan(book.byteLength * 3);
    const parts = entriesOf(Buffer.from(book));
    // What the directory of a zip says whose maker does not lie.
    expect(parts.reduce((sum, at) => sum + Buffer.from(book).readUInt32LE(at + 24), 0)).toBe(unpacked);
    expect(await refusal(book, { ...LIMITS, inflatedBytes: unpacked - 1 })).toBe('inflated');
    expect(await refusal(book, { ...LIMITS, inflatedBytes: unpacked })).toBe('taken');
    const lying = Buffer.from(book);
    for (const at of parts) lying.writeUInt32LE(1, at + 24);
    expect(await refusal(lying, { ...LIMITS, inflatedBytes: unpacked - 1 })).toBe('inflated');
  });

  it('a workbook cut off before its directory, whose size nobody can tell', async () => {
    const book = await workbook((sheet) => sheet.addRows(Array.from({ length: 200 }, () => ['words'])));
    const [directory] = entriesOf(Buffer.from(book));
    for (const at of [directory!, directory! >> 1]) {
      expect(await unpackedBytes(book.subarray(0, at), LIMITS.inflatedBytes)).toBeNull();
      expect(await refusal(book.subarray(0, at))).toBe('xlsx-broken');
    }
  });
});
