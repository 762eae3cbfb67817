export interface OutTable {
  readonly name: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** Lines above the headers: purpose, user, time. */
  readonly above?: readonly string[];
}

/** A cell that a spreadsheet would run as a formula is told to be text. Numbers stay numbers. */
export const formulaSafe = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

/** The cell as it was before {@link formulaSafe}. */
export const asWritten = (cell: string): string => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);

const csvCell = (cell: string | number | null): string => {
  const text = cell === null ? '' : typeof cell === 'number' ? String(cell) : formulaSafe(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** CSV with a byte order mark, so that a spreadsheet reads Chinese right. */
export function toCsv({ headers, rows, above = [] }: OutTable, bom = true): string {
  const lines = [...above.map((line) => [line]), headers, ...rows].map((row) => row.map(csvCell).join(','));
  return `${bom ? '\uFEFF' : ''}${lines.join('\r\n')}\r\n`;
}

export async function toXlsx(tables: readonly OutTable[]): Promise<Uint8Array> {
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  for (const { name, headers, rows, above = [] } of tables) {
    const sheet = book.addWorksheet(name || 'Sheet1', { views: [{ state: 'frozen', ySplit: above.length + 1 }] });
    for (const line of above) sheet.addRow([formulaSafe(line)]);
    sheet.addRow([...headers]).font = { bold: true };
    for (const row of rows) sheet.addRow(row.map((cell) => (typeof cell === 'string' ? formulaSafe(cell) : cell)));
    sheet.columns.forEach((column) => {
      column.numFmt = '@';
      column.width = 18;
    });
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}
