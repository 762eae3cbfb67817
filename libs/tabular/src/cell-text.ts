import type ExcelJS from 'exceljs';

const two = (n: number): string => String(n).padStart(2, '0');

/** A spreadsheet's date is wall-clock time; its number format says whether the time of day is meant (ruling 21). */
function dateText(date: Date, format: string): string {
  const day = `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
  // Quoted words and colours of the format are not its letters.
  const letters = format.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '').toLowerCase();
  const hasTime = /[hs]|am\/pm|上午/.test(letters);
  if (!hasTime) return day;
  const seconds = date.getUTCSeconds() === 0 ? '' : `:${two(date.getUTCSeconds())}`;
  return `${day} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}${seconds}`;
}

/** The text a person would read in the cell. Errors such as #N/A are empty. */
export function cellText(cell: ExcelJS.Cell): string {
  return valueText(cell.value, cell.numFmt ?? '').trim();
}

function valueText(value: ExcelJS.CellValue, format: string): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dateText(value, format);
  if (typeof value === 'object') {
    if ('richText' in value) return value.richText.map((part) => part.text).join('');
    if ('text' in value) return String(value.text);
    if ('result' in value || 'formula' in value) return valueText((value as { result?: ExcelJS.CellValue }).result ?? '', format);
    return '';
  }
  return typeof value === 'number' ? numberText(value) : String(value);
}

/** Whole numbers beyond these have lost their last digits; written out, an identity document's would look like another person's. */
const numberText = (value: number): string =>
  Number.isInteger(value) && !Number.isSafeInteger(value) ? value.toExponential().toUpperCase() : String(value);
