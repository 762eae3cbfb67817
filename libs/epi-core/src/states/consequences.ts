import type { ObservationState } from './states-observation.js';
import { PUSH, type PushState } from './states-push.js';
import { TRANSFER, type TransferState } from './states-transfer.js';

/** What may befall a person whose push and transfer are already under way (ruling 24). */
export const PERSON_EVENTS = ['exclude', 'merge', 'undo-merge', 'positive', 'fever', 'already-isolated'] as const;
export type PersonEvent = (typeof PERSON_EVENTS)[number];

export type PushEffect = 'nothing' | 'withdraw' | 'withdraw-and-tell' | 'close-and-tell' | 'draft-anew';
/**
 * off-run: seat and room are free at once, crew and dispatcher are told. dispatcher-task: the person is in the vehicle, a dispatcher
 * decides against a clock and seat and room stay taken until then. site-task: the same at the site, by its staff.
 */
export type TransferEffect = 'nothing' | 'cancel' | 'off-run' | 'hospital' | 'dispatcher-task' | 'site-task';

export interface Consequence {
  readonly push: PushEffect;
  readonly transfer: TransferEffect;
  /** null: the observation state stays as it is. */
  readonly observation: ObservationState | null;
}

type PushKey = PushState | 'NONE';
type TransferKey = TransferState | 'NONE';

const ofPush = <T>(none: T, draft: T, told: T, closed: T, ended: T): Record<PushKey, T> => ({
  NONE: none,
  DRAFT: draft,
  CHECKED: draft,
  SENT: told,
  ACKED: told,
  LOCATED: told,
  CONTROLLED: told,
  CLOSED: closed,
  RETURNED: draft,
  WITHDRAWN: ended,
});

const ofTransfer = <T>(none: T, waiting: T, seated: T, aboard: T, inStay: T): Record<TransferKey, T> => ({
  NONE: none,
  WAITING: waiting,
  REFUSED: waiting,
  ABSENT: waiting,
  ASSIGNED: seated,
  ACCEPTED: seated,
  ARRIVED: seated,
  BOARDED: aboard,
  AT_SITE: aboard,
  HANDED_OVER: aboard,
  IN_STAY: inStay,
  TO_HOSPITAL: none,
  CANCELLED: none,
});

const PUSH_TABLE: Record<PersonEvent, Record<PushKey, PushEffect>> = {
  exclude: ofPush<PushEffect>('nothing', 'withdraw', 'withdraw-and-tell', 'withdraw-and-tell', 'nothing'),
  merge: ofPush<PushEffect>('nothing', 'withdraw', 'withdraw-and-tell', 'withdraw-and-tell', 'nothing'),
  // The receiver was told to forget the person: after the undo they must be told anew, by a draft that is checked and sent like any other.
  'undo-merge': ofPush<PushEffect>('nothing', 'nothing', 'nothing', 'nothing', 'draft-anew'),
  positive: ofPush<PushEffect>('nothing', 'withdraw', 'close-and-tell', 'close-and-tell', 'nothing'),
  fever: ofPush<PushEffect>('nothing', 'nothing', 'nothing', 'nothing', 'nothing'),
  'already-isolated': ofPush<PushEffect>('nothing', 'withdraw', 'close-and-tell', 'nothing', 'nothing'),
};

const TRANSFER_TABLE: Record<PersonEvent, Record<TransferKey, TransferEffect>> = {
  exclude: ofTransfer<TransferEffect>('nothing', 'cancel', 'off-run', 'dispatcher-task', 'site-task'),
  merge: ofTransfer<TransferEffect>('nothing', 'cancel', 'off-run', 'dispatcher-task', 'site-task'),
  'undo-merge': ofTransfer<TransferEffect>('nothing', 'nothing', 'nothing', 'nothing', 'nothing'),
  positive: ofTransfer<TransferEffect>('nothing', 'hospital', 'hospital', 'dispatcher-task', 'site-task'),
  fever: ofTransfer<TransferEffect>('nothing', 'hospital', 'hospital', 'dispatcher-task', 'site-task'),
  'already-isolated': ofTransfer<TransferEffect>('nothing', 'cancel', 'off-run', 'dispatcher-task', 'nothing'),
};

const OBSERVATION_AFTER: Record<PersonEvent, ObservationState | null> = {
  exclude: 'EXCLUDED',
  merge: 'MERGED',
  'undo-merge': 'BEING_PLACED',
  positive: 'CONFIRMED',
  // In hospital only from boarding; until then the person is still here, with a task (ledger table of the rulings).
  fever: null,
  'already-isolated': 'CENTRAL',
};

/** One cell of ruling 24's table. Total: every event in every pair of states has an answer. */
export function consequenceOf(event: PersonEvent, push: PushState | null, transfer: TransferState | null): Consequence {
  return {
    push: PUSH_TABLE[event][push ?? 'NONE'],
    transfer: TRANSFER_TABLE[event][transfer ?? 'NONE'],
    observation: OBSERVATION_AFTER[event],
  };
}

export const ALL_PUSH_STATES = Object.keys(PUSH) as PushState[];
export const ALL_TRANSFER_STATES = Object.keys(TRANSFER) as TransferState[];
