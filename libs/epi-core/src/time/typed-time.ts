import { addDays, clockTime, type Day, dayOf, HOUR, type Instant, MINUTE, startOfDay, wallToInstant, weekdayOf } from './zone.js';

/** What was understood, to be shown before Enter. `time` is empty when a whole day was typed. */
export interface TimeEcho {
  readonly on: Day;
  readonly time: string;
  /** 1 Monday … 7 Sunday. */
  readonly weekday: number;
  readonly zh: string;
  readonly en: string;
}

export interface TypedMoment {
  /** The instant, or the start of the day when only a day was typed. */
  readonly instant: Instant;
  readonly precision: 'day' | 'instant';
  readonly echo: TimeEcho;
}

export type TypedTime =
  | ({ readonly kind: 'understood' } & TypedMoment)
  | { readonly kind: 'ask'; readonly candidates: readonly TypedMoment[] }
  | { readonly kind: 'error'; readonly zh: string; readonly en: string };

export interface TypedTimeContext {
  readonly now: Instant;
  readonly tz: string;
  /** The day of the row being filled; a bare time belongs to it. */
  readonly rowDay?: Day;
}

const ZH_WEEKDAYS = ['', '周一', '周二', '周三', '周四', '周五', '周六', '周日'];
const EN_WEEKDAYS = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const ZH_DAYS = '一二三四五六日';
/** Between midnight and 05:00 people still say "today" of the day before. */
const NIGHT_ENDS = 5 * HOUR;

const REFUSED = {
  kind: 'error',
  zh: '看不懂这个时间。可写 1120、11:20、0411 1120、昨天 14:30、周六 9:00。',
  en: 'This time is not understood. Write 1120, 11:20, 0411 1120, 昨天 14:30 or 周六 9:00.',
} as const;

/** Minutes after midnight, `null` for no time typed, `undefined` for a time that does not exist. */
function readTime(text: string): number | null | undefined {
  if (text === '') return null;
  const m = /^(\d{1,2})[:：\-.点时](\d{2})?分?$/.exec(text) ?? /^(\d{1,2})(\d{2})$/.exec(text);
  if (!m) return undefined;
  const [hour, minute] = [Number(m[1]), Number(m[2] ?? 0)];
  return hour <= 23 && minute <= 59 ? hour * 60 + minute : undefined;
}

function realDay(year: number, month: number, day: number): Day | null {
  const back = new Date(Date.UTC(year, month - 1, day));
  return back.getUTCMonth() === month - 1 && back.getUTCDate() === day ? back.toISOString().slice(0, 10) : null;
}

/** Candidate days for the words before the time; more than one when it has to be asked. */
function readDays(word: string, context: TypedTimeContext): Day[] | null {
  const { now, tz } = context;
  const today = dayOf(now, tz);
  const night = now - startOfDay(today, tz) < NIGHT_ENDS;
  const relative: Record<string, number> = { 今天: 0, 今日: 0, today: 0, 昨天: -1, 昨日: -1, yesterday: -1, 前天: -2, 大前天: -3 };
  const back = relative[word];
  if (back !== undefined) return night && back >= -1 ? [addDays(today, back - 1), addDays(today, back)] : [addDays(today, back)];
  const weekday = /^(上)?(?:个)?(?:周|星期|礼拜)([一二三四五六日天])$/.exec(word);
  if (weekday) return readWeekday(ZH_DAYS.indexOf(weekday[2] === '天' ? '日' : weekday[2]!) + 1, Boolean(weekday[1]), today);
  const full = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/.exec(word);
  if (full && (word.length === 8 || /\D/.test(word))) {
    const day = realDay(Number(full[1]), Number(full[2]), Number(full[3]));
    return day ? [day] : null;
  }
  const short = /^(\d{1,2})[-/.月](\d{1,2})[日号]?$/.exec(word) ?? /^(\d{2})(\d{2})$/.exec(word);
  if (!short) return null;
  // A day without a year is the last such day that is not in the future.
  const year = Number(today.slice(0, 4));
  for (const y of [year, year - 1, year - 2, year - 3, year - 4]) {
    const day = realDay(y, Number(short[1]), Number(short[2]));
    if (day && day <= today) return [day];
  }
  return null;
}

/** The last such weekday; said on that very weekday it may mean today or a week ago, so it is asked. */
function readWeekday(wanted: number, lastWeek: boolean, today: Day): Day[] {
  const current = weekdayOf(today);
  if (lastWeek) return [addDays(today, wanted - current - 7)];
  if (wanted === current) return [addDays(today, -7), today];
  return [addDays(today, -((current - wanted + 7) % 7))];
}

function moment(day: Day, minutes: number | null, tz: string): TypedMoment {
  const start = startOfDay(day, tz);
  const instant = minutes === null ? start : wallToInstant(Date.parse(`${day}T00:00:00Z`) + minutes * MINUTE, tz);
  const time = minutes === null ? '' : clockTime(instant, tz);
  const weekday = weekdayOf(day);
  const words = (names: string[]) => `${day} ${names[weekday]}${time ? ` ${time}` : ''}`;
  return {
    instant,
    precision: minutes === null ? 'day' : 'instant',
    echo: { on: day, time, weekday, zh: words(ZH_WEEKDAYS), en: words(EN_WEEKDAYS) },
  };
}

/** A bare time: on the row's day, else today; when that has not come yet, yesterday is offered beside it. */
function bareTime(minutes: number, context: TypedTimeContext): TypedMoment[] {
  const { now, tz, rowDay } = context;
  if (rowDay) return [moment(rowDay, minutes, tz)];
  const today = dayOf(now, tz);
  const here = moment(today, minutes, tz);
  return here.instant <= now ? [here] : [moment(addDays(today, -1), minutes, tz), here];
}

function answer(found: TypedMoment[]): TypedTime {
  const [only, other] = found;
  if (!only) return REFUSED;
  return other ? { kind: 'ask', candidates: found } : { kind: 'understood', ...only };
}

/** Dates and times as tracers type them (rulings 3): what was understood is answered with its weekday, never guessed in silence. */
export function parseTypedTime(text: string, context: TypedTimeContext): TypedTime {
  const clean = text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
  const alone = readTime(clean);
  if (alone !== null && alone !== undefined) return answer(bareTime(alone, context));
  const split = /^(.*?[^\d:.\-/])\s*(\d{1,2}[:\-点时]?\d{0,2}分?)$/.exec(clean);
  const attempts: [string, string][] = [[clean, '']];
  const space = clean.lastIndexOf(' ');
  if (space > 0) attempts.push([clean.slice(0, space), clean.slice(space + 1)]);
  if (split) attempts.push([split[1]!.trim(), split[2]!]);
  for (const [word, rest] of attempts) {
    const minutes = readTime(rest);
    const days = minutes === undefined ? null : readDays(word, context);
    if (days) return answer(days.map((day) => moment(day, minutes as number | null, context.tz)));
  }
  return REFUSED;
}
