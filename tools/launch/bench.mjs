#!/usr/bin/env node
/** npm run bench, npm run bench:link: builds the benchmarks and runs one of them as the server runs. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../neo4j-local/index.mjs';
import { withLargePages } from './large-pages.mjs';

const [program = '', ...args] = process.argv.slice(2);

/** @param {string[]} command @param {NodeJS.ProcessEnv} [env] */
function run(command, env = process.env) {
  const { status } = spawnSync(process.execPath, command, { stdio: 'inherit', env });
  if (status !== 0) process.exit(status ?? 1);
}

run([join(projectRoot, 'node_modules/typescript/bin/tsc'), '-b', join(projectRoot, 'tests/benchmarks')]);
run([join(projectRoot, 'tests/benchmarks/dist', program), ...args], withLargePages(process.env));
