import { defineStates, type StateWords } from './states-table.js';

/** The terms of the closure ledger (`domain.md` §8.1, ruling 23). */
export type LedgerTerm =
  | 'BEING_PLACED'
  | 'AWAITING_TRANSFER'
  | 'CENTRAL'
  | 'HOME'
  | 'HOSPITAL'
  | 'RELEASED'
  | 'CONFIRMED'
  | 'DIED'
  | 'OUT'
  | 'LEFT';

/**
 * Where an accepted contact stands. The ledger's term follows this state and nothing else;
 * the push state only says how far telling has come (ruling 23).
 */
export const OBSERVATION = defineStates({
  BEING_PLACED: { zh: '正在落地', en: 'being placed', term: 'BEING_PLACED' },
  GOING_OUT: { zh: '转出中', en: 'being sent out', term: 'BEING_PLACED' },
  SENT_OUT: { zh: '已转出', en: 'sent out', term: 'OUT' },
  AWAITING_TRANSFER: { zh: '已管控，待转运', en: 'controlled, awaiting transfer', term: 'AWAITING_TRANSFER' },
  CENTRAL: { zh: '隔离中', en: 'central isolation', term: 'CENTRAL' },
  HOME: { zh: '居家隔离', en: 'home isolation', term: 'HOME' },
  HOSPITAL: { zh: '医院', en: 'in hospital', term: 'HOSPITAL' },
  RELEASED: { zh: '解除', en: 'released', term: 'RELEASED' },
  CONFIRMED: { zh: '转确诊', en: 'became a case', term: 'CONFIRMED' },
  DIED: { zh: '死亡', en: 'died', term: 'DIED' },
  EXCLUDED: { zh: '排除', en: 'excluded', term: 'LEFT' },
  WITHDRAWN: { zh: '撤回', en: 'withdrawn', term: 'LEFT' },
  MERGED: { zh: '合并', en: 'merged', term: 'LEFT' },
} as const satisfies Record<string, StateWords & { term: LedgerTerm }>);
export type ObservationState = keyof typeof OBSERVATION;

/** Whoever is in one of these is finished: nothing is pushed, moved or released any more. */
export const OBSERVATION_ENDED: ReadonlySet<ObservationState> = new Set([
  'SENT_OUT',
  'RELEASED',
  'CONFIRMED',
  'DIED',
  'EXCLUDED',
  'WITHDRAWN',
  'MERGED',
]);

export function ledgerTerm(state: ObservationState): LedgerTerm {
  return OBSERVATION[state].term;
}
