import { createReadStream, createWriteStream, existsSync, rmSync } from 'node:fs';
import { BackupRefused, backupGraph, claimDeployment, isEmpty, readDeployment, restoreGraph } from '@tracewright/graph-store';
import { answer, Refused, WrongUsage } from '../platform/answers.js';
import { flag, readArguments } from '../platform/arguments.js';
import { backupSecret, withDatabase } from '../platform/database.js';
import { pathOf } from '../platform/file-access.js';
import type { Command } from './command.js';

function oneFile(positionals: readonly string[]): string {
  if (positionals.length !== 1) throw new WrongUsage('Name one file.');
  return pathOf(positionals[0]!);
}

export const backupCommand: Command = {
  name: 'backup',
  usage: 'F [--as ACCOUNT]',
  does: 'the whole graph of one moment, encrypted, into a file',
  async run(args) {
    const { values, positionals } = readArguments(args, { as: { type: 'string' } }, 1);
    const file = oneFile(positionals);
    if (existsSync(file)) throw new Refused(`${positionals[0]} is there already: name another file, so that no backup is lost.`);
    const needs = { command: 'backup', desks: ['accounts'], whenEmpty: 'refuse' } as const;
    await withDatabase(values, needs, async ({ driver, desk, actor, home }) => {
      const secret = backupSecret(home, true);
      try {
        // A backup reads everybody: that is written before the first of them is, and so it is in the backup itself.
        await desk.work.write(actor, 'backup', async (tx) => tx.touch(`backup:${tx.rev}`));
        const counts = await backupGraph(driver, createWriteStream(file, { mode: 0o600 }), secret);
        answer(flag(values, 'json'), { file: positionals[0], ...counts }, [
          `${counts.nodes} nodes and ${counts.relationships} relationships up to revision ${counts.rev} are in ${positionals[0]}.`,
        ]);
      } catch (error) {
        rmSync(file, { force: true });
        throw error;
      }
    });
  },
};

export const restoreCommand: Command = {
  name: 'restore',
  usage: 'F',
  does: 'fills an empty database from a backup',
  async run(args) {
    const { values, positionals } = readArguments(args, {}, 1);
    const file = oneFile(positionals);
    if (!existsSync(file)) throw new Refused(`There is no file ${positionals[0]}: check its name.`);
    await withDatabase(
      values,
      { command: 'restore', desks: ['accounts'], whenEmpty: 'leave' },
      async ({ driver, desk, actor, home, deployment, clock }) => {
        if (deployment !== null || !(await isEmpty(driver)))
          throw new Refused('This database holds data: restore into an empty one (another TRACEWRIGHT_HOME, or another NEO4J_URI).');
        const counts = await restoreGraph(driver, () => createReadStream(file), backupSecret(home, false)).catch((error: unknown) => {
          throw error instanceof BackupRefused ? new Refused(error.message) : error;
        });
        await claimDeployment(driver, home);
        const restored = await readDeployment(driver);
        clock.setOffset(restored?.clockOffsetMs ?? 0);
        // The restore itself is the next entry of the chain (ruling 28).
        await desk.work.write(actor, 'restore', async (tx) => tx.touch(`backup:${counts.rev}`));
        answer(flag(values, 'json'), counts, [
          `${counts.nodes} nodes and ${counts.relationships} relationships, as of revision ${counts.rev}.`,
        ]);
      },
    );
  },
};
