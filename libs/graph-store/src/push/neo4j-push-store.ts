import { PUSH_LIVE, type PushState } from '@tracewright/epi-core';
import type { Notice, PushAttempt, PushCounts, PushItem, PushStore, Task, Tx, WriteTx } from '@tracewright/investigation';
import { Neo4jStore } from '../platform/neo4j-store.js';
import * as ask from './pushes.cypher.js';

type Stored = Omit<PushItem, 'snapshot' | 'attempts'> & { snapshot: string; attempts: string };

const pushOf = (p: Stored): PushItem => ({
  id: p.id,
  personId: p.personId,
  contactId: p.contactId,
  fromAreaId: p.fromAreaId,
  toAreaId: p.toAreaId,
  toAreaPath: p.toAreaPath,
  outside: p.outside,
  state: p.state,
  version: p.version,
  snapshot: JSON.parse(p.snapshot) as Record<string, string>,
  hash: p.hash,
  doubtful: p.doubtful,
  sentAt: p.sentAt ?? null,
  sentBy: p.sentBy ?? null,
  ackedAt: p.ackedAt ?? null,
  locatedAt: p.locatedAt ?? null,
  controlledAt: p.controlledAt ?? null,
  closedAt: p.closedAt ?? null,
  outcome: p.outcome ?? null,
  outcomeNote: p.outcomeNote ?? null,
  movedTo: p.movedTo ?? null,
  attempts: JSON.parse(p.attempts) as PushAttempt[],
  nextTryAt: p.nextTryAt ?? null,
  dutyCall: p.dutyCall ?? null,
  dueAt: p.dueAt ?? null,
});

export class Neo4jPushStore extends Neo4jStore implements PushStore {
  private async many(tx: Tx, cypher: string, parameters: Record<string, unknown>): Promise<PushItem[]> {
    return (await this.rows<{ push: Stored }>(tx, cypher, parameters)).map((r) => pushOf(r.push));
  }

  byIds(tx: Tx, ids: readonly string[]): Promise<PushItem[]> {
    return this.many(tx, ask.PUSHES_BY_ID, { ids });
  }

  ofPerson(tx: Tx, personId: string): Promise<PushItem[]> {
    return this.many(tx, ask.PUSHES_OF_PERSON, { personId });
  }

  async liveOf(tx: Tx, personId: string): Promise<PushItem | null> {
    return (await this.many(tx, ask.LIVE_PUSH_OF, { personId }))[0] ?? null;
  }

  toArea(tx: Tx, areaPath: string, states: readonly PushState[], first: number): Promise<PushItem[]> {
    return this.many(tx, ask.PUSHES_TO_AREA, { areaPath, states, first });
  }

  fromHome(tx: Tx, homePath: string, states: readonly PushState[], first: number): Promise<PushItem[]> {
    return this.many(tx, ask.PUSHES_FROM, { homePath, states, first });
  }

  counts(tx: Tx, homePath: string): Promise<PushCounts[]> {
    return this.rows<PushCounts>(tx, ask.PUSH_COUNTS, { homePath });
  }

  async save(tx: WriteTx, pushes: readonly PushItem[]): Promise<void> {
    const rows = pushes.map((push) => ({
      ...push,
      snapshot: JSON.stringify(push.snapshot),
      attempts: JSON.stringify(push.attempts),
      livePersonId: PUSH_LIVE.has(push.state) ? push.personId : null,
    }));
    await this.rows(tx, ask.SAVE_PUSHES, { rows, rev: tx.rev });
  }

  async tell(tx: WriteTx, notices: readonly Notice[]): Promise<void> {
    if (notices.length > 0) await this.rows(tx, ask.TELL, { rows: notices, rev: tx.rev });
  }

  async notices(tx: Tx, areaPath: string, first: number): Promise<Notice[]> {
    const found = await this.rows<{ notice: Notice }>(tx, ask.NOTICES, { areaPath, first });
    return found.map(({ notice }) => ({ ...notice, readAt: notice.readAt ?? null, note: notice.note ?? null }));
  }

  async markRead(tx: WriteTx, areaPath: string, ids: readonly string[]): Promise<void> {
    await this.rows(tx, ask.MARK_READ, { areaPath, ids, now: tx.now, by: tx.actor.accountId });
  }

  async giveTasks(tx: WriteTx, tasks: readonly Task[]): Promise<void> {
    if (tasks.length > 0) await this.rows(tx, ask.GIVE_TASKS, { rows: tasks, rev: tx.rev });
  }

  async openTasks(tx: Tx, areaPath: string, role: string): Promise<Task[]> {
    const found = await this.rows<{ task: Task }>(tx, ask.OPEN_TASKS, { areaPath, role });
    return found.map(({ task }) => ({ ...task, personId: task.personId ?? null, doneAt: task.doneAt ?? null, note: task.note ?? null }));
  }

  async finishTasks(tx: WriteTx, subjectIds: readonly string[], note: string | null): Promise<void> {
    await this.rows(tx, ask.FINISH_TASKS, { subjectIds, note, now: tx.now, by: tx.actor.accountId, rev: tx.rev });
  }
}
