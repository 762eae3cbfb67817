import { checkCharacter } from '@tracewright/epi-core';
import {
  type Actor,
  decideDuplicate,
  duplicateEvidence,
  identityTuning,
  keepLabels,
  type LevelWeights,
  OWN_WEIGHTS,
  probabilityOfPair,
  reviewQueue,
  setThresholds,
  setWeights,
  type Tried,
} from '@tracewright/investigation';
import { CAST, smallOutbreak, withGraph } from '@tracewright/testkit';
import { beforeEach, expect, test } from 'vitest';

const graph = withGraph('2022-04-14T09:00:00+08:00');
const { database } = CAST;
const administrator: Actor = { ...database, accountId: 'account-administrator', role: 'administrator' };
const documentOf = (first17: string): string => first17 + checkCharacter(first17);
const DOCUMENT = documentOf('99010319880612048');
const SWAPPED = `${DOCUMENT.slice(0, 16)}${DOCUMENT[17]}${DOCUMENT[16]}`;

beforeEach(async () => {
  await graph().empty();
  await smallOutbreak(graph().desk, [
    { person: 'a', name: '刘晓燕', doc_no: DOCUMENT, phone: '15400000001', address: '滨海小区3号楼2单元501室' },
    { person: 'b', name: '刘小燕', doc_no: SWAPPED, phone: '15400000001', birth_on: '1988-06-12' },
    { person: 'f', name: '周丽', phone: '15400000005', birth_on: '1990-01-01' },
    { person: 'g', name: '周莉', phone: '15400087231', birth_on: '1990-01-01' },
  ]);
});

const tuning = (tried: Tried = {}) => graph().desk.work.read((tx) => identityTuning(graph().desk, tx, administrator, tried));
const evidence = (pairId: string) => graph().desk.work.read((tx) => duplicateEvidence(graph().desk, tx, database, pairId));
const own = (part: string, level: string): number => OWN_WEIGHTS.find((one) => one.part === part && one.level === level)!.bits;
const decide = (pairId: string, decision: 'same' | 'not-same') =>
  decideDuplicate(graph().desk, database, { pairId, decision, keptId: null, seconds: 5, note: null });
/** A name that only sounds the same says no more than one of which a character differs. */
const LESS: LevelWeights = { name: { sound: own('name', 'one'), alike: own('name', 'one') } };

test('weights are tried before they are saved, saved ones are what the engine weighs by, and open pairs are weighed anew', async () => {
  const { desk } = graph();
  const before = (await evidence('f|g'))!;
  const [pair] = (await desk.work.read((tx) => reviewQueue(desk, tx, database))).pairs.filter(({ pair: { id } }) => id === 'f|g');
  const at = { match: 0.99999, review: probabilityOfPair(pair!.pair) - 1e-6 };
  expect((await tuning({ thresholds: at })).tried).toEqual({ match: 0, review: 2, dropped: 0 });
  expect((await tuning({ thresholds: at, weights: LESS })).tried).toMatchObject({ dropped: 1 });
  expect((await evidence('f|g'))!.weight).toBeCloseTo(before.weight, 9);

  expect(await setWeights(desk, administrator, LESS, 'too many namesakes')).toEqual({ kind: 'weights-set' });
  const after = (await evidence('f|g'))!;
  expect(after.weight).toBeLessThan(before.weight - 1);
  const [weighed] = (await desk.work.read((tx) => reviewQueue(desk, tx, database))).pairs.filter(({ pair: { id } }) => id === 'f|g');
  expect(weighed!.pair.weight).toBeCloseTo(after.weight, 9);
  // What was seen before it was saved is what came of it.
  expect((await tuning({ thresholds: at })).tried).toMatchObject({ dropped: 1 });

  // Back to the profile's own, and every version stays with who set it and why.
  expect(await setWeights(desk, administrator, {}, 'as it was')).toEqual({ kind: 'weights-set' });
  expect((await evidence('f|g'))!.weight).toBeCloseTo(before.weight, 9);
  expect(await setThresholds(desk, administrator, { match: 0.98, review: 0.6 })).toEqual({ kind: 'thresholds-set' });
  const versions = await desk.work.read((tx) => desk.duplicates.settings(tx, 10));
  expect(versions.map(({ match, weights, reason, by }) => ({ match, weights, reason, by }))).toEqual([
    { match: 0.98, weights: {}, reason: null, by: administrator.accountId },
    { match: 0.99, weights: {}, reason: 'as it was', by: administrator.accountId },
    { match: 0.99, weights: LESS, reason: 'too many namesakes', by: administrator.accountId },
  ]);
  const logged = await desk.audit.page({ before: null, first: 3, who: administrator.accountId, subject: 'identity-setting' });
  expect(logged.map(({ operation }) => operation)).toEqual(['set-identity-thresholds', 'set-identity-weights', 'set-identity-weights']);
});

test('weights by which more agreement would weigh less are refused, and nobody but the administrator sets any', async () => {
  const { desk } = graph();
  expect(await setWeights(desk, database, LESS, 'x')).toEqual({ kind: 'not-allowed' });
  expect(await setWeights(desk, administrator, LESS, '  ')).toEqual({ kind: 'reason-missing' });
  expect(await setWeights(desk, administrator, { name: { sound: own('name', 'same') + 0.5 } }, 'x')).toEqual({
    kind: 'weights-out-of-order',
    flaw: { kind: 'rises', part: 'name', level: 'sound', better: 'same' },
  });
  expect(await setWeights(desk, administrator, { phone: { different: 1 } }, 'x')).toMatchObject({ flaw: { kind: 'worst-for' } });
  expect(await desk.work.read((tx) => desk.duplicates.setting(tx))).toBeNull();
});

test('whoever was merged is weighed as they were: a label does not agree because it was decided', async () => {
  const before = (await evidence('a|b'))!;
  await decideDuplicate(graph().desk, database, { pairId: 'a|b', decision: 'same', keptId: 'b', seconds: 5, note: null });
  // She who stays has the other's name now, beside the valid document.
  const [kept] = await graph().desk.work.read((tx) => graph().desk.people.byIds(tx, ['b']));
  expect(kept!.name).toBe('刘晓燕');
  const bitsOf = ({ curve }: Awaited<ReturnType<typeof tuning>>): number => Math.log2(curve[0]!.threshold / (1 - curve[0]!.threshold));
  // One record fewer is counted for how rare a value is, which is less than a bit.
  expect(Math.abs(bitsOf(await tuning()) - before.weight)).toBeLessThan(1);
  expect(bitsOf(await tuning({ weights: LESS }))).toBeLessThan(before.weight - 1);
});

test('labels of a file stand beside those of the desk: ids of people are kept, rows are not, and what is wrong is told by its row', async () => {
  const { desk } = graph();
  await decide('f|g', 'not-same');
  const read = await keepLabels(desk, administrator, [
    ['id_a', 'id_b', '姓名1', '姓名2', '电话1', '电话2', 'same'],
    ['b', 'a', '', '', '', '', 'yes'],
    ['a', 'nobody', '', '', '', '', 'yes'],
    ['', '', '王一', '王壹', '15400000070', '15400000070', '是'],
    ['', '', '王一', '', '', '', 'no'],
    ['', '', '', '', '', '', ''],
    ['a', 'f', '', '', '', '', 'perhaps'],
  ]);
  expect(read).toMatchObject({
    kind: 'labels-read',
    stored: [{ a: 'a', b: 'b', same: true }],
    problems: [
      { row: 3, en: 'There is nobody by the id "nobody".' },
      { row: 5, en: 'One of the two is empty.' },
      { row: 7, en: '"perhaps" does not say whether they are one: write yes or no.' },
    ],
  });
  const { given } = read as Extract<typeof read, { kind: 'labels-read' }>;
  expect(given).toHaveLength(1);
  expect(await tuning()).toMatchObject({ labels: 1, same: 0 });
  expect(await tuning({ source: 'file' })).toMatchObject({ labels: 1, same: 1 });
  expect(await tuning({ source: 'both', given })).toMatchObject({ labels: 3, same: 2 });
  expect(await desk.work.read((tx) => desk.duplicates.labels(tx))).toMatchObject({ labels: [{ a: 'a', b: 'b', same: true }] });
  const everything = await graph().driver.executeQuery('MATCH (n) RETURN properties(n) AS n');
  expect(JSON.stringify(everything.records)).not.toMatch(/王壹|15400000070/);
  expect(await keepLabels(desk, administrator, [['what', 'is', 'this']])).toMatchObject({ problems: [{ row: 1 }], stored: [] });
  expect(await keepLabels(desk, database, [['id_a', 'id_b', 'same']])).toEqual({ kind: 'not-allowed' });
});
