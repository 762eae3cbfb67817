import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerOf, type Imported, newFolder } from '../commands/command-line.js';
import { openChromium } from '../support/chromium.js';
import { sharedGround, sharedServer } from '../support/with-server.js';
import { expectClean, openDesk } from './desk.js';

const server = sharedServer();
let browser: Browser;
beforeAll(async () => {
  browser = await openChromium();
});
afterAll(() => browser?.close());

test('candidates are decided by keyboard, each says why field by field, and a merge is taken apart from the history', async () => {
  const desk = await openDesk(browser, server, 'database2', { locale: 'en' });
  const { page } = desk;
  await page.goto('/duplicates');
  const list = page.getByRole('region', { name: 'Duplicates' });
  const current = list.getByRole('button', { pressed: true }).first();
  const table = page.getByRole('table');
  const left = async () => Number(/\d+/.exec(await list.getByRole('heading').innerText())![0]);
  await table.getByText('the same').first().waitFor();
  const before = await left();
  const today = list.getByText(/^Today: merged/);
  const merged = Number(/\d+/.exec(await today.innerText())![0]);
  const put = await current.innerText();

  await page.keyboard.press('s');
  await table.getByText('two people drawn at random').waitFor();
  await table.getByText(/taken for one from 99%$/).waitFor();
  await page.keyboard.press('s');
  await table.getByText('two people drawn at random').waitFor({ state: 'detached' });

  await page.keyboard.press('3');
  await page.getByRole('status').getByText('Left for later.').waitFor();
  await list.getByText(put.split('\n')[0]!).last().waitFor();
  expect(await left()).toBe(before);

  await table.getByText('the same').first().waitFor();
  const names = (await current.innerText()).split('\n')[0]!;
  await page.keyboard.press('1');
  await page.getByRole('status').getByText('Merged; it can be undone at any time.').waitFor();
  await list.getByText(`${before - 1} groups to review`).waitFor();
  await list.getByText(`Today: merged ${merged + 1}, not the same`).waitFor();

  await list.getByRole('button', { name: 'Merges so far' }).click();
  const merge = page
    .getByRole('row')
    .filter({ hasText: names.split(' · ')[0]! })
    .first();
  await merge.getByRole('button', { name: 'Undo the merge' }).click();
  await page.getByRole('status').getByText('The merge is undone.').waitFor();
  await list.getByText(`${before} groups to review`).waitFor();
  expectClean(desk);
});

/** One person as three hands write her name: each row makes a record of its own, and every two of them are alike. */
const PATIENT = { timeout: 60_000 };
const HANDS = ['钱多多', '钱朵多', '钱多朵'];

test('a group is walked through by keyboard: all are one person by one key, and decided one by one the focus goes to the next', async () => {
  const folder = newFolder();
  const rows = HANDS.map((name, i) => `demo-case-207,${name},15400093001,望月街道丁香苑3号楼1单元102室,2022-04-12 0${i + 1}:30,密接`);
  const file = folder.write('hands.csv', ['病例,姓名,联系电话,住址,末次暴露,判定', ...rows].join('\r\n'));
  await answerOf<Imported>(['import', file, '--kind', 'contacts', '--source', 'hands', '--as', 'database1'], { ground: sharedGround() });
  folder.remove();
  const desk = await openDesk(browser, server, 'database2', { locale: 'en' });
  const { page } = desk;
  await page.goto('/duplicates');
  const list = page.getByRole('region', { name: 'Duplicates' });
  const compare = page.getByRole('region', { name: 'Records side by side' });
  const three = list.getByRole('button', { name: /钱.*3 records/ });
  const says = (text: string) => page.getByRole('status').getByText(text).last().waitFor();
  const focused = (letter: string) => compare.getByRole('columnheader', { name: `A and ${letter}` }).waitFor();
  await three.click();
  await focused('B');
  await page.keyboard.press('ArrowRight');
  await focused('C');

  await page.keyboard.press('a');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('All at once or nobody.').waitFor();
  await page.keyboard.press('Enter');
  await says('3 records are one person; each merge can be undone.');
  await three.waitFor({ state: 'detached' });
  await list.getByRole('button', { name: 'Merges so far' }).click();
  const undo = page.getByRole('row').filter({ hasText: '钱' }).getByRole('button', { name: 'Undo the merge' });
  await undo.first().click();
  await expect.poll(() => undo.count(), PATIENT).toBe(1);
  await undo.first().click();
  await expect.poll(() => undo.count(), PATIENT).toBe(0);

  await three.click();
  await focused('B');
  const letters = compare.getByRole('button', { name: /^[B-F] / });
  expect(await letters.count()).toBe(2);
  await page.keyboard.press('2');
  await says('Remembered as different people.');
  await three.waitFor({ state: 'detached' });
  await focused('B');
  expect(await letters.count()).toBe(1);
  expectClean(desk);
});
