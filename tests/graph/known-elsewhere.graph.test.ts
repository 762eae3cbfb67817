import { checkCharacter } from '@tracewright/epi-core';
import {
  type Account,
  type Actor,
  areaAbove,
  askAreaAbove,
  attachCertain,
  decideDuplicate,
  deriveTouched,
  duplicateEvidence,
  duplicateExposures,
  finishTask,
  mergeGroup,
  reviewGroups,
  reviewQueue,
  undoMerge,
} from '@tracewright/investigation';
import { CAST, smallOutbreak, withGraph, write } from '@tracewright/testkit';
import { beforeEach, expect, test } from 'vitest';

const graph = withGraph('2022-04-14T09:00:00+08:00');
const documentOf = (first17: string): string => first17 + checkCharacter(first17);
const DOCUMENT = documentOf('99010319880612048');

const east: Actor = CAST.database;
const west: Actor = { ...east, accountId: 'account-west', areaPath: '/west/', areaId: 'west' };
const above: Actor = { ...east, accountId: 'account-above', areaPath: '/', areaId: 'root' };

/** One desk sees both areas. */
const accountOf = (actor: Actor): Account => ({
  id: actor.accountId,
  login: actor.accountId,
  name: actor.name,
  role: actor.role,
  areaId: actor.areaId,
  areaPath: actor.areaPath,
  passwordHash: '',
  mustChange: false,
  lockedAt: null,
  expiresAt: null,
  siteId: null,
  vehicleId: null,
  demo: false,
  createdAt: 0,
});
const open = (...actors: Actor[]) =>
  graph().desk.work.write(CAST.operator, 'accounts', async (tx) => {
    await graph().desk.accounts.save(tx, actors.map(accountOf));
    tx.touch('accounts');
  });

/** She is a contact in the district, and under another hand's spelling in the west. */
async function knownTwice(her: Record<string, string>, there: Record<string, string>): Promise<void> {
  const { desk } = graph();
  await graph().empty();
  await smallOutbreak(desk, [{ person: 'here', name: '刘晓燕', phone: '15400000001', ...her }]);
  await write(desk, 'areas', [{ area: 'west', name: '西岭区', level: 'district' }]);
  await write(desk, 'places', [{ place: 'hall', name: '西岭礼堂', category: 'home', area: 'west' }]);
  await write(desk, 'people', [
    { person: 'west-index', name: '病例乙', area: 'west' },
    { person: 'there', name: '刘小燕', phone: '15400000001', area: 'west', address: '西岭区东风路8号', ...there },
  ]);
  await write(desk, 'cases', [
    {
      case: 'west-case',
      person: 'west-index',
      category: 'confirmed',
      onset_on: '2022-04-11',
      reported_at: '2022-04-13 08:00',
      area: 'west',
    },
  ]);
  const evening = { place: 'hall', start: '2022-04-10 18:00', end: '2022-04-10 20:00', source: 'interview' };
  const rev = await write(desk, 'stays', [
    { stay: 'stay-west-index', person: 'west-index', ...evening },
    { stay: 'stay-there', person: 'there', ...evening },
  ]);
  await deriveTouched(desk, CAST.operator, rev - 1);
}
const ALIKE = [
  { doc_no: DOCUMENT, address: '滨海小区3号楼2单元501室' },
  { birth_on: '1988-06-12', address: '滨海小区3号楼2单元501室' },
] as const;
beforeEach(() => knownTwice(...ALIKE));

const queueOf = (actor: Actor) =>
  graph().desk.work.read(async (tx) => {
    const queue = await reviewQueue(graph().desk, tx, actor);
    return { ...queue, groups: reviewGroups(queue) };
  });
const tasksOf = (actor: Actor) => graph().desk.work.read((tx) => graph().desk.pushes.openTasks(tx, actor.areaPath, 'database'));
const PAIR = 'here|there';

test('each area sees of the other no more than that somebody exists there; the area above sees both', async () => {
  for (const [actor, own, other] of [
    [east, 'here', /there|小燕|西岭|东风|1988|west/],
    [west, 'there', /"here|晓燕|9901|district/],
  ] as const) {
    const { pairs, elsewhere, groups } = await queueOf(actor);
    expect(pairs).toEqual([]);
    expect(elsewhere).toMatchObject([{ personId: own, records: 1, askedAt: null, likelihood: expect.stringMatching(/high|medium/) }]);
    expect(groups).toMatchObject([{ firstId: own, candidates: [], elsewhere: { personId: own } }]);
    // What is shown of the own contact is the asker's own; of the rest nothing may tell of the other.
    const told = elsewhere.map(({ contacts, ...rest }) => ({ ...rest, contacts: contacts.map(({ personId }) => personId) }));
    expect(JSON.stringify(told)).not.toMatch(other);
    expect(JSON.stringify(await tasksOf(actor))).not.toMatch(other);
  }
  const { pairs, elsewhere } = await queueOf(above);
  expect(pairs.map(({ pair }) => pair.id)).toEqual([PAIR]);
  expect(elsewhere).toEqual([]);
});

test('from one area nothing can be decided, explained or merged, whatever id is guessed', async () => {
  const { desk } = graph();
  for (const actor of [east, west]) {
    for (const decision of ['same', 'not-same', 'later', 'household'] as const)
      expect(await decideDuplicate(desk, actor, { pairId: PAIR, decision, keptId: null, seconds: null, note: null })).toEqual({
        kind: 'pair-not-found',
      });
    expect(await mergeGroup(desk, actor, { pairIds: [PAIR], keptId: null, seconds: null })).toEqual({ kind: 'pair-not-found' });
    expect(await desk.work.read((tx) => duplicateEvidence(desk, tx, actor, PAIR))).toBeNull();
    expect(await desk.work.read((tx) => duplicateExposures(desk, tx, actor, PAIR))).toEqual([]);
  }
});

test('asked, the area above has it at the top of its queue and as a task with a clock, and decides; its merge is undone by it alone', async () => {
  const { desk, clock } = graph();
  expect(await askAreaAbove(desk, east, 'here')).toEqual({ kind: 'nobody-above' });
  await open(above);
  expect(await askAreaAbove(desk, CAST.tracer, 'here')).toEqual({ kind: 'not-allowed' });
  expect(await askAreaAbove(desk, east, 'there')).toEqual({ kind: 'pair-not-found' });
  expect(await askAreaAbove(desk, east, 'here')).toEqual({ kind: 'area-above-asked', records: 1 });
  expect(await askAreaAbove(desk, west, 'there')).toEqual({ kind: 'asked-already' });
  expect((await queueOf(west)).elsewhere).toMatchObject([{ personId: 'there', askedAt: clock.now() }]);
  expect(await tasksOf(east)).toEqual([]);
  const [task, ...rest] = await tasksOf(above);
  expect(rest).toEqual([]);
  expect(task).toMatchObject({ kind: 'decide-across', subjectId: PAIR, areaPath: '/', dueAt: clock.now() + 120 * 60_000 });
  const [entry] = await desk.audit.page({ before: null, first: 1, who: east.accountId, subject: 'there' });
  expect(entry).toMatchObject({ operation: 'ask-area-above' });

  // Nobody is rid of it by saying that it is done, nor by leaving the pair for later.
  expect(await finishTask(desk, above, task!.id, '已电话核实')).toEqual({ kind: 'pair-undecided' });
  await decideDuplicate(desk, above, { pairId: PAIR, decision: 'later', keptId: null, seconds: 2, note: null });
  expect(await finishTask(desk, above, task!.id, null)).toEqual({ kind: 'pair-undecided' });
  expect(await tasksOf(above)).toMatchObject([{ id: task!.id }]);

  const decided = await decideDuplicate(desk, above, { pairId: PAIR, decision: 'same', keptId: 'here', seconds: 9, note: null });
  expect(decided).toMatchObject({ kind: 'duplicate-decided' });
  expect(await tasksOf(above)).toEqual([]);
  for (const actor of [east, west, above]) expect(await queueOf(actor)).toMatchObject({ pairs: [], elsewhere: [] });
  const { mergeId } = decided as { mergeId: string };
  for (const actor of [east, west]) {
    expect(await undoMerge(desk, actor, mergeId)).toEqual({ kind: 'merge-not-found' });
    expect(await desk.work.read((tx) => desk.duplicates.recent(tx, actor.areaPath, 10))).toEqual([]);
  }
  expect(await undoMerge(desk, above, mergeId)).toMatchObject({ kind: 'merge-undone' });
});

test('what is asked from below stands before what is dearer', async () => {
  const { desk } = graph();
  await open(above);
  await write(desk, 'people', [
    { person: 'x', name: '孙丽', doc_no: documentOf('99010319750101001'), area: 'west' },
    { person: 'y', name: '赵一鸣', doc_no: documentOf('99010319750101001'), area: 'west' },
  ]);
  const evening = { place: 'hall', start: '2022-04-10 18:00', end: '2022-04-10 20:00', source: 'interview' };
  const rev = await write(
    desk,
    'stays',
    ['x', 'y'].map((person) => ({ stay: `stay-${person}`, person, ...evening })),
  );
  await deriveTouched(desk, CAST.operator, rev - 1);
  const first = async () => (await queueOf(above)).groups.map(({ candidates }) => candidates[0]!.pair.id);
  expect(await first()).toEqual(['x|y', PAIR]);
  await askAreaAbove(desk, east, 'here');
  expect(await first()).toEqual([PAIR, 'x|y']);
  const task = (await tasksOf(above)).find(({ kind }) => kind === 'decide-across')!;
  expect(await finishTask(desk, east, task.id, null)).toEqual({ kind: 'not-allowed' });
});

test('one document under two names in two areas holds both, tells neither why, and is a task of the area above', async () => {
  const { desk } = graph();
  await knownTwice({ doc_no: DOCUMENT, name: '刘晓燕' }, { doc_no: DOCUMENT, name: '陈大力', phone: '15400000009' });
  expect(await attachCertain(desk, east)).toBe(0);
  for (const [actor, own] of [
    [east, 'here'],
    [west, 'there'],
  ] as const) {
    const [known] = (await queueOf(actor)).elsewhere;
    expect(known).toMatchObject({ personId: own, holds: true, likelihood: 'high' });
    expect(known!.contacts[0]!.hold).not.toMatch(/document|name/);
    expect(await tasksOf(actor)).toEqual([]);
  }
  const [task, ...rest] = await tasksOf(above);
  expect([task, rest]).toMatchObject([{ kind: 'clear-hold', subjectId: PAIR }, []]);
  expect(await finishTask(desk, above, task!.id, null)).toEqual({ kind: 'pair-undecided' });
});

test('somebody who is certainly the same in another area is not attached by an import of this one', async () => {
  await knownTwice({ doc_no: DOCUMENT }, { doc_no: DOCUMENT });
  expect(await attachCertain(graph().desk, east)).toBe(0);
  expect(await attachCertain(graph().desk, above)).toBe(1);
});

test('the area above two is the smallest that holds both', () => {
  expect(areaAbove('/p/c/d1/', '/p/c/d2/')).toBe('/p/c/');
  expect(areaAbove('/p/c/d1/', '/p/c/d1/s/')).toBe('/p/c/d1/');
  expect(areaAbove('/a/', '/b/')).toBe('/');
});
