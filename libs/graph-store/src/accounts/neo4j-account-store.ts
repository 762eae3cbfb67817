import type { Account, AccountStore, Session, Tx, WriteTx } from '@tracewright/investigation';
import { Neo4jStore } from '../platform/neo4j-store.js';
import * as ask from './accounts.cypher.js';

const accountOf = (stored: Account): Account => ({
  ...stored,
  lockedAt: stored.lockedAt ?? null,
  expiresAt: stored.expiresAt ?? null,
  siteId: stored.siteId ?? null,
  vehicleId: stored.vehicleId ?? null,
});

export class Neo4jAccountStore extends Neo4jStore implements AccountStore {
  async all(tx: Tx): Promise<Account[]> {
    return (await this.rows<{ account: Account }>(tx, ask.ALL_ACCOUNTS)).map((r) => accountOf(r.account));
  }

  async byLogin(tx: Tx, login: string): Promise<Account | null> {
    const found = await this.row<{ account: Account }>(tx, ask.ACCOUNT_BY_LOGIN, { login });
    return found && accountOf(found.account);
  }

  async byId(tx: Tx, id: string): Promise<Account | null> {
    const found = await this.row<{ account: Account }>(tx, ask.ACCOUNT_BY_ID, { id });
    return found && accountOf(found.account);
  }

  async save(tx: WriteTx, accounts: readonly Account[]): Promise<void> {
    await this.rows(tx, ask.SAVE_ACCOUNTS, { rows: accounts, rev: tx.rev });
  }

  async session(tx: Tx, id: string): Promise<{ session: Session; account: Account } | null> {
    const found = await this.row<{ session: Session; account: Account }>(tx, ask.SESSION_WITH_ACCOUNT, { id });
    return (
      found && {
        session: { ...found.session, purpose: found.session.purpose ?? null, purposeAt: found.session.purposeAt ?? null },
        account: accountOf(found.account),
      }
    );
  }

  async openSession(tx: WriteTx, session: Session): Promise<void> {
    await this.rows(tx, ask.OPEN_SESSION, { row: session });
  }

  async statePurpose(tx: WriteTx, id: string, purpose: string): Promise<void> {
    await this.rows(tx, ask.STATE_PURPOSE, { id, purpose, now: tx.now });
  }

  async closeSession(tx: WriteTx, id: string): Promise<void> {
    await this.rows(tx, ask.CLOSE_SESSION, { id });
  }

  async closeSessionsOf(tx: WriteTx, accountId: string): Promise<string[]> {
    return (await this.rows<{ id: string }>(tx, ask.CLOSE_SESSIONS_OF, { accountId })).map((r) => r.id);
  }
}
