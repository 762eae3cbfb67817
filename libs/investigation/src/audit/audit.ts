import { createHash } from 'node:crypto';
import type { Instant } from '@tracewright/epi-core';
import type { Actor } from '../platform/unit-of-work.js';

/** Who did or saw what: one entry per request or batch (ruling 26). Holds ids, never a name or a number of anybody. */
export interface AuditRecord {
  readonly who: string;
  readonly role: string;
  readonly purpose: string | null;
  readonly operation: string;
  readonly subjects: readonly string[];
  readonly count: number;
  readonly at: Instant;
}
export interface AuditEntry extends AuditRecord {
  readonly id: string;
  readonly seq: number;
  readonly previous: string;
  readonly hash: string;
}

/** The entry's own words and the former entry's hash: changing or dropping any entry breaks every later hash. */
export function auditHash(record: AuditRecord, seq: number, previous: string): string {
  const { who, role, purpose, operation, subjects, count, at } = record;
  return createHash('sha256')
    .update(JSON.stringify([seq, at, who, role, purpose, operation, subjects, count, previous]))
    .digest('hex');
}

export function chainOn(records: readonly AuditRecord[], seq: number, previous: string): AuditEntry[] {
  let head = previous;
  return records.map((record, i) => {
    const hash = auditHash(record, seq + i + 1, head);
    const entry: AuditEntry = { ...record, id: `audit-${seq + i + 1}`, seq: seq + i + 1, previous: head, hash };
    head = hash;
    return entry;
  });
}

/** First entry whose hash does not follow from the one before it, or null when the chain is whole. */
export function firstBreak(entries: readonly AuditEntry[], previous: string): AuditEntry | null {
  let head = previous;
  for (const entry of entries) {
    if (entry.previous !== head || auditHash(entry, entry.seq, head) !== entry.hash) return entry;
    head = entry.hash;
  }
  return null;
}

export function auditOf(actor: Actor, operation: string, subjects: Iterable<string>, at: Instant, count?: number): AuditRecord {
  const ids = [...subjects];
  return { who: actor.accountId, role: actor.role, purpose: actor.purpose, operation, subjects: ids, count: count ?? ids.length, at };
}

export abstract class AuditLog {
  /** Commits that `actor` saw these people, before anything is answered. Rejects when it could not be written: then nothing is answered. */
  abstract seen(actor: Actor, operation: string, subjects: Iterable<string>): Promise<void>;
  abstract page(filter: { before: number | null; first: number; who: string | null; subject: string | null }): Promise<AuditEntry[]>;
  /** Walks the whole chain; null when every hash follows. */
  abstract verify(): Promise<{ entries: number; firstBreak: AuditEntry | null }>;
}
