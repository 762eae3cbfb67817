import {
  beginImport,
  cancelImport,
  type Desk,
  deriveAndFinish,
  type ImportBatch,
  type ImportRow,
  type ImportRun,
  type RawRecord,
  type RowProblem,
  runImport,
} from '@tracewright/investigation';
import { CAST, smallOutbreak, withGraph, write } from '@tracewright/testkit';
import { beforeEach, expect, test } from 'vitest';

const graph = withGraph('2022-04-14T09:00:00+08:00');
const dinner = { place: 'flat', start: '2022-04-10 18:00', end: '2022-04-10 20:00', source: 'interview' };

beforeEach(async () => {
  await graph().empty();
  await smallOutbreak(graph().desk, []);
  const { desk } = graph();
  await write(desk, 'places', [{ place: 'hall', name: '棋牌室', category: 'entertainment', area: 'street' }]);
  await write(desk, 'people', [{ person: 'second-index', name: '病例乙', area: 'street' }]);
  await write(desk, 'cases', [
    {
      case: 'case2',
      person: 'second-index',
      category: 'confirmed',
      onset_on: '2022-04-11',
      reported_at: '2022-04-13 08:00',
      area: 'district',
    },
  ]);
  await write(desk, 'stays', [{ ...dinner, stay: 'stay-second-index', person: 'second-index', place: 'hall' }]);
});

const recordOf = (kind: string, record: RawRecord) => ({ kind, record });
/** Two guests of the first case and one of the second; the last row names nobody and is refused. */
const rows: readonly ImportRow[] = [
  { person: 'guest-1', place: 'flat' },
  { person: 'guest-2', place: 'flat' },
  { person: 'guest-3', place: 'hall' },
  { person: '', place: 'hall' },
].map(({ person, place }, i) => ({
  row: i + 2,
  records: [recordOf('people', { person, name: person, area: 'street' }), recordOf('stays', { ...dinner, stay: person, person, place })],
}));

const begin = (id = 'import-1'): Promise<ImportBatch> => {
  const file = { kind: 'stays', fileName: 'stays.csv', fileHash: 'hash', sheet: null, headerRow: 1, mapping: '{}' };
  return beginImport(graph().desk, CAST.operator, { id, source: '', ...file, rows: rows.length }, { mapping: null, file: null });
};
const QUIET = { createMissing: false, refusedBefore: [], refused: () => {}, progress: () => {} };
const run = (batch: ImportBatch, desk: Desk = graph().desk, more: Partial<ImportRun> = {}): Promise<ImportBatch> =>
  runImport({ ...QUIET, desk, actor: CAST.operator, batch, rows, ...more });
const stored = async (id = 'import-1'): Promise<ImportBatch> => (await graph().desk.work.read((tx) => graph().desk.imports.byId(tx, id)))!;
const contacts = async (): Promise<string[]> => {
  const { desk } = graph();
  const live = await desk.work.read(async (tx) => [
    ...(await desk.determinations.liveOfCase(tx, 'case')),
    ...(await desk.determinations.liveOfCase(tx, 'case2')),
  ]);
  return live.map((d) => `${d.caseId} ${d.personId} ${d.cls}`).sort();
};
const ALL = ['case guest-1 CLOSE', 'case guest-2 CLOSE', 'case2 guest-3 CLOSE'];

class Crash extends Error {}
/** The real desk, which is told before each transaction what it is going to do: where a test pulls the plug. */
function before(then: (operation: string) => Promise<void> | void): Desk {
  const { desk } = graph();
  const { work } = desk;
  const write: typeof work.write = async (actor, operation, what) => {
    await then(operation);
    return work.write(actor, operation, what);
  };
  return Object.create(desk, { work: { value: Object.create(work, { write: { value: write } }) } }) as Desk;
}
/** Crashes before the given transaction of an operation, counted from 1. */
function crashingAt(operation: string, nth = 1): Desk {
  let count = 0;
  return before((one) => {
    if (one === operation && ++count === nth) throw new Crash();
  });
}

test.each([
  ['the cases', 'derive', 1],
  ['the second case', 'derive', 2],
  ['the end is written', 'import-done', 1],
])('an import cut off after its rows and before %s derives every case it touched when it goes on', async (_, operation, nth) => {
  await expect(run(await begin(), crashingAt(operation, nth))).rejects.toThrow(Crash);
  const left = await stored();
  expect(left).toMatchObject({ state: 'RUNNING', doneRows: 8, rejected: 2 });
  expect(left.underivedFrom).not.toBeNull();
  expect((await graph().desk.work.read((tx) => graph().desk.imports.unfinished(tx))).map((b) => b.id)).toEqual(['import-1']);
  expect(await run(left)).toMatchObject({ state: 'DONE', inserted: 6, rejected: 2, underivedFrom: null });
  expect(await contacts()).toEqual(ALL);
  expect(await stored()).toMatchObject({ state: 'DONE', underivedFrom: null });
});

/** The same with somebody the first case names: a third slice. */
const more = [...rows, { row: 6, records: [recordOf('contacts', { case: 'case', contact: 'named', name: '客人丁', class: 'CLOSE' })] }];

test('cut off among its rows, it derives what was written before as well, and counts the rows refused before', async () => {
  const told: RowProblem[] = [];
  const refused = (problems: readonly RowProblem[]) => void told.push(...problems);
  await expect(run(await begin(), crashingAt('import-contacts'), { rows: more, refused })).rejects.toThrow(Crash);
  const left = await stored();
  expect(left).toMatchObject({ doneRows: 8, inserted: 6, rejected: 2, rowsWithErrors: 1 });
  const done = await run(left, graph().desk, { rows: more, refusedBefore: told });
  expect(done).toMatchObject({ inserted: 7, rejected: 2, rowsWithErrors: 1, underivedFrom: null });
  expect(await contacts()).toEqual([...ALL.slice(0, 2), 'case named CLOSE', ALL[2]]);
});

test('the same file begun anew, as by a command, derives what the run before it left', async () => {
  await expect(run(await begin(), crashingAt('derive'))).rejects.toThrow(Crash);
  const left = await stored();
  const again = await begin('import-2');
  expect(again.underivedFrom).toBe(left.underivedFrom);
  expect((await stored()).underivedFrom).toBeNull();
  expect(await run(again)).toMatchObject({ inserted: 0, unchanged: 6, underivedFrom: null });
  expect(await contacts()).toEqual(ALL);
});

test('cancelled between two slices, what is written by then is derived', async () => {
  const desk = before(async (operation) => {
    if (operation === 'import-contacts') await cancelImport(graph().desk, CAST.operator, 'import-1');
  });
  const done = await run(await begin(), desk, { rows: more });
  expect(done).toMatchObject({ state: 'CANCELLED', doneRows: 8, underivedFrom: null });
  expect(await stored()).toMatchObject({ state: 'CANCELLED', underivedFrom: null });
  expect(await contacts()).toEqual(ALL);
});

test('one that failed among its rows is derived as it stands', async () => {
  await expect(run(await begin(), crashingAt('derive'))).rejects.toThrow(Crash);
  const failed = { ...(await stored()), state: 'FAILED' as const };
  expect(await deriveAndFinish(graph().desk, CAST.operator, failed)).toMatchObject({ state: 'FAILED', underivedFrom: null });
  expect(await contacts()).toEqual(ALL);
});
