import { readPhone } from '@tracewright/epi-core';
import { oneEditApart } from '../cleaning/similarity.js';
import type { ComparisonKind } from './comparison.js';
import { oneDigitOrSwap } from './digits.js';
import { type Traits, ValueTable } from './value-table.js';

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
const [NEAR, DIFFERENT] = [2, 3];

const ONE_MOBILE = 1 << 24;
const LAST = 0xf;
const BEHIND_THE_FIRST = 0xffff;

/** The ten digits behind the 1 of one mobile number, five and five in four bits each; 0 for anything else. */
const PHONE_TRAITS: Traits<readonly string[]> = {
  width: 2,
  write([number = '', second], rows, at) {
    const mobile = second === undefined && ELEVEN.test(number);
    rows[at] = mobile ? ONE_MOBILE | Number.parseInt(number.slice(1, 6), 16) : 0;
    rows[at + 1] = mobile ? Number.parseInt(number.slice(6), 16) : 0;
  },
  levels(rows, a, b) {
    if (rows[a] === 0 || rows[b] === 0) return -1;
    const head = rows[a]! ^ rows[b]!;
    const tail = rows[a + 1]! ^ rows[b + 1]!;
    if (tail === 0) return oneDigitOrSwap(rows[a]!, rows[b]!) ? NEAR : DIFFERENT;
    if (head === 0) return oneDigitOrSwap(rows[a + 1]!, rows[b + 1]!) ? NEAR : DIFFERENT;
    // The fifth and the sixth digit may have changed places.
    return head <= LAST && (tail & BEHIND_THE_FIRST) === 0 ? -1 : DIFFERENT;
  },
};

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
      traits: PHONE_TRAITS,
      counted: (_, numbers) => numbers[0]!,
      keys: { phone: (numbers) => numbers[0]!, second: (numbers) => numbers[1] ?? null, tail: (numbers) => numbers[0]!.slice(-TAIL + 1) },
      shown: (_, numbers) => numbers.join(', '),
    }),
};
