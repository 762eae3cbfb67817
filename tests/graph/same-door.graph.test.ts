import { demoOutbreak } from '@tracewright/demo';
import { Argon2Passwords } from '@tracewright/graph-store';
import {
  beginEmpty,
  changeCase,
  createAccount,
  createCase,
  createPlace,
  type ImportKind,
  isRejection,
  namePeople,
  type RawRecord,
  type Rejection,
  rawOf,
  receiveContact,
  saveTrajectory,
  WRITERS,
  wholeFileOf,
} from '@tracewright/investigation';
import { CAST, smallOutbreak, withGraph, write } from '@tracewright/testkit';
import { beforeAll, describe, expect, test } from 'vitest';

const graph = withGraph('2022-04-14T09:00:00+08:00');
const passwords = new Argon2Passwords();
const { tracer, database, operator } = CAST;
const long = '长'.repeat(301);

/** What the import says of one record, through the door that files, the command line and the demo share. */
async function imported(kind: ImportKind, record: RawRecord): Promise<Rejection | undefined> {
  const { desk } = graph();
  const whole = wholeFileOf([record], desk.clock.tz, new Map());
  const [written] = await desk.work.write(operator, `test-${kind}`, async (tx) => {
    tx.touch('test');
    return WRITERS[kind]({ desk, tx, source: '', batchId: null, createMissing: false, records: [record], whole });
  });
  return isRejection(written!) ? written : undefined;
}

/** What a use case of the desk says of the first value it refuses; the row of a grid is left out of the name. */
function refused(outcome: { readonly kind: string; readonly fields?: readonly Rejection[] }): Rejection {
  expect(outcome.kind).toBe('invalid-input');
  const first = outcome.fields![0]!;
  return { ...first, field: first.field.split('.').at(-1)! };
}

const newPlace = { name: '新地点', category: 'shop', areaId: 'street', parentId: null, address: null };
const newCase = {
  name: '病例乙',
  category: 'confirmed' as const,
  onsetOn: null,
  firstPositiveSampleAt: null,
  reportedAt: null,
  isolatedAt: null,
  hospital: null,
  protocolId: null,
  team: null,
};
const HOUR = 3_600_000;

describe('the same bad value is refused in the same field by the import and by the desk', () => {
  beforeAll(async () => {
    await graph().empty();
    await smallOutbreak(graph().desk, []);
  });

  const rowOf = (rest: object) => {
    const { desk, clock } = graph();
    const row = { placeId: 'flat', start: clock.now() - 4 * HOUR, end: clock.now() - 2 * HOUR, ...rest };
    return desk.work
      .read((tx) => desk.cases.byIds(tx, ['case']))
      .then(([one]) => saveTrajectory(desk, tracer, 'case', one!.rev, { stays: [row], removed: [] }));
  };
  const named = (rest: object) =>
    namePeople(graph().desk, tracer, {
      caseId: 'case',
      stayId: null,
      viaPersonId: null,
      relation: null,
      cls: null,
      reason: null,
      people: [{ name: '同桌甲' }],
      ...rest,
    });
  const stay = { person: 'index', place: 'flat', start: '2022-04-12 12:00', end: '2022-04-12 14:00', source: 'interview' };
  const account = { login: 'zhou', name: '周流调', area: 'district' };
  type Desk = () => Promise<{ readonly kind: string; readonly fields?: readonly Rejection[] }>;

  test.each<[string, ImportKind, RawRecord, Desk]>([
    ['name', 'places', { place: 'p', name: '', category: 'shop' }, () => createPlace(graph().desk, tracer, { ...newPlace, name: ' ' })],
    [
      'category',
      'places',
      { place: 'p', name: '新地点', category: 'moon' },
      () => createPlace(graph().desk, tracer, { ...newPlace, category: 'moon' }),
    ],
    [
      'address',
      'places',
      { place: 'p', name: '新地点', category: 'shop', address: long },
      () => createPlace(graph().desk, tracer, { ...newPlace, address: long }),
    ],
    ['end', 'stays', { ...stay, end: '2022-04-12 11:00' }, () => rowOf({ end: graph().clock.now() - 5 * HOUR })],
    ['end', 'stays', { ...stay, end: stay.start }, () => rowOf({ end: graph().clock.now() - 4 * HOUR })],
    ['setting', 'stays', { ...stay, setting: 'PUB' }, () => rowOf({ setting: 'PUB' })],
    ['source', 'stays', { ...stay, source: 'rumour' }, () => rowOf({ source: 'rumour' })],
    ['protection', 'stays', { ...stay, protection: 'some' }, () => rowOf({ protection: 'some' })],
    ['companions', 'stays', { ...stay, companions: '-1' }, () => rowOf({ companions: -1 })],
    [
      'role',
      'accounts',
      account,
      () => createAccount(graph().desk, passwords, operator, { ...account, role: '' as 'crew', areaId: 'district' }),
    ],
    [
      'role',
      'accounts',
      { ...account, role: 'king' },
      () => createAccount(graph().desk, passwords, operator, { ...account, role: 'king' as 'crew', areaId: 'district' }),
    ],
    [
      'first_positive_sample_at',
      'cases',
      { case: 'c', person: 'index', first_positive_sample_at: '2022-04-15 12:00' },
      () => createCase(graph().desk, tracer, { ...newCase, firstPositiveSampleAt: graph().clock.now() + 27 * HOUR }),
    ],
    [
      'onset_on',
      'cases',
      { case: 'c', person: 'index', onset_on: '2022-04-20' },
      () => createCase(graph().desk, tracer, { ...newCase, onsetOn: '2022-04-20' }),
    ],
    [
      'protocol',
      'cases',
      { case: 'c', person: 'index', protocol: 'MY-OWN' },
      async () => {
        const { desk } = graph();
        const [one] = await desk.work.read((tx) => desk.cases.byIds(tx, ['case']));
        return changeCase(desk, tracer, 'case', one!.rev, { protocolId: 'MY-OWN' });
      },
    ],
    ['class', 'contacts', { case: 'case', contact: 'x', name: '同桌甲', class: 'FAMILY' }, () => named({ cls: 'FAMILY', reason: '同住' })],
  ])('%s of %s', async (field, kind, record, desk) => {
    const [file, screen] = [await imported(kind, record), refused(await desk())];
    expect(file).toMatchObject({ field });
    expect(screen).toMatchObject({ field });
    for (const { zh, en } of [file!, screen]) expect([zh, en].every((words) => words.length > 8)).toBe(true);
  });

  test('what only files can say is refused there, and its row goes in once it is mended', async () => {
    const place = { place: 'p', name: '新地点', category: 'shop', lat: '91', lng: '122' };
    expect(await imported('places', place)).toMatchObject({ field: 'lat', code: 'out-of-range' });
    expect(await imported('places', { ...place, lat: 'north' })).toMatchObject({ field: 'lat', code: 'not-a-number' });
    expect(await imported('places', { ...place, lat: '31' })).toBeUndefined();
    const scan = { evidence: 'e', person: 'index', place: 'flat', source: 'venue_code', start: '2022-04-12 12:00' };
    expect(await imported('evidence', { ...scan, end: '2022-04-12 11:00' })).toMatchObject({ field: 'end', code: 'wrong-order' });
    expect(await imported('evidence', { ...scan, lng: '181' })).toMatchObject({ field: 'lng', code: 'out-of-range' });
    expect(await imported('evidence', scan)).toBeUndefined();
    expect(await imported('contacts', { from: 'index', to: 'y', date: '2022-05-12' })).toMatchObject({ field: 'to' });
    expect(
      await imported('contacts', { case: 'case', name: '同桌乙', first_exposure_at: '2022-04-12', last_exposure_at: '2022-04-10' }),
    ).toMatchObject({ field: 'last_exposure_at', code: 'wrong-order' });
    expect(await imported('people', { person: 'q', name: '未来人', birth_on: '2023-01-01' })).toMatchObject({ field: 'birth_on' });
    expect(await imported('areas', { area: 'b', name: '云', level: 'galaxy' })).toMatchObject({ field: 'level', code: 'not-in-list' });
  });

  test('what only a screen can say is refused there, and nothing of it is kept', async () => {
    const { desk } = graph();
    expect(refused(await named({ cls: 'CLOSE', reason: ' ' }))).toMatchObject({ field: 'reason', code: 'missing' });
    const bad = await named({ people: [{ name: '同桌甲' }, { name: '同桌乙', address: long }] });
    expect(bad).toMatchObject({ kind: 'people-named', named: 1, refused: [{ field: 'people.1.address', code: 'too-long' }] });
    await write(desk, 'areas', [{ area: 'far', name: '外省', level: 'province', outside: 'true' }]);
    const contact = { name: '外地甲', fromAreaId: 'far', lastExposureAt: null, note: null };
    expect(refused(await receiveContact(desk, database, { ...contact, cls: 'GENERAL' }))).toMatchObject({ field: 'class' });
    const ahead = { ...contact, cls: 'CLOSE', lastExposureAt: graph().clock.now() + 30 * HOUR };
    expect(refused(await receiveContact(desk, database, ahead))).toMatchObject({ field: 'last_exposure_at', code: 'in-future' });
    const found = await desk.work.read((tx) => desk.people.search(tx, '/', '外地甲', 5));
    expect(found).toEqual([]);
  });
});

test('whatever the demo makes of another seed passes every door', { timeout: 180_000 }, async () => {
  await graph().empty();
  const { desk, clock } = graph();
  await beginEmpty(desk);
  const demo = demoOutbreak(11);
  clock.set(demo.now);
  // A part of the sixty thousand stays says it as well as all of them.
  const stays = demo.stays.filter((_, i) => i % 20 === 0);
  const kept = new Set(stays.map((one) => one.stay));
  const evidence = demo.evidence.filter((one) => one.stay === null || kept.has(one.stay));
  for (const kind of ['areas', 'places', 'people', 'cases'] as const) await write(desk, kind, demo[kind].map(rawOf));
  await write(desk, 'stays', stays.map(rawOf));
  await write(desk, 'evidence', evidence.map(rawOf));
  await write(
    desk,
    'contacts',
    demo.contacts.map((one) => rawOf(one.stay === null || kept.has(one.stay) ? one : { ...one, stay: null })),
  );
  await write(desk, 'accounts', demo.accounts.map(rawOf));
});
