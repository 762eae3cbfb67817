import type { Instant, Role } from '@tracewright/epi-core';
import type { Tx, WriteTx } from '../platform/unit-of-work.js';

export interface Account {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly areaId: string;
  readonly areaPath: string;
  readonly passwordHash: string;
  readonly mustChange: boolean;
  readonly lockedAt: Instant | null;
  readonly expiresAt: Instant | null;
  readonly siteId: string | null;
  readonly vehicleId: string | null;
  readonly demo: boolean;
  readonly createdAt: Instant;
}

/** One sign-in. Only a hash of the cookie's value is kept. */
export interface Session {
  readonly id: string;
  readonly accountId: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly purpose: string | null;
  readonly purposeAt: Instant | null;
}

export abstract class AccountStore {
  abstract all(tx: Tx): Promise<Account[]>;
  abstract byLogin(tx: Tx, login: string): Promise<Account | null>;
  abstract byId(tx: Tx, id: string): Promise<Account | null>;
  abstract save(tx: WriteTx, accounts: readonly Account[]): Promise<void>;
  abstract session(tx: Tx, sessionId: string): Promise<{ session: Session; account: Account } | null>;
  abstract openSession(tx: WriteTx, session: Session): Promise<void>;
  abstract statePurpose(tx: WriteTx, sessionId: string, purpose: string): Promise<void>;
  abstract closeSession(tx: WriteTx, sessionId: string): Promise<void>;
  abstract closeSessionsOf(tx: WriteTx, accountId: string): Promise<string[]>;
}

/** Passwords are kept as argon2id; the library lives outside this room. */
export abstract class Passwords {
  abstract hash(password: string): Promise<string>;
  abstract verify(hash: string, password: string): Promise<boolean>;
}
