import { readStreet, type Street } from '../cleaning/read-street.js';
import { oneEditApart } from '../cleaning/similarity.js';
import type { ComparisonKind } from './comparison.js';
import { likeness } from './text-values.js';
import { ValueTable } from './value-table.js';

const [UNKNOWN, DOOR, HOUSE, NEAR, STREET, DIFFERENT] = [0, 1, 2, 3, 4, 5];

/** 2 the same, 1 alike, 0 different, null when one is not known. */
const alike = (a: string, b: string): number | null => (a === '' || b === '' ? null : a === b ? 2 : likeness(a, b) > 0 ? 1 : 0);
const number = (a: string, b: string): number | null => (a === '' || b === '' ? null : a === b ? 2 : oneEditApart(a, b) ? 1 : 0);

function streetLevel(a: Street, b: Street): number {
  const [street, house] = [alike(a.street, b.street), number(a.number, b.number)];
  if (street === null) return house === null ? UNKNOWN : house === 2 ? STREET : DIFFERENT;
  if (street === 0) return DIFFERENT;
  const units = number(a.unit, b.unit);
  const unitFits = units === 2 || (units === null && a.unit === b.unit);
  if (house === 2) return street === 2 ? (unitFits ? DOOR : HOUSE) : unitFits ? HOUSE : NEAR;
  if (house === 1) return NEAR;
  return house === null && street === 2 ? NEAR : STREET;
}

function nameLevel(a: string, b: string): number {
  if (a === '' || b === '') return UNKNOWN;
  return a === b ? 1 : 4 - likeness(a, b);
}

/** Number and street in the first part; the name of a house, an estate or a firm in the second. */
export const STREET_VALUES: ComparisonKind = {
  roles: ['number', 'street', 'second'],
  make: () =>
    new ValueTable<Street>({
      compare: 'street',
      parts: [
        { name: 'street', levels: ['door', 'house', 'near', 'street', 'different'], exact: 1 },
        { name: 'house', levels: ['same', 'near', 'similar', 'different'], exact: 1 },
      ],
      clean: readStreet,
      identity: ({ number: n, street, unit, name }) => `${n}|${street}|${unit}|${name}`,
      levels: (a, b) => streetLevel(a, b) | (nameLevel(a.name, b.name) << 8),
      counted: (part, { number: n, street, unit, name }) => (part === 0 ? (street === '' ? null : `${n} ${street} ${unit}`) : name || null),
      keys: {
        door: ({ number: n, street }) => (n === '' || street === '' ? null : `${n} ${street}`),
        street: ({ street }) => street,
        name: ({ name }) => name,
        start: ({ number: n, street }) => (n === '' || street === '' ? null : `${n} ${street.slice(0, 3)}`),
      },
      shown: (part, { number: n, street, unit, name }) =>
        part === 0 ? [n, street, unit && `unit ${unit}`].filter((x) => x).join(' ') : name,
    }),
};
