import type { GeneratedPerson } from './households.js';
import { accentOf, homophoneOf, inPinyin, inTraditional, looksLike } from './names.js';
import type { ListRandom } from './random.js';

/** A row of a contact list, as text. */
export type ContactRow = {
  name: string;
  sex: string;
  birth_on: string;
  doc_no: string;
  phone: string;
  address: string;
};

/** Changes a row as somebody who writes it down does; false when there was nothing to change. */
type Slip = (row: ContactRow, person: GeneratedPerson, random: ListRandom) => boolean;

const replaceAt = (text: string, at: number, by: string): string => text.slice(0, at) + by + text.slice(at + 1);

function oneCharacter(change: (random: ListRandom, character: string) => string | null): Slip {
  return (row, _, random) => {
    const at = random.below(row.name.length);
    const by = change(random, row.name[at]!);
    if (by === null) return false;
    row.name = replaceAt(row.name, at, by);
    return true;
  };
}

const setName =
  (change: (person: GeneratedPerson, random: ListRandom) => string | null): Slip =>
  (row, person, random) => {
    const name = change(person, random);
    if (name === null) return false;
    row.name = name;
    return true;
  };

const document =
  (change: (text: string, random: ListRandom) => string | null): Slip =>
  (row, _, random) => {
    const changed = row.doc_no === '' ? null : change(row.doc_no, random);
    if (changed === null) return false;
    row.doc_no = changed;
    return true;
  };

const fullWidth = (text: string): string => Array.from(text, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('');
const otherDigit = (digit: string, random: ListRandom): string => String((Number(digit) + 1 + random.below(9)) % 10);
const TITLES = { male: ['叔叔', '师傅', '先生'], female: ['阿姨', '女士', '大妈'] };

/** Every kind of slip of domain notes §7.1 with the share of repeated rows that has it. */
export const SLIPS: Readonly<Record<string, readonly [rate: number, slip: Slip]>> = {
  homophone: [0.07, oneCharacter(homophoneOf)],
  'look-alike': [0.02, oneCharacter((_, c) => looksLike(c))],
  accent: [0.03, oneCharacter(accentOf)],
  traditional: [0.05, setName(({ name }) => (inTraditional(name) === name ? null : inTraditional(name)))],
  'rare-character': [0.005, oneCharacter(() => '?')],
  pinyin: [0.02, setName(({ name, surnameLength }) => (surnameLength === 0 ? null : inPinyin(name, surnameLength)))],
  'swapped-order': [
    0.005,
    setName(({ name, surnameLength }) => (surnameLength === 0 ? null : name.slice(surnameLength) + name.slice(0, surnameLength))),
  ],
  interpunct: [0.5, setName(({ name }) => (name.includes('·') ? name.replace('·', '') : null))],
  called: [
    0.01,
    setName(({ name, surnameLength, sex }, random) =>
      surnameLength === 0
        ? null
        : random.chance(0.5)
          ? `小${name.slice(0, surnameLength)}`
          : name.slice(0, surnameLength) + random.one(TITLES[sex]),
    ),
  ],
  'document-missing': [0.2, document(() => '')],
  'document-one-digit': [
    0.04,
    document((text, random) => {
      const at = random.below(17);
      return replaceAt(text, at, otherDigit(text[at]!, random));
    }),
  ],
  'document-15': [0.02, document((text) => (text.slice(6, 8) === '19' ? text.slice(0, 6) + text.slice(8, 17) : null))],
  'document-lower': [0.5, document((text) => (text.endsWith('X') ? text.toLowerCase() : null))],
  'document-full-width': [0.02, document(fullWidth)],
  'document-spoiled': [0.01, document((text) => `${text[0]}.${text.slice(1, 6)}E+17`)],
  'document-of-parent': [
    0.02,
    (row, { parent }) => {
      if (!parent || row.doc_no === '') return false;
      row.doc_no = parent.document;
      return true;
    },
  ],
  'birth-missing': [
    0.25,
    (row) => {
      row.birth_on = '';
      return true;
    },
  ],
  'birth-one-digit': [
    0.02,
    (row, _, random) => {
      if (row.birth_on === '') return false;
      const at = random.one([3, 6, 9]);
      row.birth_on = replaceAt(row.birth_on, at, otherDigit(row.birth_on[at]!, random));
      return true;
    },
  ],
  'sex-missing': [
    0.1,
    (row) => {
      row.sex = '';
      return true;
    },
  ],
  'sex-wrong': [
    0.005,
    (row) => {
      row.sex = row.sex === '男' ? '女' : '男';
      return true;
    },
  ],
  'phone-missing': [
    0.08,
    (row) => {
      row.phone = '';
      return true;
    },
  ],
  'phone-changed': [
    0.07,
    (row, _, random) => {
      row.phone = `1${3 + random.below(7)}${random.digits(9)}`;
      return true;
    },
  ],
  'phone-one-digit': [
    0.02,
    (row, _, random) => {
      if (row.phone === '') return false;
      const at = 3 + random.below(8);
      row.phone = replaceAt(row.phone, at, otherDigit(row.phone[at]!, random));
      return true;
    },
  ],
  'phone-of-family': [
    0.03,
    (row, { parent }) => {
      if (!parent) return false;
      row.phone = parent.phone;
      return true;
    },
  ],
  'address-missing': [
    0.08,
    (row) => {
      row.address = '';
      return true;
    },
  ],
  'address-variant': [
    0.4,
    (row, person, random) => {
      if (row.address === '') return false;
      row.address = written(person, random.below(4));
      return true;
    },
  ],
  'compound-alias': [
    0.03,
    (row, person) => {
      if (row.address === '') return false;
      row.address = row.address.replace(person.home.compound, person.home.compound.slice(0, 2));
      return true;
    },
  ],
};

const NUMERALS = ['', '一', '二', '三'];

/** An address in one of the ways people write it. */
export function written({ home: { compound, phase, building, unit, room } }: GeneratedPerson, way: number): string {
  const phased = phase === 0 ? compound : `${compound}${way % 2 === 0 ? NUMERALS[phase] : phase}期`;
  if (way === 0) return `${phased}${building}号楼${unit}单元${room}室`;
  if (way === 1) return `${phased}${building}-${unit}-${room}`;
  if (way === 2) return `广州市天河区${phased}${building}栋${unit}单元${room}`;
  return `${phased} ${building}幢 ${unit}单元 ${room}房`;
}

/** The row as a careful hand writes it. */
export const carefulRow = (person: GeneratedPerson): ContactRow => ({
  name: person.name,
  sex: person.sex === 'male' ? '男' : '女',
  birth_on: person.birthOn,
  doc_no: person.document,
  phone: person.phone,
  address: written(person, 0),
});

/** Names of the slips that happened, each by its rate. */
export function spoil(row: ContactRow, person: GeneratedPerson, random: ListRandom): string[] {
  return Object.entries(SLIPS).flatMap(([name, [rate, slip]]) => (random.chance(rate) && slip(row, person, random) ? [name] : []));
}
