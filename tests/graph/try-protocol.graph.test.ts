import { shippedFile } from '@tracewright/epi-core';
import { deriveTouched, MOST_TRIED, reviewContacts, tryProtocol } from '@tracewright/investigation';
import { CAST, smallOutbreak, withGraph, write } from '@tracewright/testkit';
import { beforeAll, expect, test } from 'vitest';

const graph = withGraph('2022-04-14T09:00:00+08:00');
const { tracer } = CAST;
const administrator = { ...tracer, accountId: 'account-administrator', role: 'administrator' as const };

/**
 * The case fell ill on 11 April. At dinner on the 10th: a guest, whose neighbour came by on the 12th. On the 8th, which only a window of
 * four days reaches, an old friend.
 */
beforeAll(async () => {
  await graph().empty();
  const { desk } = graph();
  await smallOutbreak(desk, [
    { person: 'guest', name: '客人甲' },
    { person: 'kept-out', name: '客人乙' },
  ]);
  await write(desk, 'places', [{ place: 'other-flat', name: '2号楼202室', category: 'home', area: 'street' }]);
  await write(desk, 'people', [
    { person: 'friend', name: '老友甲', area: 'street' },
    { person: 'neighbour', name: '邻居甲', area: 'street' },
  ]);
  const tea = { place: 'flat', start: '2022-04-08 18:00', end: '2022-04-08 20:00', source: 'interview' };
  const visit = { place: 'other-flat', start: '2022-04-12 18:00', end: '2022-04-12 20:00', source: 'interview' };
  await write(desk, 'stays', [
    { stay: 'tea-index', person: 'index', ...tea },
    { stay: 'tea-friend', person: 'friend', ...tea },
    { stay: 'visit-guest', person: 'guest', ...visit },
    { stay: 'visit-neighbour', person: 'neighbour', ...visit },
  ]);
  await deriveTouched(desk, CAST.operator, 0);
  const [contact] = await desk.work.read((tx) => desk.contacts.byPersonIds(tx, ['kept-out']));
  await reviewContacts(desk, tracer, { step: 'exclude', contactIds: [contact!.id], reason: '测试', caseId: null });
});

const trying = async (...[source, caseIds, actor]: [Parameters<typeof tryProtocol>[2], (string[] | null)?, typeof tracer?]) =>
  tryProtocol(graph().desk, actor ?? tracer, source, caseIds ?? null);
type Tried = Extract<Awaited<ReturnType<typeof trying>>, { kind: 'protocol-tried' }>;
const tell = (tried: Tried) => tried.total.changes.map((c) => `${c.personId} ${c.kind} ${c.was} → ${c.cls} ${c.certainty}`).sort();

/** Everything but the audit, which a read of people is written into. */
async function everything(): Promise<string> {
  const nodes = await graph().driver.executeQuery(
    'MATCH (n) WHERE NOT n:AuditEntry AND NOT n:Counter RETURN labels(n) AS labels, properties(n) AS properties ORDER BY elementId(n)',
  );
  const links = await graph().driver.executeQuery('MATCH ()-[r]->() RETURN count(r) AS n');
  return JSON.stringify([nodes, links].map(({ records }) => records.map((record) => record.toObject())));
}

test('four days before onset instead of two adds whom the case met on the days between, and writes nothing', async () => {
  const before = await everything();
  const tried = (await trying({ id: 'CN-COVID-V8-4D' }, ['case'])) as Tried;
  expect(tell(tried)).toEqual(['friend ADDED null → CLOSE definite']);
  expect(tried).toMatchObject({
    affected: 1,
    cases: [{ caseId: 'case', protocolId: 'CN-COVID-V8', diff: { counts: { addedClose: 1 } } }],
  });
  expect(await everything()).toBe(before);
});

test('a protocol without secondary contacts, that needs to know the distance, takes some away and leaves others to verify', async () => {
  const tried = (await trying({ id: 'WHO-COVID' })) as Tried;
  expect(tell(tried)).toEqual(['guest DOWNGRADED CLOSE → CLOSE possible', 'neighbour REMOVED SECOND → null definite']);
});

test('the protocol in force changes nothing, and neither does its own text', async () => {
  expect(await trying({ id: 'CN-COVID-V8' })).toMatchObject({ affected: 0, total: { changes: [] } });
  expect(await trying({ text: JSON.stringify(shippedFile('CN-COVID-V8')) })).toMatchObject({ affected: 0, total: { changes: [] } });
});

test('a text is tried as it stands: a window of four days written by hand finds what the shipped variant finds', async () => {
  const draft = { ...shippedFile('CN-COVID-V8-4D'), id: 'OUR-OWN', version: '1' };
  expect(tell((await trying({ text: JSON.stringify(draft) })) as Tried)).toEqual(['friend ADDED null → CLOSE definite']);
});

test('whoever looks is written into the audit with the people seen; without a purpose the names are masked', async () => {
  const { desk } = graph();
  const nameOf = (tried: Tried) => tried.total.changes[0]!.name;
  expect(nameOf((await trying({ id: 'CN-COVID-V8-4D' })) as Tried)).toBe('老友甲');
  expect(nameOf((await trying({ id: 'CN-COVID-V8-4D' }, null, { ...tracer, purpose: null })) as Tried)).toBe('老**');
  const [entry] = await desk.audit.page({ before: null, first: 1, who: null, subject: 'friend' });
  expect(entry).toMatchObject({ who: 'account-tracer', operation: 'try-protocol', subjects: ['friend'] });
});

test('an administrator, who does not see cases of people, is told how many and not who', async () => {
  expect(await trying({ id: 'CN-COVID-V8-4D' }, null, administrator)).toMatchObject({
    cases: [{ diff: { counts: { addedClose: 1 }, changes: [] } }],
    total: { counts: { addedClose: 1 }, changes: [] },
  });
});

test('what cannot be tried is refused with the reason', async () => {
  expect(await trying({ id: 'NOBODYS' })).toEqual({ kind: 'protocol-not-found' });
  expect(await trying({ id: 'CN-COVID-V9' }, ['case', 'elsewhere'])).toEqual({ kind: 'case-not-found' });
  expect(await trying({ id: 'CN-COVID-V9' }, [])).toEqual({ kind: 'nothing-selected' });
  expect(
    await trying(
      { id: 'CN-COVID-V9' },
      Array.from({ length: MOST_TRIED + 1 }, (_, i) => `case-${i}`),
    ),
  ).toEqual({ kind: 'too-many-cases' });
  expect(await trying({ id: 'CN-COVID-V9' }, null, CAST.receiver)).toEqual({ kind: 'not-allowed' });
  expect(await trying({ id: 'CN-ST-COMPANION' })).toMatchObject({
    kind: 'invalid-input',
    fields: [{ field: expect.stringContaining('gridCompanion') }],
  });
  expect(await trying({ text: '{"id": "X",' })).toMatchObject({
    kind: 'invalid-input',
    fields: [{ en: expect.stringContaining('not JSON') }],
  });
  const bad = await trying({
    text: JSON.stringify({ ...shippedFile('CN-COVID-V8'), dayCount: 'HOURS', exposure: [{ id: 'A', cls: 'NEAR' }] }),
  });
  expect(bad).toMatchObject({ kind: 'invalid-input', fields: [{ field: 'dayCount' }, { field: 'exposure.0.cls' }] });
});
