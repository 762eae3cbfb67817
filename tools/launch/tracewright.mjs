#!/usr/bin/env node
/** npm run -s tracewright -- <command>: the commands, built first when stale. Standard output is the command's alone. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { explain, projectRoot } from '../neo4j-local/index.mjs';
import { buildServer } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';

const say = (/** @type {string} */ line) => console.error(line);

try {
  await ensureDependencies(say);
  await buildServer(say);
  const entry = join(projectRoot, 'apps/cli/dist/main.js');
  const child = spawn(process.execPath, [entry, ...process.argv.slice(2)], {
    stdio: 'inherit',
    cwd: process.env.INIT_CWD ?? process.cwd(),
  });
  // Ctrl-C reaches the command by itself, as one of the terminal's group; the launcher only waits for its answer.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
} catch (error) {
  say(explain(error));
  process.exit(1);
}
