import { readCsv } from './read-csv.js';
import type { Table } from './table.js';
import { LIMITS, type Limits, tooLarge, Unreadable } from './unreadable.js';

const startsWith = (bytes: Uint8Array, ...magic: number[]): boolean => magic.every((byte, i) => bytes[i] === byte);

/** Reads a csv (UTF-8, with or without BOM, or GB18030) or an xlsx, told apart by their first bytes and not by their names. */
export async function readTable(bytes: Uint8Array, limits: Limits = LIMITS): Promise<Table> {
  if (bytes.byteLength > limits.bytes) throw tooLarge(limits);
  if (bytes.byteLength === 0) throw new Unreadable('empty', '文件是空的。', 'The file is empty.');
  if (startsWith(bytes, 0x50, 0x4b)) {
    // Its library is large, and most files are csv.
    const { readXlsx } = await import('./read-xlsx.js');
    return readXlsx(bytes, limits);
  }
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    throw new Unreadable(
      'xls',
      '这是旧版 .xls 文件：请用 Excel 或 WPS 另存为 .xlsx 再导入。',
      'This is an old .xls workbook: save it as .xlsx and import that.',
    );
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) throw new Unreadable('pdf', '这是 PDF，不是表格。', 'This is a PDF, not a table.');
  return readCsv(bytes, limits);
}
