import { fuzzySyllable, simplify, surnameLength, syllablesOf } from './chinese-text.js';
import { plainText, saysNothing } from './plain-text.js';

/** What a name is told by. A long list has hundreds of thousands: only what is not soon made anew from the rest is kept. */
export class ChineseName {
  constructor(
    /** Simplified Han characters, or letters in lower case; no interpuncts, no blanks. `?` stands for a character nobody could type. */
    readonly text: string,
    readonly han: boolean,
    /** "小李", "王阿姨": the surname is all that is known. */
    readonly called: boolean,
    readonly surname: string,
    readonly given: string,
    /** Toneless; of a romanised name its words. */
    readonly syllables: readonly string[],
    /** Syllables of the surname. */
    private readonly head: number,
  ) {}

  /** Joined; of a romanised name its letters. */
  get sound(): string {
    return this.syllables.join('');
  }

  /** The same with the surname at the end, as foreigners write it. */
  get turned(): string {
    return this.syllables.slice(this.head).join('') + this.syllables.slice(0, this.head).join('');
  }

  /** Empty for a romanised name. */
  get fuzzy(): string {
    return this.han ? this.syllables.map(fuzzySyllable).join(' ') : '';
  }

  /** Given name before surname, as it stands. */
  get behind(): string {
    return this.given + this.surname;
  }

  /** Its characters in order of their codes. */
  get sorted(): string {
    return sorted(this.text);
  }

  /** The sum of its characters' codes. */
  get mass(): number {
    let mass = 0;
    for (let i = 0; i < this.text.length; i++) mass += this.text.charCodeAt(i);
    return mass;
  }

  /** Of a romanised name: its words in the alphabet's order. */
  get words(): string {
    return this.han ? '' : [...this.syllables].sort().join(' ');
  }
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
  const head = surnameLength(name);
  const given = called === null ? name.slice(head) : '';
  return new ChineseName(text, true, called !== null, name.slice(0, head), given, syllablesOf(name.replaceAll('?', '')), head);
}

function fromLetters(text: string): ChineseName {
  const words = text.split(/[^a-z?]+/).filter((word) => word !== '');
  return new ChineseName(words.join(''), false, false, words[0] ?? '', words.slice(1).join(''), words, 1);
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
