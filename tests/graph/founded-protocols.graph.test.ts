import { shippedFile, shippedProtocols } from '@tracewright/epi-core';
import {
  type Actor,
  changeCase,
  deriveBehind,
  draftProtocol,
  protocolChoices,
  pushContacts,
  reviewContacts,
  type StoredVersion,
  stepProtocol,
} from '@tracewright/investigation';
import { CAST, smallOutbreak, withGraph, write } from '@tracewright/testkit';
import { beforeEach, expect, test } from 'vitest';

const graph = withGraph('2022-04-14T09:00:00+08:00');
const { tracer, database } = CAST;
const administrator: Actor = { ...tracer, accountId: 'account-administrator', role: 'administrator' };
const ID = 'CITY-COVID';

/** The case dined with a guest on 10 April and, four days before falling ill, had tea with a friend. */
beforeEach(async () => {
  await graph().empty();
  const { desk } = graph();
  await smallOutbreak(desk, [{ person: 'guest', name: '客人甲' }]);
  await write(desk, 'people', [{ person: 'friend', name: '老友甲', area: 'street' }]);
  const tea = { place: 'flat', start: '2022-04-08 18:00', end: '2022-04-08 20:00', source: 'interview' };
  await write(desk, 'stays', [
    { stay: 'tea-index', person: 'index', ...tea },
    { stay: 'tea-friend', person: 'friend', ...tea },
  ]);
});

/** A protocol of the city's own: the window of four days, under an id that the program does not ship. */
const ours = (version = '1', rest: object = {}) =>
  JSON.stringify({ ...shippedFile('CN-COVID-V8-4D'), basedOn: 'CN-COVID-V8', id: ID, version, ...rest });
type Drafted = Extract<Awaited<ReturnType<typeof draftProtocol>>, { version: StoredVersion }>;

async function founded(version = '1', found = true): Promise<StoredVersion> {
  const outcome = await draftProtocol(graph().desk, administrator, ours(version), null, found);
  expect(outcome).toMatchObject({ kind: 'protocol-version-saved', version: { id: `${ID}@${version}`, state: 'DRAFT' } });
  return (outcome as Drafted).version;
}
const step = (name: Parameters<typeof stepProtocol>[2]['step'], one: StoredVersion, insteadOf: string | null = null) =>
  stepProtocol(graph().desk, administrator, { step: name, id: one.id, rev: one.rev, insteadOf });
async function stepped(...given: Parameters<typeof step>): Promise<StoredVersion> {
  const outcome = await step(...given);
  expect(outcome).toMatchObject({ kind: 'protocol-version-saved' });
  return (outcome as Drafted).version;
}
const active = async (version = '1', found = true, insteadOf: string | null = null) =>
  stepped('activate', await stepped('verify', await founded(version, found)), insteadOf);
const theCase = async () => (await graph().desk.work.read((tx) => graph().desk.cases.byIds(tx, ['case'])))[0]!;
const judgedBy = async (protocolId: string) => changeCase(graph().desk, tracer, 'case', (await theCase()).rev, { protocolId });
const live = async () =>
  (await graph().desk.work.read((tx) => graph().desk.determinations.liveOfCase(tx, 'case')))
    .map((d) => `${d.personId} ${d.protocolId} ${d.protocolVersion}`)
    .sort();
const choices = async () => (await graph().desk.work.read((tx) => protocolChoices(graph().desk, tx))).map((one) => one.id);

test('a new id is founded, verified and made active, and then a case is judged by it and can choose it', async () => {
  const { desk } = graph();
  const notYet = { kind: 'invalid-input', fields: [{ field: 'protocol' }] };
  expect(await judgedBy(ID)).toMatchObject(notYet);
  const verified = await stepped('verify', await founded());
  expect(await judgedBy(ID)).toMatchObject(notYet);
  expect(await choices()).not.toContain(ID);
  await stepped('activate', verified);
  expect((await choices())[0]).toBe(ID);
  expect(await judgedBy(ID)).toMatchObject({ kind: 'case-saved', case: { protocolId: ID } });
  expect(await live()).toEqual([`friend ${ID} 1`, `guest ${ID} 1`]);
  expect(await deriveBehind(desk, administrator)).toBe(0);
});

test('the next version of it needs no founding, replaces the one before and judges its cases anew', async () => {
  const first = await active();
  await judgedBy(ID);
  await active('2', false, first.id);
  expect(await deriveBehind(graph().desk, administrator)).toBe(1);
  expect(await live()).toEqual([`friend ${ID} 2`, `guest ${ID} 2`]);
});

test('its only active version is not retired while a case is judged by it: nothing that came with the program could', async () => {
  const now = await active();
  await judgedBy(ID);
  expect(await step('retire', now)).toEqual({ kind: 'protocol-in-use', cases: 1 });
  await judgedBy('CN-COVID-V8');
  expect(await step('retire', now)).toMatchObject({ kind: 'protocol-version-saved', version: { state: 'RETIRED' } });
  expect(await judgedBy(ID)).toMatchObject({ kind: 'invalid-input' });
});

test('an import names it for its cases, and a later file without the column leaves it to them', async () => {
  const { desk } = graph();
  const row = { case: 'case', person: 'index', onset_on: '2022-04-11', category: 'confirmed' };
  await expect(write(desk, 'cases', [{ ...row, protocol: ID }])).rejects.toThrow('CITY-COVID');
  await active();
  await write(desk, 'cases', [{ ...row, protocol: ID }]);
  expect(await theCase()).toMatchObject({ protocolId: ID });
  await write(desk, 'cases', [{ ...row, hospital: '市一医院' }]);
  expect(await theCase()).toMatchObject({ protocolId: ID, hospital: '市一医院' });
});

test('nothing is pushed under it unless somebody verified the version that judges', async () => {
  const { desk } = graph();
  await active();
  await judgedBy(ID);
  const [contact] = await desk.work.read((tx) => desk.contacts.byPersonIds(tx, ['guest']));
  for (const [name, by] of [
    ['accept', tracer],
    ['check', database],
  ] as const)
    await reviewContacts(desk, by, { step: name, contactIds: [contact!.id], reason: '测试', caseId: null });
  await graph().driver.executeQuery('MATCH (p:ProtocolVersion {id: $id}) REMOVE p.verifiedBy', { id: `${ID}@1` });
  expect(await pushContacts(desk, database, [contact!.id])).toEqual({ kind: 'protocol-unverified', protocolIds: [ID] });
  await graph().driver.executeQuery('MATCH (p:ProtocolVersion {id: $id}) SET p.verifiedBy = "account-administrator"', { id: `${ID}@1` });
  expect(await pushContacts(desk, database, [contact!.id])).toMatchObject({ kind: 'contacts-pushed', pushed: [{ personId: 'guest' }] });
});

test('a clash, a bad form and a slip are refused, each with its sentence, and nothing is stored', async () => {
  const { desk } = graph();
  const refusal = async (id: string, found: boolean, by = administrator) => draftProtocol(desk, by, ours('city-1', { id }), null, found);
  const flaw = (words: string) => ({ kind: 'invalid-input', fields: [{ field: 'id', en: expect.stringContaining(words) }] });
  expect(await refusal(ID, false)).toMatchObject(flaw('found it as a new protocol'));
  for (const bad of ['city-covid', 'CITY COVID', '1-CITY', 'CITY-', 'CITY@1', 'X'.repeat(41)])
    expect(await refusal(bad, true), bad).toMatchObject(flaw('cannot be used'));
  for (const { id } of shippedProtocols()) expect(await refusal(id, true), id).toMatchObject(flaw('comes with the program'));
  expect(await refusal(ID, true, tracer)).toEqual({ kind: 'not-allowed' });
  expect(await desk.work.read((tx) => desk.protocols.stored(tx))).toEqual([]);
  await founded('2');
  expect(await refusal(ID, true)).toMatchObject(flaw('is taken'));
});

test('two administrators found the same id at once: one does, the other is told', async () => {
  const { desk } = graph();
  const both = await Promise.all(['1', '2'].map((version) => draftProtocol(desk, administrator, ours(version), null, true)));
  expect(both.map((one) => one.kind).sort()).toEqual(['invalid-input', 'protocol-version-saved']);
});
