import {
  OBSERVATION_ENDED,
  type ObservationState,
  REVIEW_STEPS,
  type ReviewState,
  type ReviewStep,
  type Role,
  reviewAfter,
} from '@tracewright/epi-core';

/** What the list lets a person do with a contact; push is no review step but stands beside them. */
export type ListStep = ReviewStep | 'push';

export interface StepKey {
  readonly step: ListStep;
  readonly key: string;
  /** Takes a reason before it is done. */
  readonly reason: boolean;
}

const STEPS: readonly StepKey[] = [
  { step: 'accept', key: 'A', reason: false },
  { step: 'confirm', key: 'F', reason: true },
  { step: 'exclude', key: 'X', reason: true },
  { step: 'reopen', key: 'O', reason: false },
  { step: 'check', key: 'C', reason: false },
  { step: 'return', key: 'R', reason: true },
  { step: 'push', key: 'P', reason: false },
];

const PUSHERS: readonly Role[] = ['database'];

/** The steps of a role, in the order of the buttons. */
export function stepsOf(role: Role): StepKey[] {
  return STEPS.filter(({ step }) => (step === 'push' ? PUSHERS.includes(role) : REVIEW_STEPS[step].by === role));
}

export interface Reviewable {
  readonly review: string;
  readonly certainty: string;
  readonly changed: string | null;
  readonly push: string | null;
  readonly observation: string | null;
}

/** Whether a step is open to a contact, by the tables that the server asks too. A change to an accepted one is accepted like a new one. */
export function mayStep(step: ListStep, contact: Reviewable): boolean {
  if (step === 'push') return mayPush(contact);
  const review = contact.review as ReviewState;
  if (step === 'accept' && contact.changed !== null && (review === 'ACCEPTED' || review === 'CHECKED')) return true;
  return reviewAfter(step, review) !== null;
}

function mayPush(contact: Reviewable): boolean {
  const ended = contact.observation !== null && OBSERVATION_ENDED.has(contact.observation as ObservationState);
  return contact.review === 'CHECKED' && !ended && (contact.push === null || contact.push === 'RETURNED' || contact.push === 'DRAFT');
}
