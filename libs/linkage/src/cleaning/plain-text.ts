/** Figures, small letters and Han characters, which are plain as they stand. */
const PLAIN = /^[\da-z\u4e00-\u9fff]*$/;

/** Half width, no accents, lower case, one blank between words. */
export const plainText = (text: string): string =>
  PLAIN.test(text)
    ? text
    : text
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .normalize('NFKC')
        .toLowerCase()
        .replace(/\s+/g, ' ')
        .trim();

export const lettersOnly = (text: string): string => plainText(text).replace(/[^\p{L}]+/gu, '');

export const lettersAndDigits = (text: string): string => plainText(text).replace(/[^\p{L}\p{N}]+/gu, '');

const NOTHING = new Set([
  '',
  'na',
  'n/a',
  'none',
  'null',
  'nil',
  'nan',
  'unknown',
  'unk',
  'missing',
  'not known',
  '无',
  '不详',
  '未知',
  '不知道',
  '未提供',
  '-',
  '--',
  '/',
  '?',
]);

/** Words that say that nothing is known. */
export const saysNothing = (text: string): boolean => NOTHING.has(plainText(text));
