import { FIELDS, guessFields, guessHeaderRow } from './fields.js';
import { type MappedRow, type Mapping, mapRows, unknownColumns } from './mapping.js';
import { readTable } from './read-table.js';
import type { Sheet, Table } from './table.js';
import { Unreadable } from './unreadable.js';
import type { OutTable } from './write-table.js';

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
  readonly sheet: Sheet;
  readonly headers: readonly string[];
  readonly rows: readonly MappedRow[];
}

/** The rows of a file as its mapping reads them. A column it names and the file lacks, or an unknown kind, is refused by name. */
export async function openMapped(bytes: Uint8Array, mapping: Mapping): Promise<OpenedFile> {
  const sheet = sheetOf(await readTable(bytes), mapping.sheet);
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
  return { sheet, headers, rows: mapRows(sheet, mapping) };
}

/** Refused rows to mend and bring back: the reason first, the number each had in the original file, then the row as it came. */
export function refusedTable(
  sheet: Sheet,
  headerRow: number,
  problems: readonly { readonly row: number; readonly reason: string }[],
  lang: 'zh' | 'en',
): OutTable {
  const reasons = new Map<number, Set<string>>();
  for (const { row, reason } of problems) reasons.set(row, (reasons.get(row) ?? new Set()).add(reason));
  return {
    name: lang === 'zh' ? '未导入' : 'refused',
    headers: [lang === 'zh' ? '原因' : 'reason', lang === 'zh' ? '原行号' : 'row', ...(sheet.rows[headerRow - 1] ?? [])],
    rows: [...reasons]
      .sort(([a], [b]) => a - b)
      .map(([row, why]) => [[...why].join(lang === 'zh' ? '；' : '; '), row, ...(sheet.rows[row - 1] ?? [])]),
  };
}
