import {
  type Actor,
  beginImport,
  cancelImport,
  type ImportKind,
  isRejection,
  lookUpPerson,
  mayReadFile,
  type RawRecord,
  runImport,
  WRITERS,
  type Written,
  wholeFileOf,
} from '@tracewright/investigation';
import { CAST, smallOutbreak, withGraph, write } from '@tracewright/testkit';
import { beforeEach, describe, expect, test } from 'vitest';

const graph = withGraph('2022-04-14T09:00:00+08:00');
const NEIGHBOUR: Actor = { ...CAST.tracer, accountId: 'account-neighbour', areaPath: '/neighbour/', areaId: 'neighbour' };
const ADMIN: Actor = { ...CAST.tracer, accountId: 'account-admin', role: 'administrator' };
const dinner = { start: '2022-04-10 18:00', end: '2022-04-10 20:00', source: 'interview' };

beforeEach(async () => {
  await graph().empty();
  const { desk } = graph();
  await smallOutbreak(desk, []);
  await write(desk, 'areas', [
    { area: 'neighbour', name: '邻区', level: 'district' },
    { area: 'far', name: '外省', level: 'province', outside: 'true' },
  ]);
  await write(desk, 'places', [
    { place: 'shop', name: '邻区超市', category: 'shop', area: 'neighbour' },
    { place: 'somewhere', name: '没有区域的店', category: 'shop' },
  ]);
  await write(desk, 'people', [
    { person: 'stranger', name: '邻区甲', area: 'neighbour', phone: '15400000009' },
    { person: 'traveller', name: '外省甲', area: 'far' },
    { person: 'lost', name: '待定位甲' },
  ]);
  await write(desk, 'cases', [
    { case: 'their-case', person: 'stranger', category: 'confirmed', onset_on: '2022-04-11', area: 'neighbour' },
  ]);
  await write(desk, 'stays', [{ ...dinner, stay: 'their-stay', person: 'stranger', place: 'shop' }]);
});

/** What an import by this person answers to each record: what became of it, or why it was refused and in which field. */
async function bring(actor: Actor, kind: ImportKind, records: readonly RawRecord[], source = ''): Promise<string[]> {
  const { desk } = graph();
  const areas = new Map((await desk.work.read((tx) => desk.areas.all(tx))).map((a) => [a.id, a]));
  const whole = wholeFileOf(records, desk.clock.tz, areas);
  const written = await desk.work.write(actor, `test-${kind}`, async (tx) => {
    tx.touch('test');
    return WRITERS[kind]({ desk, tx, source, batchId: null, createMissing: false, records, whole });
  });
  return written.map((one: Written) => (isRejection(one) ? `${one.code}: ${one.field}` : one));
}
const countOf = async (cypher: string): Promise<number> =>
  (await graph().driver.executeQuery(`${cypher} AS n`)).records[0]!.get('n') as number;

describe('an import by a tracer of the district', () => {
  test.each<[ImportKind, RawRecord, string]>([
    ['people', { person: 'p', name: '本区乙', area: 'street' }, 'inserted'],
    ['people', { person: 'p', name: '没有区域' }, 'inserted'],
    ['people', { person: 'p', name: '外省乙', area: 'far' }, 'inserted'],
    ['people', { person: 'p', name: '住在邻区、现在本区', area: 'neighbour', current_area: 'street' }, 'inserted'],
    ['people', { person: 'p', name: '邻区乙', area: 'neighbour' }, 'outside-area: area'],
    ['people', { person: 'p', name: '现在邻区', area: 'street', current_area: 'neighbour' }, 'outside-area: current_area'],
    ['people', { person: 'stranger', name: '邻区甲', phone: '15400000001' }, 'outside-area: person'],
    ['people', { person: 'stranger', name: '邻区甲', current_area: 'street' }, 'outside-area: person'],
    ['people', { person: 'traveller', name: '外省甲', phone: '15400000001' }, 'updated'],
    ['people', { person: 'lost', name: '待定位甲', area: 'street' }, 'updated'],
    ['places', { place: 'q', name: '本区店', area: 'street' }, 'inserted'],
    ['places', { place: 'q', name: '邻区店', area: 'neighbour' }, 'outside-area: area'],
    ['places', { place: 'somewhere', name: '没有区域的店', category: 'shop' }, 'unchanged'],
    ['places', { place: 'somewhere', name: '本区店', category: 'shop', area: 'street' }, 'updated'],
    ['places', { place: 'shop', name: '改了名', area: 'street' }, 'outside-area: place'],
    ['places', { place: 'q', name: '邻区超市收银台', parent: 'shop' }, 'outside-area: parent'],
    ['cases', { case: 'c', person: 'lost', area: 'street' }, 'inserted'],
    ['cases', { case: 'c', person: 'lost' }, 'inserted'],
    ['cases', { case: 'c', person: 'lost', area: 'neighbour' }, 'outside-area: area'],
    ['cases', { case: 'c', person: 'stranger' }, 'outside-area: area'],
    ['cases', { case: 'their-case', person: 'stranger', area: 'street' }, 'outside-area: case'],
    ['stays', { ...dinner, stay: 's', person: 'index', place: 'shop' }, 'inserted'],
    ['stays', { ...dinner, stay: 's', person: 'stranger', place: 'flat' }, 'outside-area: person'],
    ['stays', { ...dinner, stay: 'their-stay', person: 'index', place: 'flat' }, 'outside-area: stay'],
    ['evidence', { evidence: 'e', person: 'index', source: 'venue_code', start: '2022-04-10 18:00' }, 'inserted'],
    ['evidence', { evidence: 'e', person: 'stranger', source: 'venue_code', start: '2022-04-10 18:00' }, 'outside-area: person'],
    ['contacts', { case: 'case', name: '同席者' }, 'inserted'],
    ['contacts', { case: 'their-case', name: '同席者' }, 'outside-area: case'],
    ['contacts', { from: 'stranger', to: 'lost', date: '2022-04-10' }, 'outside-area: from'],
  ])('%s %j: %s', async (kind, record, expected) => {
    expect(await bring(CAST.tracer, kind, [record])).toEqual([expected]);
  });

  test('is the search that says what is here: a case worked on here is here wherever its person lives', async () => {
    const { desk } = graph();
    const words = { phone: '15400000009', docNo: null };
    expect(await lookUpPerson(desk, CAST.tracer, words)).toMatchObject({ person: null, elsewhere: true });
    expect(await bring(CAST.operator, 'cases', [{ case: 'their-case', person: 'stranger', area: 'street' }])).toEqual(['updated']);
    expect(await lookUpPerson(desk, CAST.tracer, words)).toMatchObject({ person: { id: 'stranger' }, elsewhere: false });
    expect(await bring(CAST.tracer, 'stays', [{ ...dinner, stay: 's', person: 'stranger', place: 'flat' }])).toEqual(['inserted']);
  });

  test('refuses in a sentence that names the record, and writes nothing of it', async () => {
    const { desk } = graph();
    const records = [{ person: 'stranger', name: '邻区甲', phone: '15400000001' }].map((record) => ({ kind: 'people', record }));
    const file = { kind: 'people', fileName: 'p.csv', fileHash: 'h', sheet: null, headerRow: 1, mapping: '{}' };
    const batch = await beginImport(desk, CAST.tracer, { id: 'import-1', source: '', ...file, rows: 1 }, { mapping: null, file: null });
    const told: string[] = [];
    const done = await runImport({
      desk,
      actor: CAST.tracer,
      batch,
      rows: [{ row: 2, records }],
      createMissing: false,
      refusedBefore: [],
      refused: (problems) => told.push(...problems.flatMap(({ problem }) => [problem.zh, problem.en])),
      progress: () => {},
    });
    expect(done).toMatchObject({ updated: 0, rejected: 1, rowsWithErrors: 1 });
    expect(told).toEqual([
      'person“stranger”不在您的辖区内，未导入：请由该辖区的同事导入。',
      'person "stranger" lies outside your area, so nothing was written: ask a colleague who works there to import it.',
    ]);
    expect(await countOf("MATCH (:Person {id: 'stranger'})-[:REACHED_AT]->(p:Phone {id: '15400000001'}) RETURN count(p)")).toBe(0);
  });
});

describe('an import by an administrator of the district', () => {
  test.each<[ImportKind, RawRecord, string]>([
    ['areas', { area: 'lane', name: '巷', level: 'community', parent: 'street' }, 'inserted'],
    ['areas', { area: 'lane', name: '巷', level: 'community', parent: 'neighbour' }, 'outside-area: parent'],
    ['areas', { area: 'lane', name: '又一个区', level: 'district' }, 'outside-area: area'],
    ['areas', { area: 'neighbour', name: '改了名', level: 'district' }, 'outside-area: area'],
    ['accounts', { login: 'new', role: 'tracer', area: 'street' }, 'inserted'],
    ['accounts', { login: 'new', role: 'tracer', area: 'neighbour' }, 'outside-area: area'],
    ['accounts', { login: 'theirs', role: 'administrator', area: 'district' }, 'outside-area: login'],
  ])('%s %j: %s', async (kind, record, expected) => {
    expect(await bring(CAST.operator, 'accounts', [{ login: 'theirs', role: 'tracer', area: 'neighbour' }])).toEqual(['inserted']);
    expect(await bring(ADMIN, kind, [record])).toEqual([expected]);
  });
});

test('only the imports of their own area are shown to a person, and theirs to stop', async () => {
  const { desk } = graph();
  const file = { kind: 'people', fileName: 'p.csv', fileHash: 'h', sheet: null, headerRow: 1, mapping: '{}', rows: 1, source: '' };
  for (const [id, actor] of Object.entries({ own: CAST.tracer, theirs: NEIGHBOUR, all: CAST.operator }))
    await beginImport(desk, actor, { id, ...file }, { mapping: null, file: null });
  const shown = async ({ areaPath }: Actor) =>
    (await desk.work.read((tx) => desk.imports.recent(tx, areaPath, 10))).map((b) => b.id).sort();
  expect(await shown(CAST.database)).toEqual(['own']);
  expect(await shown(NEIGHBOUR)).toEqual(['theirs']);
  expect(await shown(CAST.operator)).toEqual(['all', 'own', 'theirs']);
  expect(await cancelImport(desk, CAST.database, 'theirs')).toEqual({ kind: 'import-not-found' });
  expect(await cancelImport(desk, CAST.database, 'own')).toEqual({ kind: 'import-cancelled' });
  const own = (await desk.work.read((tx) => desk.imports.byId(tx, 'own')))!;
  expect(
    [CAST.tracer, ADMIN, CAST.database, NEIGHBOUR, { ...NEIGHBOUR, role: 'administrator' as const }].map((a) => mayReadFile(a, own)),
  ).toEqual([true, true, false, false, false]);
});

describe('a tree whose parents are not in order goes into the error file by name', () => {
  const sentences = async (records: readonly RawRecord[]) => {
    const { desk } = graph();
    const written = await desk.work.write(CAST.operator, 'test', async (tx) => {
      tx.touch('test');
      const whole = wholeFileOf([], desk.clock.tz, new Map());
      return WRITERS.areas({ desk, tx, source: 'city', batchId: null, createMissing: false, records, whole });
    });
    return written.map((one) => (isRejection(one) ? one.en : one));
  };
  const area = (id: string, parent: string): RawRecord => ({ area: id, name: id, level: 'street', parent });

  test('a parent that comes later', async () => {
    expect(await sentences([area('a', 'b'), area('b', '')])).toEqual([
      'The parent "b" comes later in the file or was refused itself: put it before this row and mend it.',
      'inserted',
    ]);
    expect(await sentences([area('a', 'b')])).toEqual(['inserted']);
  });

  test('a circle, with what hangs on it', async () => {
    expect(await sentences([area('a', 'c'), area('b', 'a'), area('c', 'b'), area('d', 'a'), area('e', 'e')])).toEqual([
      'The parents run in a circle: a → c → b → a. Mend the parent of one of them.',
      'The parents run in a circle: b → a → c → b. Mend the parent of one of them.',
      'The parents run in a circle: c → b → a → c. Mend the parent of one of them.',
      'The parent "a" comes later in the file or was refused itself: put it before this row and mend it.',
      'The parents run in a circle: e → e. Mend the parent of one of them.',
    ]);
    // One through an area that stands.
    expect(await sentences([area('top', ''), area('sub', 'top')])).toEqual(['inserted', 'inserted']);
    expect(await sentences([area('top', 'sub')])).toEqual([
      'The parents run in a circle: top → sub → top. Mend the parent of one of them.',
    ]);
  });

  test('another parent than it has: people, pushes and rights lie under the way there', async () => {
    expect(await sentences([area('a', '')])).toEqual(['inserted']);
    expect(await sentences([area('a', 'neighbour')])).toEqual([
      'The area "a" lies under "/city:a/" and keeps its parent: make a new area and assign the people to it.',
    ]);
    expect((await graph().desk.work.read((tx) => graph().desk.areas.byId(tx, 'city:a')))!.path).toBe('/city:a/');
  });

  test('a parent that is nowhere', async () => {
    expect(await sentences([area('a', 'nowhere')])).toEqual([
      'The parent "nowhere" is not known: import it first, or put it into the file before this row.',
    ]);
  });
});
