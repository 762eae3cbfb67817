import { createHash } from 'node:crypto';
import type { Sheet } from './table.js';

/** First headers of a table of refused rows: why, and which row of which file it was before anybody mended it. */
export const REFUSED_HEADERS = { zh: ['原因', '原行号', '原文件'], en: ['reason', 'row', 'file'] } as const;
const COUNT = REFUSED_HEADERS.zh.length;

/**
 * What stands for a file in its rows' keys. It begins with a letter: twelve digits alone would be a number to a spreadsheet, and `12e45`
 * a very large one.
 */
export const fileMark = (bytes: Uint8Array): string => `f${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}`;

/** A row for as long as it lives: its number belongs to the file in which it first stood (ruling 20). */
export const rowKey = (file: string, row: number): string => `${file}#${row}`;

export const rowOfKey = (key: string): { readonly file: string; readonly row: number } => {
  const [file = '', row = ''] = key.split('#');
  return { file, row: Number(row) };
};

export const isRefusedTable = (headers: readonly string[]): boolean =>
  Object.values(REFUSED_HEADERS).some((words) => words.every((word, i) => headers[i] === word));

/** Headers or cells without what a table of refused rows has put before them. */
export const withoutReasons = (cells: readonly string[]): readonly string[] => cells.slice(COUNT);

/** The key a row of such a table came with; null for one that somebody added to it. */
export function keptKey([, row = '', file = '']: readonly string[]): string | null {
  return /^f[0-9a-f]{12}$/.test(file) && /^[1-9][0-9]*$/.test(row) ? rowKey(file, Number(row)) : null;
}

/** A row by what stands in it, whatever its number: two alike have the same print. */
const printOf = (cells: readonly string[]): string => {
  const filled = cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
  return createHash('sha256').update(filled.join('\u001f')).digest('base64url').slice(0, 10);
};

export interface KeyedRow {
  readonly row: number;
  readonly print: string;
  /** The key that it came with, from a table of refused rows; else the one it would have if this file were its first. */
  readonly key: string;
  readonly kept: boolean;
}

/** A file whose rows are told apart by their numbers. */
export interface KeyedFile {
  readonly mark: string;
  /** All files with the same header row have the same. */
  readonly headers: string;
  readonly rows: readonly KeyedRow[];
}

export function keyedFile(mark: string, sheet: Sheet, headerRow: number): KeyedFile {
  const headers = sheet.rows[headerRow - 1] ?? [];
  const refused = isRefusedTable(headers);
  return {
    mark,
    headers: printOf(headers),
    rows: sheet.rows.slice(headerRow).flatMap((cells, i): KeyedRow[] => {
      if (cells.every((cell) => cell.trim() === '')) return [];
      const row = headerRow + i + 1;
      const kept = refused ? keptKey(cells) : null;
      return [{ row, print: printOf(cells), key: kept ?? rowKey(mark, row), kept: kept !== null }];
    }),
  };
}

/** Each row's key, in their order; asked of whoever knows the files that were there before. */
export type KeysOfRows = (file: KeyedFile) => Promise<readonly string[]>;
