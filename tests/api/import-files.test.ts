import { constants, deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { signedIn } from '../support/desk-visitor.js';
import type { Visitor } from '../support/visitor.js';
import { sharedServer } from '../support/with-server.js';

const server = sharedServer();
const OURS = { 'x-tracewright': '1' };

function upload(visitor: Visitor, bytes: BlobPart, lang: string, kind = 'people'): Promise<Response> {
  const body = new FormData();
  body.set('kind', kind);
  body.set('source', 'journey');
  body.set('file', new Blob([bytes]), '名单.csv');
  return visitor.fetch('/imports', { method: 'POST', body, headers: { ...OURS, 'accept-language': lang } });
}

/** A part of a few hundred kB that unpacks to more than 2 GB, and says that it is one byte. */
function swollen(): Uint8Array<ArrayBuffer> {
  const piece = deflateRawSync(Buffer.alloc(2 ** 26), { finishFlush: constants.Z_FULL_FLUSH });
  const part = Buffer.concat([...Array<Buffer>(33).fill(piece), deflateRawSync(Buffer.alloc(0))]);
  const name = Buffer.from('xl/worksheets/sheet1.xml');
  const [local, entry, end] = [Buffer.alloc(30), Buffer.alloc(46), Buffer.alloc(22)];
  const DEFLATED = 8;
  for (const [header, signature, method, sizes] of [
    [local, 'PK\u0003\u0004', 8, 18],
    [entry, 'PK\u0001\u0002', 10, 20],
  ] as const) {
    header.write(signature, 'latin1');
    header.writeUInt16LE(DEFLATED, method);
    header.writeUInt32LE(part.byteLength, sizes);
    header.writeUInt32LE(1, sizes + 4);
    header.writeUInt16LE(name.byteLength, sizes + 8);
  }
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.byteLength + name.byteLength, 12);
  end.writeUInt32LE(local.byteLength + name.byteLength + part.byteLength, 16);
  return new Uint8Array(Buffer.concat([local, name, part, entry, name, end]));
}

describe('a file beyond the limits is refused in a sentence that says what to do', () => {
  test.each([
    ['bytes', () => new Uint8Array(100 * 2 ** 20 + 1).fill(0x61), 413, /超过 100 MB/, /larger than 100 MB/],
    ['rows', () => `姓名,电话\n${'甲,1\n'.repeat(500_000)}`, 400, /超过 500000 行/, /more than 500000 rows/],
    ['unpacked size', swollen, 400, /解压后超过 2048 MB/, /Unpacked the file is larger than 2048 MB/],
  ])('%s', async (_, make, status, zh, en) => {
    const visitor = await signedIn(server, 'database1');
    const bytes = await make();
    for (const [lang, sentence, advice] of [
      ['zh', zh, '请拆成几个文件'],
      ['en', en, 'split it into several files'],
    ] as const) {
      const answer = await upload(visitor, bytes, lang);
      expect(answer.status).toBe(status);
      const { message } = (await answer.json()) as { message: string };
      expect(message).toMatch(sentence);
      expect(message).toContain(advice);
    }
  });
});

const FILE = [
  '人员编号,姓名,证件号码,联系电话',
  '1,访客甲,,15400000101',
  '2,"=HYPERLINK(""http://x"",""y"")",1.10E+17,15400000102',
  '3,访客丙,,+1 not a phone',
].join('\n');

test('rows that were refused come back as a workbook: reason first, no formula, only after a purpose was stated, and audited', async () => {
  const visitor = await signedIn(server, 'tracer2', null);
  const { id, sheets } = (await (await upload(visitor, FILE, 'zh')).json()) as {
    id: string;
    sheets: { headerRow: number; fields: Record<string, string> }[];
  };
  const fields = Object.fromEntries(Object.entries(sheets[0]!.fields).map(([field, column]) => [field, { column }]));
  const body = JSON.stringify({ mapping: { kind: 'people', headerRow: sheets[0]!.headerRow, groups: [{ kind: 'people', fields }] } });
  const start = (headers: Record<string, string>) =>
    visitor.fetch(`/imports/${id}/start`, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
  const errors = (by: Visitor, lang = 'zh') => by.fetch(`/imports/${id}/errors`, { headers: { 'accept-language': lang } });

  expect((await errors(visitor)).status).toBe(403);
  expect((await start({})).status).toBe(400);
  expect((await start(OURS)).status).toBe(202);
  const state = async () =>
    (
      await visitor.data<{ imports: { id: string; state: string; inserted: number; rejected: number; hasErrors: boolean }[] }>(
        '{ imports(first: 5) { id state inserted rejected hasErrors } }',
      )
    ).imports.find((one) => one.id === id)!;
  await expect.poll(async () => (await state()).state, { timeout: 30_000 }).toBe('DONE');
  expect(await state()).toMatchObject({ inserted: 1, rejected: 2, hasErrors: true });

  const silent = await errors(visitor);
  expect(silent.status).toBe(403);
  expect(((await silent.json()) as { message: string }).message).toBe('请先写明查看完整信息的用途，再下载。');
  expect(((await (await errors(visitor, 'en')).json()) as { message: string }).message).toMatch(/^Say first what/);
  // A colleague of the same desk sees that there was an import, but not whom it was about.
  expect((await errors(await signedIn(server, 'database1'))).status).toBe(404);

  await visitor.data('mutation { statePurpose(purpose: "补正名单") { __typename } }');
  const answer = await errors(visitor);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(decodeURIComponent(answer.headers.get('content-disposition')!)).toContain('名单.csv-未导入.xlsx');
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await answer.arrayBuffer());
  const sheet = book.worksheets[0]!;
  const row = (n: number) => (sheet.getRow(n).values as unknown[]).slice(1);
  expect(row(1)).toEqual(['原因', '原行号', '原文件', '人员编号', '姓名', '证件号码', '联系电话']);
  expect(sheet.rowCount).toBe(3);
  expect(row(2)[0]).toMatch(/^证件号码：证件号被 Excel 改成了科学计数法/);
  expect(row(2).slice(1)).toEqual([
    3,
    expect.stringMatching(/^f[0-9a-f]{12}$/),
    '2',
    '\'=HYPERLINK("http://x","y")',
    '1.10E+17',
    '15400000102',
  ]);
  expect(row(3).slice(3)).toEqual(['3', '访客丙', '', "'+1 not a phone"]);
  sheet.eachRow((cells) => cells.eachCell((cell) => expect(cell.formula).toBeUndefined()));

  const admin = await signedIn(server, 'admin1');
  const { audit } = await admin.data<{ audit: { operation: string; purpose: string; subjects: string[] }[] }>(
    'query ($s: String) { audit(first: 5, subject: $s) { operation purpose subjects } }',
    { s: id },
  );
  expect(audit[0]).toMatchObject({ operation: 'import-errors', purpose: '补正名单' });
});
