import { backupCommand, restoreCommand } from './commands/backup.js';
import { benchCommand } from './commands/bench.js';
import { chainsCommand } from './commands/chains.js';
import { clustersCommand } from './commands/clusters.js';
import { coPresenceCommand } from './commands/co-presence.js';
import type { Command } from './commands/command.js';
import { deriveCommand } from './commands/derive.js';
import { doctorCommand } from './commands/doctor.js';
import { exportCommand } from './commands/export.js';
import { importCommand } from './commands/import.js';
import { ledgerCommand } from './commands/ledger.js';
import { protocolsCommand } from './commands/protocols.js';
import { ringsCommand } from './commands/rings.js';
import { seedCommand } from './commands/seed.js';
import { Refused, say, WrongUsage } from './platform/answers.js';

const COMMANDS: readonly Command[] = [
  coPresenceCommand,
  deriveCommand,
  ringsCommand,
  chainsCommand,
  clustersCommand,
  protocolsCommand,
  importCommand,
  exportCommand,
  ledgerCommand,
  backupCommand,
  restoreCommand,
  seedCommand,
  doctorCommand,
  benchCommand,
];

const CALL = 'npm run -s tracewright --';
const overview = (): string =>
  [
    `${CALL} <command> [options]`,
    '',
    ...COMMANDS.map((c) => `  ${c.name.padEnd(12)} ${c.does}`),
    '',
    'Every command takes --json (one document on standard output) and --tz ZONE (default Asia/Shanghai); --help tells its options.',
  ].join('\n');

/** Exit code 0 done, 1 refused or failed, 2 wrong usage (`contracts.md`). */
async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === 'help') {
    process.stdout.write(`${overview()}\n`);
    return name === undefined ? 2 : 0;
  }
  const command = COMMANDS.find((c) => c.name === name);
  if (!command) {
    say(`There is no command "${name}".\n${overview()}`);
    return 2;
  }
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
