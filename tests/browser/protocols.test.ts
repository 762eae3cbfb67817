import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltServer, demoGround, type OwnGround, startServer } from '../support/built-server.js';
import { openChromium } from '../support/chromium.js';
import { expectClean, expectNoSidewaysScroll, openDesk } from './desk.js';

let ground: OwnGround;
let server: BuiltServer;
let browser: Browser;

beforeAll(async () => {
  ground = await demoGround();
  [server, browser] = await Promise.all([startServer(ground), openChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await ground?.clear();
});

test('a tracer tries a window of four days on a live case with the keys, and sees who would be added', async () => {
  const desk = await openDesk(browser, server, 'tracer2', { locale: 'en' });
  const { page } = desk;
  await page.goto('/protocols');
  await page.getByRole('combobox', { name: 'Protocol' }).selectOption('CN-COVID-V8-4D');
  await page
    .getByText(/4 days before onset/)
    .first()
    .waitFor();
  const tryIt = page.getByRole('region', { name: 'Try on live data' });
  // One case: all of them take as long as they take, and this is no measure of speed.
  const cases = tryIt.getByRole('combobox', { name: 'Cases' });
  await cases.selectOption(await cases.locator('option', { hasText: '#201' }).getAttribute('value'));
  await tryIt.getByRole('button', { name: 'Try on live data' }).press('Enter');
  await tryIt.getByText(/tried in \d+ ms, nothing written/).waitFor();
  expect(await tryIt.getByText(/\d+ of \d+ cases affected/).innerText()).not.toMatch(/^0 /);
  await tryIt.getByRole('button', { name: 'See people', exact: true }).press('Enter');
  const list = page.getByRole('dialog', { name: /CN-COVID-V8-4D@8-4d would change/ });
  expect(await list.getByRole('row').count()).toBeGreaterThan(0);
  await page.keyboard.press('Escape');
  await list.waitFor({ state: 'detached' });
  await page.getByRole('textbox', { name: 'Onset' }).fill('04-10');
  await page
    .getByRole('region', { name: /example case/ })
    .getByText(/04-06 00:00 –/)
    .waitFor();
  await page.getByText('Your role sees how many, not who.').waitFor({ state: 'detached' });
  expectClean(desk);
});

test('an administrator writes a version on a window of 390 px: problems are listed, then drafted, verified, active', async () => {
  const desk = await openDesk(browser, server, server.account('administrator').login, { locale: 'en', phone: true });
  const { page } = desk;
  await page.goto('/protocols');
  await page.getByRole('combobox', { name: 'Protocol' }).selectOption('CN-COVID-V8-4D');
  await page
    .getByText(/4 days before onset/)
    .first()
    .waitFor();
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: 'Edit as text' }).press('Enter');
  const file = page.getByRole('textbox', { name: 'Protocol file (JSON)' });
  const text = JSON.parse(await file.inputValue());
  await file.fill(JSON.stringify({ ...text, id: 'CN-COVID-V8', version: 'city-1', dayCount: 'HOURS' }));
  await page
    .getByRole('alert')
    .getByText(/In the protocol file at dayCount/)
    .waitFor();
  await file.fill(JSON.stringify({ ...text, id: 'CN-COVID-V8', version: 'city-1', basedOn: undefined }));
  await page
    .getByRole('alert')
    .getByText(/dayCount/)
    .waitFor({ state: 'detached' });
  const tryIt = page.getByRole('region', { name: 'Try on live data' });
  await tryIt.getByRole('button', { name: 'Try on live data' }).press('Enter');
  // All cases at once: seconds on a quiet machine, minutes on one that does everything else beside.
  await tryIt.getByText('Your role sees how many, not who.').waitFor({ timeout: 240_000 });
  await page.getByRole('button', { name: 'Save draft' }).press('Enter');
  const written = page.getByRole('region', { name: 'Written here' });
  for (const [step, then] of [
    ['Verify', 'verified'],
    ['Make active', 'active'],
  ] as const) {
    await written.getByRole('button', { name: step }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: step }).press('Enter');
    await written.locator('.tag').getByText(then, { exact: true }).waitFor();
  }
  await expectNoSidewaysScroll(page);
  expectClean(desk);
});
