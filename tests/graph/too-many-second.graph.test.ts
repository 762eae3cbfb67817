import { caseSheet, type Determination, rederiveCase } from '@tracewright/investigation';
import { CAST, smallOutbreak, withGraph, write } from '@tracewright/testkit';
import { expect, test } from 'vitest';

const graph = withGraph();

test('of a place where more second contacts follow than anybody can follow the first degree is derived, what stood stays, and the desk is told', async () => {
  const { desk } = graph();
  await smallOutbreak(desk, []);
  const people = (of: string, count: number) => Array.from({ length: count }, (_, i) => `${of}${i}`);
  // At dinner, so that they are close contacts for certain, and none of them a second contact.
  const [close, others] = [people('close', 260), people('other', 200)];
  await write(desk, 'places', [
    { place: 'office', name: '大宅', category: 'home', area: 'street' },
    { place: 'hall', name: '工地', category: 'workplace', area: 'street' },
  ]);
  await write(
    desk,
    'people',
    [...close, ...others].map((person) => ({ person, name: '工友', area: 'street' })),
  );
  const at = (person: string, place: string, day: number) => ({
    stay: `${person}-${place}`,
    person,
    place,
    start: `2022-04-${day} 09:00`,
    end: `2022-04-${day} 17:00`,
    source: 'interview',
  });
  await write(
    desk,
    'stays',
    ['index', ...close].map((person) => at(person, 'office', 11)),
  );
  await write(
    desk,
    'stays',
    [...close, ...others.slice(0, 3)].map((person) => at(person, 'hall', 12)),
  );
  const derived = (): Promise<Determination[]> =>
    desk.work.write(CAST.operator, 'test-derive', async (tx) => {
      await rederiveCase(desk, tx, (await desk.cases.byIds(tx, ['case']))[0]!);
      return (await desk.determinations.liveOfCase(tx, 'case')).filter(({ personId }) => /close|other/.test(personId));
    });
  const open = async () =>
    (await caseSheet(desk, CAST.tracer, 'case'))!.questions
      .map(({ question }) => question)
      .filter(({ kind }) => kind === 'second-left-out');
  const second = (rows: readonly Determination[]) => rows.filter(({ viaPersonId }) => viaPersonId !== null);

  const before = await derived();
  expect(second(before)).toHaveLength(260 * 3);
  expect(await open()).toEqual([]);

  await write(
    desk,
    'stays',
    others.slice(3).map((person) => at(person, 'hall', 12)),
  );
  const during = await derived();
  expect(during.map(({ key }) => key)).toEqual(before.map(({ key }) => key));
  expect(await open()).toMatchObject([{ hint: { zh: expect.stringContaining('最多的在工地') } }]);

  await desk.work.write(CAST.operator, 'test-stays', async (tx) => {
    await desk.stays.remove(
      tx,
      others.slice(10).map((person) => `${person}-hall`),
    );
    tx.touch('test:stays');
  });
  expect(second(await derived())).toHaveLength(260 * 10);
  expect(await open()).toEqual([]);
});
