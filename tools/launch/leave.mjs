import { basename } from 'node:path';
import { describeProcess, isRunning } from '../neo4j-local/index.mjs';

/**
 * Calls `stop` once: at Ctrl-C, at SIGTERM, when the terminal goes, and when the parent dies.
 * @param {(why: string) => void} stop
 */
export function whenAskedToLeave(stop) {
  let asked = false;
  const once = (/** @type {string} */ why) => {
    if (asked) return;
    asked = true;
    stop(why);
  };
  for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(name, () => once(name));
  const parent = process.ppid;
  const npm = npmBehindShell(parent);
  setInterval(() => {
    if (process.ppid !== parent || (npm !== undefined && !isRunning(npm))) once('its parent has ended');
  }, 500).unref();
}

/**
 * npm runs a script in a shell that outlives it: npm, ended by SIGTERM, leaves both running, and only its own absence tells.
 * @param {number} parent
 */
function npmBehindShell(parent) {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return undefined;
  const shell = describeProcess(parent);
  return shell && /^(ba|da|z)?sh$/.test(basename(shell.name)) && shell.parent > 1 ? shell.parent : undefined;
}
