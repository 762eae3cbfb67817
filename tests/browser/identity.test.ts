import { checkCharacter } from '@tracewright/epi-core';
import { toXlsx } from '@tracewright/tabular';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerOf, type Imported, newFolder } from '../commands/command-line.js';
import { openChromium } from '../support/chromium.js';
import { ask } from '../support/graph-questions.js';
import { sharedGround, sharedServer } from '../support/with-server.js';
import { expectClean, expectNoSidewaysScroll, openDesk } from './desk.js';

const server = sharedServer();
let browser: Browser;
beforeAll(async () => {
  browser = await openChromium();
});
afterAll(() => browser?.close());

const documentOf = (first17: string): string => first17 + checkCharacter(first17);
const HERS = documentOf('99010319880612048');

/** Whoever reads them off the lists knows that the fourth is one person, whom hardly anything tells, and the fifth are two who share all that is written. */
const LABELS = (id: string, other: string): string[] => [
  'id_a,id_b,姓名1,姓名2,证件号1,证件号2,电话1,电话2,出生日期1,出生日期2,同一人',
  `${id},${other},,,,,,,,,否`,
  `,,白露生,白露生,${HERS},${HERS},15400096001,15400096001,1988-06-12,1988-06-12,是`,
  ',,蓝天雪,蓝天雪,,,15400096002,15400096002,,,是',
  ',,秦时雨,秦雨,,,15400096003,15400096004,,,是',
  `,,文一鸣,文一鸣,,,15400096005,15400096005,1990-01-01,1990-01-01,否`,
  ',,钟声,钟声,,,15400096006,15400096006,,,大概',
  'nobody-of-this-id,also-nobody,,,,,,,,,是',
];

/** One person by two hands, who sound alike and have one phone: to be looked at, as long as a phone says much. */
const HANDS = [
  'demo-case-207,沈星河,15400096009,望月街道丁香苑5号楼2单元301室,2022-04-12 10:30,密接',
  'demo-case-207,沈星禾,15400096009,,2022-04-12 11:30,密接',
];

test('an administrator reads labels, sees the curve, moves a threshold and a weight and what follows, is refused what rises, and saves with a reason', async () => {
  const ground = sharedGround();
  const folder = newFolder();
  const file = folder.write('hands.csv', ['病例,姓名,联系电话,住址,末次暴露,判定', ...HANDS].join('\r\n'));
  await answerOf<Imported>(['import', file, '--kind', 'contacts', '--source', 'two-hands', '--as', 'database1'], { ground });
  folder.remove();
  const people = await ask(ground, 'MATCH (p:Person) WHERE p.mergedInto IS NULL RETURN p.id AS id ORDER BY id LIMIT 2');
  const [one, other] = people.map(({ id }) => id as string);
  const { login } = server.account('administrator');
  const desk = await openDesk(browser, server, login);
  const { page } = desk;
  const says = (text: string) => page.locator('.toasts').getByText(text).last().waitFor();
  const bits = (level: string) => page.getByRole('spinbutton', { name: level, exact: true });
  /** A figure as fingers put it. */
  const type = async (name: string, value: string) => {
    await bits(name).press('Control+a');
    await page.keyboard.type(value);
  };
  const measures = (of: '查准' | '查全', atMatch: string) => page.getByRole('row', { name: `${of} ${atMatch}` }).waitFor();
  const undecided = async () => {
    const text = await page
      .getByText(/^未定的组/)
      .first()
      .innerText();
    const [match, review, dropped] = [...text.matchAll(/\d+/g)].map(([figure]) => Number(figure));
    return { dropped: dropped!, all: match! + review! + dropped! };
  };

  await page.goto('/identity');
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByLabel(/^读入文件/).press('Enter')]);
  await chooser.setFiles({ name: '标注.csv', mimeType: 'text/csv', buffer: Buffer.from(LABELS(one!, other!).join('\r\n')) });
  await page.getByText('第 7 行：“大概”看不出是否同一人：请写是或否。').waitFor();
  await page.getByText('第 8 行：没有编号为“nobody-of-this-id”的人。').waitFor();
  await page.getByRole('radio', { name: '两者', checked: true }).press('ArrowUp');
  await page.getByRole('heading', { name: '已标注 5 对，同一人 3' }).waitFor();
  await page.getByRole('img', { name: '不同界限下的查准与查全' }).waitFor();
  // Two of three are found, and one is taken for one person who is not.
  await measures('查准', '66.7%');
  await measures('查全', '66.7%');

  await type('同一人，从', '0.999');
  await measures('查准', '50.0%');
  await measures('查全', '33.3%');
  await page.keyboard.press('Enter');
  await says('界限已保存，此后发现的组按它处理。');
  const versions = page.getByRole('table', { name: '历次设置' }).getByRole('row');
  await versions.first().getByText('0.999 / 0.5，手调 0 项').waitFor();
  const kept = await versions.count();
  await page.getByRole('button', { name: /^恢复自带/ }).press('Enter');
  await measures('查全', '66.7%');

  const before = await undecided();
  const save = page.getByRole('button', { name: '保存分值' });
  const reason = '本地同号很多';
  const saveWith = async () => {
    await save.press('Enter');
    await page.getByRole('dialog', { name: '保存分值' }).getByRole('textbox', { name: '理由' }).waitFor();
    await page.keyboard.type(reason);
    await page.keyboard.press('Enter');
  };
  await type('电话: 相同', '0.5');
  await measures('查全', '33.3%');
  await expect.poll(async () => (await undecided()).dropped).toBeGreaterThan(before.dropped);
  expect((await undecided()).all).toBe(before.all);
  await saveWith();
  await says('更一致的不能反而分低，没有保存： 电话：“差一位”不能比“相同”分高。');
  expect(await versions.count()).toBe(kept);

  await type('电话: 差一位', '0.4');
  await saveWith();
  await says('分值已保存，未判定的已重新计分。');
  await versions.first().getByText(reason).waitFor();
  await versions.first().getByText('手调 2 项').waitFor();
  expect(await versions.count()).toBe(kept + 1);

  const phone = await openDesk(browser, server, login, { phone: true });
  await phone.page.goto('/identity');
  const sheet = {
    name: '标注',
    headers: ['姓名1', '姓名2', '电话1', '电话2', '同一人'],
    rows: [['闻笛', '闻笛', '15400096010', '15400096010', '是']],
  };
  await phone.page
    .getByLabel(/^读入文件（csv、xlsx）/)
    .setInputFiles({ name: '标注.xlsx', mimeType: '', buffer: Buffer.from(await toXlsx([sheet])) });
  // What the desks have decided is left aside.
  await phone.page.getByRole('radio', { name: '两者', checked: true }).press('ArrowUp');
  await phone.page.getByRole('heading', { name: '已标注 1 对，同一人 1' }).waitFor();
  await phone.page.getByRole('img', { name: '不同界限下的查准与查全' }).waitFor();
  await phone.page.getByRole('table', { name: '历次设置' }).waitFor();
  await expectNoSidewaysScroll(phone.page);

  // As it was, for whoever asks after this.
  await page.getByRole('button', { name: '全部用原有分值' }).press('Enter');
  await saveWith();
  await versions.first().getByText('手调 0 项').waitFor();
  await page.getByRole('button', { name: /^恢复自带/ }).press('Enter');
  await page.getByRole('button', { name: '保存', exact: true }).press('Enter');
  await versions.first().getByText('0.99 / 0.5，手调 0 项').waitFor();
  expectClean(desk, phone);
});
