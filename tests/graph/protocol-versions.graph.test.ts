import { shippedFile, shippedProtocol } from '@tracewright/epi-core';
import {
  type Actor,
  deriveBehind,
  draftProtocol,
  pushContacts,
  reviewContacts,
  type StoredVersion,
  stepProtocol,
  tryProtocol,
  verifyProtocol,
} from '@tracewright/investigation';
import { CAST, smallOutbreak, withGraph, write } from '@tracewright/testkit';
import { beforeEach, expect, test } from 'vitest';

const graph = withGraph('2022-04-14T09:00:00+08:00');
const { tracer, database } = CAST;
const administrator: Actor = { ...tracer, accountId: 'account-administrator', role: 'administrator' };
const colleague = { ...administrator, accountId: 'account-colleague' };
const ID = 'CN-COVID-V8';

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

/** V8 with the window of the variant of four days, as a version of our own. */
const ours = (version: string, rest: object = {}) =>
  JSON.stringify({ ...shippedFile('CN-COVID-V8-4D'), id: ID, basedOn: ID, version, ...rest });

async function drafted(version: string): Promise<StoredVersion> {
  const outcome = await draftProtocol(graph().desk, administrator, ours(version), null);
  expect(outcome).toMatchObject({ kind: 'protocol-version-saved', version: { state: 'DRAFT', draftedBy: 'account-administrator' } });
  return (outcome as Extract<typeof outcome, { version: unknown }>).version;
}
const step = (
  name: Parameters<typeof stepProtocol>[2]['step'],
  one: Pick<StoredVersion, 'id' | 'rev'>,
  insteadOf: string | null = null,
  by = administrator,
) => stepProtocol(graph().desk, by, { step: name, id: one.id, rev: one.rev, insteadOf });
async function stepped(...given: Parameters<typeof step>): Promise<StoredVersion> {
  const outcome = await step(...given);
  expect(outcome).toMatchObject({ kind: 'protocol-version-saved' });
  await deriveBehind(graph().desk, administrator);
  return (outcome as Extract<typeof outcome, { version: unknown }>).version;
}
const active = async (version: string, insteadOf: string | null = null) =>
  stepped('activate', await stepped('verify', await drafted(version)), insteadOf);
const live = async () =>
  (await graph().desk.work.read((tx) => graph().desk.determinations.liveOfCase(tx, 'case')))
    .map((d) => `${d.personId} ${d.protocolId} ${d.protocolVersion}`)
    .sort();
const stored = async () => (await graph().desk.work.read((tx) => graph().desk.protocols.stored(tx))).map((v) => `${v.version} ${v.state}`);

test('drafted, verified, active, retired: each step with who and when, and cases are judged by the active version only', async () => {
  const shippedOnly = [`guest ${ID} ${shippedProtocol(ID)!.version}`];
  const draft = await drafted('city-1');
  graph().clock.forward(1);
  const verified = await stepped('verify', draft, null, colleague);
  expect(verified).toMatchObject({ state: 'VERIFIED', verifiedBy: 'account-colleague', verifiedAt: draft.draftedAt + 60_000 });
  expect(await live()).toEqual(shippedOnly);
  const now = await stepped('activate', verified);
  expect(now).toMatchObject({ state: 'ACTIVE', activatedBy: 'account-administrator', verifiedBy: 'account-colleague' });
  expect(await live()).toEqual([`friend ${ID} city-1`, `guest ${ID} city-1`]);
  expect(await stepped('retire', now)).toMatchObject({ state: 'RETIRED', retiredBy: 'account-administrator' });
  expect(await live()).toEqual(shippedOnly);
});

test('cases are behind from the step on until they are derived, wherever that was broken off, and no longer', async () => {
  const { desk } = graph();
  const behind = () => desk.work.read((tx) => desk.cases.behindProtocol(tx));
  const verified = await stepped('verify', await drafted('city-1'));
  expect(await behind()).toEqual([]);
  expect(await step('activate', verified)).toMatchObject({ kind: 'protocol-version-saved' });
  expect(await behind()).toEqual(['case']);
  expect(await live()).toEqual([`guest ${ID} ${shippedProtocol(ID)!.version}`]);
  expect(await deriveBehind(desk, administrator)).toBe(1);
  expect(await live()).toEqual([`friend ${ID} city-1`, `guest ${ID} city-1`]);
  expect([await behind(), await deriveBehind(desk, administrator)]).toEqual([[], 0]);
});

test('a stored draft is tried under its id, before anybody verifies it', async () => {
  const { id } = await drafted('city-1');
  expect(await tryProtocol(graph().desk, tracer, { id }, null)).toMatchObject({
    total: { changes: [{ personId: 'friend', kind: 'ADDED' }] },
  });
});

test('an active version retires the one before it', async () => {
  const first = await active('city-1');
  await active('city-2', first.id);
  expect(await stored()).toEqual(['city-1 RETIRED', 'city-2 ACTIVE']);
  expect(await live()).toEqual([`friend ${ID} city-2`, `guest ${ID} city-2`]);
});

test('a step out of turn, by another role, or of a version that is not there is refused', async () => {
  const draft = await drafted('city-1');
  for (const wrong of ['activate', 'retire'] as const) expect(await step(wrong, draft)).toEqual({ kind: 'state-conflict' });
  const verified = await stepped('verify', draft);
  for (const wrong of ['verify', 'retire'] as const) expect(await step(wrong, verified)).toEqual({ kind: 'state-conflict' });
  expect(await step('activate', verified, null, tracer)).toEqual({ kind: 'not-allowed' });
  expect(await step('verify', { id: `${ID}@none`, rev: 1 })).toEqual({ kind: 'protocol-not-found' });
  const retired = await stepped('retire', await stepped('activate', verified));
  for (const wrong of ['verify', 'activate', 'retire'] as const) expect(await step(wrong, retired)).toEqual({ kind: 'state-conflict' });
});

test('two administrators at once: one version becomes active, the other is told, and the database holds one', async () => {
  const [first, second] = [await stepped('verify', await drafted('city-1')), await stepped('verify', await drafted('city-2'))];
  const outcomes = await Promise.all([step('activate', first), step('activate', second, null, colleague)]);
  expect(outcomes.map((o) => o.kind).sort()).toEqual(['changed-meanwhile', 'protocol-version-saved']);
  expect((await stored()).filter((one) => one.endsWith('ACTIVE'))).toHaveLength(1);
  const same = await stepped('verify', await drafted('city-3'));
  const current = (await graph().desk.work.read((tx) => graph().desk.protocols.active(tx, ID)))!.id;
  const twice = await Promise.all([step('activate', same, current), step('activate', same, current, colleague)]);
  expect(twice.map((o) => o.kind).sort()).toEqual(['changed-meanwhile', 'protocol-version-saved']);
});

test('nobody verifies a text they did not see, and two at one draft do not overwrite each other', async () => {
  const { desk } = graph();
  const draft = await drafted('city-1');
  const [one, other] = await Promise.all(
    [administrator, colleague].map((by) => draftProtocol(desk, by, ours('city-1', { notes: [by.accountId] }), draft.rev)),
  );
  expect([one!.kind, other!.kind].sort()).toEqual(['changed-meanwhile', 'protocol-version-saved']);
  expect(await step('verify', draft)).toMatchObject({ kind: 'changed-meanwhile', at: draft.draftedAt });
  expect(await draftProtocol(desk, colleague, ours('city-1'), null)).toMatchObject({ kind: 'changed-meanwhile' });
});

test('a verified text stays as it is, and is complete in itself', async () => {
  const { desk } = graph();
  const verified = await stepped('verify', await drafted('city-1'));
  expect(await draftProtocol(desk, administrator, ours('city-1'), verified.rev)).toEqual({ kind: 'version-fixed' });
  const text = JSON.parse(verified.text);
  expect(text.basedOn).toBeUndefined();
  expect(text.exposure).toEqual(shippedProtocol('CN-COVID-V8-4D')!.exposure);
});

test('what is no version of this deployment is refused, each with its sentence', async () => {
  const { desk } = graph();
  const refused = async (text: string, by = administrator) => draftProtocol(desk, by, text, null);
  expect(await refused(ours('city-1'), tracer)).toEqual({ kind: 'not-allowed' });
  expect(await refused(ours('city-1', { id: 'OUR-OWN' }))).toMatchObject({ kind: 'invalid-input', fields: [{ field: 'id' }] });
  expect(await refused(ours('city@1'))).toMatchObject({ kind: 'invalid-input', fields: [{ field: 'version' }] });
  expect(await refused(ours(shippedProtocol(ID)!.version))).toMatchObject({
    fields: [{ field: 'version', en: expect.stringContaining('comes with') }],
  });
  const twoFaults = await refused(ours('city-1', { dayCount: 'HOURS', tz: 8 }));
  expect(twoFaults).toMatchObject({ kind: 'invalid-input', fields: [{ field: 'dayCount' }, { field: 'tz' }] });
  expect(await stored()).toEqual([]);
});

test('nothing is pushed under an unverified version; the active stored one is verified by its way', async () => {
  const { desk } = graph();
  const [contact] = await desk.work.read((tx) => desk.contacts.byPersonIds(tx, ['guest']));
  for (const [name, by] of [
    ['accept', tracer],
    ['check', database],
  ] as const)
    await reviewContacts(desk, by, { step: name, contactIds: [contact!.id], reason: '测试', caseId: null });
  await graph().driver.executeQuery('MATCH (p:ProtocolVersion) DETACH DELETE p');
  const push = () => pushContacts(desk, database, [contact!.id]);
  expect(await push()).toEqual({ kind: 'protocol-unverified', protocolIds: [ID] });
  const verified = await stepped('verify', await drafted('city-1'));
  expect(await push()).toEqual({ kind: 'protocol-unverified', protocolIds: [ID] });
  const now = await stepped('activate', verified);
  expect(await push()).toMatchObject({ kind: 'contacts-pushed', pushed: [{ personId: 'guest' }] });
  await stepped('retire', now);
  expect(await push()).toEqual({ kind: 'protocol-unverified', protocolIds: [ID] });
  expect(await verifyProtocol(desk, administrator, ID)).toEqual({ kind: 'protocol-verified' });
  expect(await push()).toMatchObject({ kind: 'contacts-pushed' });
});
