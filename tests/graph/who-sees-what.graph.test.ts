import { openPhone, pushContacts, reviewContacts, verifyProtocol } from '@tracewright/investigation';
import { CAST, smallOutbreak, withGraph } from '@tracewright/testkit';
import { beforeEach, expect, test } from 'vitest';

const graph = withGraph('2022-04-14T09:00:00+08:00');
const PHONE = '15400000001';
beforeEach(async () => {
  await graph().empty();
  await smallOutbreak(graph().desk, [{ person: 'guest', name: '客人甲', phone: PHONE }]);
});

const silent = (actor: (typeof CAST)['tracer']) => ({ ...actor, purpose: null });

test.each(['tracer', 'database'] as const)(
  'a number opens to %s only after stating a purpose, and what was opened is in the audit',
  async (role) => {
    const { desk } = graph();
    expect(await openPhone(desk, silent(CAST[role]), 'guest')).toEqual({ kind: 'purpose-not-stated' });
    expect(await desk.audit.page({ before: null, first: 1, who: CAST[role].accountId, subject: 'guest' })).toEqual([]);
    expect(await openPhone(desk, CAST[role], 'guest')).toEqual({ kind: 'phone-opened', phones: [PHONE] });
    const [entry] = await desk.audit.page({ before: null, first: 1, who: CAST[role].accountId, subject: 'guest' });
    expect(entry).toMatchObject({ operation: 'open-phone', purpose: 'test' });
  },
);

test('a receiver, who has the person in hand, needs to state none', async () => {
  const { desk } = graph();
  const contacts = (await desk.work.read((tx) => desk.contacts.byPersonIds(tx, ['guest']))).map((c) => c.id);
  const step = { contactIds: contacts, reason: null, caseId: null };
  await reviewContacts(desk, CAST.tracer, { ...step, step: 'accept' });
  await reviewContacts(desk, CAST.database, { ...step, step: 'check' });
  await pushContacts(desk, CAST.database, contacts);
  expect(await openPhone(desk, silent(CAST.receiver), 'guest')).toEqual({ kind: 'phone-opened', phones: [PHONE] });
});

test('nothing is pushed under a protocol that no administrator has verified, and nobody is half pushed', async () => {
  const { desk, driver } = graph();
  await driver.executeQuery('MATCH (p:ProtocolVersion) DETACH DELETE p');
  const contacts = (await desk.work.read((tx) => desk.contacts.byPersonIds(tx, ['guest']))).map((c) => c.id);
  const step = { contactIds: contacts, reason: null, caseId: null };
  await reviewContacts(desk, CAST.tracer, { ...step, step: 'accept' });
  await reviewContacts(desk, CAST.database, { ...step, step: 'check' });
  expect(await pushContacts(desk, CAST.database, contacts)).toEqual({ kind: 'protocol-unverified', protocolIds: ['CN-COVID-V8'] });
  expect(await desk.work.read((tx) => desk.pushes.liveOf(tx, 'guest'))).toBeNull();
  const administrator = { ...CAST.operator, areaPath: '/district/' };
  expect(await verifyProtocol(desk, administrator, 'CN-COVID-V8')).toMatchObject({ kind: 'protocol-verified' });
  expect(await pushContacts(desk, CAST.database, contacts)).toMatchObject({ kind: 'contacts-pushed', skipped: [] });
});
