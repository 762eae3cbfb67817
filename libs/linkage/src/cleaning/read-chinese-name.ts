import { fuzzySyllable, simplify, surnameLength, syllablesOf } from './chinese-text.js';
import { plainText, saysNothing } from './plain-text.js';

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
