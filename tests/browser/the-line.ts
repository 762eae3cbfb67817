import { PUSH, PUSH_OUTCOMES } from '@tracewright/epi-core';
import { CLASS_WORDS, type Lang } from '@tracewright/workbench-model';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openChromium } from '../support/chromium.js';
import { sharedServer } from '../support/with-server.js';
import { type Desk, expectClean, openDesk, roster } from './desk.js';
import { screenWords } from './screen-words.js';

/** Eight people at a meal of case 207 on 11 April, unlike those of the other walks of the line on the same demo. */
export interface Party {
  /** A family name that nobody else has: dispatchers see only its first character. */
  readonly family: string;
  /** The first ten digits of their phones. */
  readonly phones: string;
  /** `HHmm` */
  readonly from: string;
  readonly to: string;
  /** All desks have a window of 390 px. */
  readonly phone?: boolean;
}

/**
 * The main line as people do it, from a stay that a tracer enters to eight people settled in their rooms and a ledger that closes. The community and the
 * crew always work on a phone of 390 px, the others where `phone` says so. In the words of one language, as the screens have them.
 */
export function theLine(lang: Lang, { family, phones, from, to, phone = false }: Party): void {
  const w = screenWords(lang);
  const locale = lang === 'zh' ? 'zh-CN' : 'en';
  const server = sharedServer();
  let browser: Browser;
  let tracer: Desk;
  let database: Desk;

  beforeAll(async () => {
    browser = await openChromium();
    tracer = await openDesk(browser, server, 'tracer1', { locale, phone });
    database = await openDesk(browser, server, 'database1', { locale, phone });
  });
  afterAll(() => browser?.close());

  const NAMES = [...'甲乙丙丁戊己庚辛'].map((name) => `${family}桌${name}`);
  const LINES = NAMES.map((name, i) => `${name} ${phones}${i} 望月街道桂花苑2号楼1单元20${i}室`).join('\n');

  const say = (page: Page, text: RegExp | string) => page.getByRole('status').getByText(text).first().waitFor();

  test('a tracer adds a stay with the keyboard alone and sees what would change before it is saved', async () => {
    const { page } = tracer;
    const find = page.getByRole('searchbox', { name: w.say('cases.find') });
    await find.pressSequentially('207', { delay: 60 });
    await page.getByRole('row', { name: /^206 / }).waitFor({ state: 'detached' });
    expect(await find.inputValue()).toBe('207');
    await page.getByRole('row', { name: /^207 / }).click();
    await page.getByRole('table', { name: w.say('cases.rows') }).waitFor();
    await page.keyboard.press('n');
    for (const [cell, text] of [
      ['day', '0411'],
      ['from', from],
      ['to', to],
    ] as const) {
      await page
        .getByRole('textbox', { name: w.like('cases.cell', { column: w.say(`cases.entry.${cell}`) }) })
        .last()
        .waitFor();
      await page.keyboard.type(text);
      await page.keyboard.press('Tab');
    }
    await page.keyboard.type('yzyhl');
    await page
      .getByRole('option', { name: /云泽宴会楼/ })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    const tray = page.locator('.tray');
    await tray.getByText(w.say('cases.unsaved', { n: 1 })).waitFor();
    await tray.getByRole('status').waitFor();
    await page.keyboard.press('Control+s');
    await say(page, w.say('cases.saved'));
  });

  test('eight people at a table are named, become eight close contacts, and are accepted', async () => {
    const { page } = tracer;
    const row = page
      .getByRole('row')
      .filter({ has: page.locator('input[value^="云泽宴会楼"]') })
      .filter({ has: page.locator(`input[value="${from.slice(0, 2)}:${from.slice(2)}"]`) });
    await row.getByRole('button', { name: w.like('cases.namePeopleAt') }).click();
    await page.getByLabel(w.say('cases.peopleLines')).fill(LINES);
    await page.getByRole('button', { name: w.say('cases.nameThem', { n: 8 }) }).click();
    await say(page, w.say('cases.namedDone', { n: 8 }));
    await page.getByRole('tab', { name: w.like('cases.tab.contacts') }).click();
    const side = page.getByRole('complementary');
    // The panel of people has the same names: only when it is gone are these the contacts.
    const accept = side.getByRole('button', { name: w.like('cases.acceptAll') });
    await accept.waitFor();
    for (const name of NAMES) await side.getByText(name).waitFor();
    await accept.click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: new RegExp(`^${w.say('contacts.step.accept')} \\d+$`) })
      .click();
    await say(page, w.like('contacts.reviewed'));
    await side.getByRole('button', { name: w.say('cases.sendNow') }).click();
    await say(page, w.like('cases.sentNow'));
  });

  test('the database desk confirms where each must be told, checks all eight and pushes them', async () => {
    const { page } = database;
    await page.goto('/locate');
    for (const name of NAMES) {
      const row = page.getByRole('row', { name: new RegExp(name) });
      await row.getByRole('button', { name: /桂花苑/ }).click();
      await row.waitFor({ state: 'detached' });
    }
    await page.goto(`/contacts?view=to-check&text=${family}桌`);
    await page.getByText(NAMES[7]!).waitFor();
    await page.getByRole('checkbox', { name: w.say('contacts.selectAll') }).check();
    await page.keyboard.press('Shift+C');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: `${w.say('contacts.step.check')} 8` })
      .click();
    await say(page, w.say('contacts.reviewed', { n: 8 }));
    await page.goto(`/contacts?view=unsent&text=${family}桌`);
    await page.getByText(NAMES[7]!).waitFor();
    await page.getByRole('checkbox', { name: w.say('contacts.selectAll') }).check();
    await page.keyboard.press('Shift+P');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: `${w.say('contacts.step.push')} 8` })
      .click();
    await say(page, w.like('contacts.pushed', { n: 8 }));
  });

  test('the community acknowledges and finds everybody at home', async () => {
    const receiver = await openDesk(browser, server, 'receiver1', { locale, phone: true });
    const { page } = receiver;
    await page.getByRole('button', { name: w.like('push.received.acknowledge') }).click();
    await say(page, w.like('push.received.acked'));
    for (const name of NAMES) {
      await page.goto('/received');
      await page.getByRole('button', { name: new RegExp(name) }).click();
      const person = page.getByRole('article', { name });
      await person.getByRole('button', { name: w.say('push.received.atHome') }).click();
      await person.getByText(`${PUSH.CONTROLLED[w.lang]} · ${PUSH_OUTCOMES.AT_HOME_CONTROLLED[w.lang]}`).waitFor();
    }
    expectClean(receiver);
  });

  test('they are driven, handed over and settled, and the ledger closes', async () => {
    const { crewOf, siteOf, driven } = await roster(server);
    const dispatcher = await openDesk(browser, server, 'dispatcher1', { locale, phone });
    const board = dispatcher.page;
    await board.getByRole('button', { name: w.like('transfer.newRun') }).click();
    const dialog = board.getByRole('dialog');
    const vehicles = await dialog.getByLabel(w.say('transfer.vehicleLabel')).locator('option').allInnerTexts();
    const free = vehicles.find((text) => driven.some((plate) => text.startsWith(plate)) && !text.includes(w.say('transfer.onTheWay')))!;
    await dialog.getByLabel(w.say('transfer.vehicleLabel')).selectOption({ label: free.trim() });
    const sites = await dialog.getByLabel(w.say('transfer.siteLabel')).locator('option').allInnerTexts();
    const site = sites.find((text) => text.replace(CLASS_WORDS.SECOND![w.lang], '').includes(CLASS_WORDS.CLOSE![w.lang]))!;
    await dialog.getByLabel(w.say('transfer.siteLabel')).selectOption({ label: site.trim() });
    await dialog.getByRole('button', { name: w.say('transfer.makeRun') }).click();
    const [plate, place] = [free.split(' · ')[0]!.trim(), site.split(' · ')[0]!.trim()];
    const run = board.getByRole('article', { name: new RegExp(plate) });
    await run.waitFor();
    for (let seated = 0; seated < NAMES.length; seated++) {
      await board
        .getByRole('button', { name: `${family}**`, pressed: false })
        .or(board.getByRole('button', { name: `${family}**`, pressed: true }))
        .first()
        .click();
      await board.keyboard.press('m');
      await run.getByText(w.like('transfer.seats', { n: seated + 1 })).waitFor();
    }
    const crew = await openDesk(browser, server, crewOf(plate), { locale, phone: true });
    await crew.page.getByRole('button', { name: w.say('transfer.crew.accept') }).click();
    await crew.page.getByRole('button', { name: w.say('transfer.crew.arrive') }).click();
    for (const name of NAMES) {
      const rider = crew.page.getByRole('article', { name });
      const temperature = rider.getByRole('textbox', { name: w.say('transfer.crew.temperature', { name }) });
      expect(await temperature.inputValue()).toBe('');
      await rider.getByRole('button', { name: w.say('transfer.crew.identity') }).click();
      await temperature.fill('36.5');
      await rider.getByRole('button', { name: w.say('transfer.crew.boardName', { name }) }).click();
      await rider.getByText(`${w.say('transfer.crew.boarded')} 36.5 °C`).waitFor();
    }
    await crew.page.getByRole('button', { name: w.say('transfer.crew.reachSite'), exact: true }).click();
    await crew.page
      .getByRole('dialog')
      .getByRole('button', { name: w.say('transfer.crew.reachSiteOk', { n: 8 }) })
      .click();
    await crew.page.getByText(w.say('transfer.crew.atSite')).waitFor();

    const atSite = await openDesk(browser, server, siteOf(place), { locale, phone });
    const arrival = atSite.page.getByRole('article', { name: plate });
    await arrival.getByRole('button', { name: w.say('transfer.site.takeOver', { n: 8 }) }).click();
    await atSite.page
      .getByRole('dialog')
      .getByRole('button', { name: w.say('transfer.site.takeOver', { n: 8 }) })
      .click();
    await say(atSite.page, w.say('transfer.site.takenOver', { n: 8 }));
    await arrival.getByRole('button', { name: w.say('transfer.site.settle', { n: 8 }) }).click();
    await say(atSite.page, w.say('transfer.site.settled', { n: 8 }));

    await database.page.goto('/ledger');
    await database.page.getByText(`✓ ${w.say('push.ledger.closed')}`).waitFor();
    await database.page
      .getByRole('button', { name: new RegExp(`^${w.say('push.ledger.figure.central')} \\d+$`) })
      .first()
      .click();
    for (const name of NAMES)
      await database.page
        .getByRole('region', { name: w.say('push.ledger.people') })
        .getByText(name)
        .waitFor();
    expectClean(tracer, database, dispatcher, crew, atSite);
  });
}
