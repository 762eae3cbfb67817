import { clockTime, dayOf, HOUR, type Instant, MINUTE, weekdayOf } from '@tracewright/epi-core';
import type { Lang } from '../words/lang.js';

const ZH = ['', '周一', '周二', '周三', '周四', '周五', '周六', '周日'];
const EN = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** ISO text of the API to an instant in milliseconds; null stays null. */
export const at = (iso: string | null | undefined): Instant | null => (iso == null ? null : Date.parse(iso));

/** `04-10 11:20` in the deployment's zone; empty for nothing. */
export function dayAndTime(iso: string | null | undefined, tz: string): string {
  const instant = at(iso);
  return instant === null ? '' : `${dayOf(instant, tz).slice(5)} ${clockTime(instant, tz)}`;
}

export const shortDay = (day: string | null | undefined): string => day?.slice(5) ?? '';
export const weekday = (day: string, lang: Lang): string => (lang === 'zh' ? ZH : EN)[weekdayOf(day)]!;

/** `04-10 11:20–13:05`; the second day is said only when it is another one. */
export function spanOf(from: string | null, to: string | null, tz: string): string {
  const [a, b] = [at(from), at(to)];
  if (a === null || b === null) return dayAndTime(from ?? to, tz);
  const end = dayOf(a, tz) === dayOf(b, tz) ? clockTime(b, tz) : `${dayOf(b, tz).slice(5)} ${clockTime(b, tz)}`;
  return `${dayOf(a, tz).slice(5)} ${clockTime(a, tz)}–${end}`;
}

const hoursAndMinutes = (ms: number): string => {
  const minutes = Math.floor(Math.abs(ms) / MINUTE);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
};

export interface TimeLeft {
  readonly text: string;
  readonly late: boolean;
  /** Four fifths of the time are gone; of a limit whose beginning is not told: less than two hours are left. */
  readonly soon: boolean;
}

/** How a clock stands that began at `since`: `剩 1:23` before the limit, `超 0:12` after it. Null when there is no limit. */
export function timeLeft(due: string | null | undefined, now: Instant, lang: Lang, since?: string | null): TimeLeft | null {
  const limit = at(due);
  if (limit === null) return null;
  const left = limit - now;
  const began = at(since);
  const last = began === null ? 2 * HOUR : (limit - began) / 5;
  const length = hoursAndMinutes(left);
  if (left < 0) return { text: lang === 'zh' ? `超 ${length}` : `+${length}`, late: true, soon: false };
  return { text: lang === 'zh' ? `剩 ${length}` : `${length} left`, late: false, soon: left <= last };
}

/** How long ago, for the hint on a date. */
export function ago(iso: string | null | undefined, now: Instant, lang: Lang): string {
  const instant = at(iso);
  if (instant === null) return '';
  const ms = now - instant;
  const days = Math.floor(Math.abs(ms) / (24 * HOUR));
  const length = days > 0 ? (lang === 'zh' ? `${days} 天` : `${days} d`) : hoursAndMinutes(ms);
  if (lang === 'zh') return ms < 0 ? `${length} 后` : `${length} 前`;
  return ms < 0 ? `in ${length}` : `${length} ago`;
}
