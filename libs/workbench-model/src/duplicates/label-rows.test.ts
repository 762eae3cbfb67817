import { expect, it } from 'vitest';
import { csvRows, fileText } from './label-rows.js';

it('reads commas, semicolons or tabs, quotes, and line breaks within them', () => {
  expect(csvRows('\uFEFFid_a,id_b,same\r\n1,2,yes\r\n')).toEqual([
    ['id_a', 'id_b', 'same'],
    ['1', '2', 'yes'],
  ]);
  expect(csvRows('a;b;same\n"x;""y""";"1\n2";no')).toEqual([
    ['a', 'b', 'same'],
    ['x;"y"', '1\n2', 'no'],
  ]);
  expect(csvRows('a\tb\n\n1\t2')).toEqual([['a', 'b'], [''], ['1', '2']]);
});

it('reads what Chinese spreadsheets save as well', () => {
  expect(fileText(new TextEncoder().encode('姓名'))).toBe('姓名');
  expect(fileText(Uint8Array.of(0xd0, 0xd5, 0xc3, 0xfb))).toBe('姓名');
});
