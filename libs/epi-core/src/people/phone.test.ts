import { expect, it } from 'vitest';
import { readPhone } from './phone.js';

it.each([
  ['13800001234', '13800001234'],
  [' 138 0000 1234 ', '13800001234'],
  ['138-0000-1234', '13800001234'],
  ['+86 13800001234', '13800001234'],
  ['008613800001234', '13800001234'],
  ['8613800001234', '13800001234'],
  ['１３８００００１２３４', '13800001234'],
])('reads the mobile number "%s"', (text, number) => {
  expect(readPhone(text)).toEqual({ kind: 'mobile', number });
});

it.each([
  ['010-12345678', '01012345678'],
  ['(0571) 8765 4321', '057187654321'],
  ['010-12345678转805', '01012345678x805'],
])('reads the landline "%s"', (text, number) => {
  expect(readPhone(text)).toEqual({ kind: 'landline', number });
});

it.each(['12800001234', '1380000123', '138000012345', 'ask the son'])('does not take "%s" for a number', (text) => {
  expect(readPhone(text)).toEqual({ kind: 'invalid', text });
});

it('names a number that a spreadsheet rounded', () => {
  expect(readPhone('1.38E+10')).toEqual({ kind: 'spoiled', text: '1.38E+10' });
});

it('reads nothing from nothing', () => {
  expect(readPhone(' ')).toEqual({ kind: 'empty' });
});
