import { acknowledgePushes, type Contact, deriveTouched, pushContacts, recordOutcome, reviewContacts } from '@tracewright/investigation';
import { CAST, smallOutbreak, withGraph, write } from '@tracewright/testkit';
import { beforeEach, expect, test } from 'vitest';

const graph = withGraph('2022-04-14T09:00:00+08:00');
const { tracer, database, receiver } = CAST;
const guest = { person: 'guest', name: '客人甲', address: '望月街道1号guest室', area: 'street' };

beforeEach(async () => {
  await graph().empty();
  await smallOutbreak(graph().desk, [{ person: 'guest', name: '客人甲' }]);
  await review('accept');
  await review('check');
  await push();
});

const read = <T>(ask: Parameters<ReturnType<typeof graph>['desk']['work']['read']>[0]): Promise<T> =>
  graph().desk.work.read(ask) as Promise<T>;
const contact = async () => (await read<Contact[]>((tx) => graph().desk.contacts.byPersonIds(tx, ['guest'])))[0]!;
const review = async (step: 'accept' | 'check') =>
  reviewContacts(graph().desk, step === 'check' ? database : tracer, {
    step,
    contactIds: [(await contact()).id],
    reason: null,
    caseId: null,
  });
const push = async () => pushContacts(graph().desk, database, [(await contact()).id]);
const sent = () => graph().desk.work.read((tx) => graph().desk.pushes.ofPerson(tx, 'guest'));
const unsent = async () => {
  const filter = {
    homePath: '/',
    view: 'unsent',
    cls: null,
    caseId: null,
    areaPath: null,
    observation: null,
    text: null,
    sort: 'due',
  } as const;
  return graph().desk.work.read((tx) => graph().desk.contacts.idsOf(tx, filter, 10));
};
const inCharge = async () => {
  const pushId = (await contact()).pushId!;
  await acknowledgePushes(graph().desk, receiver, [pushId]);
  await recordOutcome(graph().desk, receiver, {
    pushId,
    outcome: 'AT_HOME_CONTROLLED',
    note: null,
    movedToAreaId: null,
    needs: ['wheelchair'],
    tookPlaceAt: null,
  });
};
/** A later stay with the case: the last exposure moves by a day. */
async function metAgain(): Promise<void> {
  const { desk } = graph();
  const supper = { place: 'flat', start: '2022-04-12 18:00', end: '2022-04-12 20:00', source: 'interview' };
  const rev = await write(desk, 'stays', [
    { stay: 'again-index', person: 'index', ...supper },
    { stay: 'again-guest', person: 'guest', ...supper },
  ]);
  await deriveTouched(desk, CAST.operator, rev);
}

test('a corrected phone under way: back on the list of those to be sent, and the next version goes out once', async () => {
  expect(await unsent()).toEqual([]);
  await write(graph().desk, 'people', [{ ...guest, phone: '15400010001' }]);
  expect(await unsent()).toEqual([(await contact()).id]);
  expect(await contact()).toMatchObject({ push: 'SENT', resend: true });
  expect(await push()).toMatchObject({ kind: 'contacts-pushed', pushed: [{ version: 2, snapshot: { phones: '15400010001' } }] });
  expect(await unsent()).toEqual([]);
  expect((await contact()).resend).toBe(false);
  expect(await push()).toMatchObject({ pushed: [], skipped: [{ why: 'already-pushed' }] });
});

test('a change that is taken back before it was sent asks for nothing', async () => {
  await write(graph().desk, 'people', [{ ...guest, address: '望月街道9号' }]);
  expect((await contact()).resend).toBe(true);
  await write(graph().desk, 'people', [guest]);
  expect((await contact()).resend).toBe(false);
});

test('a later exposure is only a proposal until the tracer accepts it: then it is to be sent again', async () => {
  await metAgain();
  expect(await contact()).toMatchObject({ changed: 'DATES', resend: false });
  await review('accept');
  expect(await contact()).toMatchObject({ changed: null, resend: true });
});

test('in charge already: the record is put right in place, with a notice, and nobody leaves charge', async () => {
  await inCharge();
  const before = (await sent())[0]!;
  expect(before).toMatchObject({ state: 'CONTROLLED', version: 1 });
  await metAgain();
  await review('accept');
  const after = await sent();
  expect(after).toHaveLength(1);
  expect(after[0]).toMatchObject({ id: before.id, state: 'CONTROLLED', version: 2, snapshot: { last: String((await contact()).last) } });
  expect(await contact()).toMatchObject({ push: 'CONTROLLED', resend: false });
  const notices = await graph().desk.work.read((tx) => graph().desk.pushes.notices(tx, '/district/street/', 10));
  expect(notices).toMatchObject([{ kind: 'corrected', personId: 'guest' }]);
});

test('what the receiver asked at the door is nothing to tell the receiver', async () => {
  await inCharge();
  expect((await sent())[0]).toMatchObject({ version: 1 });
  expect((await contact()).resend).toBe(false);
});
