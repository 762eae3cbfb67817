import type { Cells, Profile } from '@tracewright/linkage';
import { asWritten, FIELDS, guessIn, type HeaderWords, headerRowIn } from '@tracewright/tabular';
import { Refused, say, WrongUsage } from '../platform/answers.js';
import { tableOf } from '../platform/file-access.js';
import type { FileRow, FileRows, LeftOut } from './rows.js';

/** What the user says of the columns: profile column to header, and headers that are not compared. */
export interface ColumnWishes {
  readonly map: ReadonlyMap<string, string>;
  readonly ignore: ReadonlySet<string>;
}

export interface RecordsQuestion {
  readonly file: string;
  readonly profile: Profile;
  /** Header of the column that names rows; the first when not given. */
  readonly id: string | undefined;
  /** The option that gave it, for sentences. */
  readonly idOption: string;
  readonly wishes: ColumnWishes;
  readonly leftOut: LeftOut;
}

/** Rows to link: what names each, and its cells by the profile's columns. */
export interface RecordsFile {
  readonly headers: readonly string[];
  /** Profile column to the header it was recognised in. */
  readonly columns: Readonly<Record<string, string>>;
  readonly ids: readonly string[];
  readonly records: readonly Cells[];
}

/** The words of the import first, then those of the profile. */
const wordsOf = ({ columns }: Profile): HeaderWords =>
  Object.fromEntries(
    Object.entries(columns).map(([column, more]) => [column, [...new Set([column, ...(FIELDS.people?.[column] ?? []), ...more])]]),
  );

/** A header as the user wrote it, whatever its case and the blanks around it. */
const headerNamed = (headers: readonly string[], name: string): string | undefined =>
  headers.find((h) => h === name) ?? headers.find((h) => h.trim().toLowerCase() === name.trim().toLowerCase());

function idColumn(headers: readonly string[], { file, id, idOption }: RecordsQuestion): string {
  const first = headers.find((h) => h.trim() !== '');
  if (id === undefined && first === undefined) throw new Refused(`${file} has no header row: nothing in it can be told apart.`);
  const found = id === undefined ? first : headerNamed(headers, id);
  if (found === undefined) throw new Refused(`${file} has no column ${id} (--${idOption}): its headers are ${headers.join(', ')}.`);
  return found;
}

/** Which header is which column of the profile: by the user's word, else by the words people use. */
function recognised(headers: readonly string[], id: string, question: RecordsQuestion): Record<string, string> {
  const { profile, wishes } = question;
  const ignored = new Set([...wishes.ignore].flatMap((name) => headerNamed(headers, name) ?? []));
  const mapped = new Map(
    [...wishes.map].flatMap(([column, name]) => {
      const header = headerNamed(headers, name);
      return header === undefined ? [] : [[column, header] as const];
    }),
  );
  const taken = new Set(mapped.values());
  const open = headers.filter((h) => h !== id && !ignored.has(h) && !taken.has(h));
  const words = Object.fromEntries(Object.entries(wordsOf(profile)).filter(([column]) => !mapped.has(column)));
  return { ...guessIn(words, open), ...Object.fromEntries(mapped) };
}

function tellColumns(file: string, { headers, columns }: Pick<RecordsFile, 'headers' | 'columns'>, id: string): void {
  const read = Object.entries(columns).map(([column, header]) => (header.trim() === column ? column : `${header.trim()} as ${column}`));
  const compared = new Set(Object.values(columns));
  const rest = headers.filter((h) => h.trim() !== '' && h !== id && !compared.has(h)).map((h) => h.trim());
  say(
    `${file}: rows are named by ${id.trim()}; compared: ${read.join(', ')}${rest.length > 0 ? `; not compared: ${rest.join(', ')}` : ''}.`,
  );
}

/** Reads a file of records. Rows that nothing can name or compare are left out and counted; an id on several rows is told, and each row compared. */
export async function readRecords(question: RecordsQuestion): Promise<RecordsFile> {
  const { file, profile, leftOut } = question;
  const table = await tableOf(file);
  const at = headerRowIn(wordsOf(profile), table);
  const headers = table[at] ?? [];
  const id = idColumn(headers, question);
  const columns = recognised(headers, id, question);
  const usable = profile.fields.some((field) => Object.values(field.columns).some((column) => column in columns));
  if (!usable)
    throw new Refused(
      `${file}: none of its headers (${headers.join(', ')}) is known to ${profile.name}. Say which is which with --map field=COLUMN; its fields are ${Object.keys(profile.columns).join(', ')}.`,
    );
  tellColumns(file, { headers, columns }, id);
  const rows = table
    .slice(at + 1)
    .flatMap((cells, i): FileRow[] => (cells.every((cell) => cell.trim() === '') ? [] : [{ number: at + i + 2, cells, fields: {} }]));
  const from: FileRows = { file, headers, rows };
  const [ids, records]: [string[], Cells[]] = [[], []];
  const places = Object.entries(columns).map(([column, header]) => [column, headers.indexOf(header)] as const);
  const idAt = headers.indexOf(id);
  for (const row of rows) {
    const name = asWritten((row.cells[idAt] ?? '').trim());
    const record = Object.fromEntries(places.map(([column, place]) => [column, asWritten((row.cells[place] ?? '').trim())]));
    const reason =
      name === ''
        ? `It has nothing in ${id.trim()}, which names the rows.`
        : Object.values(record).every((text) => text === '')
          ? 'It holds nothing that could be compared.'
          : null;
    if (reason !== null) leftOut.from(from, row, reason);
    else {
      ids.push(name);
      records.push(record);
    }
  }
  tellRepeated(file, ids, id);
  return { headers, columns: Object.fromEntries(Object.entries(columns).map(([column, header]) => [column, header.trim()])), ids, records };
}

function tellRepeated(file: string, ids: readonly string[], id: string): void {
  const repeated = ids.length - new Set(ids).size;
  if (repeated > 0)
    say(`${file}: ${repeated} rows have a ${id.trim()} that another row has; each is compared, and the answer names them alike.`);
}

/** `field=COLUMN,…`. */
export function readMap(text: string | undefined, profile: Profile): Map<string, string> {
  const map = new Map<string, string>();
  for (const one of (text ?? '').split(',').filter((part) => part.trim() !== '')) {
    const [, field = '', column = ''] = /^([^=]+)=(.+)$/.exec(one) ?? [];
    if (field === '' || column === '') throw new WrongUsage(`--map takes field=COLUMN, not "${one}".`);
    if (!(field.trim() in profile.columns))
      throw new WrongUsage(`--map: ${profile.name} has no field "${field.trim()}"; it has ${Object.keys(profile.columns).join(', ')}.`);
    map.set(field.trim(), column.trim());
  }
  return map;
}

/** A column that the user names and no file has is a slip of the pen: said, not passed over. */
export function checkWishes({ map, ignore }: ColumnWishes, headers: readonly string[]): void {
  const lacking = [...map.values(), ...ignore].filter((name) => headerNamed(headers, name) === undefined);
  if (lacking.length > 0)
    throw new Refused(`There is no column ${lacking.join(', ')}: the headers are ${[...new Set(headers)].join(', ')}.`);
}
