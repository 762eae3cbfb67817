import { checkCharacter } from '@tracewright/epi-core';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, test } from 'vitest';
import { signedIn } from '../support/desk-visitor.js';
import { ask } from '../support/graph-questions.js';
import type { Visitor } from '../support/visitor.js';
import { sharedGround, sharedServer } from '../support/with-server.js';

const server = sharedServer();
const first17 = '99010319880612048';
const DOCUMENT = first17 + checkCharacter(first17);

function send(visitor: Visitor, bytes: BlobPart, headers: Record<string, string> = { 'x-tracewright': '1' }): Promise<Response> {
  const body = new FormData();
  body.set('file', new Blob([bytes]), '标注');
  return visitor.fetch('/identity-labels', { method: 'POST', body, headers: { 'accept-language': 'zh', ...headers } });
}

let administrator: Visitor;
let rows: (string | number | boolean | Date)[][];
beforeAll(async () => {
  administrator = await signedIn(server, server.account('administrator').login, null);
  const people = await ask(sharedGround(), 'MATCH (p:Person) WHERE p.mergedInto IS NULL RETURN p.id AS id ORDER BY id LIMIT 2');
  const [one, other] = people.map(({ id }) => id as string);
  rows = [
    ['id_a', 'id_b', '姓名1', '姓名2', '证件号1', '证件号2', '电话1', '电话2', '出生日期1', '出生日期2', '同一人'],
    [one!, other!, '', '', '', '', '', '', '', '', '否'],
    ['', '', '白露生', '白露生', DOCUMENT, DOCUMENT, 15400096001, 15400096001, '1988-06-12', '1988-06-12', '是'],
    ['', '', '秦时雨', '秦雨', '', '', 15400096003, 15400096004, '', '', true],
    [],
    ['', '', '钟声', '钟声', '', '', 15400096006, 15400096006, '', '', '大概'],
    ['nobody', one!, '', '', '', '', '', '', '', '', '是'],
  ];
});

async function workbook(): Promise<Uint8Array<ArrayBuffer>> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('标注');
  // As a spreadsheet keeps them: figures as figures, days as days.
  for (const row of rows) sheet.addRow(row.map((cell) => (/^\d{4}-\d\d-\d\d$/.test(String(cell)) ? new Date(`${cell}T00:00:00Z`) : cell)));
  book.addWorksheet('说明').addRow(['这里没有标注']);
  return new Uint8Array(await book.xlsx.writeBuffer());
}
const csv = (): string => rows.map((row) => row.join(',')).join('\r\n');

const READ = {
  read: 3,
  kept: 1,
  problems: [
    { row: 6, message: '“大概”看不出是否同一人：请写是或否。' },
    { row: 7, message: '没有编号为“nobody”的人。' },
  ],
};
const tuning = async () =>
  (
    await administrator.data<{ identityTuning: { labels: number; same: number; curve: { threshold: number; precision: number }[] } }>(
      '{ identityTuning(labels: "file") { labels same curve { threshold precision recall } } }',
    )
  ).identityTuning;

test('labels of a csv and those of a workbook are read by the same rules, and weigh the same', async () => {
  const answers: object[] = [];
  for (const bytes of [csv(), await workbook()]) {
    const answer = await send(administrator, bytes);
    expect(await answer.json()).toEqual(READ);
    answers.push(await tuning());
  }
  expect(answers[0]).toMatchObject({ labels: 3, same: 2 });
  expect(answers[1]).toEqual(answers[0]);
});

describe('a file that is no list of labels is refused in a sentence, and what was read before stays', () => {
  test.each([
    ['an old workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), 400, /旧版 \.xls/],
    ['a broken workbook', Uint8Array.of(0x50, 0x4b, 3, 4, 5), 400, /xlsx|Excel/],
    ['nothing', '', 400, /文件是空的/],
  ])('%s', async (_, bytes, status, sentence) => {
    const before = await tuning();
    const answer = await send(administrator, bytes);
    expect(answer.status).toBe(status);
    expect(((await answer.json()) as { message: string }).message).toMatch(sentence);
    expect(await tuning()).toEqual(before);
  });
});

test('nobody but an administrator reads labels, and no other page sends them', async () => {
  const tracer = await signedIn(server, 'tracer1');
  expect((await send(tracer, csv())).status).toBe(403);
  expect((await send(administrator, csv(), {})).status).toBe(400);
});
