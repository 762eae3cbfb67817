import { distance } from 'fastest-levenshtein';
import { lettersAndDigits, plainText, saysNothing } from '../cleaning/plain-text.js';
import { jaroWinkler, oneEditApart } from '../cleaning/similarity.js';
import type { ComparisonKind } from './comparison.js';
import { ValueTable } from './value-table.js';

/** How alike two different words are: 2 one letter wrong, or as alike as that makes a long word; 1 similar; 0 neither. */
export function likeness(a: string, b: string): 0 | 1 | 2 {
  if (Math.min(a.length, b.length) > 2 && oneEditApart(a, b)) return 2;
  const alike = jaroWinkler(a, b);
  return alike >= 0.92 ? 2 : alike >= 0.8 ? 1 : 0;
}

/** Words such as a town or a trade. */
export const TEXT: ComparisonKind = {
  roles: ['text'],
  make: () =>
    new ValueTable<string>({
      compare: 'text',
      parts: [{ name: 'text', levels: ['same', 'near', 'similar', 'different'], exact: 1 }],
      clean: ([text = '']) => (saysNothing(text) ? null : lettersAndDigits(text) || null),
      identity: (value) => value,
      levels: (a, b) => 4 - likeness(a, b),
      counted: (_, value) => value,
      keys: { text: (value) => value, start: (value) => value.slice(0, 3) },
      shown: (_, value) => value,
    }),
};

/** One of few words; `values` of the options names each with the words that mean it. */
export const CHOICE: ComparisonKind = {
  // The second column tells it where the first does not.
  roles: ['choice', 'otherwise'],
  make: (options) => {
    const values = (options.values ?? {}) as Readonly<Record<string, readonly string[]>>;
    const meaning = new Map(Object.entries(values).flatMap(([value, words]) => [value, ...words].map((word) => [plainText(word), value])));
    return new ValueTable<string>({
      compare: 'choice',
      quick: true,
      parts: [{ name: 'choice', levels: ['same', 'different'], exact: 1 }],
      clean: (cells) => {
        for (const cell of cells) {
          const plain = plainText(cell).replace(/\./g, '');
          const value = saysNothing(cell) ? undefined : meaning.size > 0 ? meaning.get(plain) : plain;
          if (value) return value;
        }
        return null;
      },
      identity: (value) => value,
      levels: () => 2,
      traits: { width: 0, write: () => {}, levels: () => 2 },
      counted: (_, value) => value,
      keys: { choice: (value) => value },
      shown: (_, value) => value,
    });
  },
};

/** A postcode or another short code. Leading zeros are lost in spreadsheets, so they do not tell. */
export const CODE: ComparisonKind = {
  roles: ['code'],
  make: () =>
    new ValueTable<string>({
      compare: 'code',
      quick: true,
      parts: [{ name: 'code', levels: ['same', 'near', 'area', 'different'], exact: 1 }],
      clean: ([text = '']) =>
        saysNothing(text) ? null : lettersAndDigits(text.replace(/\.0$/, '').replace(/-\d{4}$/, '')).replace(/^0+/, '') || null,
      identity: (value) => value,
      levels: (a, b) => (oneEditApart(a, b) ? 2 : a.length > 2 && a.slice(0, a.length >> 1) === b.slice(0, a.length >> 1) ? 3 : 4),
      counted: (_, value) => value,
      keys: { code: (value) => value },
      shown: (_, value) => value,
    }),
};

/** A number; `tolerance` of the options says how far two may lie apart and still be near. */
export const NUMBER: ComparisonKind = {
  roles: ['number'],
  make: ({ tolerance = 1 }) =>
    new ValueTable<number>({
      compare: 'number',
      quick: true,
      parts: [{ name: 'number', levels: ['same', 'near', 'different'], exact: 1 }],
      clean: ([text = '']) => {
        const plain = plainText(text).replace(/,(?=\d{3})/g, '');
        return plain === '' || !Number.isFinite(Number(plain)) ? null : Number(plain);
      },
      identity: String,
      levels: (a, b) => (Math.abs(a - b) <= Number(tolerance) ? 2 : 3),
      counted: (_, value) => String(value),
      keys: { number: String },
      shown: (_, value) => String(value),
    }),
};

interface Email {
  readonly local: string;
  readonly domain: string;
}

/** A letter in five wrong at most, wherever the @ and the dots have slipped to. */
function movedApart(a: Email, b: Email): boolean {
  const [x, y] = [a, b].map(({ local, domain }) => (local + domain).replace(/[^a-z0-9]/g, '')) as [string, string];
  const longest = Math.max(x.length, y.length);
  return Math.abs(x.length - y.length) * 5 <= longest && distance(x, y) * 5 <= longest;
}

/** An address for mail: who is at the left of the @, the house at its right. The whole, or the house alone, counts by how many have it. */
export const EMAIL: ComparisonKind = {
  roles: ['email'],
  make: () =>
    new ValueTable<Email>({
      compare: 'email',
      parts: [
        { name: 'email', levels: ['same', 'near', 'local', 'different'], exact: 1 },
        { name: 'domain', levels: ['same', 'near', 'different'], exact: 1 },
      ],
      clean: ([text = '']) => {
        const plain = plainText(text).replace(/\s/g, '');
        if (saysNothing(plain)) return null;
        const at = plain.lastIndexOf('@');
        return at < 0 ? { local: plain, domain: '' } : { local: plain.slice(0, at), domain: plain.slice(at + 1) };
      },
      identity: ({ local, domain }) => `${local}@${domain}`,
      levels: (a, b) => {
        const local = a.local === b.local ? 2 : likeness(a.local, b.local) === 2 ? 1 : 0;
        const domain = a.domain === '' || b.domain === '' ? 0 : a.domain === b.domain ? 1 : likeness(a.domain, b.domain) === 2 ? 2 : 3;
        const moved = domain !== 1 && movedApart(a, b);
        const whole = moved || (local > 0 && domain > 0 && domain < 3) ? 2 : local === 2 ? 3 : 4;
        return whole | ((moved && domain === 3 ? 2 : domain) << 8);
      },
      counted: (part, { local, domain }) => (part === 0 ? `${local}@${domain}` : domain === '' ? null : domain),
      keys: { email: ({ local, domain }) => `${local}@${domain}`, local: ({ local }) => local, domain: ({ domain }) => domain },
      shown: (part, { local, domain }) => (part === 0 ? `${local}@${domain}` : domain),
    }),
};

/** All the same figure, or counting up: typed to get past a form. */
const PLACEHOLDER = /^(.)\1*$|^0?12345678?9?0?$|^9876543210?$/;

/** A number of identity without a check character: one wrong digit cannot be seen in it. The last four digits are often all that is known. */
export const IDENTIFIER: ComparisonKind = {
  roles: ['identifier'],
  make: () =>
    new ValueTable<string>({
      compare: 'identifier',
      quick: true,
      parts: [{ name: 'identifier', levels: ['same', 'tail', 'near', 'different'], exact: 1 }],
      clean: ([text = '']) => {
        const plain = lettersAndDigits(text);
        return saysNothing(text) || plain.length < 3 || PLACEHOLDER.test(plain) ? null : plain;
      },
      identity: (value) => value,
      levels: (a, b) => {
        const [long, short] = a.length >= b.length ? [a, b] : [b, a];
        if (short.length >= 4 && long.length > short.length + 1 && long.endsWith(short)) return 2;
        return oneEditApart(a, b) ? 3 : 4;
      },
      counted: (_, value) => value,
      keys: { identifier: (value) => value, tail: (value) => (value.length < 4 ? null : value.slice(-4)) },
      shown: (_, value) => value,
    }),
};
