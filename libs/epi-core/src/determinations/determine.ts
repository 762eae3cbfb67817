import type { CaseFacts } from '../cases/case-facts.js';
import { classRank, isStricter, weakerClass } from '../protocols/class-order.js';
import type { ContactClass, ExposureRule, Protocol, SecondDegree } from '../protocols/schema.js';
import type { Certainty } from '../stays/stay.js';
import type { Instant } from '../time/zone.js';
import { conditionWindows } from './case-condition.js';
import { cumulativeStretches, liesIn, reaches } from './cumulative.js';
import { type DeterminationRow, type RuleHit, rowOf } from './determination-row.js';
import { fewerMeetings } from './fewer-meetings.js';
import type { Meeting } from './meeting.js';
import { mayMeet, type Overlap, type OverlapUnit, overlapOf, placeGroups, runLengths, unitsOf, type Windows } from './overlap-units.js';
import { isProtected, isScreened, ruleFit } from './rule-fit.js';

/** One pair: a case (or a person in the middle) and somebody who met it. */
export interface PairQuestion {
  readonly protocol: Protocol;
  readonly meetings: readonly Meeting[];
  readonly windows: Windows;
  readonly tz: string;
  readonly caseFacts?: CaseFacts;
  /** Second degree: the rules that make a close contact, in its own settings, make a second contact. */
  readonly second?: {
    readonly settings: SecondDegree;
    readonly middleIsDefinite: boolean;
    /** Whether the person in the middle is a high-risk close contact; absent: not known. */
    readonly middleIsHighRisk?: boolean;
  };
}

/** Both rows of rulings 11: the strictest definite class, and a possible one only when it is stricter. */
export interface PairAnswer {
  readonly definite: DeterminationRow | null;
  readonly possible: DeterminationRow | null;
}

export const CLOSE_CLASS: ContactClass = 'CLOSE';
export const SECOND_CLASS: ContactClass = 'SECOND';

/** A rule about phones in one grid reads signals, never stays (rulings 14); in the second degree the rules that make a close contact are asked. */
export const isAsked = (rule: ExposureRule, second: boolean): boolean => !rule.gridCompanion && (!second || rule.cls === CLOSE_CLASS);

interface Trial {
  readonly rule: ExposureRule;
  readonly cls: ContactClass;
  readonly order: number;
  readonly meetings: readonly Meeting[];
}

/** The class a rule gives and the meetings it may look at: protection takes meetings away or lowers the class, so there may be two. */
function trials(rule: ExposureRule, order: number, { protocol, second }: PairQuestion, all: readonly Meeting[]): Trial[] {
  const cls = second ? SECOND_CLASS : rule.cls;
  const meetings = all.some((meeting) => isScreened(rule, meeting)) ? all.filter((meeting) => !isScreened(rule, meeting)) : all;
  if (rule.protection.effect === 'NONE' || !meetings.some(isProtected)) return [{ rule, cls, order, meetings }];
  const spared: Trial = { rule, cls, order, meetings: meetings.filter((meeting) => !isProtected(meeting)) };
  const weaker = rule.protection.effect === 'DOWNGRADE' && !second ? weakerClass(protocol, cls) : null;
  return weaker === null ? [spared] : [spared, { rule, cls: weaker, order, meetings }];
}

/** The units that count for a rule by one of the two bounds. */
function counting(units: readonly OverlapUnit[], rule: ExposureRule, certainty: Certainty, tz: string): OverlapUnit[] {
  const piecesOf = (unit: OverlapUnit) => (certainty === 'definite' ? unit.proven : unit.widest);
  const single = rule.single ?? (rule.cumulative ? null : { min: 0, mergeGap: 0, strict: undefined });
  const bySingle = (unit: OverlapUnit) =>
    single !== null && runLengths(piecesOf(unit), rule).some((length) => reaches(length, single.min, single.strict));
  const stretches = stretchesOf(units, piecesOf, rule, tz);
  return units.filter((unit) => bySingle(unit) || piecesOf(unit).some((piece) => liesIn(piece, stretches(unit.group))));
}

function stretchesOf(
  units: readonly OverlapUnit[],
  piecesOf: (unit: OverlapUnit) => OverlapUnit['widest'],
  rule: ExposureRule,
  tz: string,
) {
  const cumulative = rule.cumulative;
  if (!cumulative) return () => [];
  const add = (some: readonly OverlapUnit[]) => cumulativeStretches(some.flatMap(piecesOf), cumulative, tz);
  if (cumulative.across === 'PAIR') {
    const all = add(units);
    return () => all;
  }
  const byPlace = new Map([...new Set(units.map((u) => u.group))].map((g) => [g, add(units.filter((u) => u.group === g))]));
  return (group: string) => byPlace.get(group) ?? [];
}

function hitsOf(question: PairQuestion): RuleHit[] {
  const { protocol, windows, second } = question;
  // Only who met in time counts for anything, so that the answer does not hang on how far round a finder looked.
  const lag = longestLag(protocol);
  const met = fewerMeetings(question.meetings).filter((meeting) => mayMeet(meeting, lag, windows));
  const hits: RuleHit[] = [];
  if (met.length === 0) return hits;
  let groups: Map<string, string> | undefined;
  const groupsOf = (): Map<string, string> => {
    groups ??= placeGroups(met);
    return groups;
  };
  for (const [order, rule] of protocol.exposure.entries()) {
    if (!isAsked(rule, second !== undefined)) continue;
    for (const trial of trials(rule, order, question, met)) {
      const hit = hitOf(trial, question, groupsOf);
      if (hit) hits.push(hit);
    }
  }
  return hits;
}

/** What a rule makes of the meetings; null: nothing. Most rules name none of their settings, so that is asked before anything is made. */
function hitOf({ rule, cls, order, meetings }: Trial, question: PairQuestion, groupsOf: () => Map<string, string>): RuleHit | null {
  const { protocol, windows, tz, caseFacts, second } = question;
  const context = { protocol, cls, caseFacts, second: second?.settings, highRisk: second?.middleIsHighRisk };
  const overlaps: Overlap[] = [];
  let looked: Windows | undefined;
  for (const meeting of meetings) {
    const fit = ruleFit(rule, meeting, context);
    if (fit === 0) continue;
    looked ??= second ? windows : conditionWindows(rule, caseFacts, windows, protocol.dayCount, tz);
    const overlap = overlapOf(meeting, fit, rule, looked);
    if (overlap) overlaps.push(overlap);
  }
  if (overlaps.length === 0) return null;
  const units = unitsOf(overlaps, groupsOf(), rule);
  const definite = second && !second.middleIsDefinite ? [] : counting(units, rule, 'definite', tz);
  return { rule, cls, order, definite, possible: counting(units, rule, 'possible', tz) };
}

function strictest(hits: readonly RuleHit[], certainty: Certainty, protocol: Protocol): DeterminationRow | null {
  if (hits.length === 0) return null;
  const found = hits.filter((hit) => hit[certainty].length > 0);
  const first = [...found].sort((a, b) => classRank(protocol, a.cls) - classRank(protocol, b.cls))[0];
  if (!first) return null;
  return rowOf(
    found.filter((hit) => hit.cls === first.cls),
    certainty,
  );
}

/** The determination of one pair (domain notes §4.2; rulings 9–12). Times, settings, seats and protection in; at most two rows out. */
export function determinePair(question: PairQuestion): PairAnswer {
  const hits = hitsOf(question);
  const definite = strictest(hits, 'definite', question.protocol);
  const possible = strictest(hits, 'possible', question.protocol);
  const worthTelling = possible !== null && (definite === null || isStricter(question.protocol, possible.cls, definite.cls));
  return { definite, possible: worthTelling ? possible : null };
}

/** The longest lag of a protocol, in minutes: how far behind a case's stay a finder has to look. */
export const longestLag = (protocol: Protocol): number => protocol.exposure.reduce((most, rule) => Math.max(most, rule.lag), 0);

/** The first moment a close contact counts as exposed: by the surest bounds for definite, by the widest for possible (rulings 12). */
export interface FirstExposure {
  readonly surest: Instant | null;
  readonly widest: Instant;
}
