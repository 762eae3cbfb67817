import { defineStates } from './states-table.js';

/**
 * How far the desks have come with a contact. The tracer decides (accept, exclude), the database desk checks (ruling 18).
 * POSSIBLE (待核) is a task of the case's tracer and cannot be pushed before it is confirmed (ruling 11).
 */
export const REVIEW = defineStates({
  NEW: { zh: '新增', en: 'new' },
  POSSIBLE: { zh: '待核', en: 'to verify' },
  ACCEPTED: { zh: '已认定', en: 'accepted' },
  RETURNED: { zh: '退回流调', en: 'returned to tracer' },
  CHECKED: { zh: '已核', en: 'checked' },
  EXCLUDED: { zh: '排除', en: 'excluded' },
  MERGED: { zh: '已合并', en: 'merged' },
});
export type ReviewState = keyof typeof REVIEW;

export type ReviewStep = 'accept' | 'confirm' | 'exclude' | 'return' | 'check' | 'merge' | 'reopen';

/** The one table of who may move a contact where; screens ask it which buttons to show. */
export const REVIEW_STEPS: Record<ReviewStep, { from: readonly ReviewState[]; to: ReviewState; by: 'tracer' | 'database' | 'system' }> = {
  accept: { from: ['NEW', 'RETURNED'], to: 'ACCEPTED', by: 'tracer' },
  confirm: { from: ['POSSIBLE', 'RETURNED'], to: 'ACCEPTED', by: 'tracer' },
  exclude: { from: ['NEW', 'POSSIBLE', 'ACCEPTED', 'RETURNED', 'CHECKED'], to: 'EXCLUDED', by: 'tracer' },
  return: { from: ['ACCEPTED', 'CHECKED'], to: 'RETURNED', by: 'database' },
  check: { from: ['ACCEPTED'], to: 'CHECKED', by: 'database' },
  merge: { from: ['NEW', 'POSSIBLE', 'ACCEPTED', 'RETURNED', 'CHECKED', 'EXCLUDED'], to: 'MERGED', by: 'database' },
  reopen: { from: ['EXCLUDED'], to: 'NEW', by: 'tracer' },
};

export function reviewAfter(step: ReviewStep, from: ReviewState): ReviewState | null {
  return REVIEW_STEPS[step].from.includes(from) ? REVIEW_STEPS[step].to : null;
}
