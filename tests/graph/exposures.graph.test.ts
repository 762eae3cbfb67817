import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shippedProtocols } from '@tracewright/epi-core';
import { CypherExposureFinder, Neo4jDesk } from '@tracewright/graph-store';
import {
  deriveCase,
  type ExposureQuestion,
  type FoundMeeting,
  type MetStay,
  type Place,
  type Stay,
  type Tx,
  type WriteTx,
} from '@tracewright/investigation';
import { CAST, CountingIds, RecordingAnnouncer, smallOutbreak, withGraph, write } from '@tracewright/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const graph = withGraph('2022-04-14T09:00:00+08:00');
const PEOPLE = Array.from({ length: 9 }, (_, i) => `person-${i}`);
const PLACES = ['hall', 'table-1', 'table-2', 'beside', 'apart'];

beforeAll(async () => {
  const { desk } = graph();
  await smallOutbreak(desk, []);
  await write(desk, 'places', [
    { place: 'hall', name: '面馆', category: 'restaurant', area: 'street' },
    { place: 'table-1', name: '面馆1号桌', category: 'restaurant', area: 'street', parent: 'hall', air_zone: 'a' },
    { place: 'table-2', name: '面馆2号桌', category: 'restaurant', area: 'street', parent: 'hall', air_zone: 'a' },
    { place: 'beside', name: '面馆3号桌', category: 'restaurant', area: 'street', parent: 'hall', air_zone: 'b' },
    { place: 'apart', name: '书店', category: 'shop', area: 'street' },
  ]);
  await write(
    desk,
    'people',
    PEOPLE.map((person, i) => ({ person, name: `路人${'甲乙丙丁戊己庚辛壬'[i]}`, area: 'street' })),
  );
});

/** Same seed, same numbers. */
function random(seed: number) {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const below = (n: number) => Math.floor(next() * n);
  return { below, pick: <T>(list: readonly T[]): T => list[below(list.length)]! };
}
type Random = ReturnType<typeof random>;

const DAY = 86_400_000;
const BEGIN = Date.parse('2022-04-08T00:00:00+08:00');

const save = (writer: Neo4jDesk, stays: Stay[], then: (tx: WriteTx) => Promise<void> = async () => undefined) =>
  writer.work.write(CAST.operator, 'test-stays', async (tx) => {
    await writer.stays.save(tx, stays);
    tx.touch('test:stays');
    await then(tx);
  });
const someStays = (draw: Random, count: number): Stay[] => Array.from({ length: count }, (_, i) => anyStay(draw, `stay-${i}`));

function anyStay(draw: Random, id: string): Stay {
  // Now and then decades away, where no column of seconds reaches; weeks long; begun within a second.
  const far = draw.below(12) === 0 ? -60 * 365 * DAY : 0;
  const start = BEGIN + far + draw.below(96) * 900_000 + (draw.below(6) === 0 ? draw.below(1000) : 0);
  const end = start + (draw.below(10) === 0 ? 20 * DAY : draw.below(9) * 900_000);
  return {
    id,
    personId: draw.pick(PEOPLE),
    placeId: draw.pick(PLACES),
    start,
    end,
    startLatest: start + draw.below(3) * 300_000,
    endEarliest: end - draw.below(3) * 300_000,
    setting: draw.pick([null, 'meal', 'GENERAL']),
    seat: draw.pick([null, null, '3A']),
    carriage: draw.pick([null, null, '7']),
    protection: draw.pick(['unknown', 'effective', 'none'] as const),
    source: draw.pick(['interview', 'venue_code'] as const),
    ceiling: draw.pick(['definite', 'possible'] as const),
    companions: null,
    activity: null,
    note: null,
  };
}

function anyQuestion(draw: Random, stays: readonly Stay[]): ExposureQuestion {
  const person = draw.pick(PEOPLE);
  const far = draw.below(8) === 0 ? -60 * 365 * DAY : 0;
  const from = BEGIN + far + draw.below(48) * 900_000;
  return {
    stays: stays.filter((s) => s.personId === person),
    from,
    to: from + draw.below(96) * 900_000,
    lagMs: draw.pick([0, 0, 7_200_000]),
    without: new Set(draw.below(3) === 0 ? [draw.pick(PEOPLE)] : []),
    among: draw.below(3) === 0 ? new Set([draw.pick(PEOPLE), draw.pick(PEOPLE)]) : null,
    airZones: draw.below(2) === 0,
    least: null,
  };
}

/** What the rules may ask of a stay. */
const plain = (stay: MetStay): string => {
  const { companions: _c, activity: _a, note: _n, ...rest } = stay as Stay;
  return JSON.stringify(Object.entries(rest).sort());
};
const told = ({ source, contact, relation }: FoundMeeting): string => JSON.stringify([source.id, relation, plain(contact)]);

/** A table that is carried elsewhere, stands in another draught, or belongs to nobody. */
async function movedTable(desk: Neo4jDesk, tx: Tx, draw: Random): Promise<Place> {
  const [table] = await desk.places.byIds(tx, [draw.pick(['table-1', 'table-2', 'beside'])]);
  return { ...table!, parentId: draw.pick(['hall', 'apart', null]), airZone: draw.pick(['a', 'b', null]) };
}

/** Asks both, in the same transaction, and answers how many meetings there were. */
async function bothAgree(desk: Neo4jDesk, tx: Tx, draw: Random, questions: number): Promise<number> {
  const oracle = new CypherExposureFinder('Asia/Shanghai', desk.places);
  const stays = await desk.stays.ofPeople(tx, PEOPLE);
  let met = 0;
  for (let i = 0; i < questions; i++) {
    const question = anyQuestion(draw, stays);
    const [index, cypher] = [await desk.exposures.seen(tx), await oracle.seen(tx)];
    const [one, other] = [await index.meetings(question), await cypher.meetings(question)];
    expect(one.meetings.map(told).sort()).toEqual(other.meetings.map(told).sort());
    for (const { contact } of other.meetings) expect(one.places.natureOf(contact.placeId)).toEqual(other.places.natureOf(contact.placeId));
    const [some, same] = [
      await index.staysOf(PEOPLE, question.from, question.to),
      await cypher.staysOf(PEOPLE, question.from, question.to),
    ];
    expect(some.map(plain).sort()).toEqual(same.map(plain).sort());
    met += other.meetings.length;
  }
  return met;
}

test('the index tells what Cypher tells, while stays come, change hands, move and go, in the transaction that changes them and after it', async () => {
  const draw = random(7);
  const { desk, driver, clock } = graph();
  const elsewhere = new Neo4jDesk(driver, clock, new CountingIds(), new RecordingAnnouncer());
  const ids = Array.from({ length: 60 }, (_, i) => `stay-${i}`);
  let met = 0;
  for (let round = 0; round < 8; round++) {
    const writer = draw.below(3) === 0 ? elsewhere : desk;
    const goesWrong = draw.below(5) === 0;
    await writer.work
      .write(CAST.operator, 'test-stays', async (tx) => {
        const changed = Array.from({ length: 12 }, () => draw.pick(ids));
        await writer.stays.save(
          tx,
          [...new Set(changed)].map((id) => anyStay(draw, id)),
        );
        await writer.stays.remove(tx, [draw.pick(ids), draw.pick(ids)]);
        if (draw.below(2) === 0) await writer.places.save(tx, [await movedTable(writer, tx, draw)]);
        tx.touch('test:stays');
        met += await bothAgree(desk, tx, draw, 3);
        if (goesWrong) throw new Error('taken back');
      })
      .catch((error: Error) => expect(error.message).toBe('taken back'));
    met += await desk.work.read((tx) => bothAgree(desk, tx, draw, 3));
  }
  expect(met).toBeGreaterThan(60);
  const compared = await desk.work.read((tx) => desk.exposures.compare(tx));
  expect(compared).toMatchObject({
    same: true,
    database: { stays: (await desk.work.read((tx) => desk.stays.ofPeople(tx, PEOPLE))).length + 1 },
  });
});

test('a stay that another process changed is known when a write that changed it again, and asked first, was taken back', async () => {
  const draw = random(13);
  const { desk, driver, clock } = graph();
  const elsewhere = new Neo4jDesk(driver, clock, new CountingIds(), new RecordingAnnouncer());
  const at = (personId: string, placeId: string): Stay => ({
    ...anyStay(draw, 'stay-moved'),
    personId,
    placeId,
    start: BEGIN,
    end: BEGIN + DAY,
    startLatest: BEGIN,
    endEarliest: BEGIN + DAY,
  });
  const source: Stay = { ...at('person-0', 'apart'), id: 'stay-source' };
  const question: ExposureQuestion = {
    stays: [source],
    from: BEGIN,
    to: BEGIN + DAY,
    lagMs: 0,
    without: new Set(),
    among: null,
    airZones: false,
    least: null,
  };
  const who = async (tx: Tx) =>
    (await (await desk.exposures.seen(tx)).meetings(question)).meetings
      .filter(({ contact }) => contact.id === 'stay-moved')
      .map(({ contact }) => contact.personId);
  await save(desk, [source, at('person-1', 'apart')]);
  expect(await desk.work.read(who)).toEqual(['person-1']);
  await save(elsewhere, [at('person-2', 'apart')]);
  const taken = save(desk, [at('person-3', 'apart')], async (tx) => {
    expect(await who(tx)).toEqual(['person-3']);
    throw new Error('taken back');
  });
  await expect(taken).rejects.toThrow('taken back');
  expect(await desk.work.read(who)).toEqual(['person-2']);
});

test('an index that is filled from what stands, and one that followed from the first record, tell the same', async () => {
  const draw = random(11);
  const { desk, driver, clock } = graph();
  await save(desk, someStays(draw, 80), (tx) => desk.stays.remove(tx, ['stay-3', 'stay-4']));
  const late = new Neo4jDesk(driver, clock, new CountingIds(), new RecordingAnnouncer());
  await late.exposures.begin();
  expect(await late.work.read((tx) => bothAgree(late, tx, random(3), 40))).toBeGreaterThan(100);
  expect(await desk.work.read((tx) => bothAgree(desk, tx, random(3), 40))).toBeGreaterThan(100);
});

test('a database that was put in the place of another is asked itself', async () => {
  const draw = random(5);
  const { desk } = graph();
  const fill = () => save(desk, someStays(draw, 20));
  await fill();
  await desk.work.read((tx) => bothAgree(desk, tx, draw, 5));
  await graph().driver.executeQuery("MATCH (s:Stay) DETACH DELETE s WITH count(*) AS gone MATCH (c:Counter {id: 'graph'}) SET c.rev = 1");
  await fill();
  await desk.work.read((tx) => bothAgree(desk, tx, draw, 20));
});

test('a case derived on the index, which leaves out what comes to nothing, is the case derived on Cypher, under every shipped protocol', async () => {
  const draw = random(31);
  const { desk, driver, clock } = graph();
  const settings = [null, null, 'WORK_ROOM', 'DINING_SAME_TABLE', 'HOUSEHOLD', 'RETAIL', 'METRO'];
  const stays = Array.from({ length: 90 }, (_, i): Stay => {
    const start = BEGIN + (96 + draw.below(200)) * 300_000;
    const end = start + (1 + draw.below(30)) * 120_000;
    const personId = draw.below(4) === 0 ? 'index' : draw.pick(PEOPLE);
    return { ...anyStay(draw, `stay-${i}`), personId, setting: draw.pick(settings), start, end, startLatest: start, endEarliest: end };
  });
  await save(desk, stays);
  const onCypher = new Neo4jDesk(driver, clock, new CountingIds(), new RecordingAnnouncer());
  const seen = new Set<string>();
  await desk.work.read(async (tx) => {
    const one = (await desk.cases.byIds(tx, ['case']))[0]!;
    for (const protocol of shippedProtocols()) {
      const [index, cypher] = [await deriveCase(desk, tx, one, { protocol }), await deriveCase(onCypher, tx, one, { protocol })];
      const rows = ({ values }: typeof index) => values.map((v) => JSON.stringify(Object.entries(v).sort())).sort();
      expect(rows(index)).toEqual(rows(cypher));
      for (const { viaPersonId, certainty } of index.values) seen.add(`${viaPersonId === null ? 'first' : 'second'} ${certainty}`);
    }
  });
  expect([...seen].sort()).toEqual(['first definite', 'first possible', 'second definite', 'second possible']);
});

describe('the file of stays', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stays-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'stays.index');

  /** As the server has it when it starts again; with what it says about the file. */
  function starting(): { desk: Neo4jDesk; said: string[] } {
    const { driver, clock } = graph();
    const desk = new Neo4jDesk(driver, clock, new CountingIds(), new RecordingAnnouncer());
    const said: string[] = [];
    desk.exposures.keepIn(path, (text) => said.push(text));
    return { desk, said };
  }
  async function started(): Promise<{ desk: Neo4jDesk; said: string[] }> {
    const one = starting();
    await one.desk.exposures.begin();
    return one;
  }
  const agree = ({ desk }: { desk: Neo4jDesk }) => desk.work.read((tx) => bothAgree(desk, tx, random(17), 20));
  const saveSome = (seed: number) => save(graph().desk, someStays(random(seed), 60));

  test('is read by the next start, which follows what was written meanwhile', async () => {
    await saveSome(19);
    const first = await started();
    await first.desk.exposures.idle();
    await saveSome(23);
    const next = await started();
    expect(await agree(next)).toBeGreaterThan(20);
    await next.desk.exposures.idle();
    expect(next.said).toEqual([]);
  });

  test('is waited for by a question that comes while it is being read', async () => {
    await (await started()).desk.exposures.idle();
    const { desk } = starting();
    desk.exposures.beginInBackground();
    await desk.work.read(async (tx) => {
      await desk.exposures.seen(tx);
      expect((await desk.exposures.compare(tx))?.same).toBe(true);
    });
    await desk.exposures.idle();
  });

  test('is given up when it does not hold what the database does', async () => {
    // Written anew, so that nothing has to be followed.
    rmSync(path);
    await (await started()).desk.exposures.idle();
    await graph().driver.executeQuery("MATCH (s:Stay {id: 'stay-5'}) SET s.end = s.end + duration('PT1S')");
    const next = await started();
    await next.desk.exposures.idle();
    expect(next.said).toEqual([expect.stringContaining('does not hold what the database does')]);
    await agree(next);
    // What was read anew is what the file holds now.
    const last = await started();
    await last.desk.exposures.idle();
    expect(last.said).toEqual([]);
  });

  test('is given up when a byte of it is another', async () => {
    await (await started()).desk.exposures.idle();
    const bytes = readFileSync(path);
    bytes[bytes.length - 100]! ^= 1;
    writeFileSync(path, bytes);
    const next = await started();
    expect(next.said).toEqual([expect.stringContaining('checksum')]);
    await agree(next);
    await next.desk.exposures.idle();
  });

  test('of another history is not used', async () => {
    await (await started()).desk.exposures.idle();
    await graph().driver.executeQuery("MATCH (a:AuditEntry) SET a.hash = 'another' WITH count(*) AS n MATCH (s:Stay) DETACH DELETE s");
    await saveSome(29);
    const next = await started();
    await agree(next);
    await next.desk.exposures.idle();
    expect(next.said).toEqual([]);
  });
});
