import { isPlaceCategory } from '../places/place-category.js';
import { isSetting } from '../places/setting-class.js';
import { momentEnd, momentStart, parseMoment } from '../time/parse-instant.js';
import { type Instant, MINUTE } from '../time/zone.js';
import { DWELL_RULES, estimateEnd, type NextEvidence } from './dwell.js';
import { evidenceCeiling } from './evidence-ceiling.js';
import { type Protection, SOURCES, type Source, type Stay } from './stay.js';

/** The columns of a stays file as text (`contracts.md`, Files). Absent and empty are the same. */
export type StayColumns = Readonly<
  Partial<
    Record<
      | 'person'
      | 'place'
      | 'start'
      | 'end'
      | 'start_latest'
      | 'end_earliest'
      | 'source'
      | 'setting'
      | 'seat'
      | 'carriage'
      | 'protection'
      | 'companions',
      string
    >
  >
>;

export interface StayReading {
  readonly tz: string;
  /** Nothing may begin after it; a stay that runs on is cut there when `cut` is set. */
  readonly asOf: Instant;
  readonly cut: boolean;
  /** Category of the place; null: not known, so an end that is missing cannot be estimated. */
  readonly category: string | null;
  /** The person's next evidence elsewhere. */
  readonly next: (start: Instant) => NextEvidence | null;
}

export interface StayProblem {
  readonly field: string;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

export type StayRead =
  | { readonly kind: 'stay'; readonly stay: Omit<Stay, 'id' | 'person' | 'place'>; readonly endKnown: boolean }
  /** A mobile signal never becomes a stay: it raises questions (rulings 5). */
  | { readonly kind: 'evidence'; readonly source: Source; readonly start: Instant; readonly end: Instant | null }
  | { readonly kind: 'problem'; readonly problem: StayProblem };

const SOURCE_SYNONYMS: Readonly<Record<string, Source>> = {
  流调: 'interview',
  访谈: 'interview',
  场所码: 'venue_code',
  扫码: 'venue_code',
  信令: 'mobile_signal',
  支付: 'payment',
  视频: 'camera',
  监控: 'camera',
  票务: 'ticket',
  登记: 'register',
  其他: 'other',
};
const PROTECTION_WORDS: Readonly<Record<string, Protection>> = {
  effective: 'effective',
  none: 'none',
  unknown: 'unknown',
  有效: 'effective',
  无: 'none',
  不详: 'unknown',
};

/** The source a word means; an absent one is `other` (rulings 34a), an unknown word null. */
export const readSource = (word: string): Source | null =>
  word === '' ? 'other' : SOURCES.includes(word as Source) ? (word as Source) : (SOURCE_SYNONYMS[word] ?? null);

const problem = (field: string, code: string, zh: string, en: string): { kind: 'problem'; problem: StayProblem } => ({
  kind: 'problem',
  problem: { field, code, zh, en },
});

/** Beyond `asOf` by less than this is a clock that goes wrong, not a wrong day. */
const SLACK = 5 * MINUTE;

/**
 * One row of a stays file. A date without time means the whole calendar day; an empty end is estimated by the dwell rule of the place's
 * category (rulings 5, 34a); surest bounds that are missing are as wide as the stay. What cannot be used is answered with its reason.
 */
export function readStay(row: StayColumns, reading: StayReading): StayRead {
  const { tz, asOf } = reading;
  const source = readSource(row.source ?? '');
  if (source === null)
    return problem('source', 'source-unknown', `来源“${row.source}”不在列表中。`, `The source "${row.source}" is not known.`);
  const setting = row.setting ?? '';
  if (setting !== '' && !isSetting(setting))
    return problem('setting', 'setting-unknown', `场景“${setting}”不在列表中。`, `The setting "${setting}" is not known.`);
  const protection = row.protection ? PROTECTION_WORDS[row.protection] : 'unknown';
  if (!protection)
    return problem(
      'protection',
      'protection-unknown',
      '防护应为 effective、none 或 unknown。',
      'Protection is effective, none or unknown.',
    );
  for (const field of ['start', 'end', 'start_latest', 'end_earliest'] as const)
    if (row[field] && !parseMoment(row[field], tz))
      return problem(
        field,
        'moment-unreadable',
        `时间“${row[field]}”看不懂。`,
        `The moment "${row[field]}" cannot be read: write 2022-04-10 11:20.`,
      );
  const at = (field: 'start' | 'end' | 'start_latest' | 'end_earliest') => (row[field] ? parseMoment(row[field], tz) : null);
  const [first, last, latest, earliest] = [at('start'), at('end'), at('start_latest'), at('end_earliest')];
  if (!first) return problem('start', 'missing', '缺少 start，请补上。', 'start is missing: fill it in.');
  const start = momentStart(first, tz);
  if (start > asOf + SLACK)
    return problem('start', 'in-future', '开始时间还没到，请核对日期。', 'It starts in the future: check the date.');
  const given = last ? momentEnd(last, tz) : first.precision === 'day' ? momentEnd(first, tz) : null;
  // A day is whole: 10 April to 9 April ends before it starts, although the one's end touches the other's beginning.
  const reversed = first.precision === 'day' && last?.precision === 'day' ? last.on < first.on : given !== null && given < start;
  if (reversed) return problem('end', 'end-before-start', '结束早于开始，请改时间。', 'It ends before it starts: correct the times.');
  const ceiling = evidenceCeiling(source, given !== null);
  if (ceiling === 'never-a-stay') return { kind: 'evidence', source, start, end: given };
  const bounds = given === null ? estimated(start, reading) : { end: given, endEarliest: earliest ? momentEnd(earliest, tz) : given };
  if (bounds === null)
    return problem(
      'end',
      'no-dwell-rule',
      '没有结束时间，这类地点也没有停留规则。',
      'There is no end, and the category of the place has no dwell rule.',
    );
  const end = reading.cut ? Math.max(start, Math.min(bounds.end, asOf)) : bounds.end;
  return {
    kind: 'stay',
    endKnown: given !== null,
    stay: {
      start,
      end,
      startLatest: Math.min(Math.max(latest ? momentStart(latest, tz) : start, start), end),
      endEarliest: Math.max(Math.min(bounds.endEarliest, end), start),
      source,
      ceiling,
      ...(setting === '' ? {} : { setting: setting as NonNullable<Stay['setting']> }),
      ...(row.seat ? { seat: row.seat } : {}),
      ...(row.carriage ? { carriage: row.carriage } : {}),
      protection,
      ...(row.companions ? { companions: row.companions } : {}),
    },
  };
}

function estimated(start: Instant, { category, next, tz }: StayReading): { end: Instant; endEarliest: Instant } | null {
  const dwell = category !== null && isPlaceCategory(category) ? DWELL_RULES[category] : undefined;
  return dwell ? estimateEnd(start, dwell, next(start), tz) : null;
}
