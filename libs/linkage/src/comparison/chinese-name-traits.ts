import { lookOf } from '../cleaning/chinese-text.js';
import type { ChineseName } from '../cleaning/read-chinese-name.js';
import { ALIKE, DIFFERENT, ONE, SURNAME } from './chinese-name-levels.js';
import { hash53 } from './comparison.js';
import type { Traits } from './value-table.js';

/** Names of more characters are compared in full, and so are romanised ones and surnames alone. */
const LONGEST = 4;
const PLACES = [0, 1, 2, 3];
/** The look of a character that nobody could type: it may be any. */
const ANY_LOOK = 0xff;

/** Where a trait stands. The sounds are hashes: names that differ in them sound different. */
const [LENGTH, SOUND, FUZZY, MASS, FIRST_TWO, LAST_TWO, LOOKS, SURNAME_ALONE] = [0, 1, 2, 3, 4, 5, 6, 7];

const two = (text: string, at: number): number => ((text.charCodeAt(at) || 0) << 16) | (text.charCodeAt(at + 1) || 0);
const lookAt = (text: string, place: number): number => (text[place] === '?' ? ANY_LOOK : lookOf(text[place] ?? ''));

function write({ text, han, called, sound, fuzzy, mass, surname }: ChineseName, rows: Int32Array, at: number): void {
  rows[at + LENGTH] = han && !called && text.length <= LONGEST ? text.length : 0;
  rows[at + SOUND] = hash53(sound) | 0;
  rows[at + FUZZY] = hash53(fuzzy) | 0;
  rows[at + MASS] = mass;
  rows[at + FIRST_TWO] = two(text, 0);
  rows[at + LAST_TWO] = two(text, 2);
  rows[at + LOOKS] = PLACES.reduce((looks, place) => (looks << 8) | lookAt(text, place), 0);
  rows[at + SURNAME_ALONE] = two(surname, 0);
}

/** The only place at which two names of one length differ, -1 when there are more. */
function onlyPlace(rows: Int32Array, a: number, b: number): number {
  const first = rows[a + FIRST_TWO]! ^ rows[b + FIRST_TWO]!;
  const last = rows[a + LAST_TWO]! ^ rows[b + LAST_TWO]!;
  if (first !== 0 && last !== 0) return -1;
  const apart = first !== 0 ? first : last;
  const high = apart >>> 16 !== 0;
  if (high && (apart & 0xffff) !== 0) return -1;
  return (first !== 0 ? 0 : 2) + (high ? 0 : 1);
}

const holds = (rows: Int32Array, name: number, character: number): boolean => {
  const first = rows[name + FIRST_TWO]!;
  const last = rows[name + LAST_TWO]!;
  return first >>> 16 === character || (first & 0xffff) === character || last >>> 16 === character || (last & 0xffff) === character;
};

function levels(rows: Int32Array, a: number, b: number): number {
  const lengthA = rows[a + LENGTH]!;
  const lengthB = rows[b + LENGTH]!;
  if (lengthA === 0 || lengthB === 0) return -1;
  // One sound, or one sum of characters in another order: such are few, and looked at in full.
  if (rows[a + SOUND] === rows[b + SOUND] || rows[a + FUZZY] === rows[b + FUZZY] || rows[a + MASS] === rows[b + MASS]) return -1;
  const sameSurname = rows[a + SURNAME_ALONE] === rows[b + SURNAME_ALONE];
  if (lengthA === lengthB) {
    const place = onlyPlace(rows, a, b);
    if (place >= 0) {
      const shift = 8 * (LONGEST - 1 - place);
      const lookA = (rows[a + LOOKS]! >>> shift) & 0xff;
      const lookB = (rows[b + LOOKS]! >>> shift) & 0xff;
      if (lookA === ANY_LOOK || lookB === ANY_LOOK || (lookA !== 0 && lookA === lookB)) return ALIKE;
      if (lengthA > 2 && sameSurname) return ONE;
    }
  } else if (Math.abs(lengthA - lengthB) === 1 && Math.min(lengthA, lengthB) > 1) {
    const long = lengthA > lengthB ? a : b;
    const short = a + b - long;
    // A character that is left out is the difference of the two sums.
    if (holds(rows, long, rows[long + MASS]! - rows[short + MASS]!)) return -1;
  }
  return sameSurname ? SURNAME : DIFFERENT;
}

/** What tells most Chinese names apart. */
export const NAME_TRAITS: Traits<ChineseName> = { width: 8, write, levels };
