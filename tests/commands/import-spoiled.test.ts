import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyGround, type OwnGround } from '../support/built-server.js';
import { answerOf, type Imported, newFolder } from './command-line.js';

const folder = newFolder();
let ground: OwnGround;
beforeAll(async () => {
  ground = await emptyGround();
});
afterAll(async () => {
  await ground?.clear();
  folder.remove();
});

const HEADERS = ['人员编号', '姓名', '证件号码'];
/** A valid number; as a spreadsheet shows it once it has taken it for one; one that passes for valid when it is written out. */
const [WHOLE, SHOWN, ROUNDED] = ['110101200001010038', '1.10E+17', 990101200001190000];
const ROWS = [['1', '客人甲', WHOLE], ['2', '客人乙', SHOWN], [], [SHOWN, '客人丙', '']];

async function xlsx(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('名单').addRows([HEADERS, ...ROWS, ['5', '客人丁', ROUNDED]]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}
const csv = (): string => [HEADERS, ...ROWS].map((cells) => cells.join(',')).join('\n');

test.each([
  [
    'csv',
    csv,
    2,
    [
      ['3', '证件号码', SHOWN],
      ['5', '人员编号', SHOWN],
    ],
  ],
  [
    'xlsx',
    xlsx,
    3,
    [
      ['3', '证件号码', SHOWN],
      ['5', '人员编号', SHOWN],
      ['6', '证件号码', '9.9010120000119E+17'],
    ],
  ],
] as const)('numbers that a spreadsheet has spoiled are refused by row and column, in %s', async (kind, make, rejected, expected) => {
  const file = folder.write(`people.${kind}`, await make());
  const errors = `${folder.path}/errors-${kind}.csv`;
  const done = await answerOf<Imported>(['import', '--kind', 'people', file, '--source', kind, '--errors', errors], { ground });
  expect(done).toMatchObject({ rows: 3 + rejected - 2, inserted: 1, rejected, rowsWithErrors: rejected });
  const refused = folder.rows(`errors-${kind}.csv`);
  for (const [i, [row, column, cell]] of expected.entries()) {
    expect(refused[i]).toMatchObject({ row, [column]: cell });
    expect(refused[i]!.reason).toMatch(new RegExp(`^${column}: A spreadsheet turned this .*last digits are lost`));
  }
  expect(refused).toHaveLength(rejected);
});
