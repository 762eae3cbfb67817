import type { InfectiousRule, Protocol } from '../protocols/schema.js';
import { type Moment } from '../time/parse-instant.js';
import { dayOf } from '../time/zone.js';
import type { CaseFacts } from './case-facts.js';

export type WindowKind = InfectiousRule['caseKind'];

const dayOfMoment = (m: Moment, tz: string) => (m.precision === 'day' ? m.on : dayOf(m.at, tz));

/** A positive sample before the day of onset: the case was asymptomatic first (rulings 13). */
export function wasAsymptomaticFirst(facts: CaseFacts, tz: string): boolean {
  const { onset, firstPositiveSample: sample } = facts.moments;
  return Boolean(onset && sample && dayOfMoment(sample, tz) < dayOfMoment(onset, tz));
}

/**
 * The kinds of window that apply to a case. `unsure` is set when a kind had to be assumed: an unknown bacteriology takes the wider
 * window, because a missed contact weighs more than one asked twice.
 */
export function kindsOf(protocol: Protocol, facts: CaseFacts, tz: string): Map<WindowKind | 'unsure', boolean> {
  const kinds = new Map<WindowKind | 'unsure', boolean>([['ANY', true]]);
  const asymptomatic = facts.category === 'asymptomatic';
  if (asymptomatic || wasAsymptomaticFirst(facts, tz)) kinds.set('ASYMPTOMATIC', true);
  // Called asymptomatic and yet with an onset: both windows, until the category is corrected.
  if (!asymptomatic || facts.moments.onset) kinds.set('SYMPTOMATIC', true);
  if (!protocol.infectious.some((rule) => rule.caseKind === 'BACT_POS' || rule.caseKind === 'BACT_NEG')) return kinds;
  // Severe or symptomatic cases count as bacteriologically positive ones (domain notes §3.2, tuberculosis).
  if (facts.bacteriology === 'positive' || facts.severe || facts.moments.onset) kinds.set('BACT_POS', true);
  else if (facts.bacteriology === 'negative') kinds.set('BACT_NEG', true);
  else kinds.set('BACT_POS', true).set('unsure', true);
  return kinds;
}
