import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** @type {import('node:child_process').ChildProcess | undefined} */
let watchdog;

/** @param {string} order */
function tell(order) {
  watchdog ??= startWatchdog();
  watchdog.stdin?.write(`${order}\n`);
}

function startWatchdog() {
  const child = spawn(process.execPath, [fileURLToPath(new URL('watchdog.mjs', import.meta.url))], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    env: {},
  });
  // It waits for us, we do not wait for it.
  child.unref();
  child.stdin.on('error', () => {});
  /** @type {import('node:net').Socket} */ (/** @type {unknown} */ (child.stdin)).unref();
  return child;
}

/** What must not outlive this process: see watchdog.mjs. */
export const guard = {
  /** @param {number} pid */
  watch: (pid) => tell(`watch ${pid}`),
  /** @param {number} pid */
  forget: (pid) => tell(`forget ${pid}`),
  /** @param {number} leader */
  watchGroup: (leader) => tell(`watch-group ${leader}`),
  /** @param {number} leader */
  forgetGroup: (leader) => tell(`forget-group ${leader}`),
  /** @param {string} folder */
  removeAtEnd: (folder) => tell(`remove ${folder}`),
  /** @param {string} folder */
  keep: (folder) => tell(`keep ${folder}`),
};
