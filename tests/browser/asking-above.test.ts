import { checkCharacter } from '@tracewright/epi-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerOf, type Imported, newFolder } from '../commands/command-line.js';
import { openChromium } from '../support/chromium.js';
import { ABOVE, closeDesks, HERE, knownInTwoAreas, THERE } from '../support/two-areas.js';
import { sharedGround, sharedServer } from '../support/with-server.js';
import { expectClean, openDesk } from './desk.js';

const server = sharedServer();
const document = '99010319850303401';
const DOCUMENT = document + checkCharacter(document);
/** Two of our own under one document, who are not sent before it is decided: dearer than all others. */
const HELD = ['甘雨声', '卓然立'].map((name, i) => `demo-case-207,${name},1540009701${i},${DOCUMENT},2022-04-12 1${i}:30,密接`);

let browser: Browser;
beforeAll(async () => {
  const ground = sharedGround();
  await knownInTwoAreas(ground);
  const folder = newFolder();
  const file = folder.write('held.csv', ['病例,姓名,联系电话,证件号,末次暴露,判定', ...HELD].join('\r\n'));
  await answerOf<Imported>(['import', file, '--kind', 'contacts', '--source', 'held', '--as', 'database1'], { ground });
  folder.remove();
  browser = await openChromium();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await closeDesks(sharedGround());
});

test('a desk that learns no more than that she exists elsewhere asks the area above by one key, which has her first, as a task with a clock, and decides', async () => {
  const below = await openDesk(browser, server, 'database1');
  await below.page.goto('/duplicates');
  const ours = below.page.getByRole('region', { name: '查重' });
  const hers = ours.getByRole('button', { name: new RegExp(HERE.name) });
  await hers.press('Enter');
  const compare = below.page.getByRole('region', { name: '逐项对照' });
  await compare.getByRole('columnheader', { name: /外区已有此人/ }).waitFor();
  await compare.getByText('只能由同时管两地的上级判定', { exact: false }).waitFor();
  for (const word of [THERE.name, THERE.birthOn, '东风路']) expect(await below.page.locator('body').innerText()).not.toContain(word);
  expect(await compare.getByRole('button', { name: /同一人|不是/ }).count()).toBe(0);

  await below.page.keyboard.press('u');
  await below.page.getByRole('status').getByText('已请上级判定，对方有限时任务。').waitFor();
  await hers.getByText('已请上级判定').waitFor();
  await compare.getByRole('button', { name: /请上级判定/ }).waitFor({ state: 'detached' });

  const { password } = server.accounts.find(({ login }) => login === 'database1')!;
  const above = await openDesk(browser, server, { login: ABOVE, password });
  await above.page.goto('/tasks');
  const task = above.page.getByRole('row', { name: /两区疑似同一人：请判定/ });
  // Two hours less what the test took: the clock of the task runs.
  await task
    .getByText(/^剩 [12]/)
    .first()
    .waitFor();
  await task.getByRole('link').press('Enter');
  const theirs = above.page.getByRole('region', { name: '查重' });
  const first = theirs.getByRole('listitem').first();
  await first.getByText('下级请您判定').waitFor();
  const names = await first.innerText();
  for (const { name } of [HERE, THERE]) expect(names).toContain(name);
  const table = above.page.getByRole('table');
  await table.getByText('1977-03-05').waitFor();
  await above.page.keyboard.press('2');
  await above.page.getByRole('status').getByText('已记为不同的人。').waitFor();
  await theirs.getByText('下级请您判定').waitFor({ state: 'detached' });
  // The dearest of those nobody asked for comes next, and the two may be sent again.
  await first.getByText('暂停推送').waitFor();
  await table.getByText('甘雨声').waitFor();
  await above.page.keyboard.press('2');
  await theirs.getByText('甘雨声').waitFor({ state: 'detached' });
  await above.page.goto('/tasks');
  await above.page.getByRole('heading', { level: 1 }).waitFor();
  await task.waitFor({ state: 'detached' });
  await hers.waitFor({ state: 'detached' });
  expectClean(below, above);
});
