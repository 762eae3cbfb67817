import { CHINESE_ADDRESS } from './chinese-address.js';
import { CHINESE_DOCUMENT } from './chinese-document.js';
import { CHINESE_NAME } from './chinese-name.js';
import type { ComparisonKind } from './comparison.js';
import { DATE } from './date-values.js';
import { LATIN_NAME } from './latin-name.js';
import { PHONE } from './phone-values.js';
import { STREET_VALUES } from './street-values.js';
import { CHOICE, CODE, EMAIL, IDENTIFIER, NUMBER, TEXT } from './text-values.js';

/** Every way a profile may have a field compared. */
export const COMPARISONS: Readonly<Record<string, ComparisonKind>> = {
  'chinese-address': CHINESE_ADDRESS,
  'chinese-document': CHINESE_DOCUMENT,
  'chinese-name': CHINESE_NAME,
  choice: CHOICE,
  code: CODE,
  date: DATE,
  email: EMAIL,
  identifier: IDENTIFIER,
  'latin-name': LATIN_NAME,
  number: NUMBER,
  phone: PHONE,
  street: STREET_VALUES,
  text: TEXT,
};
