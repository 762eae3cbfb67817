const PARTS: Readonly<Record<string, string>> = {
  YYYY: '(?<Y>\\d{4})',
  YY: '(?<y>\\d{2})',
  MM: '(?<M>\\d{1,2})',
  M: '(?<M>\\d{1,2})',
  DD: '(?<D>\\d{1,2})',
  D: '(?<D>\\d{1,2})',
  HH: '(?<h>\\d{1,2})',
  H: '(?<h>\\d{1,2})',
  mm: '(?<m>\\d{1,2})',
  ss: '(?<s>\\d{1,2})',
};
const two = (n: number | string): string => String(n).padStart(2, '0');
/** Day 0 of a spreadsheet's calendar; its 29 February 1900 never was, so this holds from March 1900 on. */
const EXCEL_ZERO = Date.UTC(1899, 11, 30);

const compiled = new Map<string, RegExp>();
function pattern(format: string): RegExp {
  let found = compiled.get(format);
  if (!found) {
    const source = format.replaceAll(
      /YYYY|YY|MM|M|DD|D|HH|H|mm|ss|[^A-Za-z]|[A-Za-z]/g,
      (part) => PARTS[part] ?? part.replace(/[.*+?^${}()|[\]\\]/, '\\$&'),
    );
    found = new RegExp(`^${source}$`);
    compiled.set(format, found);
  }
  return found;
}

/** A date written in a given order as ISO 8601; null when it is not written so. `excel`: a serial number. Two-digit years are of this century. */
export function readByFormat(text: string, format: string): string | null {
  if (format === 'excel') {
    const serial = Number(text);
    if (!Number.isFinite(serial)) return null;
    const at = new Date(EXCEL_ZERO + Math.round(serial * 86_400_000));
    const iso = at.toISOString();
    return Number.isInteger(serial) ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 16)}`;
  }
  const parts = pattern(format).exec(text)?.groups;
  if (!parts) return null;
  const year = parts.Y ?? (parts.y === undefined ? null : `20${parts.y}`);
  if (year === null || parts.M === undefined || parts.D === undefined) return null;
  const day = `${year}-${two(parts.M)}-${two(parts.D)}`;
  return parts.h === undefined ? day : `${day} ${two(parts.h)}:${two(parts.m ?? '00')}${parts.s === undefined ? '' : `:${two(parts.s)}`}`;
}
