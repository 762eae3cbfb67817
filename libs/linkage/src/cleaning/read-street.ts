import { plainText, saysNothing } from './plain-text.js';

/** Short forms of street words to the word in full; a word that is none stays. */
const IN_FULL: Readonly<Record<string, string>> = {
  st: 'street',
  str: 'street',
  rd: 'road',
  ave: 'avenue',
  av: 'avenue',
  dr: 'drive',
  drv: 'drive',
  ln: 'lane',
  pkwy: 'parkway',
  pky: 'parkway',
  ct: 'court',
  crt: 'court',
  pl: 'place',
  cres: 'crescent',
  cr: 'crescent',
  cct: 'circuit',
  cir: 'circle',
  hwy: 'highway',
  blvd: 'boulevard',
  bvd: 'boulevard',
  sq: 'square',
  ter: 'terrace',
  tce: 'terrace',
  cl: 'close',
  gr: 'grove',
  gdns: 'gardens',
  pde: 'parade',
  wy: 'way',
  trl: 'trail',
  n: 'north',
  s: 'south',
  e: 'east',
  w: 'west',
};
const UNIT = /(?:\b(?:apt|apartment|suite|ste|unit|flat|fl|rm|room|lot)\b\.?\s*#?\s*|#\s*)([a-z]?\d+[a-z]?|[a-z])\b/;
const BOX = /\b(?:p\.?\s*o\.?\s*box|post office box|gpo box|locked bag)\s*(\d+)/;

/** A street address as far as it can be told apart. */
export interface Street {
  /** House number without leading zeros, or that of a post-office box; empty when unknown. */
  readonly number: string;
  /** Street words in full, written together: "Motor Way" is "Motorway". */
  readonly street: string;
  readonly unit: string;
  /** A house's or a firm's name in a line of its own. */
  readonly name: string;
}

const noZeros = (text: string): string => text.replace(/^0+(?=.)/, '');
const inFull = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N} ]+/gu, ' ')
    .trim()
    .split(/ +/)
    .map((word) => IN_FULL[word] ?? word)
    .join('');

/** Number, street and second line in columns of their own, or all in one, in which a comma or a line break parts the name of a house from its street. */
export function readStreet([numberCell = '', streetCell = '', secondCell = '']: readonly string[]): Street | null {
  const whole = plainText(streetCell.replace(/\\n|\n/g, ',')).replace(/\s*,\s*/g, ',');
  const box = BOX.exec(whole);
  if (box) return { number: noZeros(box[1]!), street: 'box', unit: '', name: '' };
  const lines = saysNothing(whole) ? [] : whole.split(',').filter((line) => line !== '');
  const at =
    lines.length > 1
      ? Math.max(
          0,
          lines.findIndex((line) => /^\d/.test(line)),
        )
      : 0;
  const unit = UNIT.exec(lines.join(' '))?.[1] ?? '';
  const line = (lines[at] ?? '').replace(UNIT, ' ').trim();
  const [, ahead = '', rest = ''] = /^(\d+[a-z]?)?\s*(.*)$/.exec(line) ?? [];
  const number = noZeros(plainText(numberCell).replace(/\.0$/, '') || ahead);
  const others = lines.filter((other, i) => i !== at && other.replace(UNIT, '').trim() !== '');
  const second = saysNothing(secondCell) ? '' : plainText(secondCell);
  const street = { number, street: inFull(rest), unit: noZeros(unit), name: inFull([...others, second].join(' ')) };
  return Object.values(street).every((part) => part === '') ? null : street;
}
