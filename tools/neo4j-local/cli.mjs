#!/usr/bin/env node
/** node tools/neo4j-local/cli.mjs install|start|stop|status|reset|logs : the managed Neo4j, by hand. */
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { ensureInstalled, homeFolder, logs, reset, start, status, stop } from './index.mjs';
import { explain } from './plain-error.mjs';

const USAGE = `Usage: node tools/neo4j-local/cli.mjs <command> [--home FOLDER]
  install   fetch the pinned Neo4j with Maven into the cache and verify it
  start     start the managed server; it runs on until "stop"
  stop      stop it
  status    say whether it runs, and where
  reset     remove the database of this home; asks first (--yes does not)
  logs      the end of its log (--lines N)`;

const say = (/** @type {string} */ line) => console.error(line);

/** @type {Record<string, (options: { home?: string, yes?: boolean, lines?: string }) => Promise<unknown>>} */
const commands = {
  install: async () => {
    const { lib, version } = await ensureInstalled({ say });
    console.log(`Neo4j ${version} is in ${lib}, and its checksums are right.`);
  },
  start: async ({ home }) => {
    const server = await start({ home, detached: true, say });
    const how = server.external
      ? 'NEO4J_URI names it, nothing was started'
      : server.reused
        ? 'it was running already'
        : `process ${server.pid}`;
    console.log(`Neo4j answers at ${server.uri} (${how}).`);
  },
  stop: async ({ home }) => console.log((await stop(home)) ? 'Neo4j is stopped.' : 'Neo4j was not running.'),
  status: async ({ home }) => {
    const { state, ...about } = await status(home);
    console.log([state, ...Object.entries(about).map(([name, value]) => `${name}: ${value}`)].join('\n'));
    if (state !== 'running') process.exitCode = 1;
  },
  reset: async ({ home, yes }) => {
    if (!yes && !(await agrees(`Remove the whole database in ${homeFolder(home)}? Type "yes": `)))
      return console.log('Nothing was removed.');
    await reset(home);
    console.log('The database is removed; the next start makes an empty one.');
  },
  logs: async ({ home, lines }) => console.log(logs(home, Number(lines ?? 40)) || 'Nothing has been logged yet.'),
};

/** @param {string} question */
async function agrees(question) {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await Promise.race([terminal.question(question), new Promise((resolve) => terminal.once('close', () => resolve('')))]);
  terminal.close();
  return answer === 'yes';
}

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { home: { type: 'string' }, yes: { type: 'boolean' }, lines: { type: 'string' } },
  });
  const command = commands[positionals[0] ?? ''];
  if (command) await command(values);
  else {
    console.error(USAGE);
    process.exitCode = 2;
  }
} catch (error) {
  console.error(/** @type {{ code?: string }} */ (error).code?.startsWith('ERR_PARSE_ARGS') ? USAGE : explain(error));
  process.exitCode = 1;
}
