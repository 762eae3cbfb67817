import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PlainError } from './plain-error.mjs';
import { identity, isSameProcess } from './processes.mjs';

/**
 * Does some work while no other process does it. A lock whose owner has ended is stale and is taken over.
 * @template T
 * @param {string} file
 * @param {{ what: string, waitMs?: number, say?: (line: string) => void }} options `what` is being done, for the messages
 * @param {() => Promise<T> | T} work
 * @returns {Promise<T>}
 */
export async function withLock(file, { what, waitMs = 180_000, say = () => {} }, work) {
  mkdirSync(dirname(file), { recursive: true });
  await take(file, { what, until: Date.now() + waitMs, say });
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** @param {string} file @param {{ what: string, until: number, say: (line: string) => void }} options */
async function take(file, { what, until, say }) {
  let told = false;
  for (;;) {
    if (create(file)) return;
    const owner = readOwner(file);
    if (owner && !isSameProcess(owner)) {
      say(`Removing a stale lock: process ${owner.pid}, which was ${what}, has ended.`);
      removeIfStillOwnedBy(file, owner);
      continue;
    }
    if (Date.now() > until)
      throw new PlainError(
        `Another process (${owner?.pid ?? 'unknown'}) is still ${what}: wait for it or end it; if none is, delete ${file}.`,
      );
    if (!told) say(`Waiting for process ${owner?.pid ?? '?'}, which is ${what}.`);
    told = true;
    await sleep(100);
  }
}

/** @param {string} file */
function create(file) {
  try {
    writeFileSync(file, JSON.stringify({ pid: process.pid, identity: identity(process.pid) }), { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * @param {string} file
 * @returns {{ pid: number, identity?: string } | undefined}
 */
function readOwner(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined; // just removed, or just being written
  }
}

/** @param {string} file @param {{ pid: number }} owner */
function removeIfStillOwnedBy(file, owner) {
  if (readOwner(file)?.pid === owner.pid) rmSync(file, { force: true });
}
