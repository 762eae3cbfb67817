import { Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import { cellText } from './cell-text.js';
import type { Sheet, Table } from './table.js';
import { LIMITS, type Limits, tooManyRows, Unreadable } from './unreadable.js';
import { unpackedBytes } from './zip-size.js';

const BROKEN = () =>
  new Unreadable(
    'xlsx-broken',
    '文件打不开：请用 Excel 或 WPS 打开后另存为 .xlsx。',
    'The workbook cannot be opened: open it in a spreadsheet and save it as .xlsx again.',
  );

/** Reads every sheet row by row; formulas as their results, dates by their number format (a day or a moment). */
export async function readXlsx(bytes: Uint8Array, limits: Limits = LIMITS): Promise<Table> {
  const unpacked = await unpackedBytes(bytes, limits.inflatedBytes);
  if (unpacked === null) throw BROKEN();
  const most = Math.round(limits.inflatedBytes / 2 ** 20);
  if (unpacked > limits.inflatedBytes)
    throw new Unreadable(
      'inflated',
      `文件解压后超过 ${most} MB：请拆成几个文件。`,
      `Unpacked the file is larger than ${most} MB: split it into several files.`,
    );
  try {
    // Without `styles: 'cache'` this reader gives dates as bare serial numbers.
    const reader = new ExcelJS.stream.xlsx.WorkbookReader(Readable.from([Buffer.from(bytes)]), {
      sharedStrings: 'cache',
      styles: 'cache',
      hyperlinks: 'ignore',
      worksheets: 'emit',
      entries: 'ignore',
    });
    const sheets: Sheet[] = [];
    let count = 0;
    for await (const sheet of reader) {
      const rows: string[][] = [];
      for await (const row of sheet) {
        // A single row may say that it is the billionth: the empty ones before it count as well.
        if (++count > limits.rows || row.number > limits.rows) throw tooManyRows(limits.rows);
        while (rows.length < row.number - 1) rows.push([]);
        const cells: string[] = [];
        row.eachCell({ includeEmpty: false }, (cell, column) => {
          if (column <= limits.columns) cells[column - 1] = cellText(cell);
        });
        rows.push(Array.from(cells, (text) => text ?? ''));
      }
      sheets.push({ name: (sheet as unknown as { name: string }).name, rows });
    }
    return { sheets };
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw BROKEN();
  }
}
