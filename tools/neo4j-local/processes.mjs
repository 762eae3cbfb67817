import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * What tells this process from a later one with the same number: the time it was started.
 * @param {number} pid
 * @returns {string | undefined} undefined when no such process runs
 */
export function identity(pid) {
  if (!isAlive(pid)) return undefined;
  if (process.platform === 'linux') {
    try {
      // The name may hold spaces and brackets, so fields are counted from the last bracket; state Z is a corpse.
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\)\s/s, '')
        .split(' ');
      return fields[0] === 'Z' ? undefined : (fields[19] ?? '');
    } catch {
      return undefined;
    }
  }
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return isAlive(pid) ? '' : undefined;
  }
}

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * Whether a process runs; one that has ended and is not yet collected does not. Cheap enough to ask twice a second.
 * @param {number} pid
 */
export function isRunning(pid) {
  return process.platform === 'linux' ? identity(pid) !== undefined : isAlive(pid);
}

/**
 * @param {{ pid: number, identity?: string } | undefined} recorded
 */
export function isSameProcess(recorded) {
  if (!recorded?.pid) return false;
  const now = identity(recorded.pid);
  return now !== undefined && (recorded.identity === undefined || recorded.identity === now);
}

/**
 * @param {number} pid @param {NodeJS.Signals} name
 */
export function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended in the meantime, which is what a signal is for.
  }
}

/**
 * @param {number} pid @param {number} milliseconds
 * @returns {Promise<boolean>} whether it ended in time
 */
export async function waitForEnd(pid, milliseconds) {
  const until = Date.now() + milliseconds;
  while (identity(pid) !== undefined) {
    if (Date.now() >= until) return false;
    await sleep(50);
  }
  return true;
}

/**
 * Asks a process to end, and ends it when it does not.
 * @param {number} pid @param {number} [graceMs]
 */
export async function endProcess(pid, graceMs = 10_000) {
  signal(pid, 'SIGTERM');
  if (await waitForEnd(pid, graceMs)) return;
  signal(pid, 'SIGKILL');
  await waitForEnd(pid, 2_000);
}

/**
 * The same for a process that leads a group, and whatever it has started.
 * @param {number} leader @param {number} [graceMs]
 */
export async function endGroup(leader, graceMs = 4_000) {
  signal(-leader, 'SIGTERM');
  const until = Date.now() + graceMs;
  while (isAlive(-leader)) {
    if (Date.now() >= until) return signal(-leader, 'SIGKILL');
    await sleep(50);
  }
}

/**
 * @param {number} pid
 * @returns {{ parent: number, name: string } | undefined}
 */
export function describeProcess(pid) {
  try {
    const line = execFileSync('ps', ['-o', 'ppid=,comm=', '-p', String(pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    const [, parent, name] = /^\s*(\d+)\s+(.*)$/.exec(line.trim()) ?? [];
    return parent && name ? { parent: Number(parent), name: name.trim() } : undefined;
  } catch {
    return undefined;
  }
}
