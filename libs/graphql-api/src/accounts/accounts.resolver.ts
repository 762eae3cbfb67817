import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { NEEDS_PURPOSE, type Role } from '@tracewright/epi-core';
import {
  type Account as AccountRecord,
  type AccountRefusal,
  changePassword,
  createAccount,
  expireAccount,
  lockAccount,
  Passwords,
  resetPassword,
  signIn,
  signOut,
  statePurpose,
  unlockAccount,
} from '@tracewright/investigation';
import type { Ask } from '../platform/ask.js';
import { Asking } from '../platform/asking.js';
import { SimpleOutcome } from '../platform/problem.type.js';
import { answer, refusal, simple } from '../platform/refusal.js';
import { InstantMark } from '../platform/scalars.js';
import { CreateAccountInput } from './account.input.js';
import { AccountOutcome, SignInOutcome } from './account.outcome.js';
import { Account } from './account.type.js';
import { SignInThrottle } from './sign-in-throttle.js';

/** Sign-ins last a shift; the cookie ends with it. */
const SHIFT_MS = 12 * 3_600_000;

export const accountFace = (ask: Ask, account: AccountRecord, purpose: string | null): object => ({
  ...account,
  areaName: async () => (await ask.areas.load(account.areaId))?.name ?? account.areaId,
  needsPurpose: NEEDS_PURPOSE.has(account.role) && purpose === null,
  purpose,
});

@Resolver()
export class AccountsResolver {
  constructor(
    private readonly passwords: Passwords,
    private readonly throttle: SignInThrottle,
  ) {}

  @Query(() => Account, { nullable: true, description: 'Who is signed in; null: nobody.' })
  me(@Asking() ask: Ask): object | null {
    return ask.signedIn && accountFace(ask, ask.signedIn.account, ask.signedIn.session.purpose);
  }

  @Query(() => [Account], { description: 'Accounts.' })
  async accounts(@Asking() ask: Ask): Promise<object[]> {
    const actor = ask.open('accounts');
    const all = await ask.desk.work.read((tx) => ask.desk.accounts.all(tx));
    return all.filter((a) => a.areaPath.startsWith(actor.areaPath)).map((a) => accountFace(ask, a, null));
  }

  @Mutation(() => SignInOutcome, { description: 'Signs in; the answer sets the cookie.' })
  async signIn(
    @Asking() ask: Ask,
    @Args('login', { type: () => String }) login: string,
    @Args('password', { type: () => String }) password: string,
  ): Promise<object> {
    const key = `${login.trim().toLowerCase()}|${ask.reply?.address ?? ''}`;
    if (!this.throttle.allows(key)) return refusal(ask, { kind: 'too-many-tries' });
    const outcome = await signIn(ask.desk, this.passwords, { login, password });
    if (outcome.kind !== 'signed-in') {
      this.throttle.failed(key);
      return refusal(ask, outcome);
    }
    if (outcome.account.demo && !ask.reply?.onThisMachine) return refusal(ask, { kind: 'demo-account-elsewhere' });
    this.throttle.succeeded(key);
    ask.reply?.setSession(outcome.token, Date.now() + SHIFT_MS);
    return { kind: 'SignedIn', account: accountFace(ask, outcome.account, null) };
  }

  @Mutation(() => SimpleOutcome, { description: 'Signs out.' })
  async signOut(@Asking() ask: Ask): Promise<object> {
    if (ask.signedIn) {
      await signOut(ask.desk, ask.actor, ask.signedIn.token);
      ask.reply?.endSessions([ask.signedIn.session.id]);
    }
    ask.reply?.setSession(null, null);
    return { kind: 'Done', ok: true };
  }

  @Mutation(() => SimpleOutcome, { description: 'What full records are needed for; once a shift.' })
  async statePurpose(@Asking() ask: Ask, @Args('purpose', { type: () => String }) purpose: string): Promise<object> {
    return simple(ask, await statePurpose(ask.desk, ask.actor, ask.signedIn?.token ?? '', purpose));
  }

  @Mutation(() => SimpleOutcome, { description: "Changes one's own password." })
  async changePassword(
    @Asking() ask: Ask,
    @Args('former', { type: () => String }) former: string,
    @Args('next', { type: () => String }) next: string,
  ): Promise<object> {
    return simple(ask, await changePassword(ask.desk, this.passwords, ask.actor, { former, next }));
  }

  @Mutation(() => AccountOutcome, { description: 'Makes an account; the password is shown once.' })
  async createAccount(@Asking() ask: Ask, @Args('input', { type: () => CreateAccountInput }) input: CreateAccountInput): Promise<object> {
    const outcome = await createAccount(ask.desk, this.passwords, ask.actor, { ...input, role: input.role as Role });
    return answer(ask, outcome, 'created', 'AccountMade', (o) => ({ account: accountFace(ask, o.account, null), password: o.password }));
  }

  @Mutation(() => AccountOutcome, { description: 'Locks an account; its sign-ins end at once.' })
  async lockAccount(@Asking() ask: Ask, @Args('id', { type: () => ID }) id: string): Promise<object> {
    return this.changed(ask, await lockAccount(ask.desk, ask.actor, id));
  }

  @Mutation(() => AccountOutcome, { description: 'Unlocks an account.' })
  async unlockAccount(@Asking() ask: Ask, @Args('id', { type: () => ID }) id: string): Promise<object> {
    return this.changed(ask, await unlockAccount(ask.desk, ask.actor, id));
  }

  @Mutation(() => AccountOutcome, { description: 'Sets when an account ends.' })
  async expireAccount(
    @Asking() ask: Ask,
    @Args('id', { type: () => ID }) id: string,
    @Args('at', { type: () => InstantMark, nullable: true }) at: number | null,
  ): Promise<object> {
    return this.changed(ask, await expireAccount(ask.desk, ask.actor, id, at ?? null));
  }

  @Mutation(() => AccountOutcome, { description: 'Makes a new one-time password.' })
  async resetPassword(@Asking() ask: Ask, @Args('id', { type: () => ID }) id: string): Promise<object> {
    const outcome = await resetPassword(ask.desk, this.passwords, ask.actor, id);
    if (outcome.kind === 'changed') ask.reply?.endSessions(outcome.endedSessions);
    return answer(ask, outcome, 'changed', 'AccountMade', (o) => ({
      account: accountFace(ask, o.account, null),
      password: 'password' in o ? o.password : '',
    }));
  }

  private changed(ask: Ask, outcome: { kind: 'changed'; account: AccountRecord; endedSessions: string[] } | AccountRefusal): object {
    if (outcome.kind === 'changed') ask.reply?.endSessions(outcome.endedSessions);
    return answer(ask, outcome, 'changed', 'AccountChanged', (o) => ({ account: accountFace(ask, o.account, null) }));
  }
}
