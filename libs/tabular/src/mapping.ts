import { z } from 'zod';
import { readByFormat } from './format.js';
import { REFUSED_HEADERS } from './row-key.js';
import type { Sheet } from './table.js';
import { asWritten } from './write-table.js';

const field = z.strictObject({
  /** Header of a column, or its number counted from 1. */
  column: z.union([z.string(), z.number().int().positive()]).optional(),
  /** The same for every row. */
  value: z.string().optional(),
  /** The row's number in the original file, bound to that file, as an id (ruling 20). */
  row: z.literal(true).optional(),
  /** How a date is written: YYYY-MM-DD HH:mm, DD/MM/YYYY, excel … */
  format: z.string().optional(),
  /** Words of the file to words of the contract. */
  values: z.record(z.string(), z.string()).optional(),
  /** Cells that mean nothing: NA, 不详. */
  empty: z.array(z.string()).optional(),
  /** Put before a value, so that ids of two columns do not meet. */
  prefix: z.string().optional(),
});

const group = z.strictObject({
  kind: z.string(),
  fields: z.record(z.string(), field),
  /** A group whose named field is empty in a row gives no record there. */
  unless: z.string().optional(),
});

/** What the screen saves and the command line takes (ruling 19): several groups a row, constants, value maps, one file for several kinds. */
export const mappingSchema = z.strictObject({
  source: z.string().optional(),
  kind: z.string().optional(),
  sheet: z.string().nullish(),
  /** Counted from 1, as people count rows. */
  headerRow: z.number().int().nonnegative().default(1),
  groups: z.array(group).min(1),
});
export type Mapping = z.output<typeof mappingSchema>;
type Field = z.output<typeof field>;

export interface MappedRow {
  /** In the original file, counted from 1. */
  readonly row: number;
  /** Which row of which file it first was. */
  readonly key: string;
  readonly cells: readonly string[];
  readonly records: readonly { readonly kind: string; readonly record: Readonly<Record<string, string>> }[];
}

/** The mapping that guesses give: one group of one kind. */
export function simpleMapping(
  kind: string,
  fields: Readonly<Record<string, string>>,
  headerRow: number,
  sheet: string | null = null,
): Mapping {
  return {
    kind,
    sheet,
    headerRow,
    groups: [{ kind, fields: Object.fromEntries(Object.entries(fields).map(([name, column]) => [name, { column }])) }],
  };
}

/** Column numbers of a mapping that the headers do not have: named to the user, never silently empty. */
export function unknownColumns(mapping: Mapping, headers: readonly string[]): string[] {
  const columns = mapping.groups.flatMap((g) => Object.values(g.fields).flatMap((f) => f.column ?? []));
  return [...new Set(columns.filter((c): c is string => typeof c === 'string' && !headers.includes(c)))];
}

/** Headers of what an error workbook puts before the row as it came. */
const OURS: readonly string[] = [...REFUSED_HEADERS.zh, ...REFUSED_HEADERS.en];

/** A note longer than a person reads is cut, visibly, and no reason to refuse a row. */
const NOTE_AT_MOST = 2_000;

/** Columns that no group names, with what stands above them. */
function unnamedColumns(headers: readonly string[], named: ReadonlySet<number>): { header: string; column: number }[] {
  return headers.flatMap((header, column) =>
    header.trim() === '' || named.has(column) || OURS.includes(header) ? [] : [{ header, column }],
  );
}

/** Rows below the header, each with the records the mapping makes of it. Columns no group names become the first record's notes. */
export function mapRows(sheet: Sheet, mapping: Mapping, keyOf: (row: number) => string): MappedRow[] {
  const headers = sheet.rows[mapping.headerRow - 1] ?? [];
  const at = (f: Field): number => (typeof f.column === 'number' ? f.column - 1 : f.column === undefined ? -1 : headers.indexOf(f.column));
  const groups = mapping.groups.map((g) => ({ ...g, fields: Object.entries(g.fields).map(([name, f]) => ({ name, f, column: at(f) })) }));
  const unnamed = unnamedColumns(headers, new Set(groups.flatMap((g) => g.fields.map(({ column }) => column))));
  const withNotes = (record: Record<string, string>, cells: readonly string[]): Record<string, string> => {
    const notes = unnamed.flatMap(({ header, column }) => (cells[column]?.trim() ? `${header}: ${asWritten(cells[column].trim())}` : []));
    if (notes.length === 0) return record;
    const note = [record.note ?? '', ...notes].filter(Boolean).join('; ');
    return { ...record, note: note.length > NOTE_AT_MOST ? `${note.slice(0, NOTE_AT_MOST - 1)}…` : note };
  };
  return sheet.rows.slice(mapping.headerRow).flatMap((cells, i): MappedRow[] => {
    if (cells.every((cell) => cell.trim() === '')) return [];
    const row = mapping.headerRow + i + 1;
    const key = keyOf(row);
    const records = groups.flatMap((g) => {
      const record: Record<string, string> = {};
      for (const { name, f, column } of g.fields) record[name] = fieldText(f, column < 0 ? '' : (cells[column] ?? ''), key);
      return g.unless !== undefined && record[g.unless] === '' ? [] : [{ kind: g.kind, record }];
    });
    const [first, ...others] = records;
    return [{ row, key, cells, records: first ? [{ ...first, record: withNotes(first.record, cells) }, ...others] : [] }];
  });
}

function fieldText(f: Field, cell: string, key: string): string {
  if (f.row) return `${f.prefix ?? ''}${key}`;
  if (f.value !== undefined) return f.value;
  const text = asWritten(cell.trim());
  if (text === '' || f.empty?.includes(text)) return '';
  const word = f.values?.[text] ?? text;
  const read = f.format === undefined ? word : (readByFormat(word, f.format) ?? word);
  return `${f.prefix ?? ''}${read}`;
}

/** Whether rows are told apart by their numbers, because no column does it. */
export const usesRowNumbers = (mapping: Mapping): boolean => mapping.groups.some((g) => Object.values(g.fields).some((f) => f.row));
