import { readPhone } from '@tracewright/epi-core';
import { oneEditApart } from '../cleaning/similarity.js';
import type { ComparisonKind } from './comparison.js';
import { ValueTable } from './value-table.js';

const PLACEHOLDER = /^(.)\1*$|^\d?(?:123456789|987654321)\d?$/;
const SEPARATORS = /[,，;；、/|]|\s{2,}|或|\sor\s/;
const LEAST_DIGITS = 7;
/** Elsewhere the last nine digits tell two numbers apart, with or without a country's code or a leading zero. */
const TAIL = 9;

function numbersIn(text: string, country: unknown): string[] {
  return text
    .split(SEPARATORS)
    .map((one) => {
      const read = readPhone(one);
      const digits = read.kind === 'mobile' || read.kind === 'landline' ? read.number : one.normalize('NFKC').replace(/\D/g, '');
      return country === 'CN' ? digits : digits.slice(-TAIL);
    })
    .filter((digits) => digits.length >= LEAST_DIGITS && !PLACEHOLDER.test(digits));
}

/** A mobile number. */
const ELEVEN = /^1\d{10}$/;

/**
 * One digit changed or two neighbours swapped make two numbers of one length differ by at most 81 times a power of ten. So most that differ
 * are told apart by their difference.
 */
function levelAtAGlance(a: number, b: number): number {
  let apart = Math.abs(a - b);
  if (!(apart > 0)) return -1;
  while (apart % 10 === 0) apart /= 10;
  return apart > 81 ? DIFFERENT : -1;
}

const DIFFERENT = 3;

/** One or several numbers in a cell. How many people share a number says what it is worth. */
export const PHONE: ComparisonKind = {
  roles: ['phone', 'second'],
  make: ({ country }) =>
    new ValueTable<readonly string[]>({
      compare: 'phone',
      quick: true,
      parts: [{ name: 'phone', levels: ['same', 'near', 'different'], exact: 1 }],
      clean: (cells) => {
        const numbers = [...new Set(cells.flatMap((cell) => numbersIn(cell, country)))];
        return numbers.length === 0 ? null : numbers;
      },
      identity: (numbers) => numbers.join(),
      levels: (a, b) =>
        a.length === 1 && b.length === 1
          ? a[0] === b[0]
            ? 1
            : oneEditApart(a[0]!, b[0]!)
              ? 2
              : 3
          : a.some((x) => b.includes(x))
            ? 1
            : a.some((x) => b.some((y) => oneEditApart(x, y)))
              ? 2
              : 3,
      atAGlance: {
        of: (numbers) => (numbers.length === 1 && ELEVEN.test(numbers[0]!) ? Number(numbers[0]) : Number.NaN),
        level: levelAtAGlance,
      },
      counted: (_, numbers) => numbers[0]!,
      keys: { phone: (numbers) => numbers[0]!, second: (numbers) => numbers[1] ?? null, tail: (numbers) => numbers[0]!.slice(-TAIL + 1) },
      shown: (_, numbers) => numbers.join(', '),
    }),
};
