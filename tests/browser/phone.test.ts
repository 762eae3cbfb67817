import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openChromium } from '../support/chromium.js';
import { sharedServer } from '../support/with-server.js';
import { expectClean, expectNoSidewaysScroll, openDesk } from './desk.js';

const server = sharedServer();
let browser: Browser;

beforeAll(async () => {
  browser = await openChromium();
});
afterAll(() => browser?.close());

test('a community worker records an outcome without signal on a phone of 390 px, and it is sent when there is signal again', async () => {
  const desk = await openDesk(browser, server, 'receiver2', { phone: true });
  const { page } = desk;
  await page.getByRole('button', { name: /^接收 \d+ 人$/ }).tap();
  await page
    .getByText(/未接收$/)
    .first()
    .waitFor({ state: 'detached' });
  await expectNoSidewaysScroll(page);
  await page.getByRole('listitem').filter({ hasText: '已接收' }).first().getByRole('button').tap();
  const call = page.getByRole('button', { name: '显示号码（留痕）' });
  const atHome = page.getByRole('button', { name: '在家已管控' });
  // Not everybody left a number: on to the next door where somebody did.
  const reachable = page.getByRole('article').filter({ has: call }).filter({ has: atHome });
  const door = page.getByText(/^第 \d+ \/ \d+ 户$/);
  await door.waitFor();
  while ((await reachable.count()) === 0) {
    const no = Number(/\d+/.exec(await door.innerText())![0]);
    await page.getByRole('button', { name: '下一户' }).tap();
    await page.getByText(new RegExp(`^第 ${no + 1} /`)).waitFor();
  }
  const name = await reachable.first().getAttribute('aria-label');
  const person = page.getByRole('article', { name: name!, exact: true });
  await person.getByRole('button', { name: '显示号码（留痕）' }).tap();
  await person.getByText('演示不拨号').waitFor();
  expect(await person.locator('.num').innerText()).toMatch(/^1\d{10}$/);
  await expectNoSidewaysScroll(page);

  await page.context().setOffline(true);
  await person.getByRole('button', { name: '在家已管控' }).tap();
  await page.getByText('1 条未发送').waitFor();
  await person.getByText('已记录，未发送').waitFor();
  await page.context().setOffline(false);
  await page.getByRole('button', { name: '现在发送' }).tap();
  await person.getByText(/已管控 · 在家已管控/).waitFor();
  await page.getByText('1 条未发送').waitFor({ state: 'detached' });
  expectClean(desk);
});

test('what a thumb presses at the door is at least 40 px high', async () => {
  const desk = await openDesk(browser, server, 'receiver2', { phone: true });
  await desk.page.locator('.door-row').first().tap();
  await desk.page.getByRole('button', { name: '在家已管控' }).first().waitFor();
  const small = await desk.page
    .locator('.received button:visible')
    .evaluateAll((buttons) => buttons.filter((button) => button.getBoundingClientRect().height < 40).map((button) => button.textContent));
  expect(small).toEqual([]);
});
