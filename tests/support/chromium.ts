import { type Browser, chromium, devices, type Page } from 'playwright-core';
import { findChromium } from '../../tools/setup/chromium.mjs';

/** The browser of the machine; without a sandbox when the tests run as root, which Chromium otherwise refuses. */
export async function openChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium was found: install it (on Debian: apt-get install chromium) or set CHROMIUM_PATH.');
  const args = process.getuid?.() === 0 ? ['--no-sandbox', '--disable-dev-shm-usage'] : [];
  return chromium.launch({ executablePath, args });
}

export interface PageOptions {
  readonly locale?: 'zh-CN' | 'en';
  /** A phone of 390 px, held in one hand. */
  readonly phone?: boolean;
}

/** A page of its own session. Its `requests` to other origins are counted, because none is allowed (ruling 36). */
export async function openPage(
  browser: Browser,
  url: string,
  { locale = 'zh-CN', phone = false }: PageOptions = {},
): Promise<{ page: Page; foreign: string[] }> {
  const size = phone ? { ...devices['iPhone 13'], viewport: { width: 390, height: 844 } } : { viewport: { width: 1440, height: 900 } };
  const context = await browser.newContext({ ...size, baseURL: url, locale, timezoneId: 'Asia/Shanghai' });
  const page = await context.newPage();
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && new URL(request.url()).origin !== new URL(url).origin) foreign.push(request.url());
  });
  await page.goto('/');
  return { page, foreign };
}
