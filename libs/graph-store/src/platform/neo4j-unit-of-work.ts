import type { Instant } from '@tracewright/epi-core';
import { type Actor, type Announcer, auditOf, type Clock, chainOn, type Tx, UnitOfWork, type WriteTx } from '@tracewright/investigation';
import type { Driver, ManagedTransaction } from 'neo4j-driver';
import { APPEND_AUDIT_ENTRIES, LOCK_AUDIT_HEAD, TAKE_REVISION } from '../audit/audit.cypher.js';
import { Neo4jReadTx, Neo4jWriteTx, row, rows, tooMuchOr } from './neo4j-tx.js';

/** Records that come at once: an answer of some thousands has not to be asked for thousand by thousand. */
const FETCHED = 10_000;

/** Thrown inside a transaction that changed nothing, so that it is rolled back and takes no revision. */
class NothingChanged<T> extends Error {
  constructor(readonly outcome: T) {
    super('nothing changed');
  }
}

export class Neo4jUnitOfWork extends UnitOfWork {
  constructor(
    private readonly driver: Driver,
    private readonly clock: Clock,
    private readonly announcer: Announcer,
  ) {
    super();
  }

  async read<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const session = this.driver.session({ fetchSize: FETCHED });
    try {
      return await session.executeRead((neo4j) => work(new Neo4jReadTx(neo4j, this.clock.now())));
    } finally {
      await session.close();
    }
  }

  async write<T>(actor: Actor, operation: string, work: (tx: WriteTx) => Promise<T>): Promise<T> {
    const session = this.driver.session();
    try {
      const done = await session.executeWrite((neo4j) => this.once(neo4j, actor, operation, work));
      this.announcer.publish(done.announcements);
      return done.outcome;
    } catch (error) {
      if (error instanceof NothingChanged) return error.outcome as T;
      throw tooMuchOr(error);
    } finally {
      await session.close();
    }
  }

  private async once<T>(neo4j: ManagedTransaction, actor: Actor, operation: string, work: (tx: WriteTx) => Promise<T>) {
    const now: Instant = this.clock.now();
    const taken = await row<{ rev: number }>({ neo4j, now } as unknown as Tx, TAKE_REVISION);
    if (!taken) throw new Error('The database has no revision counter: run the migrations (npm start does).');
    const tx = new Neo4jWriteTx(neo4j, now, taken.rev, actor);
    const outcome = await work(tx);
    if (!tx.changedAnything) throw new NothingChanged(outcome);
    const head = (await row<{ seq: number; hash: string }>(tx, LOCK_AUDIT_HEAD))!;
    const entries = chainOn([auditOf(actor, operation, tx.subjects, now)], head.seq, head.hash);
    const last = entries.at(-1)!;
    await rows(tx, APPEND_AUDIT_ENTRIES, { seq: last.seq, hash: last.hash, entries, tz: this.clock.tz });
    return { outcome, announcements: tx.announcements };
  }
}
