import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable } from './read-table.js';
import { formulaSafe, toCsv, toXlsx } from './write-table.js';

describe('tables that leave the house', () => {
  it.each(['=1+1', '+86 138', '-2', '@SUM(A1)', '\t=1', '\r=1'])('%j cannot run as a formula', (cell) => {
    expect(formulaSafe(cell)).toBe(`'${cell}`);
  });

  it.each(['13800001234', '王', '', ' =1'])('%j stays as it is', (cell) => expect(formulaSafe(cell)).toBe(cell));

  it('come back from csv as they were, whatever is in the cells', async () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.trim());
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), async (rows) => {
        const csv = toCsv({ name: 't', headers: ['first', 'second'], rows });
        const back = (await readTable(new TextEncoder().encode(csv))).sheets[0]!.rows;
        expect(back.slice(1).map((row) => row.map((text) => text.replaceAll('\r\n', '\n')))).toEqual(
          rows.map((row) => row.map((text) => formulaSafe(text).replaceAll('\r\n', '\n'))),
        );
      }),
    );
  });

  it('begin with a byte order mark as files, and without one between programs', () => {
    const table = { name: 't', headers: ['a'], rows: [[1]] };
    expect(toCsv(table)).toBe('\uFEFFa\r\n1\r\n');
    expect(toCsv(table, false)).toBe('a\r\n1\r\n');
  });

  it('keep numbers as numbers, long ids as text, and say above who took them and what for', async () => {
    const bytes = await toXlsx([
      {
        name: '密接',
        headers: ['id', 'n'],
        rows: [
          ['110101200001010017', 3],
          ['=HYPERLINK("x")', null],
        ],
        above: ['Purpose'],
      },
    ]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes.buffer as ArrayBuffer);
    const sheet = book.getWorksheet('密接')!;
    expect(sheet.getCell('A1').value).toBe('Purpose');
    expect([sheet.getCell('A3').value, sheet.getCell('B3').value]).toEqual(['110101200001010017', 3]);
    expect(sheet.getCell('A4').value).toBe('\'=HYPERLINK("x")');
    expect(sheet.getCell('A4').formula).toBeUndefined();
  });
});
