import { changeCase, deriveTouched } from '@tracewright/investigation';
import { CAST, smallOutbreak, withGraph, write } from '@tracewright/testkit';
import type { Plan } from 'neo4j-driver';
import { beforeEach, expect, test } from 'vitest';
import { statements } from '../architecture/statements.js';

const graph = withGraph('2022-04-14T09:00:00+08:00');
beforeEach(async () => {
  await graph().empty();
  await smallOutbreak(graph().desk, [{ person: 'guest', name: '客人甲' }]);
  await write(graph().desk, 'places', [
    { place: 'canteen', name: '面馆', category: 'restaurant', area: 'street' },
    { place: 'table', name: '面馆1号桌', category: 'restaurant', area: 'street', parent: 'canteen' },
  ]);
  await write(graph().desk, 'people', [{ person: 'other', name: '路人乙', area: 'street' }]);
});

/** Writes records as an import does and derives what they concern; answers who is a live contact of the case, with the class. */
async function after(kind: Parameters<typeof write>[1], records: Parameters<typeof write>[2]): Promise<string[]> {
  const { desk } = graph();
  await deriveTouched(desk, CAST.operator, await write(desk, kind, records));
  const live = await desk.work.read((tx) => desk.determinations.liveOfCase(tx, 'case'));
  return live.map((d) => `${d.personId} ${d.cls} ${d.viaPersonId ?? ''}`.trim()).sort();
}

const meal = { place: 'table', start: '2022-04-11 12:00', end: '2022-04-11 13:00', source: 'interview' };

test('two people at a table where the case never was: who dined with a close contact is a secondary one', async () => {
  const found = await after('stays', [
    { stay: 's1', person: 'guest', ...meal },
    { stay: 's2', person: 'other', ...meal },
  ]);
  expect(found).toEqual(['guest CLOSE', 'other SECOND guest']);
});

test('a stay that comes later than the one it meets is found as well', async () => {
  await after('stays', [{ stay: 's1', person: 'guest', ...meal }]);
  expect(await after('stays', [{ stay: 's2', person: 'other', ...meal }])).toEqual(['guest CLOSE', 'other SECOND guest']);
});

test('the hall above the table where somebody was', async () => {
  await after('stays', [{ stay: 's0', person: 'index', ...meal }]);
  const hall = { ...meal, place: 'canteen' };
  expect(await after('stays', [{ stay: 's3', person: 'other', ...hall }])).toContainEqual(expect.stringMatching(/^other /));
});

test('a contact who becomes a case by a list is no contact of the other case any more', async () => {
  const case2 = { case: 'case2', person: 'guest', category: 'confirmed', onset_on: '2022-04-13', reported_at: '2022-04-14 08:00' };
  expect(await after('cases', [case2])).toEqual([]);
  // Vector 18: a case that turns out to be none derives nobody, and its person may be a contact again.
  expect(await after('cases', [{ ...case2, category: 'excluded' }])).toEqual(['guest CLOSE']);
});

test('vector 18: the same at the desk, where a tracer excludes a false positive', async () => {
  const { desk } = graph();
  const contacts = async () => (await desk.work.read((tx) => desk.determinations.liveOfCase(tx, 'case'))).map((d) => d.personId);
  const turn = async (category: 'confirmed' | 'excluded') => {
    const [one] = await desk.work.read((tx) => desk.cases.byIds(tx, ['case2']));
    expect(await changeCase(desk, CAST.tracer, 'case2', one!.rev, { category })).toMatchObject({ kind: 'case-saved' });
  };
  await after('cases', [
    { case: 'case2', person: 'guest', category: 'excluded', onset_on: '2022-04-13', reported_at: '2022-04-14 08:00', area: 'district' },
  ]);
  expect(await contacts()).toEqual(['guest']);
  await turn('confirmed');
  expect(await contacts()).toEqual([]);
  await turn('excluded');
  expect(await contacts()).toEqual(['guest']);
});

const STEPS = [
  'BECAME_CASES_SINCE',
  'MOVED_SINCE',
  'PLACES_CHANGED_SINCE',
  'PLACES_OF_PEOPLE',
  'PLACES_NEAR',
  'PEOPLE_AT',
  'CASES_MET_BY',
  'CASES_THAT_KNOW',
  'CASES_WRITTEN_SINCE',
  'CASES_WITH_FACTS',
];

test('is found by indexes: no stay is looked at that lies nowhere near, and no plan scans them all', async () => {
  const { driver } = graph();
  const known = new Map((await statements()).map(({ name, cypher }) => [name, cypher]));
  const scans = (plan: Plan): string[] => [
    ...(/LabelScan/.test(plan.operatorType) ? [String(plan.arguments.Details)] : []),
    ...plan.children.flatMap(scans),
  ];
  for (const name of STEPS) {
    const { summary } = await driver.executeQuery(`EXPLAIN ${known.get(name)}`, { rev: 0, ids: [] });
    expect(scans(summary.plan as Plan), name).toEqual([]);
  }
});
