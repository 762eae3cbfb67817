#!/usr/bin/env node
/**
 * npm test: everything that checks the project, stage by stage; ends with the line `N passed, N failed`.
 * --quick leaves out what needs a server; stage names as arguments run only those.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { during, ensureInstalled, explain, guard, start, tail } from '../neo4j-local/index.mjs';
import { ensureSystem } from '../setup/index.mjs';
import { endChildren } from './children.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { whenAskedToLeave } from './leave.mjs';
import { STAGES } from './stages.mjs';

const say = (/** @type {string} */ line) => console.log(line);
const total = { passed: 0, failed: 0 };
/** @type {{ name: string, passed: number, failed: number, seconds: number }[]} */
const table = [];
/** One for the stages that share it. @type {Promise<import('../neo4j-local/index.d.mts').Neo4jServer> | undefined} */
let server;
const home = mkdtempSync(join(tmpdir(), 'tracewright-test-'));

async function leave(/** @type {number} */ code) {
  await endChildren();
  await server?.then((started) => started.stop(3_000)).catch(() => {});
  rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  process.exit(code);
}

/** A test's database lives for minutes: the quick compiler and collector spare a third of the processor, at the same speed. */
process.env.JAVA_TOOL_OPTIONS = `${process.env.JAVA_TOOL_OPTIONS ?? ''} -XX:TieredStopAtLevel=1 -XX:+UseSerialGC`.trim();

/** Tests never touch a database that somebody named, and keep their state in a folder of their own (ruling 32). */
function environment() {
  const mine = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(NEO4J_|TRACEWRIGHT_(HOME|LIVE)|PORT$|HOST$)/.test(name)),
  );
  return { ...mine, TRACEWRIGHT_HOME: home, TRACEWRIGHT_TEST_DEMO: join(home, 'demo'), CI: '1', NO_COLOR: '1', FORCE_COLOR: '0' };
}

/** @param {NodeJS.ProcessEnv} env */
async function withDatabase(env) {
  server ??= start({ home: join(home, 'graph'), ephemeral: true, ignoreEnvironment: true, heap: '768m', say });
  const { uri, user, password } = await server;
  return { ...env, TRACEWRIGHT_TEST_NEO4J: JSON.stringify({ uri, user, password }) };
}

/** @param {import('./stages.mjs').Stage} stage */
async function runStage(stage) {
  const began = Date.now();
  let outcome = { passed: 0, failed: 1, output: '' };
  try {
    const env = stage.needs === 'nothing' ? environment() : await withDatabase(environment());
    outcome = await during(say, stage.name, stage.work(env));
  } catch (error) {
    outcome.output = explain(error);
  }
  const { passed, failed, output } = outcome;
  if (failed > 0) say(`\n${tail(output, 150)}\n`);
  total.passed += passed;
  total.failed += failed;
  table.push({ name: stage.name, passed, failed, seconds: (Date.now() - began) / 1000 });
}

function showTable() {
  say(`\n${'stage'.padEnd(14)}${'passed'.padStart(8)}${'failed'.padStart(8)}${'seconds'.padStart(9)}`);
  for (const { name, passed, failed, seconds } of table)
    say(`${name.padEnd(14)}${String(passed).padStart(8)}${String(failed).padStart(8)}${seconds.toFixed(1).padStart(9)}`);
}

/** How many stages run beside each other: one more than the smallest machine has cores, because each waits for servers now and then. */
const AT_ONCE = 3;

/** Those that were asked for: by name, the quick ones, or all. @returns {import('./stages.mjs').Stage[]} */
function chosen() {
  const only = process.argv.slice(2).filter((word) => !word.startsWith('--'));
  const quick = process.argv.includes('--quick');
  return STAGES.filter(({ name, quick: fast }) => (only.length > 0 ? only.includes(name) : !quick || fast));
}

/** @param {readonly import('./stages.mjs').Stage[]} stages */
async function runAll(stages) {
  const left = [...stages];
  const ended = new Set(STAGES.map(({ name }) => name).filter((name) => !stages.some((stage) => stage.name === name)));
  /** @type {Map<string, Promise<void>>} */
  const running = new Map();
  while (left.length > 0 || running.size > 0) {
    const next = running.size < AT_ONCE ? left.findIndex(({ after = [] }) => after.every((name) => ended.has(name))) : -1;
    const [stage] = next < 0 ? [] : left.splice(next, 1);
    if (stage === undefined) {
      await Promise.race(running.values());
      continue;
    }
    const done = runStage(stage).then(() => {
      running.delete(stage.name);
      ended.add(stage.name);
    });
    running.set(stage.name, done);
  }
}

async function main() {
  const stages = chosen();
  const servers = stages.some(({ quick }) => !quick);
  await ensureSystem({ forTests: stages.some(({ name }) => name === 'browser'), database: servers, say });
  await ensureDependencies(say);
  if (servers) await ensureInstalled({ say });
  await runAll(stages);
  showTable();
}

guard.removeAtEnd(home);
whenAskedToLeave(() => void leave(130));
try {
  await main();
} catch (error) {
  total.failed += 1;
  say(explain(error));
}
say(`${total.passed} passed, ${total.failed} failed`);
await leave(total.failed > 0 ? 1 : 0);
