import {
  acceptRun,
  acknowledgePushes,
  arriveRun,
  assignParty,
  boardPerson,
  type Contact,
  createRun,
  decideDuplicate,
  handOver,
  pushContacts,
  readLedger,
  recordOutcome,
  reviewContacts,
  transferQueue,
  undoMerge,
} from '@tracewright/investigation';
import { CAST, smallOutbreak, withGraph } from '@tracewright/testkit';
import { beforeEach, expect, test } from 'vitest';

const graph = withGraph('2022-04-14T09:00:00+08:00');
beforeEach(() => graph().empty());

const { tracer, database, receiver, dispatcher, crew } = CAST;
const contactsOf = (...people: string[]): Promise<Contact[]> =>
  graph().desk.work.read((tx) => graph().desk.contacts.byPersonIds(tx, people));
const ids = (contacts: readonly Contact[]) => contacts.map((c) => c.id);

async function pushed(...people: string[]): Promise<Contact[]> {
  const { desk } = graph();
  const found = ids(await contactsOf(...people));
  const step = (actor: typeof tracer, name: 'accept' | 'check') =>
    reviewContacts(desk, actor, { step: name, contactIds: found, reason: null, caseId: null });
  await step(tracer, 'accept');
  await step(database, 'check');
  expect(await pushContacts(desk, database, found)).toMatchObject({ kind: 'contacts-pushed', skipped: [] });
  return contactsOf(...people);
}

async function controlled(...people: string[]): Promise<Contact[]> {
  const { desk } = graph();
  for (const { pushId } of await pushed(...people)) {
    await acknowledgePushes(desk, receiver, [pushId!]);
    await recordOutcome(desk, receiver, {
      pushId: pushId!,
      outcome: 'AT_HOME_CONTROLLED',
      note: null,
      movedToAreaId: null,
      needs: null,
      tookPlaceAt: null,
    });
  }
  return contactsOf(...people);
}

/** Everything derivation and facts say of two people: what a merge followed by its undo must leave as it was. */
async function factsOf(...people: string[]) {
  const { desk } = graph();
  return desk.work.read(async (tx) => ({
    people: (await desk.people.byIds(tx, people))
      .map(({ documents, phones, ...facts }) => ({
        ...facts,
        // Revisions have grown.
        rev: undefined,
        documents: [...documents].sort((a, b) => a.no.localeCompare(b.no)),
        phones: [...phones].sort(),
      }))
      .sort((a, b) => a.id.localeCompare(b.id)),
    stays: (await desk.stays.ofPeople(tx, people)).map((s) => ({ ...s })),
    determinations: (await desk.determinations.liveOfPeople(tx, people)).map(({ key, cls, certainty, first, last, rule }) => ({
      key,
      cls,
      certainty,
      first,
      last,
      rule,
    })),
    records: (await Promise.all(people.map((p) => desk.people.sourceRecords(tx, p))))
      .flat()
      .map((r) => r.id)
      .sort(),
  }));
}

const TWINS: Record<string, string>[] = [
  { person: 'a', name: '王小明', doc_no: '990103198001010019', phone: '15400000001' },
  { person: 'b', name: '王小明', doc_no: '', phone: '15400000001', address: '望月街道桂花苑2号楼1单元201室' },
];

test('merge then undo: facts and what is derived from them equal those before, and the pair waits again', async () => {
  const { desk } = graph();
  await smallOutbreak(desk, TWINS);
  const before = await factsOf('a', 'b');
  const merged = await decideDuplicate(desk, database, { pairId: 'a|b', decision: 'same', keptId: 'a', seconds: null, note: null });
  expect(merged.kind).toBe('duplicate-decided');
  expect((await contactsOf('b'))[0]).toMatchObject({ review: 'MERGED' });
  expect((await factsOf('a', 'b')).stays.every((s) => s.personId === 'a')).toBe(true);
  const undone = await undoMerge(desk, database, (merged as { mergeId: string }).mergeId);
  expect(undone.kind).toBe('merge-undone');
  expect(await factsOf('a', 'b')).toEqual(before);
  expect((await contactsOf('b'))[0]).toMatchObject({ review: 'NEW' });
});

test('the ledger says that somebody merged left today, and no longer once the merge is undone', async () => {
  const { desk } = graph();
  await smallOutbreak(desk, TWINS);
  await pushed('a', 'b');
  const left = async () => (await readLedger(desk, database, null)).left;
  expect(await left()).toEqual([]);
  const merged = await decideDuplicate(desk, database, { pairId: 'a|b', decision: 'same', keptId: 'a', seconds: null, note: null });
  expect(await left()).toEqual([{ kind: 'MERGED', people: 1 }]);
  await undoMerge(desk, database, (merged as { mergeId: string }).mergeId);
  expect(await left()).toEqual([]);
});

test('a merge withdraws the push of the one who goes and tells the community', async () => {
  const { desk } = graph();
  await smallOutbreak(desk, TWINS);
  await pushed('a', 'b');
  await decideDuplicate(desk, database, { pairId: 'a|b', decision: 'same', keptId: 'a', seconds: null, note: null });
  const [gone] = await contactsOf('b');
  expect(gone).toMatchObject({ push: 'WITHDRAWN', observation: 'MERGED' });
  const told = await desk.work.read((tx) => desk.pushes.notices(tx, receiver.areaPath, 10));
  expect(told.map((n) => [n.kind, n.personId])).toEqual([['withdrawn', 'b']]);
});

test('two desks push the same person at once: one live push', async () => {
  const { desk, driver } = graph();
  await smallOutbreak(desk, [{ person: 'a', name: '李一' }]);
  const found = ids(await contactsOf('a'));
  await reviewContacts(desk, tracer, { step: 'accept', contactIds: found, reason: null, caseId: null });
  await reviewContacts(desk, database, { step: 'check', contactIds: found, reason: null, caseId: null });
  const both = await Promise.all([pushContacts(desk, database, found), pushContacts(desk, database, found)]);
  expect(both.flatMap((b) => (b.kind === 'contacts-pushed' ? b.pushed : []))).toHaveLength(1);
  const { records } = await driver.executeQuery('MATCH (p:PushItem) WHERE p.livePersonId IS NOT NULL RETURN count(p) AS live');
  expect(records[0]!.get('live')).toBe(1);
});

test('somebody excluded before boarding is off the run at once, seat and room free; one already aboard is a task with a clock', async () => {
  const { desk } = graph();
  await smallOutbreak(desk, [
    { person: 'a', name: '李一' },
    { person: 'b', name: '赵二' },
  ]);
  await controlled('a', 'b');
  const made = await createRun(desk, dispatcher, { vehicleId: 'bus', siteId: 'hotel' });
  const runId = (made as { run: { id: string } }).run.id;
  for (const party of await desk.work.read((tx) => transferQueue(desk, tx, dispatcher)))
    expect((await assignParty(desk, dispatcher, { runId, partyId: party.partyId, mixedReason: null, roomId: null })).kind).toBe(
      'run-changed',
    );
  await acceptRun(desk, crew, runId);
  await arriveRun(desk, crew, runId);
  const tasks = await desk.work.read((tx) => desk.transfer.tasksOfRun(tx, runId));
  const aboard = tasks.find((t) => t.personId === 'b')!;
  await boardPerson(desk, crew, { taskId: aboard.id, identityChecked: true, temperature: null });
  await reviewContacts(desk, tracer, { step: 'exclude', contactIds: ids(await contactsOf('a', 'b')), reason: '核实不在场', caseId: null });
  const after = await desk.work.read((tx) => desk.transfer.tasksOfRun(tx, runId));
  expect(after.map((t) => t.personId)).toEqual(['b']);
  expect(await desk.work.read((tx) => desk.transfer.livePlacementOf(tx, 'a'))).toBeNull();
  const open = await desk.work.read((tx) => desk.pushes.openTasks(tx, dispatcher.areaPath, 'dispatcher'));
  expect(open.filter((t) => t.personId === 'b').map((t) => t.kind)).toEqual(['take-out:exclude']);
});

test('mother 密接 and baby 次密接 travel together, only with a written reason; a crew cannot take over for the site', async () => {
  const { desk } = graph();
  await smallOutbreak(desk, [
    { person: 'mother', name: '陈母' },
    { person: 'baby', name: '陈宝', birth_on: '2021-12-01', guardian: 'mother' },
  ]);
  await controlled('mother', 'baby');
  const [baby] = await contactsOf('baby');
  // The baby is a second contact: the class the tracer gave stands on the contact and its task.
  await desk.work.write(tracer, 'test-class', async (tx) => {
    const task = (await desk.transfer.liveTaskOf(tx, 'baby'))!;
    await desk.transfer.saveTasks(tx, [{ ...task, cls: 'SECOND' }]);
    tx.touch(baby!.personId);
  });
  const queue = await desk.work.read((tx) => transferQueue(desk, tx, dispatcher));
  expect(queue.map((p) => p.tasks.map((t) => t.personId).sort())).toEqual([['baby', 'mother']]);
  const made = await createRun(desk, dispatcher, { vehicleId: 'bus', siteId: 'hotel' });
  const runId = (made as { run: { id: string } }).run.id;
  const partyId = queue[0]!.partyId;
  expect((await assignParty(desk, dispatcher, { runId, partyId, mixedReason: null, roomId: null })).kind).toBe('mixed-classes');
  expect((await assignParty(desk, dispatcher, { runId, partyId, mixedReason: '母婴同行', roomId: null })).kind).toBe('run-changed');
  const tasks = await desk.work.read((tx) => desk.transfer.tasksOfRun(tx, runId));
  expect(new Set(tasks.map((t) => t.roomId)).size).toBe(1);
  expect(
    (
      await handOver(
        desk,
        crew,
        tasks.map((t) => t.id),
      )
    ).kind,
  ).toBe('not-allowed');
});
