import {
  acceptRun,
  acknowledgePushes,
  arriveRun,
  assignParty,
  boardPerson,
  type Contact,
  createRun,
  deriveTouched,
  finishTask,
  namePeople,
  previewTrajectory,
  pushContacts,
  recordOutcome,
  refusePerson,
  reviewContacts,
  saveTrajectory,
  transferQueue,
} from '@tracewright/investigation';
import { CAST, smallOutbreak, withGraph, write } from '@tracewright/testkit';
import { beforeEach, describe, expect, test } from 'vitest';

const graph = withGraph('2022-04-14T09:00:00+08:00');
const { tracer, database, receiver, dispatcher, crew } = CAST;

beforeEach(async () => {
  await graph().empty();
  await smallOutbreak(graph().desk, [
    { person: 'guest', name: '客人甲' },
    { person: 'mother', name: '陈母' },
    { person: 'child', name: '陈宝', birth_on: '2015-12-01', guardian: 'mother' },
  ]);
});

const contactOf = async (person: string): Promise<Contact> =>
  (await graph().desk.work.read((tx) => graph().desk.contacts.byPersonIds(tx, [person])))[0]!;
const live = async () =>
  (await graph().desk.work.read((tx) => graph().desk.determinations.liveOfCase(tx, 'case'))).map((d) => `${d.personId} ${d.cls}`).sort();
const review = async (step: 'accept' | 'check' | 'exclude', ...people: string[]) => {
  const contactIds = (await Promise.all(people.map(contactOf))).map((c) => c.id);
  return reviewContacts(graph().desk, step === 'check' ? database : tracer, { step, contactIds, reason: '测试', caseId: null });
};
const push = async (person: string) => pushContacts(graph().desk, database, [(await contactOf(person)).id]);
/** Accepted, checked, sent, and found at home. */
async function controlled(...people: string[]): Promise<void> {
  await review('accept', ...people);
  await review('check', ...people);
  for (const person of people) {
    await push(person);
    await outcome(person, 'AT_HOME_CONTROLLED');
  }
}
async function outcome(person: string, what: Parameters<typeof recordOutcome>[2]['outcome']): Promise<void> {
  const pushId = (await contactOf(person)).pushId!;
  await acknowledgePushes(graph().desk, receiver, [pushId]);
  const input = { pushId, outcome: what, note: '测试', movedToAreaId: null, needs: null, tookPlaceAt: null };
  expect(await recordOutcome(graph().desk, receiver, input)).toMatchObject({ kind: 'outcome-recorded' });
}
/** Takes a stay out of the case's trajectory, as the entry grid does. */
async function remove(stayId: string): Promise<void> {
  const { desk } = graph();
  const [one] = await desk.work.read((tx) => desk.cases.byIds(tx, ['case']));
  expect(await saveTrajectory(desk, tracer, 'case', one!.rev, { stays: [], removed: [stayId] })).toMatchObject({
    kind: 'trajectory-saved',
  });
}

describe('names (ruling 17)', () => {
  test('one meal, eight names without a stay of their own: eight contacts that can be pushed; a roll of 41 gives 41', async () => {
    const { desk } = graph();
    const name = (people: number, stayId: string, from: number) =>
      namePeople(desk, tracer, {
        caseId: 'case',
        stayId,
        viaPersonId: null,
        relation: null,
        cls: 'CLOSE',
        reason: '同桌就餐',
        people: Array.from({ length: people }, (_, i) => ({
          name: `同桌${from + i}`,
          phone: `1540001${String(from + i).padStart(4, '0')}`,
        })),
      });
    expect(await name(8, 'stay-index', 0)).toMatchObject({ kind: 'people-named', named: 8, refused: [] });
    expect((await live()).length).toBe(3 + 8);
    expect(await name(41, 'stay-index', 100)).toMatchObject({ kind: 'people-named', named: 41, refused: [] });
    const people = await desk.work.read((tx) => desk.determinations.namingsOfCase(tx, 'case'));
    expect(people).toHaveLength(49);
    const contacts = await desk.work.read((tx) =>
      desk.contacts.byPersonIds(
        tx,
        people.map((n) => n.personId),
      ),
    );
    expect(contacts.map((c) => [c.review, c.cls])).toEqual(Array(49).fill(['NEW', 'CLOSE']));
  });

  test('outlive the stay they were named under: proposed to go, and gone only when that is accepted', async () => {
    const { desk } = graph();
    await write(desk, 'stays', [
      { stay: 'meal', person: 'index', place: 'flat', start: '2022-04-12 12:00', end: '2022-04-12 13:00', source: 'interview' },
    ]);
    await write(desk, 'people', [{ person: 'named', name: '点名甲', phone: '15400000077', area: 'street', address: '望月街道1号' }]);
    const rev = await write(desk, 'contacts', [{ case: 'case', contact: 'named', stay: 'meal', class: 'CLOSE', reason: '同桌' }]);
    await deriveTouched(desk, CAST.operator, rev);
    await review('accept', 'named');
    await remove('meal');
    expect(await live()).toContain('named CLOSE');
    expect(await contactOf('named')).toMatchObject({ review: 'ACCEPTED', changed: 'REMOVED' });
    await review('accept', 'named');
    expect(await contactOf('named')).toMatchObject({ review: 'EXCLUDED' });
  });
});

test('an exclusion survives a correction that turns sure into possible', async () => {
  const { desk } = graph();
  await graph().empty();
  await smallOutbreak(desk, [{ person: 'guest', name: '客人甲' }]);
  await review('exclude', 'guest');
  // The guest's own time becomes a scan without an exit: possible from now on.
  const rev = await write(desk, 'stays', [
    {
      stay: 'stay-guest',
      person: 'guest',
      place: 'flat',
      start: '2022-04-10 19:59',
      end: '2022-04-10 20:00',
      start_latest: '2022-04-10 20:00',
      source: 'interview',
    },
  ]);
  await deriveTouched(desk, CAST.operator, rev);
  expect(await contactOf('guest')).toMatchObject({ review: 'EXCLUDED' });
});

test('before it is saved, an edit tells no change of whom somebody excluded or a list brought', async () => {
  const { desk } = graph();
  await graph().empty();
  await smallOutbreak(desk, [
    { person: 'guest', name: '客人甲' },
    { person: 'other', name: '客人乙' },
  ]);
  await write(desk, 'people', [{ person: 'listed', name: '名单甲', area: 'street', address: '望月街道1号' }]);
  await desk.work.write(CAST.operator, 'list', async (tx) => {
    const [of] = await desk.determinations.liveOfPeople(tx, ['guest']);
    const listed = { ...of!, id: 'determination-listed', key: 'case|listed||definite', personId: 'listed', origin: 'LISTED' as const };
    await desk.determinations.replace(tx, [listed], []);
    tx.touch('listed');
  });
  await review('exclude', 'guest');
  const told = async () => {
    const previewed = await previewTrajectory(desk, CAST.tracer, 'case', { stays: [], removed: ['stay-index'] });
    return previewed.kind === 'previewed' ? previewed.diff.changes.map((c) => [c.personId, c.kind]) : previewed.kind;
  };
  expect(await told()).toEqual([['other', 'REMOVED']]);
});

test('nobody follows in the second degree from a close contact who was excluded', async () => {
  const { desk } = graph();
  await write(desk, 'people', [{ person: 'other', name: '路人乙', area: 'street' }]);
  await write(desk, 'places', [{ place: 'table', name: '面馆1号桌', category: 'restaurant', area: 'street' }]);
  const meal = { place: 'table', start: '2022-04-11 12:00', end: '2022-04-11 13:00', source: 'interview' };
  const rev = await write(desk, 'stays', [
    { stay: 's1', person: 'guest', ...meal, setting: 'DINING_SAME_TABLE' },
    { stay: 's2', person: 'other', ...meal, setting: 'DINING_SAME_TABLE' },
  ]);
  await deriveTouched(desk, CAST.operator, rev);
  expect(await live()).toContain('other SECOND');
  await review('exclude', 'guest');
  expect(await live()).not.toContain('other SECOND');
});

test('what happened at the very moment that the ledger is asked for counts', async () => {
  const { desk, clock } = graph();
  const at = clock.now();
  const total = async (asOf: number) => (await desk.work.read((tx) => desk.ledger.entries(tx, '/district/', asOf))).length;
  await review('accept', 'guest');
  expect(await total(at)).toBe(await total(at + 60_000));
  expect(await total(at)).toBeGreaterThan(0);
});

test('a contact who became a case keeps that term of the ledger through derivation, and exposed others', async () => {
  const { desk } = graph();
  await controlled('guest');
  await outcome('guest', 'BECAME_POSITIVE');
  expect(await contactOf('guest')).toMatchObject({ observation: 'CONFIRMED', changed: null });
  const [fresh] = await desk.work.read((tx) => desk.cases.byPerson(tx, ['guest']));
  const theirs = await desk.work.read((tx) => desk.determinations.liveOfCase(tx, fresh!.id));
  expect(fresh).toMatchObject({ infectedById: 'case' });
  expect(await live()).toEqual(['child CLOSE', 'mother CLOSE']);
  expect(theirs.every((d) => d.personId !== 'guest')).toBe(true);
  expect(await review('exclude', 'guest')).toMatchObject({ skipped: [{ why: 'state' }] });
});

test('whoever has somebody in charge is not pushed again', async () => {
  await controlled('guest');
  expect(await push('guest')).toMatchObject({ pushed: [], skipped: [{ why: 'already-pushed' }] });
});

describe('on the way', () => {
  async function run(...people: string[]) {
    const { desk } = graph();
    await controlled(...people);
    const made = await createRun(desk, dispatcher, { vehicleId: 'bus', siteId: 'hotel' });
    const runId = (made as { run: { id: string } }).run.id;
    for (const party of await desk.work.read((tx) => transferQueue(desk, tx, dispatcher)))
      await assignParty(desk, dispatcher, { runId, partyId: party.partyId, mixedReason: null, roomId: null });
    return { runId, tasks: await desk.work.read((tx) => desk.transfer.tasksOfRun(tx, runId)) };
  }
  const on = async (runId: string) =>
    (await graph().desk.work.read((tx) => graph().desk.transfer.tasksOfRun(tx, runId))).map((t) => t.personId);
  const taskOf = (tasks: Awaited<ReturnType<typeof run>>['tasks'], person: string) => tasks.find((t) => t.personId === person)!.id;

  test('a mother who refuses leaves no child seated alone; the child does not go without her', async () => {
    const { desk } = graph();
    const { runId, tasks } = await run('mother', 'child', 'guest');
    await acceptRun(desk, crew, runId);
    await arriveRun(desk, crew, runId);
    await refusePerson(desk, crew, taskOf(tasks, 'mother'), '不愿走');
    expect(await on(runId)).toEqual(['guest']);
    const again = await createRun(desk, dispatcher, { vehicleId: 'bus', siteId: 'hotel' });
    const partyId = tasks.find((t) => t.personId === 'child')!.partyId;
    expect(
      await assignParty(desk, dispatcher, { runId: (again as { run: { id: string } }).run.id, partyId, mixedReason: null, roomId: null }),
    ).toMatchObject({
      kind: 'party-not-waiting',
    });
  });

  test('who is found in hospital leaves seat and room', async () => {
    const { runId } = await run('guest');
    await outcome('guest', 'IN_HOSPITAL');
    expect(await on(runId)).toEqual([]);
    expect(await graph().desk.work.read((tx) => graph().desk.transfer.livePlacementOf(tx, 'guest'))).toBeNull();
    expect(await contactOf('guest')).toMatchObject({ observation: 'HOSPITAL' });
  });

  test('somebody excluded in the vehicle is out when the dispatcher says so, and the emptied run ends', async () => {
    const { desk } = graph();
    const { runId, tasks } = await run('guest');
    await acceptRun(desk, crew, runId);
    await arriveRun(desk, crew, runId);
    await boardPerson(desk, crew, { taskId: taskOf(tasks, 'guest'), identityChecked: true, temperature: null });
    await review('exclude', 'guest');
    const [open] = await desk.work.read((tx) => desk.pushes.openTasks(tx, dispatcher.areaPath, 'dispatcher'));
    expect(open).toMatchObject({ kind: 'take-out:exclude', personId: 'guest' });
    expect(await finishTask(desk, dispatcher, open!.id, '已下车送回')).toEqual({ kind: 'task-finished' });
    expect(await on(runId)).toEqual([]);
    expect(await desk.work.read((tx) => desk.transfer.livePlacementOf(tx, 'guest'))).toBeNull();
    expect(await desk.work.read((tx) => desk.transfer.run(tx, runId))).toMatchObject({ state: 'DONE' });
  });
});
