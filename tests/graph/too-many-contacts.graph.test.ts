import { caseSheet, type Determination, deriveInTurns, rederiveCase, type Stay } from '@tracewright/investigation';
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
    (await caseSheet(desk, CAST.tracer, 'case'))!.questions.map(({ question }) => question).filter(({ kind }) => kind === 'left-out');
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

test('a case whose own stays meet more than can be judged keeps its contacts and says so, and the cases after it are derived', async () => {
  const { desk } = graph();
  const start = Date.parse('2022-04-11T09:00:00+08:00');
  const overlapping = (personId: string): Stay[] =>
    Array.from({ length: 2_300 }, (_, i) => ({
      id: `${personId}-many-${i}`,
      personId,
      placeId: 'hall',
      start: start + i * 1_000,
      end: start + 36_000_000,
      startLatest: start + i * 1_000,
      endEarliest: start + 36_000_000,
      setting: null,
      seat: null,
      carriage: null,
      protection: 'unknown',
      source: 'venue_code',
      ceiling: 'definite',
      companions: null,
      activity: null,
      note: null,
    }));
  const before = await desk.work.read((tx) => desk.determinations.liveOfCase(tx, 'case'));
  expect(before.length).toBeGreaterThan(0);
  await write(desk, 'cases', [
    { case: 'later', person: 'other0', category: 'confirmed', onset_on: '2022-04-13', reported_at: '2022-04-13 08:00', area: 'district' },
  ]);
  await desk.work.write(CAST.operator, 'test-stays', async (tx) => {
    await desk.stays.save(tx, [...overlapping('index'), ...overlapping('other5')]);
    tx.touch('test:stays');
  });
  await deriveInTurns(desk, CAST.operator, ['case', 'later']);
  const after = await desk.work.read((tx) => desk.determinations.liveOfCase(tx, 'case'));
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  const { questions } = (await caseSheet(desk, CAST.tracer, 'case'))!;
  expect(questions.map(({ question }) => question).filter(({ kind }) => kind === 'left-out')).toMatchObject([
    { text: { zh: '您在工地具体在什么位置、几点到几点？' }, hint: { zh: expect.stringContaining('接触者未推演，名单还是原来的') } },
  ]);
  expect((await desk.work.read((tx) => desk.determinations.liveOfCase(tx, 'later'))).length).toBeGreaterThan(0);
});
