import { expect, it } from 'vitest';
import { afterDecision, afterGroup, ELSEWHERE, focusOf } from './group-focus.js';

const GROUPS = [
  { firstId: 'a', columns: ['b', 'c', 'd'] },
  { firstId: 'x', columns: ['y', ELSEWHERE] },
];

it('finds what was chosen, by whom it is about', () => {
  expect(focusOf(GROUPS, null)).toEqual({ at: 0, column: 0 });
  expect(focusOf(GROUPS, { firstId: 'a', column: 'c' })).toEqual({ at: 0, column: 1 });
  expect(focusOf(GROUPS, { firstId: 'x', column: ELSEWHERE })).toEqual({ at: 1, column: 1 });
});

it('follows a record whose group has another first now, and stays with the group otherwise', () => {
  expect(focusOf(GROUPS, { firstId: 'gone', column: 'd' })).toEqual({ at: 0, column: 2 });
  expect(focusOf(GROUPS, { firstId: 'gone', column: 'x' })).toEqual({ at: 1, column: 0 });
  expect(focusOf(GROUPS, { firstId: 'x', column: 'gone' })).toEqual({ at: 1, column: 0 });
  expect(focusOf(GROUPS, { firstId: 'gone', column: 'gone' })).toEqual({ at: 0, column: 0 });
});

it('goes on to the next candidate, back to the former one at the end, and to the next group after the last', () => {
  expect(afterDecision(GROUPS, { at: 0, column: 0 })).toEqual({ firstId: 'a', column: 'c' });
  expect(afterDecision(GROUPS, { at: 0, column: 2 })).toEqual({ firstId: 'a', column: 'c' });
  expect(afterDecision([{ firstId: 'a', columns: ['b'] }, GROUPS[1]!], { at: 0, column: 0 })).toEqual({ firstId: 'x', column: 'y' });
  expect(afterGroup(GROUPS, 1)).toEqual({ firstId: 'a', column: 'b' });
  expect(afterGroup([], 0)).toBeNull();
});
