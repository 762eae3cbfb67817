import { beforeAll, expect, test } from 'vitest';
import { ledgerOf, signedIn } from '../support/desk-visitor.js';
import type { Visitor } from '../support/visitor.js';
import { sharedServer } from '../support/with-server.js';

const server = sharedServer();
let [tracer, database, dispatcher]: Visitor[] = [];
let before: Record<string, number> = {};
let contactIds: string[] = [];
let receiver: Visitor;

beforeAll(async () => {
  [tracer, database, dispatcher] = await Promise.all(['tracer1', 'database1', 'dispatcher1'].map((login) => signedIn(server, login)));
  before = (await ledgerOf(database!)).figures;
});

const CASE = 'demo-case-207';
const PROBLEM = '... on Problem { code message }';
const guests = [...'甲乙丙丁戊己庚辛'].map((name, i) => ({
  name: `宾客${name}`,
  phone: `1540009000${i}`,
  address: `望月街道桂花苑2号楼1单元20${i}室`,
  seat: '3',
}));

interface Contact {
  id: string;
  cls: string;
  certainty: string;
  review: string;
  push: string | null;
  observation: string | null;
  transfer: string | null;
  person: { id: string; proposedAreaId: string | null };
}
async function named(visitor: Visitor): Promise<Contact[]> {
  const { contacts } = await visitor.data<{ contacts: { nodes: Contact[] } }>(
    '{ contacts(first: 50, filter: { view: "all", text: "宾客" }) { nodes { id cls certainty review push observation transfer person { id proposedAreaId } } } }',
  );
  return contacts.nodes;
}

const review = (visitor: Visitor, step: string) =>
  visitor.data<{ reviewContacts: { __typename: string; done: unknown[]; skipped: unknown[] } }>(
    `mutation ($input: ReviewContactsInput!) { reviewContacts(input: $input) { __typename ... on ContactsReviewed { done { id } skipped { why } } ${PROBLEM} } }`,
    { input: { step, contactIds } },
  );

test('one meal of eight people without stays of their own becomes eight close contacts, told before it is saved', async () => {
  const { caseSheet } = await tracer!.data<{ caseSheet: { case: { rev: number } } }>(
    'query ($id: ID!) { caseSheet(id: $id) { case { rev } } }',
    { id: CASE },
  );
  const stay = {
    placeId: 'demo-place-restaurant-9-t3',
    start: '2022-04-12T18:30:00+08:00',
    end: '2022-04-12T20:40:00+08:00',
    companions: 8,
  };
  const { previewTrajectory } = await tracer!.data<{ previewTrajectory: { tookMs: number; removed: number } }>(
    'query ($edit: TrajectoryEdit!) { previewTrajectory(caseId: "demo-case-207", edit: $edit) { tookMs removed } }',
    { edit: { stays: [stay], removed: [] } },
  );
  expect(previewTrajectory.removed).toBe(0);
  const { saveTrajectory } = await tracer!.data<{ saveTrajectory: { __typename: string } }>(
    `mutation ($input: SaveTrajectoryInput!) { saveTrajectory(input: $input) { __typename ${PROBLEM} } }`,
    { input: { caseId: CASE, rev: caseSheet.case.rev, edit: { stays: [stay], removed: [] } } },
  );
  expect(saveTrajectory.__typename).toBe('TrajectorySaved');
  const sheet = await tracer!.data<{ caseSheet: { stays: { id: string; placeId: string; start: string }[] } }>(
    '{ caseSheet(id: "demo-case-207") { stays { id placeId start } } }',
  );
  const stayId = sheet.caseSheet.stays.find((s) => s.placeId === stay.placeId)!.id;
  const { namePeople } = await tracer!.data<{ namePeople: { named: number; refused: unknown[] } }>(
    `mutation ($input: NamePeopleInput!) { namePeople(input: $input) { ... on PeopleNamed { named refused { message } } ${PROBLEM} } }`,
    { input: { caseId: CASE, stayId, people: guests } },
  );
  expect(namePeople).toMatchObject({ named: 8, refused: [] });
  const contacts = await named(tracer!);
  contactIds = contacts.map((c) => c.id);
  expect(contacts.map(({ cls, certainty, review: state }) => ({ cls, certainty, state }))).toEqual(
    Array(8).fill({ cls: 'CLOSE', certainty: 'definite', state: 'NEW' }),
  );
});

test('whoever saves on a former revision is told, and nothing is written', async () => {
  const { saveTrajectory } = await tracer!.data<{ saveTrajectory: { __typename: string; message: string } }>(
    `mutation { saveTrajectory(input: { caseId: "demo-case-207", rev: 1, edit: { stays: [], removed: [] } }) { __typename ${PROBLEM} } }`,
  );
  expect(saveTrajectory.__typename).toBe('ChangedMeanwhile');
});

test('database staff cannot accept, tracers cannot push', async () => {
  expect((await review(database!, 'accept')).reviewContacts.__typename).toBe('NotAllowed');
  const { pushContacts } = await tracer!.data<{ pushContacts: { __typename: string } }>(
    `mutation ($ids: [ID!]) { pushContacts(input: { contactIds: $ids }) { __typename } }`,
    { ids: contactIds },
  );
  expect(pushContacts.__typename).toBe('NotAllowed');
});

test('accepted by the tracer, located with one confirmation, checked and pushed by the database desk; the same push twice is not sent', async () => {
  expect((await review(tracer!, 'accept')).reviewContacts).toMatchObject({ __typename: 'ContactsReviewed', skipped: [] });
  for (const { person } of await named(database!)) {
    expect(person.proposedAreaId).not.toBeNull();
    await database!.data('mutation ($personId: ID!, $areaId: ID) { setArea(personId: $personId, areaId: $areaId) { __typename } }', {
      personId: person.id,
      areaId: person.proposedAreaId,
    });
  }
  expect((await review(database!, 'check')).reviewContacts).toMatchObject({ __typename: 'ContactsReviewed', skipped: [] });
  const push = () =>
    database!.data<{ pushContacts: { pushed: number; skipped: { why: string }[] } }>(
      `mutation ($ids: [ID!]) { pushContacts(input: { contactIds: $ids }) { ... on ContactsPushed { pushed skipped { why } } } }`,
      { ids: contactIds },
    );
  expect((await push()).pushContacts.pushed).toBe(8);
  const again = (await push()).pushContacts;
  expect(again.pushed).toBe(0);
  expect(again.skipped.map((s) => s.why)).toEqual(Array(8).fill('already-pushed'));
});

test('two presses of acknowledge at once are one acknowledgement; nobody of another area may', async () => {
  receiver = await signedIn(server, 'receiver1');
  const other = await signedIn(server, 'receiver5');
  const { receiverList } = await receiver.data<{
    receiverList: { items: { id: string; person: { name: string; phones: string[]; documents: unknown[] } }[] }[];
  }>('{ receiverList { items { id person { name phones documents { no } } } } }');
  const mine = receiverList.flatMap((door) => door.items).filter((item) => item.person.name.startsWith('宾客'));
  expect(mine).toHaveLength(8);
  expect(mine[0]!.person.phones[0]).toMatch(/^154\*{4}\d{4}$/);
  expect(mine.every((item) => item.person.documents.length === 0)).toBe(true);
  const ids = mine.map((item) => item.id);
  const acknowledge = (who: Visitor) =>
    who.data<{ acknowledgePushes: { __typename: string; ids?: string[] } }>(
      'mutation ($ids: [ID!]!) { acknowledgePushes(ids: $ids) { __typename ... on PushesAcknowledged { ids } } }',
      { ids },
    );
  expect((await acknowledge(other)).acknowledgePushes.__typename).toBe('NotAllowed');
  const both = await Promise.all([acknowledge(receiver), acknowledge(receiver)]);
  expect(both.flatMap((b) => b.acknowledgePushes.ids ?? [])).toHaveLength(8);
  for (const pushId of ids)
    await receiver.data(`mutation ($input: RecordOutcomeInput!) { recordOutcome(input: $input) { __typename } }`, {
      input: { pushId, outcome: 'AT_HOME_CONTROLLED' },
    });
  expect((await named(database!)).map((c) => c.observation)).toEqual(Array(8).fill('AWAITING_TRANSFER'));
});

test('a run takes the eight, the crew boards them, only the site hands over and settles; the ledger closes with eight more in central isolation', async () => {
  const { vehicles, sites, transferQueue } = await dispatcher!.data<{
    vehicles: { id: string; seats: number }[];
    sites: { id: string; accepts: string[] }[];
    transferQueue: { partyId: string; people: { person: { name: string }; address: string }[] }[];
  }>('{ vehicles { id seats } sites { id accepts } transferQueue { partyId people { address person { name } } } }');
  const parties = transferQueue.filter((p) => p.people.some((x) => x.person.name === '宾**'));
  expect(parties).toHaveLength(8);
  const crewLogin = 'crew1';
  const crew = await signedIn(server, crewLogin);
  const { me } = await crew.data<{ me: { vehicleId: string } }>('{ me { vehicleId } }');
  expect(vehicles.find((v) => v.id === me.vehicleId)!.seats).toBeGreaterThanOrEqual(8);
  const site = sites.find((s) => s.accepts.includes('CLOSE'))!;
  const run = (field: string, args: string, variables: Record<string, unknown>, who: Visitor) =>
    who.data<
      Record<
        string,
        { __typename: string; run?: { id: string; people: { taskId: string; state: string; seatNo: number }[] }; message?: string }
      >
    >(
      `mutation ${args.split('|')[0]} { ${field}${args.split('|')[1]} { __typename ... on RunChanged { run { id people { taskId state seatNo } } } ${PROBLEM} } }`,
      variables,
    );
  const { createRun } = await run(
    'createRun',
    '($v: ID!, $s: ID!)|(vehicleId: $v, siteId: $s)',
    { v: me.vehicleId, s: site.id },
    dispatcher!,
  );
  const runId = createRun!.run!.id;
  for (const { partyId } of parties) {
    const { assignParty } = await run('assignParty', '($r: ID!, $p: ID!)|(runId: $r, partyId: $p)', { r: runId, p: partyId }, dispatcher!);
    expect(assignParty!.__typename, assignParty!.message).toBe('RunChanged');
  }
  await run('acceptRun', '($r: ID!)|(runId: $r)', { r: runId }, crew);
  const { arriveRun } = await run('arriveRun', '($r: ID!)|(runId: $r)', { r: runId }, crew);
  const people = arriveRun!.run!.people;
  expect(new Set(people.map((p) => p.seatNo)).size).toBe(8);
  for (const { taskId } of people)
    expect((await run('boardPerson', '($t: ID!)|(taskId: $t, identityChecked: true)', { t: taskId }, crew)).boardPerson!.__typename).toBe(
      'RunChanged',
    );
  await run('reachSite', '($r: ID!)|(runId: $r)', { r: runId }, crew);
  const taskIds = people.map((p) => p.taskId);
  expect((await run('settle', '($t: [ID!]!)|(taskIds: $t)', { t: taskIds }, crew)).settle!.__typename).toBe('NotAllowed');
  const siteStaff = await signedIn(server, `site${site.id.at(-1)}`);
  expect((await run('handOver', '($t: [ID!]!)|(taskIds: $t)', { t: taskIds }, siteStaff)).handOver!.__typename).toBe('RunChanged');
  const { settle } = await run('settle', '($t: [ID!]!)|(taskIds: $t)', { t: taskIds }, siteStaff);
  expect(settle!.run!.people.map((p) => p.state)).toEqual(Array(8).fill('IN_STAY'));
  const after = await ledgerOf(database!);
  expect(after.closed).toBe(true);
  expect(after.figures.central! - before.central!).toBe(8);
  expect(after.figures.identified! - before.identified!).toBe(8);
});

test('a pasted roll of 41 becomes 41 more contacts', async () => {
  const roll = Array.from({ length: 41 }, (_, i) => ({
    name: `学员${String.fromCodePoint(0x4e00 + i * 37)}`,
    phone: `154000800${String(i).padStart(2, '0')}`,
  }));
  const { caseSheet } = await tracer!.data<{ caseSheet: { stays: { id: string; placeName: string }[] } }>(
    '{ caseSheet(id: "demo-case-207") { stays { id placeName } } }',
  );
  const stayId = caseSheet.stays.find((s) => s.placeName.includes('培训学校'))!.id;
  const { namePeople } = await tracer!.data<{ namePeople: { named: number } }>(
    'mutation ($input: NamePeopleInput!) { namePeople(input: $input) { ... on PeopleNamed { named } } }',
    { input: { caseId: CASE, stayId, people: roll } },
  );
  expect(namePeople.named).toBe(41);
  const { contacts } = await tracer!.data<{ contacts: { total: number } }>(
    '{ contacts(first: 1, filter: { view: "all", text: "学员" }) { total } }',
  );
  expect(contacts.total).toBe(41);
});
