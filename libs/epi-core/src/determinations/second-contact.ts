import type { SecondDegree } from '../protocols/schema.js';

/** A test in the order it was taken; a result that is still out is null. A pooled tube that is negative is no own test: leave it out. */
export type TestResult = 'positive' | 'negative' | null;

export type SecondStanding =
  /** A close contact from now on: dates are computed anew by that class. */
  | { readonly kind: 'promote' }
  /** Nothing but the days keeps the person: the day of release is the date table's. */
  | { readonly kind: 'releasable' }
  | { readonly kind: 'wait'; readonly ownMissing: number; readonly closeMissing: number }
  /** A positive of their own: a case, no contact any more. */
  | { readonly kind: 'own-positive' }
  /** The protocol says it in words only. */
  | { readonly kind: 'ask'; readonly condition: string };

const POSITIVE_CLOSE = 'CLOSE_TEST_POS';

function promoted(rule: SecondDegree, close: readonly TestResult[]): boolean | null {
  if (rule.promoteIf !== POSITIVE_CLOSE) return close.includes('positive') ? null : false;
  return close.slice(0, rule.promoteAmongFirst ?? close.length).includes('positive');
}

/**
 * What the tests say of a secondary contact: of the close contact in the middle, and own ones (domain notes §2.3, vector 12). Which and how many
 * tests is the protocol's (`promoteAmongFirst`, `releaseAfter`); conditions it has in words only are asked, not guessed.
 */
export function secondStanding(
  rule: SecondDegree,
  tests: { readonly own: readonly TestResult[]; readonly close: readonly TestResult[] },
): SecondStanding {
  if (tests.own.includes('positive')) return { kind: 'own-positive' };
  const promote = promoted(rule, tests.close);
  if (promote === null) return { kind: 'ask', condition: rule.promoteIf };
  if (promote) return { kind: 'promote' };
  if (!rule.releaseAfter) return { kind: 'ask', condition: rule.releaseIf };
  const missing = (list: readonly TestResult[], wanted: number) => Math.max(0, wanted - list.filter((r) => r === 'negative').length);
  const closeMissing = missing(tests.close.slice(0, rule.releaseAfter.closeNegative), rule.releaseAfter.closeNegative);
  const ownMissing = missing(tests.own, rule.releaseAfter.ownNegative);
  return ownMissing + closeMissing === 0 ? { kind: 'releasable' } : { kind: 'wait', ownMissing, closeMissing };
}
