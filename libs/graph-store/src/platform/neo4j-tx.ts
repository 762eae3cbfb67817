import type { Instant } from '@tracewright/epi-core';
import { type Actor, type Announcement, type Topic, type Tx, tooMuchForDatabase, WriteTx } from '@tracewright/investigation';
import type { ManagedTransaction } from 'neo4j-driver';
import { toParameters } from './connection.js';

const OUT_OF_MEMORY = 'Neo.TransientError.General.MemoryPoolOutOfMemoryError';

/** The driver would try it again and again for as long as it may, but it does not become less. */
export const tooMuchOr = (error: unknown): unknown =>
  (error as { code?: string }).code === OUT_OF_MEMORY ? tooMuchForDatabase(error) : error;

export type Row = Record<string, unknown>;

/** Runs one statement in the transaction and gives its records as plain objects. */
export async function rows<T = Row>(tx: Tx, cypher: string, parameters: Row = {}): Promise<T[]> {
  const { neo4j } = tx as Tx & { neo4j: ManagedTransaction };
  const result = await neo4j.run(cypher, toParameters(parameters) as Row).catch((error: unknown) => {
    throw tooMuchOr(error);
  });
  return result.records.map((record) => record.toObject() as T);
}

export async function row<T = Row>(tx: Tx, cypher: string, parameters: Row = {}): Promise<T | null> {
  return (await rows<T>(tx, cypher, parameters))[0] ?? null;
}

export class Neo4jReadTx implements Tx {
  constructor(
    readonly neo4j: ManagedTransaction,
    readonly now: Instant,
  ) {}
}

export class Neo4jWriteTx extends WriteTx {
  readonly subjects = new Set<string>();
  readonly announcements: Announcement[] = [];

  constructor(
    readonly neo4j: ManagedTransaction,
    readonly now: Instant,
    readonly rev: number,
    readonly actor: Actor,
  ) {
    super();
  }

  touch(...subjects: string[]): void {
    for (const subject of subjects) this.subjects.add(subject);
  }

  announce(topic: Topic, id: string | null = null): void {
    if (!this.announcements.some((a) => a.topic === topic && a.id === id)) this.announcements.push({ topic, id, rev: this.rev });
  }

  get changedAnything(): boolean {
    return this.subjects.size > 0 || this.announcements.length > 0;
  }
}
