import { asWritten, guessFields, guessHeaderRow } from '@tracewright/tabular';
import { Refused, say } from '../platform/answers.js';
import { tableOf, writeOut } from '../platform/file-access.js';

/** A row of a file with the contract's field names. */
export interface FileRow {
  /** In the file, counted from 1. */
  readonly number: number;
  readonly cells: readonly string[];
  readonly fields: Readonly<Record<string, string>>;
}

export interface FileRows {
  readonly file: string;
  readonly headers: readonly string[];
  readonly rows: readonly FileRow[];
}

/** A csv or xlsx file of one kind of record; columns by the contract's names or the words people use, in any order. */
export async function rowsOf(kind: string, file: string, needs: readonly string[]): Promise<FileRows> {
  const table = await tableOf(file);
  const at = guessHeaderRow(kind, table);
  const headers = table[at] ?? [];
  const exact = new Map(headers.map((h) => [h.trim().toLowerCase(), h]));
  const guessed = guessFields(kind, headers);
  const columns = new Map<string, number>();
  for (const field of new Set([...Object.keys(guessed), ...headers.map((h) => h.trim().toLowerCase())])) {
    const header = exact.get(field) ?? guessed[field];
    if (header !== undefined) columns.set(field, headers.indexOf(header));
  }
  const lacking = needs.filter((field) => !columns.has(field));
  if (lacking.length > 0) throw new Refused(`${file} has no column ${lacking.join(', ')}: its headers are ${headers.join(', ')}.`);
  const rows = table.slice(at + 1).map((cells, i) => ({
    number: at + i + 2,
    cells,
    fields: Object.fromEntries([...columns].map(([field, column]) => [field, asWritten((cells[column] ?? '').trim())])),
  }));
  return { file, headers, rows: rows.filter((r) => r.cells.some((cell) => cell !== '')) };
}

interface LeftRow {
  readonly reason: string;
  readonly from: FileRows;
  readonly row: FileRow;
}

/** Rows that were left out, with why: counted, told, and written where `--errors` says (ruling 34a). */
export class LeftOut {
  private readonly rows: LeftRow[] = [];

  from(from: FileRows, row: FileRow, reason: string): void {
    this.rows.push({ reason, from, row });
  }

  get count(): number {
    return this.rows.length;
  }

  /** A file named by `--errors` is written also when nothing was left out, so that nobody mends what an earlier run wrote. */
  async tell(errors: string | undefined): Promise<void> {
    if (this.count > 0) {
      const reasons = new Map<string, number>();
      for (const { reason } of this.rows) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      const where = errors === undefined ? ' (--errors F writes them)' : '';
      say(`${this.count} rows were left out: ${[...reasons].map(([reason, n]) => `${n} × ${reason}`).join(' ')}${where}`);
    }
    if (errors !== undefined) await writeOut(errors, { name: 'left out', ...this.table() });
  }

  /** Each row as it came, under the headers of its file; of several files, which one it is, and their columns one after the other. */
  private table(): { headers: string[]; rows: (string | number)[][] } {
    const files = [...new Set(this.rows.map((r) => r.from))];
    const [only, ...others] = files;
    if (others.length === 0)
      return {
        headers: ['reason', 'row', ...(only?.headers ?? [])],
        rows: this.rows.map(({ reason, row }) => [reason, row.number, ...row.cells]),
      };
    return {
      headers: ['reason', 'file', 'row', ...files.flatMap((f) => f.headers)],
      rows: this.rows.map(({ reason, from, row }) => [
        reason,
        from.file,
        row.number,
        ...files.flatMap((f) => f.headers.map((_, i) => (f === from ? (row.cells[i] ?? '') : ''))),
      ]),
    };
  }
}
