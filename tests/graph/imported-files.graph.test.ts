import {
  beginImport,
  type ImportBatch,
  importedFile,
  keysOfRows,
  previewImport,
  type RowProblem,
  runImport,
  toldIn,
} from '@tracewright/investigation';
import { type Mapping, type OpenedFile, openMapped, refusedTable, toCsv, toXlsx } from '@tracewright/tabular';
import { CAST, smallOutbreak, withGraph } from '@tracewright/testkit';
import { beforeEach, expect, test } from 'vitest';

const graph = withGraph('2022-04-14T09:00:00+08:00');
beforeEach(async () => {
  await graph().empty();
  await smallOutbreak(graph().desk, []);
  batches = 0;
});

/** A roll as a hotel keeps it: nothing in it tells one guest from another but the row they stand in. */
const roll = (...guests: string[]): string => ['姓名,证件号码,社区', ...guests.map((g) => `${g},street`)].join('\n');
const SPOILED = '1.10E+17';
const FIRST = roll('客人甲,', '客人乙,', `客人丙,${SPOILED}`, '客人丁,');

const mapping: Mapping = {
  headerRow: 1,
  groups: [
    {
      kind: 'people',
      fields: { person: { row: true }, name: { column: '姓名' }, doc_no: { column: '证件号码' }, area: { column: '社区' } },
    },
  ],
};

let batches = 0;
const SOURCE = 'hotel';
const open = (file: string | Uint8Array): Promise<OpenedFile> =>
  openMapped(typeof file === 'string' ? new TextEncoder().encode(file) : file, mapping, (rows) => keysOfRows(graph().desk, SOURCE, rows));

/** Brings a file in as the page and the command do; answers the counts and the table of refused rows. */
async function bring(file: string | Uint8Array): Promise<{ done: ImportBatch; refused: ReturnType<typeof refusedTable> }> {
  const { desk } = graph();
  const opened = await open(file);
  const { rows, keyed } = opened;
  const problems: RowProblem[] = [];
  const about = { kind: 'people', source: SOURCE, fileName: '登记.csv', fileHash: keyed!.mark, sheet: null, headerRow: 1, mapping: '{}' };
  const keys = rows.map(({ key }) => key);
  const batch = await beginImport(
    desk,
    CAST.operator,
    { id: `import-${++batches}`, ...about, rows: rows.length },
    { mapping: null, file: importedFile(SOURCE, keyed!, keys) },
  );
  const refused = (list: readonly RowProblem[]) => void problems.push(...list);
  const quiet = { createMissing: false, refusedBefore: [], progress: () => {} };
  const done = await runImport({ ...quiet, desk, actor: CAST.operator, batch, rows, refused });
  return {
    done,
    refused: refusedTable(
      opened,
      problems.map((one) => toldIn(one, 'zh')),
      'zh',
    ),
  };
}

const names = async (): Promise<string[]> => {
  const { records } = await graph().driver.executeQuery(
    "MATCH (p:Person) WHERE p.id STARTS WITH 'hotel:' RETURN p.name AS name, p.id AS id ORDER BY name",
  );
  return records.map((r) => r.get('name') as string);
};
const ALL = ['客人丁', '客人丙', '客人乙', '客人甲'];

test('the same file again changes nothing', async () => {
  expect((await bring(FIRST)).done).toMatchObject({ inserted: 3, rejected: 1 });
  expect((await bring(FIRST)).done).toMatchObject({ inserted: 0, updated: 0, unchanged: 3, rejected: 1 });
});

test.each(['csv', 'xlsx'])('the error workbook, mended, doubles nothing, nor does the corrected file after it (%s)', async (kind) => {
  const { refused } = await bring(FIRST);
  expect(refused.headers).toEqual(['原因', '原行号', '原文件', '姓名', '证件号码', '社区']);
  expect(refused.rows).toHaveLength(1);
  expect(refused.rows[0]![1]).toBe(4);
  const mended = { ...refused, rows: refused.rows.map((row) => row.map((cell) => (cell === SPOILED ? '' : cell))) };
  const workbook = kind === 'csv' ? toCsv(mended) : await toXlsx([mended]);
  expect((await bring(workbook)).done).toMatchObject({ inserted: 1, rejected: 0 });
  expect((await bring(workbook)).done).toMatchObject({ inserted: 0, unchanged: 1 });
  expect((await bring(FIRST.replace(SPOILED, ''))).done).toMatchObject({ inserted: 0, updated: 0, unchanged: 4, rejected: 0 });
  expect(await names()).toEqual(ALL);
});

test('the corrected file doubles nothing: its mended row goes in, and one that was in is changed where it stands', async () => {
  await bring(FIRST);
  const corrected = FIRST.replace(SPOILED, '').replace('客人丁,,street', '客人丁,,district');
  expect((await bring(corrected)).done).toMatchObject({ inserted: 1, updated: 1, unchanged: 2, rejected: 0 });
  expect(await names()).toEqual(ALL);
  // An edition of the edition, which goes on below.
  expect((await bring(`${corrected}\n客人戊,,street`)).done).toMatchObject({ inserted: 1, updated: 0, unchanged: 4 });
});

test('another file of the same source and form never touches the rows of the first', async () => {
  await bring(FIRST);
  const other = roll('住客子,', '住客丑,', '住客寅,', '住客卯,');
  expect((await bring(other)).done).toMatchObject({ inserted: 4, updated: 0, rejected: 0 });
  // One that happens to share a name with the first, in the same row.
  expect((await bring(roll('客人甲,', '住客辰,', '住客巳,', '住客午,', '住客未,'))).done).toMatchObject({ inserted: 5, updated: 0 });
  expect((await names()).filter((name) => name.startsWith('客人'))).toEqual(['客人丁', '客人乙', '客人甲', '客人甲']);
});

test('a preview tells the same and keeps nothing of the file', async () => {
  await bring(FIRST);
  const { rows } = await open(FIRST.replace(SPOILED, ''));
  const preview = await previewImport({ desk: graph().desk, actor: CAST.operator, rows, createMissing: false, source: SOURCE });
  expect(preview).toMatchObject({ inserted: 1, updated: 0, unchanged: 3, rejected: 0 });
  const { records } = await graph().driver.executeQuery('MATCH (f:ImportedFile) RETURN count(f) AS files');
  expect(records[0]!.get('files')).toBe(1);
});
