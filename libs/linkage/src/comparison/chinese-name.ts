import { fuzzySyllable, looksAlike, ROMANISED, simplify, surnameLength, syllablesOf } from '../cleaning/chinese-text.js';
import { plainText, saysNothing } from '../cleaning/plain-text.js';
import { oneEditApart } from '../cleaning/similarity.js';
import type { ComparisonKind } from './comparison.js';
import { ValueTable } from './value-table.js';

const LEVELS = ['same', 'sound', 'alike', 'one', 'called', 'surname', 'different'] as const;
const [SOUND, ALIKE, ONE, CALLED, SURNAME, DIFFERENT] = [2, 3, 4, 5, 6, 7];

export interface ChineseName {
  /** Simplified Han characters, or letters in lower case; no interpuncts, no blanks. `?` stands for a character nobody could type. */
  readonly text: string;
  readonly han: boolean;
  /** Toneless sound, joined; of a romanised name its letters. */
  readonly sound: string;
  /** The same with the surname at the end, as foreigners write it. */
  readonly turned: string;
  readonly fuzzy: string;
  readonly surname: string;
  readonly given: string;
  /** "小李", "王阿姨": the surname is all that is known. */
  readonly called: boolean;
  readonly syllables: readonly string[];
  /** Given name before surname, as it stands. */
  readonly behind: string;
  /** Its characters in order of their codes, and the sum of those. */
  readonly sorted: string;
  readonly mass: number;
  /** Of a romanised name: its words in the alphabet's order. */
  readonly words: string;
}

const TITLES = /(?:阿姨|叔叔|大爷|大妈|大叔|奶奶|爷爷|婆婆|先生|女士|小姐|师傅|老师|医生|老板|经理|同学|哥|姐|嫂|总)$/u;
const AHEAD = /^[小老阿大]/u;

function calledBy(text: string): string | null {
  const withTitle = TITLES.exec(text);
  if (withTitle && withTitle.index === surnameLength(`${text}某`) && text.length <= 4) return text.slice(0, withTitle.index);
  if (AHEAD.test(text) && text.length === 2) return text.slice(1);
  return /^\p{Script=Han}{1,2}某某?$/u.test(text) ? text.replace(/某+$/u, '') : null;
}

function fromHan(text: string): ChineseName {
  const called = calledBy(text);
  const name = called ?? text;
  const syllables = syllablesOf(name.replaceAll('?', ''));
  const head = surnameLength(name);
  const surnameSyllables = syllables.slice(0, head);
  return {
    text,
    han: true,
    sound: syllables.join(''),
    turned: [...syllables.slice(head), ...surnameSyllables].join(''),
    fuzzy: syllables.map(fuzzySyllable).join(' '),
    surname: name.slice(0, head),
    given: called === null ? name.slice(head) : '',
    called: called !== null,
    syllables,
    behind: (called === null ? name.slice(head) : '') + name.slice(0, head),
    sorted: sorted(text),
    mass: massOf(text),
    words: '',
  };
}

function fromLetters(text: string): ChineseName {
  const words = text.split(/[^a-z?]+/).filter((word) => word !== '');
  const sound = words.join('');
  const turned = [...words.slice(1), words[0] ?? ''].join('');
  return {
    text: sound,
    han: false,
    sound,
    turned,
    fuzzy: '',
    surname: words[0] ?? '',
    given: words.slice(1).join(''),
    called: false,
    syllables: words,
    behind: turned,
    sorted: sorted(sound),
    mass: massOf(sound),
    words: [...words].sort().join(' '),
  };
}

/** A name as it was understood; null when the cell tells none. */
export function readChineseName([cell = '']: readonly string[]): ChineseName | null {
  if (saysNothing(cell)) return null;
  const plain = simplify(plainText(cell).replace(/[（(].*?[)）]/g, ''))
    .replace(/[·•・‧.．。'’`\-_]/g, ' ')
    .replace(/[□■*＊？]/g, '?')
    .trim();
  const joined = plain.replace(/\s+/g, '');
  if (joined === '' || /^[?]+$/.test(joined)) return null;
  if (/\p{Script=Han}/u.test(joined)) return fromHan(joined.replace(/[^\p{L}?]/gu, ''));
  return /[a-z]/.test(joined) ? fromLetters(plain) : null;
}

/** Romanised against Han, or both romanised: the sound in either order, or a surname as it is written elsewhere with nothing against it. */
function romanisedLevel(a: ChineseName, b: ChineseName): number {
  if (a.sound === b.sound || a.sound === b.turned || a.turned === b.sound) return SOUND;
  if (!a.han && !b.han)
    return a.words === b.words ? SOUND : oneEditApart(a.sound, b.sound) ? ALIKE : a.surname === b.surname ? SURNAME : DIFFERENT;
  const [latin, han] = a.han ? [b, a] : [a, b];
  if (latin.sound.length > 4 && (oneEditApart(latin.sound, han.sound) || oneEditApart(latin.sound, han.turned))) return ALIKE;
  const said = han.syllables[0] ?? '';
  const words = [latin.syllables[0] ?? '', latin.syllables.at(-1) ?? ''];
  return words.some((word) => word === said || ROMANISED[word]?.includes(said)) ? CALLED : DIFFERENT;
}

/** Characters that differ at the same place of two names of one length, -1 for none, -2 for more than one. */
function oneDifferent(a: string, b: string): number {
  let at = -1;
  for (let i = 0; i < a.length; i++) {
    if (a.charCodeAt(i) === b.charCodeAt(i)) continue;
    if (at >= 0) return -2;
    at = i;
  }
  return at;
}

function hanLevel(a: ChineseName, b: ChineseName): number {
  if (a.called || b.called) return a.surname === b.surname ? CALLED : DIFFERENT;
  if (a.sound === b.sound) return SOUND;
  if (a.mass === b.mass && (a.text === b.behind || b.text === a.behind)) return SOUND;
  if (a.fuzzy === b.fuzzy) return ALIKE;
  if (a.text.length === b.text.length) {
    const at = oneDifferent(a.text, b.text);
    if (at >= 0 && (a.text[at] === '?' || b.text[at] === '?' || looksAlike(a.text[at]!, b.text[at]!))) return ALIKE;
    if (at >= 0 && a.text.length > 2 && a.surname === b.surname) return ONE;
    if (a.mass === b.mass && a.sorted === b.sorted) return ONE;
  }
  const [long, short] = a.text.length >= b.text.length ? [a, b] : [b, a];
  if (short.text.length > 1 && long.text.length - short.text.length === 1 && holdsInOrder(long.text, short.text)) return ONE;
  return a.surname === b.surname ? SURNAME : DIFFERENT;
}

function sorted(text: string): string {
  if (text.length !== 3) return text.length < 2 ? text : [...text].sort().join('');
  const [x, y, z] = text as unknown as [string, string, string];
  return x <= y ? (y <= z ? text : x <= z ? x + z + y : z + x + y) : x <= z ? y + x + z : y <= z ? y + z + x : z + y + x;
}

function massOf(text: string): number {
  let mass = 0;
  for (let i = 0; i < text.length; i++) mass += text.charCodeAt(i);
  return mass;
}

function holdsInOrder(long: string, short: string): boolean {
  let i = 0;
  for (let j = 0; j < long.length && i < short.length; j++) if (long.charCodeAt(j) === short.charCodeAt(i)) i++;
  return i === short.length;
}

const levelOf = (a: ChineseName, b: ChineseName): number => (a.han && b.han ? hanLevel(a, b) : romanisedLevel(a, b));

/** Chinese names by characters, by sound and by look; romanised ones by sound. */
export const CHINESE_NAME: ComparisonKind = {
  roles: ['name'],
  make: () =>
    new ValueTable<ChineseName>({
      compare: 'chinese-name',
      quick: true,
      parts: [{ name: 'name', levels: LEVELS, exact: SOUND }],
      clean: readChineseName,
      identity: ({ text, han, called, syllables }) => (called ? `${text}~` : han ? text : syllables.join(' ')),
      levels: levelOf,
      counted: (_, { text }) => text,
      keys: {
        name: ({ text, called }) => (called ? null : text),
        sound: ({ sound, called }) => (called ? null : sound),
        // The sound whichever of the two names comes first.
        eitherWay: ({ sound, turned, called }) => (called ? null : sound < turned ? sound : turned),
        fuzzy: ({ fuzzy, sound, called }) => (called ? null : fuzzy || sound),
        characters: ({ sorted: text, called }) => (called ? null : text),
        surname: ({ surname }) => surname,
        initial: ({ sound }) => sound.slice(0, 1),
        givenFuzzy: ({ han, syllables, surname, called }) =>
          called || !han ? null : syllables.slice(surname.length).map(fuzzySyllable).join(' ') || null,
      },
      shown: (_, { text }) => text,
    }),
};
