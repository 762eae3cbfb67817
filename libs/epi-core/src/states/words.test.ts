import { describe, expect, it } from 'vitest';
import { PLACE_CATEGORIES } from '../places/place-category.js';
import { SETTINGS } from '../places/setting-class.js';
import { ROLES } from './access.js';
import { OBSERVATION } from './states-observation.js';
import { PUSH, PUSH_OUTCOMES } from './states-push.js';
import { REVIEW } from './states-review.js';
import { RUN, TRANSFER } from './states-transfer.js';

const tables = { OBSERVATION, PUSH, PUSH_OUTCOMES, REVIEW, TRANSFER, RUN, ROLES, SETTINGS, PLACE_CATEGORIES };
const states = Object.entries(tables).flatMap(([table, rows]) =>
  Object.entries(rows as Record<string, { zh: string; en: string }>).map(([state, words]) => ({ table, state, ...words })),
);

describe('no state without its two words', () => {
  it.each(states)('$table $state: $zh, $en', ({ zh, en }) => {
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).toMatch(/^[\x20-\x7e]+$/);
  });

  it.each(Object.entries(tables))('%s: no two states have the same words', (_, rows) => {
    for (const lang of ['zh', 'en'] as const) {
      const words = Object.values(rows as Record<string, Record<'zh' | 'en', string>>).map((row) => row[lang]);
      expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([]);
    }
  });
});

describe('the ledger follows the observation state (ruling 23)', () => {
  /** Written out once more from the ruling, so that a slip in the table shows. */
  const TERMS = {
    BEING_PLACED: 'BEING_PLACED',
    GOING_OUT: 'BEING_PLACED',
    SENT_OUT: 'OUT',
    AWAITING_TRANSFER: 'AWAITING_TRANSFER',
    CENTRAL: 'CENTRAL',
    HOME: 'HOME',
    HOSPITAL: 'HOSPITAL',
    RELEASED: 'RELEASED',
    CONFIRMED: 'CONFIRMED',
    DIED: 'DIED',
    EXCLUDED: 'LEFT',
    WITHDRAWN: 'LEFT',
    MERGED: 'LEFT',
  };

  it('every state has its term', () => {
    expect(Object.fromEntries(Object.entries(OBSERVATION).map(([state, { term }]) => [state, term]))).toEqual(TERMS);
  });
});
