import { expect, it } from 'vitest';
import { simplify } from './chinese-text.js';
import { plainText } from './plain-text.js';

it('figures, small letters and Han characters are plain as they stand, each of them', () => {
  const characters = [
    ...'0123456789abcdefghijklmnopqrstuvwxyz',
    ...Array.from({ length: 0x9fff - 0x4e00 + 1 }, (_, i) => String.fromCharCode(0x4e00 + i)),
  ];
  const changed = characters.filter(
    (one) =>
      one
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .normalize('NFKC')
        .toLowerCase() !== one,
  );
  expect(changed).toEqual([]);
});

it.each([
  ['１３８Ｘ', '138x'],
  ['José  Núñez ', 'jose nunez'],
  ['王小明', '王小明'],
  ['ABC', 'abc'],
  ['王\u3000明', '王 明'],
])('%s is plainly %s', (text, plain) => expect(plainText(text)).toBe(plain));

it('a text with one traditional character is simplified as a whole, another stays', () => {
  expect(simplify('劉丽華')).toBe('刘丽华');
  expect(simplify('刘丽华')).toBe('刘丽华');
});
