import { createHash, randomBytes } from 'node:crypto';
import type { Instant } from '@tracewright/epi-core';
import type { Desk } from '../platform/desk.js';
import type { Actor } from '../platform/unit-of-work.js';
import type { Account, Passwords, Session } from './account-store.js';

export const SHIFT_MS = 12 * 3_600_000;
/** Compared with when the login is unknown, so that the answer takes as long either way. It is nobody's password. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$Nb0mGqf0Y7y6v2m0l1Q0m7c3r0h3l1Y5x3kO8F2w3bA';

export type SignInOutcome =
  | { kind: 'signed-in'; token: string; account: Account; mustChange: boolean }
  | { kind: 'wrong-login' }
  | { kind: 'account-locked' }
  | { kind: 'account-expired' };

export const sessionIdOf = (token: string): string => createHash('sha256').update(token).digest('hex');

export function actorOf(account: Account, purpose: string | null): Actor {
  const { id, name, role, areaPath, areaId, siteId, vehicleId } = account;
  return { accountId: id, name, role, areaPath, areaId, siteId, vehicleId, purpose };
}

/** Why this account lets nobody in now, or null: signing in, being signed in and the command line ask it. */
export function closedBecause(account: Account, now: Instant): 'account-locked' | 'account-expired' | null {
  if (account.lockedAt !== null) return 'account-locked';
  return account.expiresAt !== null && account.expiresAt <= now ? 'account-expired' : null;
}

export async function signIn(desk: Desk, passwords: Passwords, input: { login: string; password: string }): Promise<SignInOutcome> {
  const account = await desk.work.read((tx) => desk.accounts.byLogin(tx, input.login.trim().toLowerCase()));
  const right = await passwords.verify(account?.passwordHash ?? NOBODY, input.password).catch(() => false);
  if (!account || !right) return { kind: 'wrong-login' };
  const closed = closedBecause(account, desk.clock.now());
  if (closed) return { kind: closed };
  const token = randomBytes(32).toString('base64url');
  await desk.work.write(actorOf(account, null), 'sign-in', async (tx) => {
    const session: Session = {
      id: sessionIdOf(token),
      accountId: account.id,
      createdAt: tx.now,
      expiresAt: tx.now + SHIFT_MS,
      purpose: null,
      purposeAt: null,
    };
    await desk.accounts.openSession(tx, session);
    tx.touch(account.id);
  });
  return { kind: 'signed-in', token, account, mustChange: account.mustChange };
}

/** Who holds this cookie now, or null: unknown, ended, locked or expired sign-ins all count as signed out. */
export async function whoIs(desk: Desk, token: string): Promise<{ actor: Actor; account: Account; session: Session } | null> {
  const found = await desk.work.read((tx) => desk.accounts.session(tx, sessionIdOf(token)));
  const now = desk.clock.now();
  if (!found || found.session.expiresAt <= now || closedBecause(found.account, now)) return null;
  return { ...found, actor: actorOf(found.account, found.session.purpose) };
}

export async function signOut(desk: Desk, actor: Actor, token: string): Promise<void> {
  await desk.work.write(actor, 'sign-out', async (tx) => {
    await desk.accounts.closeSession(tx, sessionIdOf(token));
    tx.touch(actor.accountId);
  });
}

/** Said once a shift; it stands in every audit entry of the sign-in from then on. */
export async function statePurpose(
  desk: Desk,
  actor: Actor,
  token: string,
  purpose: string,
): Promise<{ kind: 'stated' } | { kind: 'purpose-empty' }> {
  const text = purpose.trim();
  if (text.length < 2) return { kind: 'purpose-empty' };
  return desk.work.write({ ...actor, purpose: text }, 'state-purpose', async (tx) => {
    await desk.accounts.statePurpose(tx, sessionIdOf(token), text);
    tx.touch(actor.accountId);
    return { kind: 'stated' };
  });
}
