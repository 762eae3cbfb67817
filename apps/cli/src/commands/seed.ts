import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoOutbreak } from '@tracewright/demo';
import { Argon2Passwords, beginFilling, startDeployment } from '@tracewright/graph-store';
import { seedDemo } from '@tracewright/investigation';
import { answer, Refused, say } from '../platform/answers.js';
import { flag, readArguments, wholeNumber } from '../platform/arguments.js';
import { withDatabase } from '../platform/database.js';
import type { Command } from './command.js';

export const seedCommand: Command = {
  name: 'seed',
  usage: '[--seed N]',
  does: 'the demo outbreak into an empty database',
  async run(args) {
    const { values } = readArguments(args, { seed: { type: 'string' } });
    const seed = values.seed === undefined ? undefined : wholeNumber(values, 'seed', 0);
    await withDatabase(
      values,
      { command: 'seed', desks: ['accounts'], whenEmpty: 'leave' },
      async ({ driver, desk, clock, deployment, home }) => {
        if (deployment !== null)
          throw new Refused('This database holds data: seed an empty one (another TRACEWRIGHT_HOME, or another NEO4J_URI).');
        await beginFilling(driver);
        const outbreak = demoOutbreak(seed);
        const set = { setTo: (at: number) => clock.setOffset(at - Date.now()) };
        const accounts = await seedDemo({ desk, passwords: new Argon2Passwords(), clock: set, say }, outbreak);
        await startDeployment(driver, { demo: true, clockOffsetMs: Date.parse(outbreak.now) - Date.now(), tz: clock.tz, home });
        mkdirSync(home, { recursive: true, mode: 0o700 });
        writeFileSync(join(home, 'demo-accounts.json'), JSON.stringify(accounts), { mode: 0o600 });
        answer(
          flag(values, 'json'),
          { people: outbreak.people.length, stays: outbreak.stays.length, cases: outbreak.cases.length, accounts: accounts.length },
          [
            `${outbreak.people.length} people, ${outbreak.stays.length} stays, ${outbreak.cases.length} cases; accounts are in demo-accounts.json of the home.`,
          ],
        );
      },
    );
  },
};
