import { existsSync } from 'node:fs';

/** Where Debian, Ubuntu and macOS put it; CHROMIUM_PATH names another one. */
const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** @returns {string | undefined} the browser that tests drive */
export function findChromium() {
  return [process.env.CHROMIUM_PATH ?? '', ...USUAL].find((path) => path !== '' && existsSync(path));
}
