import { expect, test } from 'vitest';
import { areaTree, openLines } from './area-tree.js';

const area = (id: string, parentId: string | null, outside = false) => ({ id, name: id, parentId, outside });
const areas = [
  area('city', null),
  area('district', 'city'),
  area('street', 'district'),
  area('north', 'street'),
  area('south', 'street'),
  area('quiet', 'district'),
  area('far', 'city', true),
];
const counts = (areaId: string | null, unacked: number, worstDueAt: string | null) => ({
  areaId,
  draft: 1,
  unacked,
  placing: 0,
  placed: 2,
  worstDueAt,
});

test('an area sums what lies below it; the worst clock stands first and the earliest instant wins whatever its zone', () => {
  const tree = areaTree(
    [
      counts('north', 1, '2022-04-14T09:00:00+08:00'),
      counts('south', 2, '2022-04-14T08:00:00+08:00'),
      counts('district', 4, '2022-04-14T00:30:00Z'),
      counts('far', 8, '2022-04-13T08:00:00+08:00'),
      counts(null, 16, null),
    ],
    areas,
  );
  expect(tree.map((line) => [line.name, line.depth, line.unacked, line.draft, line.placed, line.worstDueAt])).toEqual([
    ['district', 0, 7, 3, 6, '2022-04-14T08:00:00+08:00'],
    ['far', 0, 8, 1, 2, '2022-04-13T08:00:00+08:00'],
  ]);
  expect(openLines(tree, () => true).map((line) => `${line.depth} ${line.name}`)).toEqual([
    '0 district',
    '1 street',
    '2 south',
    '2 north',
    '0 far',
  ]);
  expect(openLines(tree, (id) => id === 'district').map((line) => line.name)).toEqual(['district', 'street', 'far']);
});

test('nothing going on gives no line, and an area with two below it stays on top of them', () => {
  expect(areaTree([], areas)).toEqual([]);
  const both = areaTree([counts('north', 0, null), counts('south', 0, null)], areas);
  expect(both.map((line) => [line.name, line.children.length])).toEqual([['street', 2]]);
});
