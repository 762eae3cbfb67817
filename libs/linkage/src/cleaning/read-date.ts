/** A calendar date as far as it is known. */
export interface PartialDate {
  /** Four digits; with `centuryOpen` the last two only. Null when unknown. */
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly centuryOpen: boolean;
  /** Written with two numbers up to 12 in an order that nobody can tell: day and month may be the other way round. */
  readonly orderOpen: boolean;
  /** There is no such day. Its digits may still show what was meant. */
  readonly impossible: boolean;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const EARLIEST = 1800;
const LATEST = 2100;
const LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function dateOf(year: number, month: number | null, day: number | null, open: { century?: boolean; order?: boolean } = {}): PartialDate {
  const centuryOpen = open.century ?? false;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const impossible =
    (!centuryOpen && (year < EARLIEST || year > LATEST)) ||
    (month !== null && (month < 1 || month > 12)) ||
    (day !== null && (day < 1 || day > (LENGTHS[(month ?? 1) - 1] ?? 31) || (month === 2 && day === 29 && !leap && !centuryOpen)));
  return { year, month, day, centuryOpen, orderOpen: (open.order ?? false) && month !== day, impossible };
}

const yearOf = (text: string): [year: number, open: boolean] => [Number(text), text.length <= 2];

/** Two numbers and a year, as `1/17/72` or `17.1.1972`: the number over 12 is the day; two up to 12 leave it open, save with dots, where the day is first. */
function dayMonthYear(first: string, second: string, mark: string, yearText: string): PartialDate {
  const [year, century] = yearOf(yearText);
  const [a, b] = [Number(first), Number(second)];
  if (mark === '.' || a > 12) return dateOf(year, b, a, { century });
  return dateOf(year, a, b, { century, order: b <= 12 });
}

/** Reads a date in the ways lists have it; null when the text holds none ("missing, but age 23"). Two-digit years keep their century open. */
export function readDate(text: string): PartialDate | null {
  const plain = text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[年月]/g, '-')
    .replace(/[日号]$/, '')
    .replace(/-$/, '')
    .replace(/[t ]\d{1,2}:\d{2}.*$/, '');
  let m = /^(\d{4})(\d{2})(\d{2})(?:\.0)?$/.exec(plain) ?? /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/.exec(plain);
  if (m) return dateOf(Number(m[1]), Number(m[2]), Number(m[3]));
  m = /^(\d{4})[-/.](\d{1,2})$/.exec(plain);
  if (m) return dateOf(Number(m[1]), Number(m[2]), null);
  m = /^(\d{4})(?:\.0)?$/.exec(plain);
  if (m) return dateOf(Number(m[1]), null, null);
  m = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})$/.exec(plain);
  if (m) return dayMonthYear(m[1]!, m[3]!, m[2]!, m[4]!);
  m = /^(\d{1,2})[- ]?([a-z]{3})[a-z]*[-, ]*(\d{4}|\d{2})$/.exec(plain);
  const named = m ?? swapped(/^([a-z]{3})[a-z]* (\d{1,2}),? (\d{4})$/.exec(plain));
  const month = named ? MONTHS.indexOf(named[2]!) : -1;
  if (named && month >= 0) {
    const [year, century] = yearOf(named[3]!);
    return dateOf(year, month + 1, Number(named[1]), { century });
  }
  return null;
}

const swapped = (m: RegExpExecArray | null): string[] | null => (m ? [m[0], m[2]!, m[1]!, m[3]!] : null);
