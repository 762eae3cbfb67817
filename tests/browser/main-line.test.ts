import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltServer, demoGround, type Ground, startServer } from '../support/built-server.js';
import { openChromium } from '../support/chromium.js';
import { type Desk, expectClean, openDesk, roster } from './desk.js';

let ground: Ground;
let server: BuiltServer;
let browser: Browser;
let tracer: Desk;
let database: Desk;

beforeAll(async () => {
  ground = await demoGround();
  [server, browser] = await Promise.all([startServer(ground), openChromium()]);
  tracer = await openDesk(browser, server, 'tracer1');
  database = await openDesk(browser, server, 'database1');
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await ground?.clear();
});

// A family name the demo does not have: dispatchers see only its first character.
const NAMES = [...'甲乙丙丁戊己庚辛'].map((name) => `鑫桌${name}`);
const LINES = NAMES.map((name, i) => `${name} 1540009100${i} 望月街道桂花苑2号楼1单元20${i}室`).join('\n');

const say = (page: Page, text: RegExp | string) => page.getByRole('status').getByText(text).first().waitFor();

test('a tracer adds a stay with the keyboard alone and sees what would change before it is saved', async () => {
  const { page } = tracer;
  await page.getByRole('row', { name: /^207 / }).click();
  await page.getByRole('table', { name: '轨迹' }).waitFor();
  await page.keyboard.press('n');
  for (const [cell, text] of [
    ['日期', '0411'],
    ['从', '1715'],
    ['到', '1930'],
  ]) {
    await page
      .getByRole('textbox', { name: new RegExp(`行 ${cell}$`) })
      .last()
      .waitFor();
    await page.keyboard.type(text!);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.type('yzyhl');
  await page
    .getByRole('option', { name: /云泽宴会楼/ })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  const tray = page.locator('.tray');
  await tray.getByText('未保存 1 行').waitFor();
  await tray.getByRole('status').waitFor();
  await page.keyboard.press('Control+s');
  await say(page, '轨迹已保存。');
});

test('eight people at a table are named, become eight close contacts, and are accepted', async () => {
  const { page } = tracer;
  const row = page
    .getByRole('row')
    .filter({ has: page.locator('input[value^="云泽宴会楼"]') })
    .filter({ has: page.locator('input[value="17:15"]') });
  await row.getByRole('button', { name: /人员/ }).click();
  await page.getByLabel('人员（一行一人）').fill(LINES);
  await page.getByRole('button', { name: /登记 8 人/ }).click();
  await say(page, '已登记 8 人。');
  await page.getByRole('tab', { name: /^接触者/ }).click();
  const side = page.getByRole('complementary');
  // The panel of people has the same names: only when it is gone are these the contacts.
  const accept = side.getByRole('button', { name: /认定全部新增/ });
  await accept.waitFor();
  for (const name of NAMES) await side.getByText(name).waitFor();
  await accept.click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^认定 \d+$/ })
    .click();
  await say(page, /已处理 \d+ 人。/);
  await side.getByRole('button', { name: '立即转密接库' }).click();
  await say(page, /已转密接库/);
});

test('the database desk confirms where each must be told, checks all eight and pushes them', async () => {
  const { page } = database;
  await page.goto('/locate');
  for (const name of NAMES) {
    const row = page.getByRole('row', { name: new RegExp(name) });
    await row.getByRole('button', { name: /桂花苑/ }).click();
    await row.waitFor({ state: 'detached' });
  }
  await page.goto('/contacts?view=to-check&text=鑫桌');
  await page.getByText(NAMES[7]!).waitFor();
  await page.getByRole('checkbox', { name: '全选本页' }).check();
  await page.keyboard.press('Shift+C');
  await page.getByRole('dialog').getByRole('button', { name: '核对 8' }).click();
  await say(page, /已处理 8 人/);
  await page.goto('/contacts?view=unsent&text=鑫桌');
  await page.getByText(NAMES[7]!).waitFor();
  await page.getByRole('checkbox', { name: '全选本页' }).check();
  await page.keyboard.press('Shift+P');
  await page.getByRole('dialog').getByRole('button', { name: '推送 8' }).click();
  await say(page, /已推送 8 人/);
});

test('the community acknowledges and finds everybody at home', async () => {
  const receiver = await openDesk(browser, server, 'receiver1');
  const { page } = receiver;
  await page.getByRole('button', { name: /^接收 \d+ 人$/ }).click();
  await say(page, /已接收 \d+ 人/);
  for (const name of NAMES) {
    await page.goto('/received');
    await page.getByRole('button', { name: new RegExp(name) }).click();
    const person = page.getByRole('article', { name });
    await person.getByRole('button', { name: '在家已管控' }).click();
    await person.getByText(/已管控 · 在家已管控/).waitFor();
  }
  expectClean(receiver);
});

test('they are driven, handed over and settled, and the ledger closes', async () => {
  const { crewOf, siteOf, driven } = await roster(server);
  const dispatcher = await openDesk(browser, server, 'dispatcher1');
  const board = dispatcher.page;
  await board.getByRole('button', { name: /^新车次/ }).click();
  const dialog = board.getByRole('dialog');
  const vehicles = await dialog.getByLabel('车辆').locator('option').allInnerTexts();
  const free = vehicles.find((text) => driven.some((plate) => text.startsWith(plate)) && !text.includes('在途'))!;
  await dialog.getByLabel('车辆').selectOption({ label: free.trim() });
  const sites = await dialog.getByLabel('隔离点').locator('option').allInnerTexts();
  const site = sites.find((text) => /·.*密接/.test(text.replace('次密接', '')))!;
  await dialog.getByLabel('隔离点').selectOption({ label: site.trim() });
  await dialog.getByRole('button', { name: '建车次' }).click();
  const [plate, place] = [free.split(' · ')[0]!.trim(), site.split(' · ')[0]!.trim()];
  const run = board.getByRole('article', { name: new RegExp(plate) });
  await run.waitFor();
  for (let seated = 0; seated < NAMES.length; seated++) {
    await board
      .getByRole('button', { name: /鑫\*\*/, pressed: false })
      .or(board.getByRole('button', { name: /鑫\*\*/, pressed: true }))
      .first()
      .click();
    await board.keyboard.press('m');
    await run.getByText(new RegExp(`^${seated + 1} / \\d+ 座$`)).waitFor();
  }
  const crew = await openDesk(browser, server, crewOf(plate), { phone: true });
  await crew.page.getByRole('button', { name: '接单' }).click();
  await crew.page.getByRole('button', { name: '到达接人点' }).click();
  for (const name of NAMES) {
    const rider = crew.page.getByRole('article', { name });
    const temperature = rider.getByRole('textbox', { name: `${name} 体温` });
    expect(await temperature.inputValue()).toBe('');
    await rider.getByRole('button', { name: '核对身份' }).click();
    await temperature.fill('36.5');
    await rider.getByRole('button', { name: `${name} 登车` }).click();
    await rider.getByText('已登车 36.5 °C').waitFor();
  }
  await crew.page.getByRole('button', { name: '到达隔离点' }).click();
  await crew.page.getByRole('dialog').getByRole('button', { name: '到达，8 人' }).click();
  await crew.page.getByText('已到隔离点，等对方接收。').waitFor();

  const atSite = await openDesk(browser, server, siteOf(place));
  const arrival = atSite.page.getByRole('article', { name: plate });
  await arrival.getByRole('button', { name: '接收 8 人' }).click();
  await atSite.page.getByRole('dialog').getByRole('button', { name: '接收 8 人' }).click();
  await say(atSite.page, '已接收 8 人。');
  await arrival.getByRole('button', { name: '入住 8 人' }).click();
  await say(atSite.page, '已入住 8 人。');

  await database.page.goto('/ledger');
  await database.page.getByText('✓ 闭环').waitFor();
  await database.page
    .getByRole('button', { name: /^集中 \d+$/ })
    .first()
    .click();
  for (const name of NAMES) await database.page.getByRole('region', { name: '台账人员' }).getByText(name).waitFor();
  expectClean(tracer, database, dispatcher, crew, atSite);
});
