import type { ContactClass, Management, Protocol } from '../protocols/schema.js';
import { addDays, type Day, dayOf, daysBetween, type Instant } from '../time/zone.js';

type Phase = Management['phases'][number];

export interface TestDate {
  /** The number in the protocol ("day 7"). */
  readonly day: number;
  readonly on: Day;
  /** Falls behind the end of its phase: the two clocks disagree and somebody has to decide (vector 13). */
  readonly afterEnd: boolean;
}

export interface PhaseDates {
  readonly kind: Phase['kind'];
  readonly from: Day;
  /** The day it ends: the person leaves on this day. */
  readonly until: Day;
  /** Days still to be served when management began. */
  readonly days: number;
  readonly tests: readonly TestDate[];
}

export interface ManagementDates {
  readonly phases: readonly PhaseDates[];
  /** The day all phases are over. */
  readonly releaseOn: Day;
  /** The class is managed, but found so late that no day is left: a test only (vector 14). */
  readonly testOnly: boolean;
  readonly clocksDisagree: boolean;
  /** Immune by documents, and the protocol exempts the immune: no measure at all. */
  readonly exempt: boolean;
}

/** The last exposure is day 0: seven days from 5 April end on the 12th. */
function anchorDay(rule: Management, first: Day, last: Day, start: Day): Day {
  return rule.durationAnchor === 'LAST_EXPOSURE' ? last : rule.durationAnchor === 'FIRST_EXPOSURE' ? first : start;
}

/**
 * Day 1 of the first phase is the day management starts (or, by the other clock, the day after the last exposure); of a later phase
 * the day after the one before it ends. Days that have passed when the person was found are not tests any more.
 */
function testDates(phase: Phase, zero: Day, from: Day, until: Day): TestDate[] {
  const all = phase.testDays.map((day) => ({ day, on: addDays(zero, day) }));
  return all.filter((test) => test.on >= from).map((test) => ({ ...test, afterEnd: test.on > until }));
}

/**
 * When a contact's measures begin and end. Length counts from the exposure of the strictest class (the caller gives only those:
 * rulings 13), tests from the start of management. Null: the protocol has no measure for the class.
 * `managementStart` absent: as if managed from the day of the last exposure, to show the plan. `immune`: by documents, not by hearsay.
 */
export function managementDates(
  protocol: Pick<Protocol, 'management'>,
  cls: ContactClass,
  exposure: { readonly first: Instant; readonly last: Instant },
  tz: string,
  managementStart?: Instant,
  immune = false,
): ManagementDates | null {
  const rule = protocol.management[cls];
  if (!rule) return null;
  const [first, last] = [dayOf(exposure.first, tz), dayOf(exposure.last, tz)];
  if (immune && rule.immuneExempt) return { phases: [], releaseOn: last, testOnly: false, clocksDisagree: false, exempt: true };
  const found = managementStart === undefined ? last : dayOf(managementStart, tz);
  const begin = rule.startOffset === undefined ? found : maxDay(found, addDays(first, rule.startOffset));
  const anchor = rule.lateFound === 'FULL' ? begin : anchorDay(rule, first, last, begin);
  const phases: PhaseDates[] = [];
  let zero = rule.testDayAnchor === 'LAST_EXPOSURE' ? last : addDays(begin, -1);
  let end = anchor;
  let from = begin;
  for (const phase of rule.phases) {
    end = addDays(end, phase.days);
    const days = daysBetween(from, end);
    if (days > 0) {
      phases.push({ kind: phase.kind, from, until: end, days, tests: testDates(phase, zero, from, end) });
      from = end;
    }
    zero = end;
  }
  const clocksDisagree = phases.some((phase) => phase.tests.some((test) => test.afterEnd));
  return { phases, releaseOn: end, testOnly: rule.phases.length > 0 && phases.length === 0, clocksDisagree, exempt: false };
}

const maxDay = (a: Day, b: Day): Day => (a > b ? a : b);
