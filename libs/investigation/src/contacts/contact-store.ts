import type { Instant, LedgerOrigin, ObservationState, OutLevel, PushState, ReviewState, TransferState } from '@tracewright/epi-core';
import type { Certainty, ContactClass } from '../determinations/determination-store.js';
import type { Tx, WriteTx } from '../platform/unit-of-work.js';

export type ChangeKind = 'ADDED' | 'REMOVED' | 'UPGRADED' | 'DOWNGRADED' | 'DATES';

/** One person as a contact, over all cases: the strictest class, the whole span, and how far the desks have come. */
export interface Contact {
  readonly id: string;
  readonly personId: string;
  readonly review: ReviewState;
  readonly cls: ContactClass;
  readonly certainty: Certainty;
  readonly caseIds: readonly string[];
  readonly caseNos: readonly string[];
  readonly first: Instant | null;
  readonly last: Instant | null;
  readonly placeName: string | null;
  /** Area that must act for the person; null path: to be located. */
  readonly areaId: string | null;
  readonly areaPath: string | null;
  /** Area of the desk that answers for the person until the second handshake. */
  readonly homePath: string;
  readonly observation: ObservationState | null;
  readonly origin: LedgerOrigin;
  readonly outLevel: OutLevel | null;
  readonly placed: boolean;
  readonly push: PushState | null;
  readonly pushId: string | null;
  readonly transfer: TransferState | null;
  readonly owner: string | null;
  readonly identifiedAt: Instant;
  readonly dueAt: Instant | null;
  /** Derivation differs from what was accepted: a proposal for the tracer. */
  readonly changed: ChangeKind | null;
  readonly changedFrom: string | null;
  readonly duplicate: boolean;
  /** The receiver was told something that is no longer so, and is not in charge yet: to be sent again. */
  readonly resend: boolean;
  /** Why this person must not be pushed now (a pair that holds both is to be decided), or null. */
  readonly hold: string | null;
}

/** Tabs of the contact list. */
export const CONTACT_VIEWS = ['all', 'new', 'to-verify', 'to-check', 'duplicates', 'unsent', 'changed', 'overdue', 'to-locate'] as const;
export type ContactView = (typeof CONTACT_VIEWS)[number];
export type ContactSort = 'due' | 'last' | 'name' | 'area';

export interface ContactFilter {
  readonly homePath: string;
  readonly view: ContactView;
  readonly cls: ContactClass | null;
  readonly caseId: string | null;
  readonly areaPath: string | null;
  readonly observation: ObservationState | null;
  readonly text: string | null;
  readonly sort: ContactSort;
}

/** What happened to a contact: appended, never changed. The ledger of a past hour is read from these (ruling 4). */
export interface ContactEvent {
  readonly id: string;
  readonly contactId: string;
  readonly personId: string;
  readonly subject: 'contact' | 'push' | 'transfer' | 'placement' | 'person';
  readonly subjectId: string;
  readonly at: Instant;
  readonly by: string;
  readonly role: string;
  readonly kind: string;
  readonly was: string | null;
  readonly became: string | null;
  readonly reason: string | null;
  readonly note: string | null;
}

export abstract class ContactStore {
  abstract byIds(tx: Tx, ids: readonly string[]): Promise<Contact[]>;
  abstract byPersonIds(tx: Tx, personIds: readonly string[]): Promise<Contact[]>;
  abstract page(
    tx: Tx,
    filter: ContactFilter,
    first: number,
    after: string | null,
  ): Promise<{ rows: Contact[]; total: number; next: string | null }>;
  abstract idsOf(tx: Tx, filter: ContactFilter, limit: number): Promise<string[]>;
  abstract counts(tx: Tx, filter: ContactFilter): Promise<Record<ContactView, number>>;
  /** Writes contacts and, with each, the event that says what happened and where the ledger now counts the person. */
  abstract save(
    tx: WriteTx,
    changes: readonly { contact: Contact; event: Omit<ContactEvent, 'id' | 'at' | 'by' | 'role'> }[],
  ): Promise<void>;
  abstract events(tx: Tx, contactId: string): Promise<ContactEvent[]>;
  /** Contacts outside the area that carry this document or phone: only whether there are any. */
  abstract existsElsewhere(tx: Tx, homePath: string, personIds: readonly string[]): Promise<boolean>;
}
