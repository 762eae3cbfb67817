import { type Instant, shippedProtocol, strictestOf } from '@tracewright/epi-core';
import type { Determination } from '../determinations/determination-store.js';
import type { Desk } from '../platform/desk.js';
import type { WriteTx } from '../platform/unit-of-work.js';
import type { ChangeKind, Contact } from './contact-store.js';

type Summary = Pick<Contact, 'cls' | 'certainty' | 'first' | 'last' | 'caseIds'>;

const CLASS_ORDER = ['CLOSE', 'SECOND', 'PLACE_EXPOSED', 'GENERAL', 'ST_COMPANION'];
const rank = (cls: string): number => (CLASS_ORDER.includes(cls) ? CLASS_ORDER.indexOf(cls) : CLASS_ORDER.length);
const least = (values: readonly (Instant | null)[]): Instant | null => values.reduce<Instant | null>((m, v) => (v === null ? m : m === null ? v : Math.min(m, v)), null);
const most = (values: readonly (Instant | null)[]): Instant | null => values.reduce<Instant | null>((m, v) => (v === null ? m : m === null ? v : Math.max(m, v)), null);

/**
 * One person over all their determinations that are not excluded: the strictest definite class and the span of exposures that gave it;
 * a weaker class does not extend the dates (ruling 13). Only possible ones: the strictest possible. None: null.
 */
export function derivedSummary(determinations: readonly Determination[]): Summary | null {
  const counted = determinations.filter((d) => d.decision !== 'EXCLUDED');
  const sure = counted.filter((d) => d.certainty === 'definite' || d.decision === 'CONFIRMED');
  const from = sure.length > 0 ? sure : counted;
  if (from.length === 0) return null;
  const best = Math.min(...from.map((d) => rank(d.cls)));
  const strictest = from.filter((d) => rank(d.cls) === best);
  return {
    cls: strictest[0]!.cls,
    certainty: sure.length > 0 ? 'definite' : 'possible',
    first: least(strictest.map((d) => d.first)),
    last: most(strictest.map((d) => d.last)),
    caseIds: [...new Set(counted.map((d) => d.caseId))].sort(),
  };
}

export function changeBetween(accepted: Pick<Contact, 'cls' | 'last'>, derived: Summary | null): ChangeKind | null {
  if (derived === null || derived.certainty === 'possible') return 'REMOVED';
  if (rank(derived.cls) < rank(accepted.cls)) return 'UPGRADED';
  if (rank(derived.cls) > rank(accepted.cls)) return 'DOWNGRADED';
  return derived.last === accepted.last ? null : 'DATES';
}
