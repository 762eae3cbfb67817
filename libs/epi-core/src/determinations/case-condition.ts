import type { CaseFacts, CaseMoment } from '../cases/case-facts.js';
import { isSymptomatic } from '../cases/case-facts.js';
import { windowStart } from '../cases/window-bounds.js';
import type { ExposureRule, Protocol } from '../protocols/schema.js';
import { type Interval, intersect } from '../time/interval.js';
import type { Instant } from '../time/zone.js';
import { type Fit, strongest } from './fit.js';
import type { Windows } from './overlap-units.js';

type DayCount = Protocol['dayCount'];

/** Words of `caseCondition` that a case's record can answer; any other wording is for the investigator: at most possible. */
type Answer = (facts: CaseFacts | undefined) => Fit;

const bacteriology =
  (wanted: 'positive' | 'negative'): Answer =>
  (facts) =>
    facts?.bacteriology === undefined ? 1 : facts.bacteriology === wanted ? 2 : 0;

/** Symptoms are known by their onset; a case called asymptomatic has none; all others may have some nobody wrote down. */
const symptomatic: Answer = (facts) => (facts?.moments.onset ? 2 : facts && !isSymptomatic(facts) ? 0 : 1);

const since =
  (moment: CaseMoment): Answer =>
  (facts) =>
    facts?.moments[moment] ? 2 : 1;

const WORDS: Readonly<Record<string, Answer>> = {
  SEVERE: (facts) => (facts?.severe === undefined ? 1 : facts.severe ? 2 : 0),
  BACT_POS: bacteriology('positive'),
  BACT_NEG: bacteriology('negative'),
  SYMPTOMATIC: symptomatic,
  ASYMPTOMATIC: (facts) => (2 - symptomatic(facts)) as Fit,
  AFTER_ONSET: since('onset'),
  AFTER_RASH: since('rashOnset'),
};

/** Conditions on the presence, not on the case: only what lies after this moment counts. */
const AFTER: Readonly<Record<string, CaseMoment>> = { AFTER_ONSET: 'onset', AFTER_RASH: 'rashOnset' };

/** How far a case meets a rule's condition. Words joined by `|` are alternatives: the best of them counts. */
export function caseFit(rule: ExposureRule, facts: CaseFacts | undefined): Fit {
  if (rule.caseCondition === undefined) return 2;
  return strongest(...rule.caseCondition.split('|').map((word) => WORDS[word.trim()]?.(facts) ?? 1));
}

const from = (windows: readonly Interval[], start: Instant): Interval[] =>
  windows.flatMap((window) => intersect(window, { start, end: Number.POSITIVE_INFINITY }) ?? []);

/**
 * The windows in which a rule looks: a condition `AFTER_…` cuts off what lies before 00:00 of that day when the protocol counts days,
 * before the instant itself when it counts hours.
 */
export function conditionWindows(
  rule: ExposureRule,
  facts: CaseFacts | undefined,
  windows: Windows,
  dayCount: DayCount,
  tz: string,
): Windows {
  const after = AFTER[rule.caseCondition?.trim() ?? ''];
  const moment = after && facts?.moments[after];
  if (!moment) return windows;
  const start = windowStart(dayCount, moment, 0, tz).at;
  return { surest: from(windows.surest, start), widest: from(windows.widest, start) };
}
