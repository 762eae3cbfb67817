import { execFileSync } from 'node:child_process';
import { createServer } from 'node:net';
import { describeProcess } from './processes.mjs';

/**
 * @param {number} port @param {string} [host]
 * @returns {Promise<boolean>}
 */
export function isFree(port, host = '127.0.0.1') {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/**
 * A port that is kept for good must not be one that the system hands out for outgoing connections, or it is taken by
 * chance some other day; those start at 32768 on Linux and higher elsewhere.
 * @param {string} [host]
 */
export async function chooseFreePort(host = '127.0.0.1') {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    if (await isFree(port, host)) return port;
  }
  throw new Error('No free port was found between 20000 and 32000.');
}

/**
 * Who listens on a port, in words. A best effort: without lsof or ss, or for other people's processes, it stays unknown.
 * @param {number} port
 */
export function whoListens(port) {
  const pid = pidFromLsof(port) ?? pidFromSs(port);
  if (pid === undefined) return 'another program';
  return `${describeProcess(pid)?.name ?? 'a program'} (process ${pid})`;
}

/** @param {number} port */
function pidFromLsof(port) {
  return firstNumber(run('lsof', ['-nP', '-t', `-iTCP:${port}`, '-sTCP:LISTEN']), /(\d+)/);
}

/** @param {number} port */
function pidFromSs(port) {
  return firstNumber(run('ss', ['-Hltnp', `sport = :${port}`]), /pid=(\d+)/);
}

/** @param {string} text @param {RegExp} pattern */
function firstNumber(text, pattern) {
  const match = pattern.exec(text);
  return match ? Number(match[1]) : undefined;
}

/** @param {string} program @param {string[]} args */
function run(program, args) {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: 3_000 });
  } catch {
    return '';
  }
}
