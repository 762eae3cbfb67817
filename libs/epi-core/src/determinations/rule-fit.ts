import type { CaseFacts } from '../cases/case-facts.js';
import { stricterThanPlace } from '../protocols/class-order.js';
import type { ContactClass, ExposureRule, Protocol, SecondDegree } from '../protocols/schema.js';
import { caseFit } from './case-condition.js';
import { type Fit, weakest } from './fit.js';
import type { Meeting, SettledStay } from './meeting.js';
import { seatFit } from './seat-fit.js';
import { settingFit } from './setting-fit.js';

/** Everything beside times that decides whether a meeting may count for a rule. */
export interface FitContext {
  readonly protocol: Protocol;
  /** The class the rule would give here: its own, the weaker one of a protected contact, or SECOND. */
  readonly cls: ContactClass;
  readonly caseFacts?: CaseFacts;
  /** Set in the second degree: the meeting must also be in one of its settings. */
  readonly second?: SecondDegree;
  /** Of the person in the middle; absent: nobody wrote it down. */
  readonly highRisk?: boolean;
}

const normal = (seat: string) => seat.normalize('NFKC').trim().toUpperCase();

/** Tables or seats at one big place: the same is one table, different ones are siblings, one unknown leaves it open (rulings 7). */
function tables(a: SettledStay, b: SettledStay): 'together' | 'apart' | 'open' {
  if (!a.seatsApart || !b.seatsApart || (!a.seat && !b.seat)) return 'together';
  if (!a.seat || !b.seat) return 'open';
  return normal(a.seat) === normal(b.seat) ? 'together' : 'apart';
}

/** Rulings 6: the same place, a place above or below at most possible, siblings only through a shared air zone. */
function placeFit(rule: ExposureRule, meeting: Meeting): Fit {
  const { caseStay: a, contactStay: b, relation } = meeting;
  const oneZone = a.airZone !== null && a.airZone === b.airZone;
  const seated = relation === 'same' ? tables(a, b) : null;
  if (rule.sameAirZone && oneZone) return 2;
  if (relation === 'sameAirZone' || seated === 'apart') return 0;
  return relation === 'same' && seated === 'together' ? 2 : 1;
}

const yesNoFit = (wanted: boolean, value: 'yes' | 'no' | 'unknown'): Fit =>
  value === 'unknown' ? 1 : wanted === (value === 'yes') ? 2 : 0;

function airFit(rule: ExposureRule, stay: SettledStay): Fit {
  const enclosed: Fit = rule.enclosed === undefined ? 2 : yesNoFit(rule.enclosed, stay.enclosed);
  const poor: Fit = rule.ventilation === undefined ? 2 : stay.ventilation === 'unknown' ? 1 : stay.ventilation === 'poor' ? 2 : 0;
  return weakest(enclosed, poor);
}

/** Shared air is what being at one place means; the other kinds of contact only a tracer can record. */
function kindFit(rule: ExposureRule, meeting: Meeting): Fit {
  const wanted: readonly string[] | undefined = rule.contactKinds;
  if (!wanted || wanted.length === 0 || wanted.includes('AIRSPACE')) return 2;
  if (!meeting.contactKinds) return 1;
  return wanted.some((kind) => meeting.contactKinds?.includes(kind)) ? 2 : 0;
}

function distanceFit(rule: ExposureRule, meeting: Meeting): Fit {
  if (rule.maxDistanceM === undefined) return 2;
  return meeting.distanceM === undefined ? 1 : meeting.distanceM <= rule.maxDistanceM ? 2 : 0;
}

const ceilingFit = (meeting: Meeting): Fit =>
  meeting.caseStay.ceiling === 'definite' && meeting.contactStay.ceiling === 'definite' ? 2 : 1;

function secondFit(context: FitContext, a: SettledStay, b: SettledStay): Fit {
  if (!context.second) return 2;
  const settings = settingFit(context.second.settings, a.resolvedSetting, b.resolvedSetting, context.protocol);
  if (!context.second.onlyIfClose) return settings;
  return weakest(settings, context.highRisk === undefined ? 1 : context.highRisk ? 2 : 0);
}

/** How far a meeting may count for a rule, its times left aside. Protection is asked before, by `isProtected`. */
export function ruleFit(rule: ExposureRule, meeting: Meeting, context: FitContext): Fit {
  const { caseStay: a, contactStay: b } = meeting;
  // Most meetings are of other settings: their seats need not be read then.
  const settings = settingFit(rule.settings, a.resolvedSetting, b.resolvedSetting, context.protocol);
  const second = settings === 0 ? 0 : secondFit(context, a, b);
  if (second === 0) return 0;
  const wholeVenue = stricterThanPlace(context.protocol, context.cls) && (a.bigPlaceItself || b.bigPlaceItself);
  return weakest(
    settings,
    placeFit(rule, meeting),
    second,
    airFit(rule, a),
    airFit(rule, b),
    kindFit(rule, meeting),
    distanceFit(rule, meeting),
    rule.seat ? seatFit(rule.seat, meeting) : 2,
    caseFit(rule, context.caseFacts),
    ceilingFit(meeting),
    wholeVenue || rule.decision === 'PROPOSE' ? 1 : 2,
  );
}

/** A screen between the two takes the meeting away where the rule says so; one that nobody noted counts as none. */
export const isScreened = (rule: ExposureRule, meeting: Meeting): boolean =>
  rule.protection.barrierExcludes === true && meeting.barrier === true;

/** The contact's own effective protection, for that stay only; unknown counts as none (rulings 9). */
export const isProtected = (meeting: Meeting): boolean => meeting.contactStay.protection === 'effective';
