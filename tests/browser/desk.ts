import { type Browser, type Page } from 'playwright-core';
import { expect } from 'vitest';
import type { DemoAccount, Served } from '../support/built-server.js';
import { openPage, type PageOptions } from '../support/chromium.js';
import { signedIn } from '../support/desk-visitor.js';

export interface Desk {
  readonly page: Page;
  /** Requests to other origins; none is allowed (ruling 36). */
  readonly foreign: readonly string[];
  /** What the page itself complained of. */
  readonly broken: readonly string[];
}

const GO = /^(开始工作|Start work)$/;

/** Signs in with one press on a demo login, or by typing an account of its own, and states a purpose where the role needs one. */
export async function openDesk(
  browser: Browser,
  server: Served,
  who: string | Pick<DemoAccount, 'login' | 'password'>,
  options: PageOptions = {},
): Promise<Desk> {
  const { page, foreign } = await openPage(browser, server.url, options);
  // Generous: two cores may be shared with the rest of the checks. Nothing here asserts how long anything takes.
  page.setDefaultTimeout(90_000);
  const broken: string[] = [];
  page.on('pageerror', (error) => broken.push(error.message));
  if (typeof who === 'string') await page.getByRole('button', { name: who, exact: true }).click();
  else {
    await page.locator('input[name=login]').fill(who.login);
    await page.locator('input[name=password]').fill(who.password);
    await page.keyboard.press('Enter');
  }
  const start = page.getByRole('button', { name: GO });
  await page.getByRole('main').and(page.locator('.screen')).or(start).first().waitFor();
  if (await start.isVisible()) {
    await page.getByRole('textbox').fill('处置本日疫情');
    await start.click();
  }
  await page.locator('.screen').waitFor();
  return { page, foreign, broken };
}

/** Nothing went to another origin and nothing broke. */
export function expectClean(...desks: readonly Desk[]): void {
  expect(desks.flatMap(({ foreign }) => foreign)).toEqual([]);
  expect(desks.flatMap(({ broken }) => broken)).toEqual([]);
}

/** Neither the page nor its screen as a whole is wider than the window: nobody scrolls sideways with one hand. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const beyond = await page.evaluate(() => {
    const screens = [document.documentElement, ...document.querySelectorAll('.screen-body')];
    return Math.max(...screens.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth));
  });
  expect(beyond).toBeLessThanOrEqual(0);
}

/** Which crew drives which vehicle, and which account is at which site: what people know from the roster on the wall. */
export async function roster(
  server: Served,
): Promise<{ crewOf: (plate: string) => string; siteOf: (name: string) => string; driven: string[] }> {
  const admin = await signedIn(server, server.account('administrator').login, null);
  const { accounts, vehicles, sites } = await admin.data<{
    accounts: { login: string; vehicleId: string | null; siteId: string | null }[];
    vehicles: { id: string; plate: string; seats: number }[];
    sites: { id: string; name: string }[];
  }>('{ accounts { login vehicleId siteId } vehicles { id plate seats } sites { id name } }');
  const find = (login: string | undefined, what: string): string => {
    if (!login) throw new Error(`The demo has nobody for ${what}.`);
    return login;
  };
  const driverOf = (id: string | undefined) => accounts.find((a) => a.vehicleId !== null && a.vehicleId === id)?.login;
  return {
    driven: vehicles.filter((v) => v.seats >= 8 && driverOf(v.id) !== undefined).map((v) => v.plate),
    crewOf: (plate) => find(driverOf(vehicles.find((v) => v.plate === plate)?.id), plate),
    siteOf: (name) => find(accounts.find((a) => a.siteId !== null && a.siteId === sites.find((s) => s.name === name)?.id)?.login, name),
  };
}
