import { checkCharacter } from '@tracewright/epi-core';
import { attachCertain, decideDuplicate, mergeGroup, reviewGroups, reviewQueue, undoMerge } from '@tracewright/investigation';
import { CAST, smallOutbreak, withGraph } from '@tracewright/testkit';
import { beforeEach, expect, test } from 'vitest';

const graph = withGraph('2022-04-14T09:00:00+08:00');
beforeEach(() => graph().empty());
const { database } = CAST;

const documentOf = (first17: string): string => first17 + checkCharacter(first17);
const DOCUMENT = documentOf('99010319880612048');
const SWAPPED = `${DOCUMENT.slice(0, 16)}${DOCUMENT[17]}${DOCUMENT[16]}`;
const HOME = '滨海小区3号楼2单元501室';
const YAN: Record<string, string>[] = [
  { person: 'a', name: '刘晓燕', doc_no: DOCUMENT, phone: '15400000001', address: HOME },
  { person: 'b', name: '刘小燕', doc_no: SWAPPED, phone: '15400000001', birth_on: '1988-06-12' },
  { person: 'c', name: '刘晓燕', phone: '15400000001', birth_on: '1988-06-12', address: '滨海小区' },
];
/** Another document that is valid, all else the same. */
const OTHER = { person: 'd', name: '刘晓燕', doc_no: documentOf('99010319880612072'), phone: '15400000001', address: HOME };

const groups = () => graph().desk.work.read(async (tx) => reviewGroups(await reviewQueue(graph().desk, tx, database)));
const shown = async () =>
  (await groups()).map(({ firstId, candidates, more }) => `${firstId}: ${candidates.map(({ pair }) => pair.id).join(' ')} +${more}`);
const merge = (pairIds: readonly string[], keptId: string | null = null) =>
  mergeGroup(graph().desk, database, { pairIds, keptId, seconds: 12 });
const mergesOf = async (outcome: Awaited<ReturnType<typeof merge>>): Promise<readonly string[]> => {
  expect(outcome.kind).toBe('group-merged');
  return (outcome as { mergeIds: readonly string[] }).mergeIds;
};
const undo = async (id: string) => (await undoMerge(graph().desk, database, id)).kind;

/** All that a merge and its undo must leave as it was: people, stays, what is derived, marks, and what waits to be decided. */
async function everything(...people: string[]) {
  const { desk } = graph();
  return desk.work.read(async (tx) => ({
    people: (await desk.people.byIds(tx, people))
      .map((one) => ({
        ...one,
        rev: 0,
        documents: one.documents.map(({ no }) => no).sort(),
        phones: [...one.phones].sort(),
      }))
      .sort((x, y) => x.id.localeCompare(y.id)),
    stays: (await desk.stays.ofPeople(tx, people)).map(({ id, personId }) => `${id} ${personId}`).sort(),
    derived: (await desk.determinations.liveOfPeople(tx, people)).map(({ key, cls, first, last }) => ({ key, cls, first, last })),
    contacts: (await desk.contacts.byPersonIds(tx, people)).map(({ personId, review, cls, duplicate, hold }) => ({
      personId,
      review,
      cls,
      duplicate,
      hold,
    })),
    open: (await desk.duplicates.openOf(tx, people)).map(({ id, state, reason }) => `${id} ${state} ${reason}`),
  }));
}

test('pairs that share a record are one group: the record first, its candidates the surest first, pairs among these within it', async () => {
  await smallOutbreak(graph().desk, [...YAN, { person: 'x', name: '周丽', phone: '15400000005', birth_on: '1990-01-01' }]);
  const queue = await graph().desk.work.read((tx) => reviewQueue(graph().desk, tx, database));
  expect(queue.pairs.map(({ pair }) => pair.id).sort()).toEqual(['a|b', 'a|c', 'b|c']);
  const [group, ...rest] = await groups();
  expect(rest).toEqual([]);
  expect(group!.candidates).toHaveLength(2);
  expect(group!.cost).toBe(Math.max(...queue.pairs.map(({ cost }) => cost)));
  // One put off makes a group of its own, behind what is open.
  const put = group!.candidates[0]!.pair.id;
  await decideDuplicate(graph().desk, database, { pairId: put, decision: 'later', keptId: null, seconds: null, note: null });
  expect((await groups()).at(-1)!.candidates.map(({ pair }) => pair.id)).toEqual([put]);
});

test('somebody told apart leaves the group, and the record that the others are compared with stays the same', async () => {
  await smallOutbreak(graph().desk, YAN);
  const [{ firstId, candidates }] = (await groups()) as [Awaited<ReturnType<typeof groups>>[number]];
  const [one, other] = candidates.map(({ pair }) => pair.id);
  await decideDuplicate(graph().desk, database, { pairId: one!, decision: 'not-same', keptId: null, seconds: null, note: null });
  expect((await shown()).sort()[0]).toBe(`${firstId}: ${other} +0`);
});

test('all are one person: one step, each merge with its own undo, and undone they are as before', async () => {
  await smallOutbreak(graph().desk, YAN);
  const before = await everything('a', 'b', 'c');
  for (const keptId of ['a', 'b', 'c']) {
    const [group] = await groups();
    const merges = await mergesOf(
      await merge(
        group!.candidates.map(({ pair }) => pair.id),
        keptId,
      ),
    );
    expect(merges).toHaveLength(2);
    const merged = await everything('a', 'b', 'c');
    expect(merged.people.filter(({ mergedInto }) => mergedInto === keptId)).toHaveLength(2);
    expect(merged.stays.every((stay) => stay.endsWith(` ${keptId}`))).toBe(true);
    expect(merged.open).toEqual([]);
    expect(await shown()).toEqual([]);
    for (const id of [...merges].reverse()) expect(await undo(id)).toBe('merge-undone');
    expect(await everything('a', 'b', 'c')).toEqual(before);
  }
});

test('undone the other way round, whoever is still merged keeps what they brought, and in the end all is as before', async () => {
  await smallOutbreak(graph().desk, YAN);
  const before = await everything('a', 'b', 'c');
  const [first, second] = await mergesOf(await merge(['a|b', 'a|c'], 'c'));
  expect(await undo(first!)).toBe('merge-undone');
  // The one they share, a, was merged first; b is still merged.
  const between = new Map((await everything('a', 'b', 'c')).people.map((one) => [one.id, one]));
  expect(between.get('a')!.mergedInto).toBeNull();
  expect(between.get('b')!.mergedInto).toBe('c');
  expect(between.get('c')!.documents).toEqual([SWAPPED]);
  expect(await undo(second!)).toBe('merge-undone');
  expect(await everything('a', 'b', 'c')).toEqual(before);
});

test('a merge whose record was merged itself since is not undone before that one', async () => {
  await smallOutbreak(graph().desk, YAN);
  const decide = async (pairId: string, keptId: string) =>
    (
      (await decideDuplicate(graph().desk, database, { pairId, decision: 'same', keptId, seconds: null, note: null })) as {
        mergeId: string;
      }
    ).mergeId;
  const one = await decide('a|b', 'b');
  // What was open between a and c is asked of b, who stayed.
  expect(await shown()).toEqual([expect.stringContaining('b|c')]);
  const two = await decide('b|c', 'c');
  expect(await undo(one)).toBe('merged-since');
  expect(await undo(two)).toBe('merge-undone');
  expect(await undo(one)).toBe('merge-undone');
});

test('what nobody has decided about the one who goes is asked of the one who stays, and of nobody once the merge is undone', async () => {
  // Each is like the first, and they have nothing in common but a name that sounds the same.
  const apart: Record<string, string>[] = [
    { person: 'a', name: '刘晓燕', doc_no: DOCUMENT, phone: '15400000001' },
    { person: 'b', name: '刘小燕', doc_no: SWAPPED, birth_on: '1988-06-12' },
    { person: 'c', name: '刘晓燕', phone: '15400000001' },
  ];
  await smallOutbreak(graph().desk, apart);
  const before = await everything('a', 'b', 'c');
  expect(before.open).toEqual([expect.stringContaining('a|b OPEN'), expect.stringContaining('a|c OPEN')]);
  const one = await decideDuplicate(graph().desk, database, { pairId: 'a|b', decision: 'same', keptId: 'b', seconds: null, note: null });
  expect((await everything('a', 'b', 'c')).open).toEqual([expect.stringContaining('b|c OPEN')]);
  expect(await undo((one as { mergeId: string }).mergeId)).toBe('merge-undone');
  expect(await everything('a', 'b', 'c')).toEqual(before);
  const merges = await mergesOf(await merge(['a|b', 'a|c'], 'c'));
  expect((await everything('a', 'b', 'c')).open).toEqual([]);
  // First undone is the merge that had carried a pair over: nothing of it is asked twice.
  for (const id of merges) expect(await undo(id)).toBe('merge-undone');
  expect(await everything('a', 'b', 'c')).toEqual(before);
});

test('whoever stays holds what the one who goes held, also where the two left were asked about before without a hold', async () => {
  // Under one document another name: both wait. The third has no document yet and is merely like the second.
  await smallOutbreak(graph().desk, [
    { person: 'a', name: '刘晓燕', doc_no: DOCUMENT, phone: '15400000001' },
    { person: 'b', name: '王建国', doc_no: DOCUMENT, phone: '15400000009' },
    { person: 'c', name: '刘晓燕', phone: '15400000001', birth_on: '1988-06-12' },
  ]);
  const { desk } = graph();
  await desk.work.write(database, 'asked-before', async (tx) => {
    const [held] = await desk.duplicates.existing(tx, ['a|b']);
    await desk.duplicates.save(tx, [{ ...held!, id: 'b|c', a: 'b', b: 'c', holds: false }]);
    tx.touch('b', 'c');
  });
  const tasks = () =>
    desk.work.read(async (tx) =>
      (await desk.pushes.openTasks(tx, database.areaPath, 'database')).flatMap(({ kind, subjectId }) =>
        kind === 'clear-hold' ? [subjectId] : [],
      ),
    );
  const before = { all: await everything('a', 'b', 'c'), tasks: await tasks() };
  expect(before.all.open).toHaveLength(3);
  expect(before.all.contacts.map(({ personId, hold }) => `${personId} ${hold}`).sort()).toEqual([
    'a duplicate-to-decide',
    'b duplicate-to-decide',
    'c null',
  ]);
  const one = await decideDuplicate(desk, database, { pairId: 'a|c', decision: 'same', keptId: 'c', seconds: null, note: null });
  const held = await everything('b', 'c');
  expect(held.contacts.map(({ personId, hold }) => `${personId} ${hold}`).sort()).toEqual([
    'b duplicate-to-decide',
    'c duplicate-to-decide',
  ]);
  expect(await tasks()).toEqual(['b|c']);
  expect(await undo((one as { mergeId: string }).mergeId)).toBe('merge-undone');
  expect({ all: await everything('a', 'b', 'c'), tasks: await tasks() }).toEqual(before);
});

test('what forbids any two of them is said, and then nobody is merged', async () => {
  await smallOutbreak(graph().desk, [...YAN.slice(0, 2), OTHER]);
  const before = await everything('a', 'b', 'd');
  const open = before.open.map((one) => one.split(' ')[0]!).filter((id) => id.includes('a'));
  expect(open).toEqual(['a|b', 'a|d']);
  expect(await merge(open)).toMatchObject({
    kind: 'group-veto',
    says: { en: expect.stringMatching(/^A and C: two different valid documents/) },
  });
  expect(await everything('a', 'b', 'd')).toEqual(before);
  expect(await merge(['a|b', 'nobody|else'])).toEqual({ kind: 'pair-not-found' });
  expect(await mergeGroup(graph().desk, CAST.tracer, { pairIds: ['a|b'], keptId: null, seconds: null })).toEqual({ kind: 'not-allowed' });
});

test('who was told apart before, and two who are cases, are not merged along', async () => {
  await smallOutbreak(graph().desk, YAN);
  await decideDuplicate(graph().desk, database, { pairId: 'b|c', decision: 'not-same', keptId: null, seconds: null, note: null });
  expect(await merge(['a|b', 'a|c'])).toMatchObject({ kind: 'told-apart', says: { en: 'B and C' } });
  expect(await attachCertain(graph().desk, database)).toBe(0);
});
