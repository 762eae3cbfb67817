import { FIELDS, guessFields, guessHeaderRow } from './fields.js';
import { type MappedRow, type Mapping, mapRows, unknownColumns, usesRowNumbers } from './mapping.js';
import { readTable } from './read-table.js';
import {
  fileMark,
  isRefusedTable,
  type KeyedFile,
  type KeysOfRows,
  keyedFile,
  REFUSED_HEADERS,
  rowOfKey,
  withoutReasons,
} from './row-key.js';
import type { Sheet, Table } from './table.js';
import { Unreadable } from './unreadable.js';
import { asWritten, type OutTable } from './write-table.js';

export interface SheetGuess {
  readonly name: string;
  /** Counted from 1. */
  readonly headerRow: number;
  readonly rows: number;
  readonly headers: readonly { readonly column: string; readonly samples: readonly string[] }[];
  /** Field to header, guessed. */
  readonly fields: Readonly<Record<string, string>>;
}

const SAMPLES = 3;

/** The header row's columns with a few values under each, and which field each seems to be. */
export function guessSheet(kind: string, sheet: Sheet): SheetGuess {
  const at = guessHeaderRow(kind, sheet.rows);
  const row = sheet.rows[at] ?? [];
  const headers = row.filter((h) => h !== '');
  const below = sheet.rows.slice(at + 1);
  const samples = (header: string) =>
    below
      .map((cells) => cells[row.indexOf(header)] ?? '')
      .filter((cell) => cell !== '')
      .slice(0, SAMPLES);
  return {
    name: sheet.name,
    headerRow: at + 1,
    rows: below.length,
    headers: headers.map((h) => ({ column: h, samples: samples(h) })),
    fields: guessFields(kind, headers),
  };
}

export function sheetOf(table: Table, name: string | null | undefined): Sheet {
  const sheet = name ? table.sheets.find((s) => s.name === name) : table.sheets[0];
  if (!sheet) throw new Unreadable('sheet-unknown', `没有名为“${name}”的工作表。`, `There is no sheet named "${name}".`);
  return sheet;
}

export interface OpenedFile {
  readonly mapping: Mapping;
  readonly sheet: Sheet;
  readonly headers: readonly string[];
  readonly rows: readonly MappedRow[];
  /** Given where rows are told apart by their numbers: to be remembered with their keys. */
  readonly keyed: KeyedFile | null;
}

/**
 * The rows of a file as its mapping reads them. A column it names and the file lacks, or an unknown kind, is refused by name. `keysOf` is
 * asked only where rows are told apart by their numbers: it knows the files that were there before.
 */
export async function openMapped(bytes: Uint8Array, mapping: Mapping, keysOf: KeysOfRows): Promise<OpenedFile> {
  const sheet = asItCame(sheetOf(await readTable(bytes), mapping.sheet), mapping.headerRow);
  const headers = sheet.rows[mapping.headerRow - 1] ?? [];
  const lacking = unknownColumns(mapping, headers);
  if (lacking.length > 0)
    throw new Unreadable(
      'column-unknown',
      `表头中没有这些列：${lacking.join('、')}。`,
      `The header row has no column named ${lacking.join(', ')}.`,
    );
  const unknown = mapping.groups.find((g) => !(g.kind in FIELDS));
  if (unknown) throw new Unreadable('kind-unknown', `没有“${unknown.kind}”这种记录。`, `There are no records of kind "${unknown.kind}".`);
  const file = keyedFile(fileMark(bytes), sheet, mapping.headerRow);
  const numbered = usesRowNumbers(mapping);
  const keys = numbered ? await keysOf(file) : file.rows.map(({ key }) => key);
  const keyOf = new Map(file.rows.map(({ row }, i) => [row, keys[i]!]));
  return { mapping, sheet, headers, rows: mapRows(sheet, mapping, (row) => keyOf.get(row)!), keyed: numbered ? file : null };
}

/** Cells of a table of refused rows that were kept from running as formulas are again what they were. */
function asItCame(sheet: Sheet, headerRow: number): Sheet {
  return isRefusedTable(sheet.rows[headerRow - 1] ?? []) ? { ...sheet, rows: sheet.rows.map((cells) => cells.map(asWritten)) } : sheet;
}

/** Why a record was refused, in the language of whoever reads it. */
export interface RefusedRecord {
  readonly row: number;
  readonly kind: string;
  readonly field: string;
  readonly reason: string;
}

/** The reason with the column it is about, as the file calls it: a field of ours is no word of whoever has to mend the cell. */
export function reasonIn({ mapping, headers }: OpenedFile, { kind, field, reason }: RefusedRecord, lang: 'zh' | 'en'): string {
  const columns = mapping.groups.filter((g) => g.kind === kind).flatMap((g) => g.fields[field]?.column ?? []);
  const names = [...new Set(columns.map((c) => (typeof c === 'number' ? (headers[c - 1] ?? '') : c)))].filter((name) => name !== '');
  return names.length === 0 ? reason : lang === 'zh' ? `${names.join('、')}：${reason}` : `${names.join(', ')}: ${reason}`;
}

/**
 * Refused rows to mend and bring back: the reason first, then which row of which file each was in the beginning, then the row as it came.
 * Mended and refused once more it still is that row.
 */
export function refusedTable(opened: OpenedFile, problems: readonly RefusedRecord[], lang: 'zh' | 'en'): OutTable {
  const { sheet, headers, rows } = opened;
  const reasons = new Map<number, Set<string>>();
  for (const one of problems) reasons.set(one.row, (reasons.get(one.row) ?? new Set()).add(reasonIn(opened, one, lang)));
  const bare = isRefusedTable(headers) ? withoutReasons : (cells: readonly string[]) => cells;
  // A workbook leaves out the empty cells at a row's end.
  const whole = (cells: readonly string[]) => [...cells, ...headers.slice(cells.length).map(() => '')];
  const keys = new Map(rows.map(({ row, key }) => [row, rowOfKey(key)]));
  return {
    name: lang === 'zh' ? '未导入' : 'refused',
    headers: [...REFUSED_HEADERS[lang], ...bare(headers)],
    rows: [...reasons]
      .sort(([a], [b]) => a - b)
      .map(([row, why]) => {
        const first = keys.get(row)!;
        return [[...why].join(lang === 'zh' ? '；' : '; '), first.row, first.file, ...bare(whole(sheet.rows[row - 1] ?? []))];
      }),
  };
}
