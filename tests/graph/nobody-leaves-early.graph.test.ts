import { acknowledgePushes, deriveTouched, pushContacts, recordOutcome, releaseContacts, reviewContacts } from '@tracewright/investigation';
import { CAST, smallOutbreak, withGraph, write } from '@tracewright/testkit';
import { beforeEach, expect, test } from 'vitest';

const graph = withGraph('2022-04-14T09:00:00+08:00');
const { tracer, database, receiver, operator } = CAST;

beforeEach(async () => {
  const { desk, clock } = graph();
  clock.set('2022-04-14T09:00:00+08:00');
  await graph().empty();
  await smallOutbreak(desk, [{ person: 'guest', name: '客人甲' }]);
  await write(desk, 'places', [
    { place: 'inn', name: '面馆', category: 'restaurant', area: 'street' },
    { place: 'market', name: '菜市场', category: 'market', area: 'street' },
  ]);
  const { id } = await contact();
  await reviewContacts(desk, tracer, { step: 'accept', contactIds: [id], reason: null, caseId: null });
  await reviewContacts(desk, database, { step: 'check', contactIds: [id], reason: null, caseId: null });
  await pushContacts(desk, database, [id]);
  const pushId = (await contact()).pushId!;
  await acknowledgePushes(desk, receiver, [pushId]);
  // At home by decision: no vehicle and no site are needed for this test.
  const input = { pushId, outcome: 'CANNOT_BE_MOVED' as const, note: '测试', movedToAreaId: null, needs: null, tookPlaceAt: null };
  expect(await recordOutcome(desk, receiver, input)).toMatchObject({ kind: 'outcome-recorded' });
  expect((await contact()).observation).toBe('HOME');
});

const contact = async () => (await graph().desk.work.read((tx) => graph().desk.contacts.byPersonIds(tx, ['guest'])))[0]!;
const release = async () => releaseContacts(graph().desk, database, [(await contact()).id]);

/** The guest and another case were somewhere within the same hours; nobody knows whether at the same time. Answers what that case makes of it. */
async function maybeMet(place: string): Promise<string[]> {
  const { desk } = graph();
  await write(desk, 'people', [{ person: 'other', name: '病例乙', area: 'street' }]);
  await write(desk, 'cases', [
    { case: 'case2', person: 'other', category: 'confirmed', onset_on: '2022-04-12', reported_at: '2022-04-13 08:00', area: 'district' },
  ]);
  const surest = { start_latest: '2022-04-11 13:30', end_earliest: '2022-04-11 13:40' };
  const rev = await write(desk, 'stays', [
    { stay: 'o', person: 'other', place, start: '2022-04-11 12:00', end: '2022-04-11 13:00', source: 'interview' },
    { stay: 'g', person: 'guest', place, start: '2022-04-11 12:30', end: '2022-04-11 14:00', ...surest, source: 'interview' },
  ]);
  await deriveTouched(desk, operator, rev);
  const live = await desk.work.read((tx) => desk.determinations.liveOfCase(tx, 'case2'));
  return live.map((d) => `${d.personId} ${d.cls} ${d.certainty}`);
}

test('before their days are over nobody is released, afterwards they are', async () => {
  expect(await release()).toMatchObject({ done: [], skipped: [{ why: 'not-over' }] });
  graph().clock.forward(30 * 24 * 60);
  expect(await release()).toMatchObject({ done: [{ observation: 'RELEASED' }], skipped: [] });
});

test('while a possible exposure of the same class is open nobody is released', async () => {
  expect(await maybeMet('inn')).toEqual(['guest CLOSE possible']);
  graph().clock.forward(30 * 24 * 60);
  expect(await release()).toMatchObject({ done: [], skipped: [{ why: 'still-possible' }] });
});

test('a possible exposure of a weaker class keeps nobody', async () => {
  expect(await maybeMet('market')).toEqual(['guest GENERAL possible']);
  graph().clock.forward(30 * 24 * 60);
  expect(await release()).toMatchObject({ done: [{ observation: 'RELEASED' }], skipped: [] });
});
