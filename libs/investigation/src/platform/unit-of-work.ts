import type { Instant, Role } from '@tracewright/epi-core';

/** Who is asking, as the session or the command line established it. */
export interface Actor {
  readonly accountId: string;
  readonly name: string;
  readonly role: Role;
  /** Area subtree the account works in, as a path such as `/370000/371000/371003/`. */
  readonly areaPath: string;
  readonly areaId: string;
  readonly siteId: string | null;
  readonly vehicleId: string | null;
  /** What the person said they need full records for, or null. */
  readonly purpose: string | null;
}

/** What changed, for screens that are open: no personal data, only which lists to ask again. */
export type Topic =
  | 'cases'
  | 'contacts'
  | 'pushes'
  | 'transfer'
  | 'ledger'
  | 'duplicates'
  | 'imports'
  | 'accounts'
  | 'notices'
  | 'tasks'
  | 'protocols';
export interface Announcement {
  readonly topic: Topic;
  readonly id: string | null;
  readonly rev: number;
}

/** A transaction under way. What it is made of is the store's business. */
export abstract class Tx {
  abstract readonly now: Instant;
}

/** Everything written in it carries `rev`; it is committed whole or not at all. */
export abstract class WriteTx extends Tx {
  abstract readonly rev: number;
  abstract readonly actor: Actor;
  /** Names the people (or other records) this change is about, for the audit. A transaction that names nobody and announces nothing is rolled back. */
  abstract touch(...subjects: string[]): void;
  abstract announce(topic: Topic, id?: string | null): void;
}

export abstract class UnitOfWork {
  abstract read<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Neo4j may run `work` twice: only database work goes inside. The audit entry is committed with it (ruling 26). */
  abstract write<T>(actor: Actor, operation: string, work: (tx: WriteTx) => Promise<T>): Promise<T>;
}

/** Everything that asks "now" asks this (ruling 1). */
export abstract class Clock {
  abstract now(): Instant;
  abstract readonly tz: string;
}

/** Tells open screens after a commit. One process; behind a port so that several can share it later. */
export abstract class Announcer {
  abstract publish(announcements: readonly Announcement[]): void;
}

export abstract class Ids {
  abstract next(prefix: string): string;
}
