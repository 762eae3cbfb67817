import { normaliseIdText } from '@tracewright/epi-core';
import { saysNothing } from '../cleaning/plain-text.js';
import { residentNumber } from '../cleaning/resident-number.js';
import { oneEditApart } from '../cleaning/similarity.js';
import type { ComparisonKind } from './comparison.js';
import { ValueTable } from './value-table.js';

export interface ChineseDocument {
  readonly text: string;
  /** A resident number whose check character fits. Of a passport or permit nothing shows whether it is right. */
  readonly valid: boolean;
  readonly resident: boolean;
}

const PLACEHOLDER = /^(.)\1*$|^\d?(?:123456789)/;
const LEAST = 5;

/** A document as it was understood; null when the cell tells none, or too little. */
export function readChineseDocument([cell = '']: readonly string[]): ChineseDocument | null {
  if (saysNothing(cell) || masked(cell)) return null;
  const read = residentNumber(cell);
  if (read.kind === 'valid') return { text: read.number, valid: true, resident: true };
  // A spreadsheet took the digits that tell people apart.
  if (read.kind === 'empty' || read.kind === 'spoiled') return null;
  const residentLike = read.reason !== 'length';
  const text = residentLike
    ? normaliseIdText(cell)
    : cell
        .normalize('NFKC')
        .toUpperCase()
        .replace(/[^A-Z0-9]/g, '');
  return text.length < LEAST || PLACEHOLDER.test(text) ? null : { text, valid: false, resident: residentLike };
}

/** A masked number, 3405241980****001X: what is shown must be the same. */
const masked = (text: string): boolean => /[*＊].*[^*＊\s]/u.test(text.normalize('NFKC')) && /\*{2}/.test(text.normalize('NFKC'));

function levelOf(a: ChineseDocument, b: ChineseDocument): number {
  if (a.valid && b.valid) return DIFFERENT;
  // A passport beside a resident number: one person has both.
  if (a.resident !== b.resident) return oneEditApart(a.text, b.text) ? NEAR : UNKNOWN;
  if (oneEditApart(a.text, b.text)) return NEAR;
  return a.resident || a.text[0] === b.text[0] ? OTHER : UNKNOWN;
}

const [UNKNOWN, NEAR, OTHER, DIFFERENT] = [0, 2, 3, 4];

/** Resident numbers (15 and 18 digits are one), passports and permits. Two valid numbers that differ are two people. */
export const CHINESE_DOCUMENT: ComparisonKind = {
  roles: ['document'],
  make: () =>
    new ValueTable<ChineseDocument>({
      compare: 'chinese-document',
      quick: true,
      parts: [{ name: 'document', levels: ['same', 'near', 'other', 'different'], exact: 1 }],
      clean: readChineseDocument,
      identity: ({ text }) => text,
      levels: levelOf,
      traits: {
        width: 1,
        write: ({ valid }, rows, at) => {
          rows[at] = Number(valid);
        },
        levels: (rows, a, b) => (rows[a] === 1 && rows[b] === 1 ? DIFFERENT : -1),
      },
      counted: (_, { text }) => text,
      keys: {
        number: ({ text }) => text,
        start: ({ text, resident }) => (resident ? text.slice(0, 14) : null),
        end: ({ text }) => text.slice(-8),
        // Without the area: the day and the sequence, whichever side was typed wrong.
        middle: ({ text, resident }) => (resident ? text.slice(4, 12) + text.slice(14, 17) : null),
      },
      shown: (_, { text, valid, resident }) => (resident && !valid ? `${text} (check character does not fit)` : text),
    }),
};
