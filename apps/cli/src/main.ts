import type { Command } from './commands/command.js';
import { Refused, say, WrongUsage } from './platform/answers.js';

/** Each is loaded when it is called: a command of files does not wait for what speaks to a database. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  'co-presence': async () => (await import('./commands/co-presence.js')).coPresenceCommand,
  derive: async () => (await import('./commands/derive.js')).deriveCommand,
  rings: async () => (await import('./commands/rings.js')).ringsCommand,
  chains: async () => (await import('./commands/chains.js')).chainsCommand,
  clusters: async () => (await import('./commands/clusters.js')).clustersCommand,
  link: async () => (await import('./commands/link.js')).linkCommand,
  protocols: async () => (await import('./commands/protocols.js')).protocolsCommand,
  import: async () => (await import('./commands/import.js')).importCommand,
  export: async () => (await import('./commands/export.js')).exportCommand,
  ledger: async () => (await import('./commands/ledger.js')).ledgerCommand,
  backup: async () => (await import('./commands/backup.js')).backupCommand,
  restore: async () => (await import('./commands/backup.js')).restoreCommand,
  seed: async () => (await import('./commands/seed.js')).seedCommand,
  doctor: async () => (await import('./commands/doctor.js')).doctorCommand,
  bench: async () => (await import('./commands/bench.js')).benchCommand,
};

const CALL = 'npm run -s tracewright --';
async function overview(): Promise<string> {
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
  return [
    `${CALL} <command> [options]`,
    '',
    ...commands.map((c) => `  ${c.name.padEnd(12)} ${c.does}`),
    '',
    'Every command takes --json (one document on standard output) and --tz ZONE (default Asia/Shanghai); --help tells its options.',
  ].join('\n');
}

/** Exit code 0 done, 1 refused or failed, 2 wrong usage (`contracts.md`). */
async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined) {
    say(`Name a command.\n${await overview()}`);
    return 2;
  }
  if (name === '--help' || name === 'help') {
    process.stdout.write(`${await overview()}\n`);
    return 0;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) {
    say(`There is no command "${name}".\n${await overview()}`);
    return 2;
  }
  const command = await load();
  if (rest.includes('--help')) {
    process.stdout.write(`${CALL} ${command.name} ${command.usage}\n${command.does}\n`);
    return 0;
  }
  try {
    await command.run(rest);
    return 0;
  } catch (error) {
    if (error instanceof WrongUsage) {
      say(`${error.message}\n${CALL} ${command.name} ${command.usage}`);
      return 2;
    }
    say(error instanceof Refused ? error.message : `${command.name} failed: ${(error as Error).message}`);
    return 1;
  }
}

const code = await main(process.argv.slice(2));
// A database that runs on beside us would keep this process waiting: it leaves as soon as everything is written.
process.stdout.write('', () => process.stderr.write('', () => process.exit(code)));
