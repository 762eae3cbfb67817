import type { InfectiousRule, Protocol } from '../protocols/schema.js';
import { type Moment, momentEnd, momentStart } from '../time/parse-instant.js';
import { addDays, addLocalDays, DAY_24H, dayOf, endOfDay, type Instant, startOfDay } from '../time/zone.js';
import { anchorMoment } from './anchors.js';
import type { CaseFacts } from './case-facts.js';

type DayCount = Protocol['dayCount'];
type EndRule = InfectiousRule['end'];

export interface Bound {
  readonly at: Instant;
  readonly provisional: boolean;
}

const momentDay = (m: Moment, tz: string) => (m.precision === 'day' ? m.on : dayOf(m.at, tz));

/** Calendar days: 00:00 of day + offset, whatever the hour of the anchor. Elapsed hours: from the instant; a bare date counts from 00:00, provisionally. */
export function windowStart(count: DayCount, anchor: Moment, offset: number, tz: string): Bound {
  if (count === 'CALENDAR_DAY') return { at: startOfDay(addDays(momentDay(anchor, tz), offset), tz), provisional: false };
  return { at: momentStart(anchor, tz) + offset * DAY_24H, provisional: anchor.precision === 'day' };
}

/** An end given in days includes its whole last day; by elapsed hours a bare date counts from 24:00. */
function offsetEnd(count: DayCount, anchor: Moment, offset: number, tz: string): Bound {
  if (count === 'CALENDAR_DAY') return { at: endOfDay(addDays(momentDay(anchor, tz), offset), tz), provisional: false };
  return { at: momentEnd(anchor, tz) + offset * DAY_24H, provisional: anchor.precision === 'day' };
}

/** An end given by an event is that instant, or the end of its day when only the date is known. */
function eventEnd(count: DayCount, event: Moment, offset: number, tz: string): Bound {
  const at = momentEnd(event, tz);
  if (count === 'CALENDAR_DAY') return { at: addLocalDays(at, offset, tz), provisional: false };
  return { at: at + offset * DAY_24H, provisional: event.precision === 'day' };
}

/** Death alone does not end it: the body and the funeral count (rulings 14). The living end it by recovery. */
function deathOrRecovery(facts: CaseFacts): Moment | undefined {
  const { died, buried, recovered } = facts.moments;
  return buried ?? (died ? undefined : recovered);
}

function eventMoment(event: NonNullable<EndRule['event']>, facts: CaseFacts): Moment | undefined {
  switch (event) {
    case 'ISOLATED':
      return facts.moments.isolated;
    case 'TREATMENT_START':
      return facts.moments.treatmentStarted;
    case 'ANTIBIOTIC_START':
      return facts.moments.antibioticStarted;
    case 'LESIONS_HEALED':
      return facts.moments.lesionsHealed;
    case 'DEATH_BURIED':
      return deathOrRecovery(facts);
  }
}

/** So many days after the offset and so many after the first day without symptoms, whichever comes later. */
function symptomFreeEnd(count: DayCount, rule: EndRule, anchor: Moment | undefined, facts: CaseFacts, tz: string): Bound | null {
  const free = facts.moments.symptomFree;
  const days = rule.symptomFreeDays!;
  if (!free) return null;
  const after = offsetEnd(count, free, days, tz);
  if (rule.offset === undefined) return after;
  if (!anchor) return null;
  return later(offsetEnd(count, anchor, rule.offset + days, tz), after);
}

const later = (a: Bound, b: Bound): Bound => (a.at >= b.at ? a : b);
const earlier = (a: Bound, b: Bound): Bound => (a.at <= b.at ? a : b);

/**
 * The end of a window; null when it is open. A part that needs a fact nobody has written down yet has not happened: it never is the
 * earliest, and it leaves the latest open.
 */
export function windowEnd(count: DayCount, rule: EndRule, startAnchor: Moment, facts: CaseFacts, tz: string): Bound | null {
  const anchor = rule.anchor ? anchorMoment(facts, rule.anchor) : startAnchor;
  const parts: (Bound | null)[] = [];
  if (rule.symptomFreeDays !== undefined) parts.push(symptomFreeEnd(count, rule, anchor, facts, tz));
  else if (rule.offset !== undefined) parts.push(anchor ? offsetEnd(count, anchor, rule.offset, tz) : null);
  if (rule.event) {
    const event = eventMoment(rule.event, facts);
    parts.push(event ? eventEnd(count, event, rule.eventOffset ?? 0, tz) : null);
  }
  const known = parts.filter((part): part is Bound => part !== null);
  if (known.length === 0 || (rule.take === 'LATEST' && known.length < parts.length)) return null;
  return known.reduce(rule.take === 'LATEST' ? later : earlier);
}
