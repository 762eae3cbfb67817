import { createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { tail } from '../neo4j-local/index.mjs';
import { startProgram } from './children.mjs';

/** Megabytes for what a question makes and drops: with Node's own 16 a derivation of thousands of contacts spends a fifth of its time on moving it. */
const YOUNG_SPACE = '--max-semi-space-size=64';

/**
 * @typedef {{ login: string, password: string, role: string }} Account
 * @typedef {{ onProgress: (text: string) => void, onReady: (url: string) => void, onAccount: (account: Account) => void }} Listener
 */

/**
 * Starts the built server. It says in plain lines on standard output how far it is (`progress`, `ready`, `account`,
 * `refused`); everything else that it prints is its log, kept in the home, the former one beside it.
 * @param {string} entry the server's main file @param {string} home @param {NodeJS.ProcessEnv} env @param {Listener} listener
 * @returns {{ pid: number, ended: Promise<string> }} why it has ended: the sentence of its refusal, else the tail of its log
 */
export function startApi(entry, home, env, listener) {
  const log = openLog(home);
  let refusal = '';
  let pending = '';
  const hear = (/** @type {string} */ line) => {
    const [word = '', rest = ''] = line.split(/ (.*)/s);
    if (word === 'progress') listener.onProgress(rest);
    else if (word === 'ready') listener.onReady(rest);
    else if (word === 'refused') refusal = rest;
    else if (word === 'account') listener.onAccount(readAccount(rest));
    else log.write(`${line}\n`);
  };
  const onText = (/** @type {string} */ text) => {
    const lines = (pending + text).split(/\r?\n/);
    pending = lines.pop() ?? '';
    lines.forEach(hear);
  };
  const { pid, ended } = startProgram(process.execPath, [YOUNG_SPACE, entry], { env, onText });
  const finished = ended.then(({ code, output }) => {
    if (pending) hear(pending);
    log.end();
    return refusal || `The server has ended by itself (exit code ${code}). ${lastWords(output, home)}`;
  });
  return { pid, ended: finished };
}

/** @param {string} home */
function openLog(home) {
  const folder = join(home, 'logs');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'api.log');
  if (existsSync(file)) renameSync(file, join(folder, 'api.1.log'));
  const log = createWriteStream(file, { mode: 0o600 });
  // A full disk must not take the server down with its log; what it cannot store it refuses by itself.
  log.on('error', () => {});
  return log;
}

/** @param {string} text */
function readAccount(text) {
  const [login = '', password = '', role = ''] = text.split(' ');
  return { login, password, role };
}

/** @param {string} output @param {string} home */
function lastWords(output, home) {
  const logged = output.replace(/^(progress|ready|account) .*\n?/gm, '').trim();
  return logged ? `Its last words, of ${join(home, 'logs', 'api.log')}:\n${tail(logged, 20)}` : 'It has logged nothing.';
}
