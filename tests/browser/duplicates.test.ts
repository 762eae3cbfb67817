import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openChromium } from '../support/chromium.js';
import { sharedServer } from '../support/with-server.js';
import { expectClean, openDesk } from './desk.js';

const server = sharedServer();
let browser: Browser;
beforeAll(async () => {
  browser = await openChromium();
});
afterAll(() => browser?.close());

test('pairs are decided by keyboard, each says why field by field, and a merge is taken apart from the history', async () => {
  const desk = await openDesk(browser, server, 'database2', { locale: 'en' });
  const { page } = desk;
  await page.goto('/duplicates');
  const list = page.getByRole('region', { name: 'Duplicates' });
  const current = list.getByRole('button', { pressed: true }).first();
  const table = page.getByRole('table');
  const left = async () => Number(/\d+/.exec(await list.getByRole('heading').innerText())![0]);
  await table.getByText('the same').first().waitFor();
  const before = await left();
  const put = await current.innerText();

  await page.keyboard.press('s');
  await table.getByText('two people drawn at random').waitFor();
  await table.getByText(/one person$/).waitFor();
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
  await list.getByText(`${before - 1} pairs to review`).waitFor();
  await list.getByText(/Today: merged 1, not the same 0, household 0, by itself 0/).waitFor();

  await list.getByRole('button', { name: 'Merges so far' }).click();
  const merge = page
    .getByRole('row')
    .filter({ hasText: names.split(' · ')[0]! })
    .first();
  await merge.getByRole('button', { name: 'Undo the merge' }).click();
  await page.getByRole('status').getByText('The merge is undone.').waitFor();
  await list.getByText(`${before} pairs to review`).waitFor();
  expectClean(desk);
});
