import { type DeskName, mayOpen } from '@tracewright/epi-core';
import type { Account, Actor, Area, Case, Contact, Desk, Person, Session } from '@tracewright/investigation';
import DataLoader from 'dataloader';
import { GraphQLError } from 'graphql';
import type { Lang } from './lang.js';

export interface SignedIn {
  readonly actor: Actor;
  readonly account: Account;
  readonly session: Session;
  readonly token: string;
}

/** What only the HTTP answer can do. Absent for a subscription. */
export interface Reply {
  setSession(token: string | null, expiresAt: number | null): void;
  /** Closes the sockets of these sign-ins at once. */
  endSessions(sessionIds: readonly string[]): void;
  readonly address: string;
  /** Not through a proxy, not from another machine. */
  readonly onThisMachine: boolean;
}

const many = <K extends string, V extends { readonly id: string }>(read: (ids: readonly K[]) => Promise<V[]>): DataLoader<K, V | null> =>
  new DataLoader(async (ids) => {
    const found = new Map((await read(ids)).map((v) => [v.id, v]));
    return ids.map((id) => found.get(id) ?? null);
  });

/** One request: who asks, in which language, and the loaders that batch its lookups. Nothing of it outlives the answer. */
export class Ask {
  /** What the audit calls this request. */
  operation = 'read';
  readonly areas = new DataLoader<string, Area | null>(async (ids) => {
    const all = new Map((await this.desk.work.read((tx) => this.desk.areas.all(tx))).map((a) => [a.id, a]));
    return ids.map((id) => all.get(id) ?? null);
  });
  readonly accounts = many((ids: readonly string[]) =>
    this.desk.work.read(async (tx) => (await this.desk.accounts.all(tx)).filter((a) => ids.includes(a.id))),
  );
  readonly cases = many<string, Case>((ids) => this.desk.work.read((tx) => this.desk.cases.byIds(tx, ids)));
  readonly contactsOfPeople = new DataLoader<string, Contact | null>(async (ids) => {
    const found = new Map((await this.desk.work.read((tx) => this.desk.contacts.byPersonIds(tx, ids))).map((c) => [c.personId, c]));
    return ids.map((id) => found.get(id) ?? null);
  });
  /** Every person that leaves this server passes here: written into the audit before it is answered (ruling 26). */
  readonly people = new DataLoader<string, Person | null>(async (ids) => {
    const known = this.primed;
    const missing = ids.filter((id) => !known.has(id));
    const read = missing.length === 0 ? [] : await this.desk.work.read((tx) => this.desk.people.byIds(tx, missing));
    for (const person of read) known.set(person.id, person);
    await this.desk.audit.seen(this.actor, this.operation, ids);
    return ids.map((id) => known.get(id) ?? null);
  });
  private readonly primed = new Map<string, Person>();

  constructor(
    readonly desk: Desk,
    readonly signedIn: SignedIn | null,
    readonly lang: Lang,
    readonly reply: Reply | null,
  ) {}

  /** Already read in this request: not read again, but audited all the same when it is shown. */
  prime(people: Iterable<Person>): void {
    for (const person of people) this.primed.set(person.id, person);
  }

  get actor(): Actor {
    if (!this.signedIn) throw refuse('UNAUTHENTICATED', this.lang === 'zh' ? '请先登录。' : 'Sign in first.');
    if (this.signedIn.account.mustChange && !MAY_STILL.has(this.operation))
      throw refuse('PASSWORD_CHANGE_DUE', this.lang === 'zh' ? '请先修改一次性密码。' : 'Change the one-time password first.');
    return this.signedIn.actor;
  }

  /** The one gate of every question: the role must have this desk. */
  open(...desks: readonly DeskName[]): Actor {
    const { actor } = this;
    if (!desks.some((desk) => mayOpen(actor.role, desk)))
      throw refuse('FORBIDDEN', this.lang === 'zh' ? '您的岗位不能查看这一项。' : 'Your role does not open this.');
    return actor;
  }
}

/** Signed in with a one-time password, one may look at oneself, change it, and leave. */
const MAY_STILL: ReadonlySet<string> = new Set(['me', 'changePassword', 'signOut']);

const refuse = (code: string, message: string): GraphQLError => new GraphQLError(message, { extensions: { code } });
