import { type PartialDate, readDate } from '../cleaning/read-date.js';
import { oneEditApart } from '../cleaning/similarity.js';
import type { ComparisonKind } from './comparison.js';
import { digitsApart, oneDigitOrSwap } from './digits.js';
import { type Traits, ValueTable } from './value-table.js';

const LEVELS = ['same', 'agrees', 'near', 'parts', 'digits', 'close', 'different'] as const;
const [SAME, AGREES, NEAR, PARTS, DIGITS, CLOSE, DIFFERENT] = [1, 2, 3, 4, 5, 6, 7];
const DAYS_OF_A_YEAR = 366;

interface KnownDate extends PartialDate {
  readonly digits: string;
  /** Days since the year 0, for whole dates. */
  readonly days: number;
}

const two = (n: number | null): string => (n === null ? '' : String(n).padStart(2, '0'));
const digitsOf = ({ year, month, day, centuryOpen }: PartialDate): string =>
  `${centuryOpen ? two(year! % 100) : String(year).padStart(4, '0')}${two(month)}${two(day)}`;

const sameYear = (a: KnownDate, b: KnownDate): boolean =>
  a.centuryOpen || b.centuryOpen ? a.year! % 100 === b.year! % 100 : a.year === b.year;
const crossed = (a: KnownDate, b: KnownDate): boolean => a.month === b.day && a.day === b.month;
const straight = (a: KnownDate, b: KnownDate): boolean => a.month === b.month && a.day === b.day;

/** Two wrong digits, as a year of ten more and another day. */
function twoDigitsApart(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let apart = 0;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) apart++;
  return apart <= 2;
}

function levelOfWhole(a: KnownDate, b: KnownDate): number {
  const year = sameYear(a, b);
  if (year && (straight(a, b) || ((a.orderOpen || b.orderOpen) && crossed(a, b)))) return SAME;
  if (year && crossed(a, b)) return NEAR;
  const open = a.centuryOpen || b.centuryOpen;
  // One wrong digit, or two neighbours swapped, leave one of year, month and day as it is; so do two wrong digits.
  if (!year && a.month !== b.month && a.day !== b.day) return !open && Math.abs(a.days - b.days) <= DAYS_OF_A_YEAR ? CLOSE : DIFFERENT;
  if (oneEditApart(open ? a.digits.slice(-6) : a.digits, open ? b.digits.slice(-6) : b.digits)) return NEAR;
  if (Number(year) + Number(a.month === b.month) + Number(a.day === b.day) === 2) return PARTS;
  if (twoDigitsApart(a.digits, b.digits)) return DIGITS;
  return !open && Math.abs(a.days - b.days) <= DAYS_OF_A_YEAR ? CLOSE : DIFFERENT;
}

function levelOf(a: KnownDate, b: KnownDate): number {
  // A day that does not exist tells nothing, unless one digit made it of the other's.
  if (a.impossible || b.impossible) return oneEditApart(a.digits, b.digits) ? NEAR : 0;
  if (a.day !== null && b.day !== null) return levelOfWhole(a, b);
  if (!sameYear(a, b)) return DIFFERENT;
  if (a.month === null || b.month === null) return CLOSE;
  const either = a.month === b.month || (a.orderOpen && a.day === b.month) || (b.orderOpen && b.day === a.month);
  return either ? AGREES : CLOSE;
}

const exactDay = ({ day, centuryOpen, orderOpen, impossible }: KnownDate): boolean =>
  day !== null && !centuryOpen && !orderOpen && !impossible;

/** Year, month and day as eight digits of four bits; 0 for a date that is open anywhere. And its day, counted. */
const DATE_TRAITS: Traits<KnownDate> = {
  width: 2,
  write(date, rows, at) {
    rows[at] = exactDay(date) ? Number.parseInt(date.digits, 16) : 0;
    rows[at + 1] = date.days;
  },
  levels(rows, a, b) {
    const one = rows[a]!;
    const other = rows[b]!;
    return one === 0 || other === 0 ? -1 : levelOfExact(one, other, Math.abs(rows[a + 1]! - rows[b + 1]!));
  },
};

/** As `levelOfWhole`, of two different days that are open nowhere. */
function levelOfExact(a: number, b: number, daysApart: number): number {
  const apart = a ^ b;
  const year = apart >>> 16 === 0;
  const month = (apart & 0xff00) === 0;
  const day = (apart & 0xff) === 0;
  if (year && ((a >>> 8) & 0xff) === (b & 0xff) && (a & 0xff) === ((b >>> 8) & 0xff)) return NEAR;
  if (year || month || day) {
    if (oneDigitOrSwap(a, b)) return NEAR;
    if (Number(year) + Number(month) + Number(day) === 2) return PARTS;
    if (digitsApart(apart) <= 2) return DIGITS;
  }
  return daysApart <= DAYS_OF_A_YEAR ? CLOSE : DIFFERENT;
}

/** A day of birth. A century or an order that is open agrees with either. */
export const DATE: ComparisonKind = {
  // The second column tells the date where the first does not.
  roles: ['date', 'otherwise'],
  make: () =>
    new ValueTable<KnownDate>({
      compare: 'date',
      quick: true,
      parts: [{ name: 'date', levels: LEVELS, exact: 1 }],
      clean: (cells) => {
        for (const cell of cells) {
          const date = readDate(cell);
          if (date)
            return {
              ...date,
              digits: digitsOf(date),
              days: Math.round(Date.UTC(date.year!, (date.month ?? 1) - 1, date.day ?? 1) / 86_400_000),
            };
        }
        return null;
      },
      identity: (date) => `${date.digits}${date.centuryOpen ? 'c' : ''}${date.orderOpen ? 'o' : ''}`,
      levels: levelOf,
      traits: DATE_TRAITS,
      counted: (_, date) => (date.impossible ? null : date.digits),
      keys: {
        day: (date) => (exactDay(date) ? Number(date.digits) : null),
        year: (date) => (date.impossible || date.centuryOpen ? null : date.year),
        // The last two digits of the year are known also where its century is not.
        shortYear: (date) => (date.impossible ? null : date.year! % 100),
        month: (date) => (date.impossible || date.month === null || date.orderOpen ? null : (date.year! % 100) * 100 + date.month),
        // Day and month in either order, for those who write them differently.
        dayAndMonth: (date) =>
          date.day === null || date.impossible
            ? null
            : Math.min(date.day, date.month!) * 10_000 + Math.max(date.day, date.month!) * 100 + (date.year! % 100),
        monthDay: (date) =>
          date.day === null || date.impossible ? null : Math.min(date.day, date.month!) * 100 + Math.max(date.day, date.month!),
      },
      shown: (_, { year, month, day, impossible }) =>
        `${[year, month, day]
          .filter((n) => n !== null)
          .map((n) => two(n))
          .join('-')}${impossible ? ' (no such day)' : ''}`,
    }),
};
