import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { endGroup, guard, projectRoot } from '../neo4j-local/index.mjs';

/**
 * Everything a launcher starts leads a process group of its own, so that Ctrl-C reaches the launcher alone, which then ends
 * all of it in order; a watchdog does the same when the launcher itself is killed.
 */
/** @type {Set<number>} */
const leaders = new Set();

/**
 * @typedef {{ env?: NodeJS.ProcessEnv, cwd?: string, onText?: (text: string) => void }} RunOptions
 * @typedef {{ pid: number, ended: Promise<{ code: number, output: string }> }} Child
 */

/**
 * Starts a program without standard input.
 * @param {string} program @param {string[]} args @param {RunOptions} [options]
 * @returns {Child} `ended` never rejects: a program that cannot be started ends with code 127 and the reason as its output
 */
export function startProgram(program, args, { env = process.env, cwd = projectRoot, onText = () => {} } = {}) {
  const child = spawn(program, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32' });
  const pid = child.pid ?? 0;
  if (pid > 0) remember(pid);
  let output = '';
  const take = (/** @type {Buffer} */ chunk) => {
    const text = chunk.toString();
    output = (output + text).slice(-2_000_000);
    onText(text);
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  const ended = new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 127, output: `${program}: ${error.message}` }));
    child.on('close', (code, signal) => {
      forget(pid);
      resolve({ code: code ?? 128 + (constants.signals[signal ?? 'SIGTERM'] ?? 0), output });
    });
  });
  return { pid, ended };
}

/**
 * Runs a program to its end.
 * @param {string} program @param {string[]} args @param {RunOptions} [options]
 */
export function run(program, args, options) {
  return startProgram(program, args, options).ended;
}

/** Ends every group that is still there. */
export async function endChildren(graceMs = 3_000) {
  await Promise.all([...leaders].map((leader) => endGroup(leader, graceMs)));
}

/** @param {number} pid */
function remember(pid) {
  leaders.add(pid);
  guard.watchGroup(pid);
}

/** @param {number} pid */
function forget(pid) {
  leaders.delete(pid);
  guard.forgetGroup(pid);
}
