import type { Instant, PushOutcome, PushState } from '@tracewright/epi-core';
import type { Tx, WriteTx } from '../platform/unit-of-work.js';

export interface PushAttempt {
  readonly at: Instant;
  readonly by: string;
  readonly outcome: string;
  readonly note: string | null;
}

export interface PushItem {
  readonly id: string;
  readonly personId: string;
  readonly contactId: string;
  readonly fromAreaId: string;
  readonly toAreaId: string;
  readonly toAreaPath: string;
  /** Receiver has no account here: acknowledgement and outcome are recorded by hand. */
  readonly outside: boolean;
  readonly state: PushState;
  readonly version: number;
  /** What the receiver was sent, as it was sent. */
  readonly snapshot: Readonly<Record<string, string>>;
  readonly hash: string;
  /** Goes out marked: a duplicate is suspected (ruling 24). */
  readonly doubtful: boolean;
  readonly sentAt: Instant | null;
  readonly sentBy: string | null;
  readonly ackedAt: Instant | null;
  readonly locatedAt: Instant | null;
  readonly controlledAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly outcome: PushOutcome | null;
  readonly outcomeNote: string | null;
  readonly movedTo: string | null;
  readonly attempts: readonly PushAttempt[];
  readonly nextTryAt: Instant | null;
  readonly dutyCall: string | null;
  readonly dueAt: Instant | null;
}

export interface Notice {
  readonly id: string;
  readonly toAreaId: string;
  readonly toAreaPath: string;
  readonly kind: 'withdrawn' | 'corrected' | 'returned' | 'closed' | 'off-run';
  readonly personId: string;
  readonly subjectId: string;
  readonly at: Instant;
  readonly readAt: Instant | null;
  readonly note: string | null;
}

/** Something a role must do against a clock. */
export interface Task {
  readonly id: string;
  readonly kind: string;
  readonly role: string;
  readonly areaPath: string;
  readonly personId: string | null;
  readonly subjectId: string;
  readonly at: Instant;
  readonly dueAt: Instant;
  readonly doneAt: Instant | null;
  readonly note: string | null;
}

export interface PushCounts {
  readonly areaId: string;
  readonly draft: number;
  readonly unacked: number;
  readonly placing: number;
  readonly placed: number;
  readonly worstDueAt: Instant | null;
}

export abstract class PushStore {
  abstract byIds(tx: Tx, ids: readonly string[]): Promise<PushItem[]>;
  abstract ofPerson(tx: Tx, personId: string): Promise<PushItem[]>;
  /** The one push of a person that still binds somebody, or null. */
  abstract liveOf(tx: Tx, personId: string): Promise<PushItem | null>;
  abstract toArea(tx: Tx, areaPath: string, states: readonly PushState[], first: number): Promise<PushItem[]>;
  abstract fromHome(tx: Tx, homePath: string, states: readonly PushState[], first: number): Promise<PushItem[]>;
  abstract counts(tx: Tx, homePath: string): Promise<PushCounts[]>;
  abstract save(tx: WriteTx, pushes: readonly PushItem[]): Promise<void>;
  abstract tell(tx: WriteTx, notices: readonly Notice[]): Promise<void>;
  abstract notices(tx: Tx, areaPath: string, first: number): Promise<Notice[]>;
  abstract markRead(tx: WriteTx, areaPath: string, ids: readonly string[]): Promise<void>;
  abstract giveTasks(tx: WriteTx, tasks: readonly Task[]): Promise<void>;
  abstract openTasks(tx: Tx, areaPath: string, role: string): Promise<Task[]>;
  abstract finishTasks(tx: WriteTx, subjectIds: readonly string[], note: string | null): Promise<void>;
}
