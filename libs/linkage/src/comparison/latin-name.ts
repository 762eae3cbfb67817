import { sameCalled } from '../cleaning/nicknames.js';
import { lettersOnly, plainText, saysNothing } from '../cleaning/plain-text.js';
import type { ComparisonKind } from './comparison.js';
import { likeness } from './text-values.js';
import { ValueTable } from './value-table.js';

interface LatinName {
  /** Letters only; empty when unknown. */
  readonly given: string;
  readonly family: string;
  /** A second given name, when there is one. */
  readonly middle: string;
  /** Name before marriage or the like. */
  readonly other: string;
}

const GIVEN = ['same', 'called', 'near', 'similar', 'initial', 'different'];
const FAMILY = ['same', 'near', 'similar', 'initial', 'different'];
const [G_SAME, G_CALLED, G_NEAR, G_SIMILAR, G_INITIAL, G_DIFFERENT] = [1, 2, 3, 4, 5, 6];
const [F_SAME, F_NEAR, F_SIMILAR, F_INITIAL, F_DIFFERENT] = [1, 2, 3, 4, 5];
const LIKENESS = [0, 5, 3.5, 3, 2, 0.5, -1];
const LIKENESS_FAMILY = [0, 5, 3, 2, 0.5, -1];

const PLACEHOLDERS = new Set([
  'anonymous',
  'anon',
  'unknown',
  'unk',
  'noname',
  'nofirstname',
  'nolastname',
  'missing',
  'test',
  'patient',
  'newborn',
  'infant',
  'x',
  'xx',
  'xxx',
]);

function withoutPlaceholders(given: string, family: string): [string, string] {
  if (given.startsWith('baby') || given === 'newborn' || given === 'infant')
    return ['', ['girl', 'boy', 'baby'].includes(family) ? '' : family];
  if (family === 'doe') return [/^(john|jane)$/.test(given) ? '' : given, ''];
  return [PLACEHOLDERS.has(given) ? '' : given, PLACEHOLDERS.has(family) ? '' : family];
}

function readName([given = '', family = '', full = '', other = '']: readonly string[]): LatinName | null {
  let [first, last] = [saysNothing(given) ? '' : given, saysNothing(family) ? '' : family];
  if (first === '' && last === '' && full !== '') {
    const words = plainText(full).split(' ');
    const comma = plainText(full).split(',');
    [first, last] =
      comma.length > 1 ? [comma[1]!, comma[0]!] : words.length > 1 ? [words.slice(0, -1).join(' '), words.at(-1)!] : ['', words[0]!];
  }
  const [head = '', ...rest] = plainText(first).split(/[ .]+/);
  // "O Bailey" is one name; "Mary Ann" is a name and a second one.
  const [g, f] = withoutPlaceholders(head.length > 1 ? lettersOnly(head) : lettersOnly(first), lettersOnly(last));
  const middle = head.length > 1 && g !== '' ? lettersOnly(rest.join('')) : '';
  const o = saysNothing(other) ? '' : lettersOnly(other);
  return g === '' && f === '' && o === '' ? null : { given: g, family: f, middle, other: o };
}

const startsOther = (a: string, b: string, least: number): boolean => {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  return short.length >= least && long.startsWith(short);
};

function givenLevel(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  if (a === b) return G_SAME;
  if (sameCalled(a, b)) return G_CALLED;
  const alike = likeness(a, b);
  if (alike === 2) return G_NEAR;
  if (alike === 1 || startsOther(a, b, 2)) return G_SIMILAR;
  return startsOther(a, b, 1) ? G_INITIAL : G_DIFFERENT;
}

function familyLevel(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  if (a === b) return F_SAME;
  const alike = likeness(a, b);
  if (alike === 2) return F_NEAR;
  if (alike === 1 || startsOther(a, b, 3)) return F_SIMILAR;
  return startsOther(a, b, 1) ? F_INITIAL : F_DIFFERENT;
}

const bestGiven = (a: LatinName, b: LatinName): number => {
  const straight = givenLevel(a.given, b.given);
  if (a.middle === '' && b.middle === '') return straight;
  const whole = givenLevel(a.given + a.middle, b.given + b.middle);
  const [called, second] = [givenLevel(a.middle, b.given), givenLevel(a.given, b.middle)];
  const through = [called, second].some((level) => level === G_SAME) ? G_CALLED : G_DIFFERENT;
  return straight === 0 ? 0 : Math.min(straight, whole, through);
};

function bestFamily(a: LatinName, b: LatinName): number {
  const straight = familyLevel(a.family, b.family);
  if (straight !== F_DIFFERENT && straight !== F_INITIAL) return straight;
  const married = (a.other !== '' && a.other === b.family) || (b.other !== '' && b.other === a.family);
  return married ? F_SIMILAR : straight;
}

/** Given name in the family's column and the other way round. Which of the two agreed better does not depend on who is asked first. */
function crossedLevels(a: LatinName, b: LatinName): [given: number, family: number] {
  const [x, y] = [familyLevel(a.given, b.family), familyLevel(a.family, b.given)];
  const [better, worse] = (x || 9) <= (y || 9) ? [x, y] : [y, x];
  return [worse === 0 ? 0 : [0, G_SAME, G_NEAR, G_SIMILAR, G_INITIAL, G_DIFFERENT][worse]!, better];
}

function levels(a: LatinName, b: LatinName): number {
  const [given, family] = [bestGiven(a, b), bestFamily(a, b)];
  const [crossedGiven, crossedFamily] = crossedLevels(a, b);
  const straight = LIKENESS[given]! + LIKENESS_FAMILY[family]!;
  const crossed = LIKENESS[crossedGiven]! + LIKENESS_FAMILY[crossedFamily]!;
  const isCrossed = crossed > straight + 1;
  const order = a.given === '' && a.family === '' ? 0 : b.given === '' && b.family === '' ? 0 : isCrossed ? 2 : 1;
  return (isCrossed ? crossedGiven | (crossedFamily << 8) : given | (family << 8)) | (order << 16);
}

const VOWELS = /[aeiouyhw]/g;
/** First letter and the consonants after it, doubled ones once: what a slip of a finger or of the ear mostly leaves alone. */
export const consonants = (name: string): string =>
  name === ''
    ? ''
    : name[0]! +
      name
        .slice(1)
        .replace(VOWELS, '')
        .replace(/(.)\1+/g, '$1')
        .slice(0, 3);

const inOrder = (a: string, b: string): string | null => (a === '' || b === '' ? null : a < b ? `${a} ${b}` : `${b} ${a}`);

/** Given and family name together, so that two that were swapped are seen. */
export const LATIN_NAME: ComparisonKind = {
  roles: ['given', 'family', 'full', 'other'],
  make: () =>
    new ValueTable<LatinName>({
      compare: 'latin-name',
      parts: [
        { name: 'given', levels: GIVEN, exact: 1 },
        { name: 'family', levels: FAMILY, exact: 1 },
        { name: 'order', levels: ['straight', 'swapped'], exact: 0 },
      ],
      clean: readName,
      identity: ({ given, family, middle, other }) => `${given}|${family}|${middle}|${other}`,
      levels,
      counted: (part, { given, family }) => (part === 0 ? given : part === 1 ? family : given + family) || null,
      keys: {
        given: ({ given }) => given,
        family: ({ family }) => family,
        givenSound: ({ given }) => consonants(given),
        familySound: ({ family }) => consonants(family),
        both: ({ given, family }) => inOrder(given, family),
        bothSound: ({ given, family }) => inOrder(consonants(given), consonants(family)),
        initials: ({ given, family }) => inOrder(given.slice(0, 1), family.slice(0, 1)),
        // Either name: the alphabetically first and last, so that a swap does not hide it.
        first: ({ given, family }) => (given === '' || family === '' ? given || family : given < family ? given : family),
        last: ({ given, family }) => (given === '' || family === '' ? given || family : given < family ? family : given),
      },
      shown: (part, { given, family }) => (part === 0 ? given : part === 1 ? family : `${given} ${family}`.trim()),
    }),
};
