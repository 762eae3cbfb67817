import { checkCharacter } from '@tracewright/epi-core';
import {
  type Actor,
  attachCertain,
  decideDuplicate,
  duplicateEvidence,
  ENGINE,
  identityTuning,
  newPerson,
  PERSON_PROFILE,
  type Person,
  personFacts,
  probabilityOfPair,
  reviewQueue,
  setThresholds,
  type Thresholds,
  undoMerge,
} from '@tracewright/investigation';
import { CAST, smallOutbreak, withGraph } from '@tracewright/testkit';
import { beforeEach, expect, test } from 'vitest';

const graph = withGraph('2022-04-14T09:00:00+08:00');
beforeEach(() => graph().empty());
const { database } = CAST;
const administrator: Actor = { ...database, accountId: 'account-administrator', role: 'administrator' };

const documentOf = (first17: string): string => first17 + checkCharacter(first17);
const DOCUMENT = documentOf('99010319880612048');
/** Her last two digits the other way round: the check digit fails. */
const SWAPPED = `${DOCUMENT.slice(0, 16)}${DOCUMENT[17]}${DOCUMENT[16]}`;
const HOME = '滨海小区3号楼2单元501室';

const person = (id: string, words: Parameters<typeof personFacts>[0]): Person => newPerson(id, personFacts(words).facts, []);
const save = (people: readonly Person[], then: () => Promise<void> = async () => {}): Promise<void> =>
  graph().desk.work.write(database, 'test', async (tx) => {
    await graph().desk.people.save(tx, people);
    tx.touch(...people.map(({ id }) => id));
    await graph().desk.duplicateFinder.among(
      tx,
      people.map(({ id }) => id),
    );
    await then();
  });
const found = async (...ids: string[]) =>
  (await graph().desk.work.read((tx) => graph().desk.duplicateFinder.among(tx, ids))).map(({ a, b, reason }) => `${a}|${b} ${reason}`);

const XIAOYAN = person('a', { name: '刘晓燕', docNo: DOCUMENT, phone: '15400000001', address: HOME });
const SOUNDS_ALIKE = person('b', { name: '刘小燕', docNo: SWAPPED, phone: '15400000001', birthOn: '1988-06-12' });

test('a name that sounds alike with two digits swapped is found as alike, never as the same document', async () => {
  await save([XIAOYAN, SOUNDS_ALIKE, person('c', { name: '王建国', phone: '15400000009' })]);
  expect(await found('b')).toEqual(['a|b alike']);
  expect(await found('c')).toEqual([]);
});

test('the engine knows everybody as the database has them: changed, merged, and taken back before it was saved', async () => {
  await save([XIAOYAN]);
  expect(await found('a')).toEqual([]);
  const undone = new Error('taken back');
  await expect(save([SOUNDS_ALIKE], () => Promise.reject(undone))).rejects.toBe(undone);
  expect(await found('a')).toEqual([]);
  await save([SOUNDS_ALIKE]);
  expect(await found('a')).toEqual(['a|b alike']);
  // Somebody saved is written again and taken back: what was saved before stays known.
  await expect(save([person('b', { name: '陈大力', phone: '15400000077' })], () => Promise.reject(undone))).rejects.toBe(undone);
  expect(await found('a')).toEqual(['a|b alike']);
  // However often somebody was written anew, nobody is hidden behind what they were.
  for (let phone = 0; phone < 30; phone++) await save([{ ...XIAOYAN, phones: ['15400000001', `154000011${phone + 10}`] }]);
  expect(await found('a')).toEqual(['a|b alike']);
  await save([{ ...SOUNDS_ALIKE, mergedInto: 'a' }]);
  expect(await found('a')).toEqual([]);
});

test('the queue has the dearest mistake first, tells why field by field, and remembers a household', async () => {
  const { desk } = graph();
  await smallOutbreak(desk, [
    { person: 'a', name: '刘晓燕', doc_no: DOCUMENT, phone: '15400000001', address: HOME },
    { person: 'b', name: '刘小燕', doc_no: SWAPPED, phone: '15400000001', birth_on: '1988-06-12' },
    { person: 'd', name: '赵一鸣', doc_no: documentOf('99010319750101001'), phone: '15400000003' },
    { person: 'e', name: '孙丽', doc_no: documentOf('99010319750101001'), phone: '15400000004' },
  ]);
  const queue = (await desk.work.read((tx) => reviewQueue(desk, tx, database))).pairs;
  expect(queue.map(({ pair, likelihood }) => `${pair.id} ${likelihood}`)).toEqual([
    'd|e conflict',
    expect.stringMatching(/^a\|b (high|medium)$/),
  ]);
  expect(queue[0]!.pair.holds).toBe(true);
  const evidence = (await desk.work.read((tx) => duplicateEvidence(desk, tx, database, 'a|b')))!;
  const levels = Object.fromEntries(evidence.fields.map(({ part, level }) => [part, level]));
  expect(levels).toMatchObject({ name: 'sound', document: 'near', phone: 'same', birth: 'same' });
  expect(evidence.fields.reduce((sum, { counted }) => sum + counted, evidence.prior)).toBeCloseTo(evidence.weight);

  const held = async () =>
    (await desk.work.read((tx) => desk.pushes.openTasks(tx, database.areaPath, 'database'))).map((t) => `${t.kind} ${t.subjectId}`);
  expect(await held()).toEqual(['clear-hold d|e']);
  const decide = (pairId: string, decision: 'household' | 'later', seconds: number) =>
    decideDuplicate(desk, database, { pairId, decision, keptId: null, seconds, note: null });
  expect(await decide('d|e', 'household', 12)).toMatchObject({ kind: 'duplicate-decided', mergeId: null });
  expect(await held()).toEqual([]);
  expect(await decide('a|b', 'later', 3)).toMatchObject({ kind: 'duplicate-decided' });
  const [d] = await desk.work.read((tx) => desk.contacts.byPersonIds(tx, ['d']));
  expect(d).toMatchObject({ hold: null, duplicate: false });
  expect((await desk.work.read((tx) => reviewQueue(desk, tx, database))).pairs.map(({ pair }) => `${pair.id} ${pair.state}`)).toEqual([
    'a|b LATER',
  ]);
  expect(await desk.work.read((tx) => desk.duplicates.decidedSince(tx, database.areaPath, 0))).toEqual({
    same: 0,
    notSame: 0,
    household: 1,
    attached: 0,
    medianSeconds: 12,
  });
  expect(
    await decideDuplicate(desk, database, { pairId: 'a|b', decision: 'perhaps' as 'later', keptId: null, seconds: null, note: null }),
  ).toEqual({
    kind: 'decision-unknown',
  });
});

test('who is certainly known is attached after an import and can be taken apart; what was taken apart stays so', async () => {
  const { desk } = graph();
  await smallOutbreak(desk, [
    { person: 'a', name: '刘晓燕', doc_no: DOCUMENT, phone: '15400000001', address: HOME },
    { person: 'b', name: '刘小燕', doc_no: DOCUMENT, phone: '15400000002', birth_on: '1988-06-12' },
    { person: 'c', name: '刘小燕', doc_no: SWAPPED, phone: '15400000002', birth_on: '1988-06-12' },
    { person: 'd', name: '赵一鸣', doc_no: documentOf('99010319750101001') },
    { person: 'e', name: '孙丽', doc_no: documentOf('99010319750101001') },
  ]);
  expect(await attachCertain(desk, database)).toBe(1);
  const people = () => desk.work.read((tx) => desk.people.byIds(tx, ['a', 'b', 'c', 'd', 'e']));
  const merged = async () => Object.fromEntries((await people()).map(({ id, mergedInto }) => [id, mergedInto]));
  expect(await merged()).toEqual({ a: null, b: 'a', c: null, d: null, e: null });
  // What a later file says of b is said of a.
  expect(await desk.work.read((tx) => desk.people.keptAs(tx, ['a', 'b']))).toEqual(new Map([['b', 'a']]));
  const [merge] = await desk.work.read((tx) => desk.duplicates.mergesOf(tx, 'a'));
  expect(merge!.by).toBe(ENGINE);
  expect(await undoMerge(desk, database, merge!.id)).toMatchObject({ kind: 'merge-undone' });
  expect(await attachCertain(desk, database)).toBe(0);
  expect((await merged()).b).toBeNull();
});

test('decisions are labels, thresholds are tried before they are set, and set ones count for what is found from then on', async () => {
  const { desk } = graph();
  await smallOutbreak(desk, [
    { person: 'a', name: '刘晓燕', doc_no: DOCUMENT, phone: '15400000001', address: HOME },
    { person: 'b', name: '刘小燕', doc_no: SWAPPED, phone: '15400000001', birth_on: '1988-06-12' },
    { person: 'f', name: '周丽', phone: '15400000005', birth_on: '1990-01-01' },
    { person: 'g', name: '周莉', phone: '15400087231', birth_on: '1990-01-01' },
  ]);
  const open = (await desk.work.read((tx) => reviewQueue(desk, tx, database))).pairs;
  expect(open.map(({ pair }) => pair.id).sort()).toEqual(['a|b', 'f|g']);
  const decide = (pairId: string, decision: 'same' | 'not-same') =>
    decideDuplicate(desk, database, { pairId, decision, keptId: null, seconds: 5, note: null });
  const tuning = (thresholds: Thresholds | null) => desk.work.read((tx) => identityTuning(desk, tx, administrator, { thresholds }));
  const [less, more] = open.map(({ pair }) => probabilityOfPair(pair)).sort((x, y) => x - y) as [number, number];
  expect(less).toBeLessThan(more);
  const between = (less + more) / 2;
  expect(await tuning({ match: between, review: between })).toMatchObject({
    labels: 0,
    curve: [],
    tried: { match: 1, review: 0, dropped: 1 },
  });
  await decide('a|b', 'same');
  await decide('f|g', 'not-same');
  const { labels, same, curve, now } = await tuning(null);
  expect({ labels, same, now }).toEqual({ labels: 2, same: 1, now: PERSON_PROFILE.thresholds });
  expect(curve.at(0)).toMatchObject({ precision: 0.5, recall: 1 });
  expect(curve.at(-1)).toMatchObject({ precision: 1, recall: 1 });

  expect(await setThresholds(desk, database, { match: 0.999, review: 0.99 })).toEqual({ kind: 'not-allowed' });
  expect(await setThresholds(desk, administrator, { match: 0.5, review: 0.6 })).toEqual({ kind: 'thresholds-out-of-order' });
  expect(await found('g')).toEqual(['f|g alike']);
  const weighed = (await desk.work.read((tx) => duplicateEvidence(desk, tx, database, 'f|g')))!.probability;
  const above = (weighed + 1) / 2;
  expect(await setThresholds(desk, administrator, { match: above, review: above })).toEqual({ kind: 'thresholds-set' });
  expect((await tuning(null)).setting).toMatchObject({ match: above, by: administrator.accountId });
  expect(await found('g')).toEqual([]);
});
