import { OBSERVATION, PUSH, REVIEW, TRANSFER } from '@tracewright/epi-core';
import { wordOf } from '@tracewright/workbench-model';
import { useLang } from '../app/session.js';

export const useReviewWord = (): ((state: string) => string) => {
  const lang = useLang();
  return (state) => wordOf(REVIEW, state, lang);
};

interface Standing {
  readonly review: string;
  readonly push: string | null;
  readonly transfer: string | null;
  readonly observation: string | null;
}

/** One word for how far a contact has come: where they are, else how far telling has come, else how far the desks have. */
export function useStanding(): (contact: Standing) => string {
  const lang = useLang();
  return ({ review, push, transfer, observation }) => {
    if (review === 'EXCLUDED' || review === 'MERGED') return wordOf(REVIEW, review, lang);
    if (observation === 'AWAITING_TRANSFER' && transfer) return wordOf(TRANSFER, transfer, lang);
    if (observation && observation !== 'BEING_PLACED') return wordOf(OBSERVATION, observation, lang);
    if (push) return wordOf(PUSH, push, lang);
    return wordOf(REVIEW, review, lang);
  };
}

/** Steps done of four: accepted, told, found and controlled, in place. */
export function progressOf({ review, push, observation }: Standing): number {
  if (observation && !['BEING_PLACED', 'GOING_OUT', 'AWAITING_TRANSFER'].includes(observation)) return 4;
  if (observation === 'AWAITING_TRANSFER' || push === 'CONTROLLED') return 3;
  if (push && push !== 'DRAFT' && push !== 'CHECKED' && push !== 'RETURNED') return 2;
  return review === 'CHECKED' ? 1 : 0;
}
