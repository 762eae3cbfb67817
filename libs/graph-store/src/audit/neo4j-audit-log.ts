import {
  type Actor,
  type AuditEntry,
  AuditLog,
  type AuditRecord,
  auditOf,
  type Clock,
  chainOn,
  firstBreak,
} from '@tracewright/investigation';
import type { Driver } from 'neo4j-driver';
import { Neo4jReadTx, row, rows } from '../platform/neo4j-tx.js';
import { APPEND_AUDIT_ENTRIES, AUDIT_CHAIN_FROM, AUDIT_PAGE, LOCK_AUDIT_HEAD } from './audit.cypher.js';

interface Waiting {
  readonly record: AuditRecord;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Reads are committed in groups: a bare entry per read would hold lists to some ninety a second on two cores (ruling 26). */
const GROUP_MS = 10;

export class Neo4jAuditLog extends AuditLog {
  private waiting: Waiting[] = [];
  private committing = false;

  constructor(
    private readonly driver: Driver,
    private readonly clock: Clock,
  ) {
    super();
  }

  seen(actor: Actor, operation: string, subjects: Iterable<string>): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ record: auditOf(actor, operation, subjects, this.clock.now()), resolve, reject });
      if (!this.committing) {
        this.committing = true;
        setTimeout(() => void this.commit(), GROUP_MS);
      }
    });
  }

  private async commit(): Promise<void> {
    const group = this.waiting;
    this.waiting = [];
    const session = this.driver.session();
    try {
      await session.executeWrite(async (neo4j) => {
        const tx = new Neo4jReadTx(neo4j, this.clock.now());
        const head = await row<{ seq: number; hash: string }>(tx, LOCK_AUDIT_HEAD);
        if (!head) throw new Error('The database has no audit chain: run the migrations (npm start does).');
        const entries = chainOn(
          group.map((w) => w.record),
          head.seq,
          head.hash,
        );
        const last = entries.at(-1)!;
        await rows(tx, APPEND_AUDIT_ENTRIES, { seq: last.seq, hash: last.hash, entries, tz: this.clock.tz });
      });
      for (const one of group) one.resolve();
    } catch (error) {
      for (const one of group) one.reject(error);
    } finally {
      await session.close();
      if (this.waiting.length > 0) void this.commit();
      else this.committing = false;
    }
  }

  async page(filter: { before: number | null; first: number; who: string | null; subject: string | null }): Promise<AuditEntry[]> {
    return this.query(AUDIT_PAGE, { ...filter, before: filter.before ?? Number.MAX_SAFE_INTEGER });
  }

  async verify(): Promise<{ entries: number; firstBreak: AuditEntry | null }> {
    let after = 0;
    let previous = '';
    let entries = 0;
    for (;;) {
      const page = await this.query(AUDIT_CHAIN_FROM, { after, first: 5_000 });
      if (page.length === 0) return { entries, firstBreak: null };
      const broken = firstBreak(page, previous);
      if (broken) return { entries, firstBreak: broken };
      entries += page.length;
      after = page.at(-1)!.seq;
      previous = page.at(-1)!.hash;
    }
  }

  private async query(cypher: string, parameters: Record<string, unknown>): Promise<AuditEntry[]> {
    const session = this.driver.session();
    try {
      return await session.executeRead((neo4j) => rows<AuditEntry>(new Neo4jReadTx(neo4j, this.clock.now()), cypher, parameters));
    } finally {
      await session.close();
    }
  }
}
