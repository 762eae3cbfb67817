import { type DeskName, mayOpen } from '@tracewright/epi-core';
import type { OpenGraph } from '@tracewright/graph-store';
import { type Actor, actorOf, closedBecause, localOperator } from '@tracewright/investigation';
import { Refused } from './answers.js';

/** What a command needs of whoever calls it. */
export interface Access {
  /** The command's name; it stands in the audit as the purpose when no other was stated. */
  readonly command: string;
  /** Desks that the account's role must open, all of them: the table that GraphQL and the exports ask (ruling 27). */
  readonly desks: readonly DeskName[];
  readonly purpose?: string;
}

const CLOSED = { 'account-locked': 'is locked', 'account-expired': 'has expired' } as const;

/** Whoever can read the home's secret holds the whole database and is its operator; `--as` acts with that account's rights and no others. */
export async function actorFor({ desk }: Pick<OpenGraph, 'desk'>, login: string | undefined, access: Access): Promise<Actor> {
  const purpose = access.purpose ?? access.command;
  if (login === undefined) return localOperator('/', purpose);
  const account = await desk.work.read((tx) => desk.accounts.byLogin(tx, login.trim().toLowerCase()));
  if (!account) throw new Refused(`There is no account "${login}": check its name.`);
  const closed = closedBecause(account, desk.clock.now());
  if (closed) throw new Refused(`The account "${login}" ${CLOSED[closed]}: ask an administrator to open it again.`);
  if (!access.desks.every((name) => mayOpen(account.role, name)))
    throw new Refused(`The role of "${login}" does not open ${access.command}: use an account whose role does.`);
  return actorOf(account, purpose);
}
