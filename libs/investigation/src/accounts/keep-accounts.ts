import { randomBytes } from 'node:crypto';
import type { Instant, Role } from '@tracewright/epi-core';
import type { Rejection } from '../imports/raw-record.js';
import type { Desk } from '../platform/desk.js';
import { flawOf } from '../platform/flaw.js';
import type { Actor } from '../platform/unit-of-work.js';
import { accountSchema } from './account.schema.js';
import type { Account, Passwords } from './account-store.js';

export interface NewAccount {
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly areaId: string;
  readonly siteId?: string | null;
  readonly vehicleId?: string | null;
  readonly expiresAt?: Instant | null;
}

export type AccountRefusal =
  | { kind: 'not-allowed' }
  | { kind: 'login-taken'; login: string }
  | { kind: 'area-unknown' }
  | { kind: 'account-unknown' }
  | { kind: 'invalid-input'; fields: readonly Rejection[] };

/** Easy to read out over the phone: no letters that look alike. */
export function oneTimePassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  return [...randomBytes(12)].map((b) => letters[b % letters.length]).join('');
}

export async function createAccount(
  desk: Desk,
  passwords: Passwords,
  actor: Actor,
  input: NewAccount,
): Promise<{ kind: 'created'; account: Account; password: string } | AccountRefusal> {
  if (actor.role !== 'administrator') return { kind: 'not-allowed' };
  const password = oneTimePassword();
  const passwordHash = await passwords.hash(password);
  return desk.work.write(actor, 'create-account', async (tx) => {
    const login = input.login.trim().toLowerCase();
    if (await desk.accounts.byLogin(tx, login)) return { kind: 'login-taken', login };
    const area = await desk.areas.byId(tx, input.areaId);
    if (!area?.path.startsWith(actor.areaPath)) return { kind: 'area-unknown' };
    const account: Account = {
      id: desk.ids.next('account'),
      login,
      name: input.name.trim(),
      role: input.role,
      areaId: area.id,
      areaPath: area.path,
      passwordHash,
      mustChange: true,
      lockedAt: null,
      expiresAt: input.expiresAt ?? null,
      siteId: input.siteId ?? null,
      vehicleId: input.vehicleId ?? null,
      demo: false,
      createdAt: tx.now,
    };
    const flaw = flawOf(accountSchema, account);
    if (flaw) return { kind: 'invalid-input', fields: [flaw] };
    await desk.accounts.save(tx, [account]);
    tx.touch(account.id);
    tx.announce('accounts');
    return { kind: 'created', account, password };
  });
}

async function change(
  desk: Desk,
  actor: Actor,
  operation: string,
  accountId: string,
  edit: (account: Account, now: Instant) => Account,
  endSessions: boolean,
) {
  if (actor.role !== 'administrator') return { kind: 'not-allowed' } as const;
  return desk.work.write(actor, operation, async (tx) => {
    const account = await desk.accounts.byId(tx, accountId);
    if (!account?.areaPath.startsWith(actor.areaPath)) return { kind: 'account-unknown' } as const;
    const changed = edit(account, tx.now);
    const flaw = flawOf(accountSchema, changed);
    if (flaw) return { kind: 'invalid-input', fields: [flaw] } as const;
    await desk.accounts.save(tx, [changed]);
    // A lock must bite at once, in every window that is open.
    const ended = endSessions ? await desk.accounts.closeSessionsOf(tx, accountId) : [];
    tx.touch(accountId);
    tx.announce('accounts', accountId);
    return { kind: 'changed', account: changed, endedSessions: ended } as const;
  });
}

export const lockAccount = (desk: Desk, actor: Actor, id: string) =>
  change(desk, actor, 'lock-account', id, (a, now) => ({ ...a, lockedAt: now }), true);
export const unlockAccount = (desk: Desk, actor: Actor, id: string) =>
  change(desk, actor, 'unlock-account', id, (a) => ({ ...a, lockedAt: null }), false);
export const expireAccount = (desk: Desk, actor: Actor, id: string, at: Instant | null) =>
  change(desk, actor, 'expire-account', id, (a) => ({ ...a, expiresAt: at }), at !== null && at <= desk.clock.now());

export async function resetPassword(desk: Desk, passwords: Passwords, actor: Actor, id: string) {
  const password = oneTimePassword();
  const passwordHash = await passwords.hash(password);
  // An account of an imported list is locked until its first password; one that was locked on purpose stays so.
  const opened = (a: Account) => (a.passwordHash === '' ? null : a.lockedAt);
  const edit = (a: Account) => ({ ...a, passwordHash, mustChange: true, lockedAt: opened(a) });
  const outcome = await change(desk, actor, 'reset-password', id, edit, true);
  return outcome.kind === 'changed' ? { ...outcome, password } : outcome;
}

export type ChangePasswordOutcome =
  | { kind: 'password-changed' }
  | { kind: 'wrong-password' }
  | { kind: 'password-too-short'; least: number };
export const LEAST_PASSWORD_LENGTH = 10;

export async function changePassword(
  desk: Desk,
  passwords: Passwords,
  actor: Actor,
  input: { former: string; next: string },
): Promise<ChangePasswordOutcome> {
  if (input.next.length < LEAST_PASSWORD_LENGTH) return { kind: 'password-too-short', least: LEAST_PASSWORD_LENGTH };
  const account = await desk.work.read((tx) => desk.accounts.byId(tx, actor.accountId));
  if (!account || !(await passwords.verify(account.passwordHash, input.former))) return { kind: 'wrong-password' };
  const passwordHash = await passwords.hash(input.next);
  await desk.work.write(actor, 'change-password', async (tx) => {
    await desk.accounts.save(tx, [{ ...account, passwordHash, mustChange: false }]);
    tx.touch(actor.accountId);
  });
  return { kind: 'password-changed' };
}
