import { demoAddresses, demoOutbreak } from '@tracewright/demo';
import { expect, test } from 'vitest';
import { type PlaceOfAddress, proposeArea } from './propose-area.js';

const { areas, places } = demoOutbreak();
const parents = new Map(areas.map((a) => [a.area, a.parent]));
const pathOf = (id: string): string => (parents.get(id) ? `${pathOf(parents.get(id)!)}${id}/` : `/${id}/`);
const LOCATE: readonly string[] = ['street', 'community', 'compound'];
const gazetteer: PlaceOfAddress[] = [
  ...areas
    .filter((a) => !a.outside && LOCATE.includes(a.level))
    .map((a) => ({ id: a.area, name: a.name, aliases: a.aliases, areaId: a.area, areaPath: pathOf(a.area) })),
  ...places.flatMap((p) => (p.area ? [{ id: p.place, name: p.name, aliases: p.aliases, areaId: p.area, areaPath: pathOf(p.area) }] : [])),
];

test('of 200 demo addresses none gets a wrong area, and four of five of those that have one are proposed', () => {
  const answers = demoAddresses.map(({ text, areaId, communityId, kind }) => ({
    text,
    kind,
    areaId,
    communityId,
    proposed: proposeArea(text, gazetteer)?.areaId ?? null,
  }));
  // A community that holds the compound is not wrong: the same desk acts.
  const wrong = answers.filter(
    (a) => a.proposed !== null && a.proposed !== a.areaId && (a.areaId === null || a.proposed !== a.communityId),
  );
  expect(wrong.map((a) => `${a.kind}: ${a.text} → ${a.proposed}`)).toEqual([]);
  const known = answers.filter((a) => a.areaId !== null);
  expect(known.filter((a) => a.proposed !== null).length / known.length).toBeGreaterThanOrEqual(0.8);
  expect(answers.filter((a) => a.kind === 'alias')).toHaveLength(30);
});

test('a name that belongs to two areas proposes nothing until the address says which', () => {
  const twice: PlaceOfAddress[] = [
    { id: '1', name: '幸福小区', aliases: [], areaId: 'a', areaPath: '/north/a/' },
    { id: '2', name: '幸福小区', aliases: [], areaId: 'b', areaPath: '/south/b/' },
    { id: '3', name: '城南街道', aliases: [], areaId: 'south', areaPath: '/south/' },
  ];
  expect(proposeArea('幸福小区3号楼', twice)).toBeNull();
  expect(proposeArea('城南街道幸福小区3号楼', twice)?.areaId).toBe('b');
});
