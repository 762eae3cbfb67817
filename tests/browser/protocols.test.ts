import { readFileSync } from 'node:fs';
import { type FieldShape, type ProtocolField, protocolFields, starterOf } from '@tracewright/epi-core';
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
  await tryIt.getByText(/s, nothing written/).waitFor();
  expect(await tryIt.getByText(/\d+ affected/).innerText()).not.toMatch(/^0 /);
  await tryIt.getByRole('button', { name: 'See people', exact: true }).press('Enter');
  const list = page.getByRole('dialog', { name: /CN-COVID-V8-4D@8-4d would change/ });
  await list.getByRole('row').first().waitFor();
  await page.keyboard.press('Escape');
  await list.waitFor({ state: 'detached' });
  await page.getByRole('textbox', { name: 'Onset' }).fill('04-10');
  await page
    .getByRole('region', { name: /^Example/ })
    .getByText(/04-06 00:00 –/)
    .waitFor();
  await page.getByText('Your role sees how many, not who.').waitFor({ state: 'detached' });
  expectClean(desk);
});

const desktop = { locale: 'en' } as const;
const administrator = (options: Parameters<typeof openDesk>[3]) =>
  openDesk(browser, server, server.account('administrator').login, options);
const place = (path: string) => `[id="field-${path}"]`;

test('an administrator writes a version by the form with the keys: the problem beside the field, the days of the example, what differs, tried, saved, verified', async () => {
  const desk = await administrator(desktop);
  const { page } = desk;
  await page.goto('/protocols');
  await page.getByRole('button', { name: 'Write a new version', disabled: false }).press('Enter');
  const begins = page.locator(place('infectious.0.startOffset'));
  const save = page.getByRole('button', { name: 'Save draft' });
  await begins.press('Control+a');
  await page.keyboard.type('two');
  await page.locator(place('infectious.0.startOffset-says')).getByText('must be a number').waitFor();
  expect(await begins.getAttribute('aria-invalid')).toBe('true');
  expect(await save.isDisabled()).toBe(true);
  await page.getByRole('region', { name: 'Problems' }).getByText('Infectious window › 1 › Begins').waitFor();
  await begins.press('Control+a');
  await page.keyboard.type('-4');
  const example = page.getByRole('region', { name: /^Example/ });
  await example.getByText('infectious 04-07 00:00 – 04-13 00:00').waitFor();
  expect(await page.getByRole('region', { name: 'Problems' }).count()).toBe(0);

  const rules = page.getByRole('region', { name: 'Rules' });
  const first = page.locator(place('exposure.0'));
  await first.press('Enter');
  const least = page.locator(place('exposure.0.single.min'));
  await least.press('Control+a');
  await page.keyboard.type('20');
  await first.getByText('20 min without a break').waitFor();
  await first.press('Alt+ArrowDown');
  await page.locator(place('exposure.1')).getByText('20 min without a break').waitFor();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-exposure.1');
  await page.keyboard.press('Control+z');
  await first.getByText('20 min without a break').waitFor();
  await rules.getByRole('button', { name: /^Duplicate: lived in the same/ }).press('Enter');
  await page.locator(place('exposure.1')).getByText('20 min without a break').waitFor();

  await page.getByRole('tab', { name: 'Changes' }).press('Enter');
  const changes = page.getByRole('table', { name: /What differs/ });
  await changes.getByRole('row', { name: /Infectious window › 1 › Begins .*-2 -4/ }).waitFor();
  await changes.getByRole('row', { name: /rule HOUSEHOLD › Without a break › At least \(min\) 0 20/ }).waitFor();
  await changes.getByRole('row', { name: /rule HOUSEHOLD-2/ }).waitFor();

  const tryIt = page.getByRole('region', { name: 'Try on live data' });
  await tryIt.getByRole('button', { name: 'Try on live data' }).press('Enter');
  await tryIt.getByRole('button', { name: 'Stop' }).press('Enter');
  await tryIt.getByText('stopped: what follows is of the cases looked at').waitFor();
  await tryIt.getByRole('button', { name: 'Try on live data' }).press('Enter');
  // All cases, one after the other: seconds on a quiet machine, minutes on one that does everything else beside.
  await tryIt.getByText(/s, nothing written/).waitFor({ timeout: 240_000 });
  await tryIt.getByText(/^(\d+) of \1 cases looked at$/).waitFor();
  expect(await tryIt.getByText(/\d+ affected/).innerText()).not.toMatch(/^0 /);
  await tryIt.getByText('Your role sees how many, not who.').waitFor();

  await page.keyboard.press('Control+s');
  const asked = page.getByRole('dialog', { name: 'Save the draft CN-COVID-V8@8-local-1?' });
  await asked.getByRole('row', { name: /Version 8 8-local-1/ }).waitFor();
  await asked.getByRole('button', { name: 'Save draft' }).press('Enter');
  const written = page.getByRole('region', { name: 'Written here' });
  await written.getByText('CN-COVID-V8@8-local-1').waitFor();
  await written.getByRole('button', { name: 'Verify' }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Verify' }).press('Enter');
  await written.locator('.tag').getByText('verified', { exact: true }).waitFor();
  expectClean(desk);
});

const groupIn = (shape: FieldShape): readonly ProtocolField[] =>
  shape.kind === 'group' ? shape.fields : shape.kind === 'list' || shape.kind === 'by-class' ? groupIn(shape.item) : [];

/** A file in which every group of fields is set, and where each of its fields stands on the screen. */
function wholeFile(): { file: object; ids: string[] } {
  const whole = (shape: FieldShape): unknown => {
    if (shape.kind === 'group') return Object.fromEntries(shape.fields.map(({ key, shape: own }) => [key, whole(own)]));
    if (shape.kind === 'by-class') return { CLOSE: whole(shape.item) };
    return shape.kind === 'list' && shape.item.kind === 'group' ? [whole(shape.item)] : starterOf(shape);
  };
  const ids = (fields: readonly ProtocolField[], under: string): string[] =>
    fields.flatMap(({ key, shape }) => {
      const own = `${under}${key}`;
      const inner = shape.kind === 'list' ? `${own}.0.` : shape.kind === 'by-class' ? `${own}.CLOSE.` : `${own}.`;
      return [`field-${own}`, ...ids(groupIn(shape), inner)];
    });
  return { file: whole({ kind: 'group', fields: protocolFields() }) as object, ids: ids(protocolFields(), '') };
}

test('the form has a control for every field of the schema, on a window of 390 px as well', async () => {
  const desk = await administrator({ locale: 'zh-CN', phone: true });
  const { page } = desk;
  await page.goto('/protocols');
  await page.getByRole('button', { name: '编写新版本', disabled: false }).press('Enter');
  await page.getByRole('tab', { name: '文本' }).press('Enter');
  const { file, ids } = wholeFile();
  await page.getByRole('textbox', { name: '方案文件（JSON）' }).fill(JSON.stringify(file));
  await page.getByRole('tab', { name: '表单' }).press('Enter');
  await page.locator('.protocol-form').waitFor();
  // The second time for what the first one opened.
  for (const _ of [1, 2])
    await page.evaluate(async () => {
      for (const one of document.querySelectorAll<HTMLDetailsElement>('.protocol-form details')) one.open = true;
      await new Promise((later) => setTimeout(later, 200));
    });
  const lacking = await page.evaluate((all) => all.filter((id) => document.getElementById(id) === null), ids);
  expect(lacking).toEqual([]);
  expect(ids.length).toBeGreaterThan(90);
  await expectNoSidewaysScroll(page);
  expectClean(desk);
});

test('a protocol of their own is founded from a copy on a phone, kept as a file and read again, made active, and chosen for a case', async () => {
  const desk = await administrator({ locale: 'en', phone: true });
  const { page } = desk;
  await page.goto('/protocols');
  await page.getByRole('button', { name: 'New protocol' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'New protocol' });
  const id = dialog.getByRole('textbox', { name: 'Id' });
  await id.fill('who-covid');
  await dialog.getByText(/WHO-COVID belongs to a protocol that comes with the program/).waitFor();
  await id.fill('city-covid');
  await dialog.getByRole('textbox', { name: 'English name' }).fill('COVID-19, our city');
  await expectNoSidewaysScroll(page);
  await dialog.getByRole('button', { name: 'Begin' }).press('Enter');
  await page.getByRole('button', { name: 'Stop editing' }).waitFor();

  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save as file' }).press('Enter')]);
  const kept = JSON.parse(readFileSync(await download.path(), 'utf8')) as object;
  expect(kept).toMatchObject({ id: 'CITY-COVID', version: '1' });
  await page.getByRole('button', { name: 'Stop editing' }).press('Enter');
  const file = { name: 'ours.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify({ ...kept, version: '2' })) };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByText('ours.json is read').waitFor();
  await page.getByRole('button', { name: 'Save draft' }).press('Enter');
  await page
    .getByRole('dialog', { name: 'Save CITY-COVID as a new protocol?' })
    .getByRole('button', { name: 'Save as a new protocol' })
    .press('Enter');

  const bar = page.getByRole('region', { name: 'Written here' }).locator('.version-bar', { hasText: 'CITY-COVID@2' });
  for (const [step, then] of [
    ['Verify', 'verified'],
    ['Make active', 'active'],
  ] as const) {
    await bar.getByRole('button', { name: step }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: step }).press('Enter');
    await bar.locator('.tag').getByText(then, { exact: true }).waitFor();
  }
  await expectNoSidewaysScroll(page);
  expectClean(desk);

  const tracer = await openDesk(browser, server, 'tracer2', desktop);
  await tracer.page.goto('/cases');
  await tracer.page.getByRole('button', { name: /New case|Report a case/ }).press('Enter');
  const choice = tracer.page.getByRole('dialog').getByRole('combobox', { name: 'Protocol' });
  await choice.locator('option', { hasText: 'CITY-COVID COVID-19, our city' }).waitFor({ state: 'attached' });
  expectClean(tracer);
});
