import { parse } from 'csv-parse/sync';
import type { Table } from './table.js';
import { decodeText } from './text.js';
import { LIMITS, type Limits, tooManyRows, Unreadable } from './unreadable.js';

/** The delimiter that splits the first line into most parts. */
function delimiterOf(text: string): string {
  const line = text.slice(0, text.search(/\r?\n|$/));
  const count = (mark: string) => line.split(mark).length;
  return [',', '\t', ';', '|'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

export function readCsv(bytes: Uint8Array, limits: Limits = LIMITS): Table {
  const text = decodeText(bytes);
  try {
    const rows = parse(text, {
      delimiter: delimiterOf(text),
      bom: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      to: limits.rows + 1,
    }) as string[][];
    if (rows.length > limits.rows) throw tooManyRows(limits.rows);
    // Empty lines stay in their place, so that a row has the number a spreadsheet shows.
    return { sheets: [{ name: '', rows: rows.map((cells) => (cells.length === 1 && cells[0] === '' ? [] : cells)) }] };
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable(
      'csv-broken',
      'CSV 文件有引号没有闭合，无法读取：请用 Excel 打开后另存为 UTF-8 CSV。',
      'A quote in the CSV is never closed: open it in a spreadsheet and save it as UTF-8 CSV again.',
    );
  }
}
