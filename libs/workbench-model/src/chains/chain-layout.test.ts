import { expect, it } from 'vitest';
import { chainLayout, groupsOf, pathBetween } from './chain-layout.js';

const node = (id: string, day: number, generation: number | null = 1) => ({
  id,
  kind: 'case',
  at: `2022-04-0${day}T00:00:00+08:00`,
  generation,
});

it('a day is one step to the right, and no two nodes lie on each other', () => {
  const layout = chainLayout(
    [node('a', 1), node('b', 3, 2), node('c', 3, 2)],
    [
      { from: 'a', to: 'b' },
      { from: 'a', to: 'c' },
    ],
  );
  expect(layout.get('a')).toEqual({ x: 0, y: 0 });
  expect(layout.get('b')!.x).toBe(2);
  expect(layout.get('b')!.y).not.toBe(layout.get('c')!.y);
});

it('the way between two is the shortest, whichever way the links point', () => {
  const edges = [
    { from: 'a', to: 'b' },
    { from: 'c', to: 'b' },
    { from: 'c', to: 'd' },
    { from: 'a', to: 'd' },
  ];
  expect(pathBetween('a', 'd', edges)).toEqual(['a', 'd']);
  expect(pathBetween('b', 'd', edges)).toHaveLength(3);
  expect(pathBetween('a', 'z', edges)).toEqual([]);
});

it('nodes without links are groups of their own', () => {
  expect(groupsOf([node('a', 1), node('b', 2), node('c', 3)], [{ from: 'b', to: 'a' }])).toBe(2);
  expect(groupsOf([], [])).toBe(0);
});

it('a loop of infections is laid out and not followed for ever', () => {
  const layout = chainLayout(
    [node('a', 1), node('b', 2)],
    [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'a' },
    ],
  );
  expect(layout.size).toBe(2);
});
