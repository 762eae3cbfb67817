import { addDays, type Day, type Instant, MINUTE, startOfDay, wallToInstant } from './zone.js';

/** A moment as written: a day (precision `day`), or an instant. */
export type Moment = { readonly precision: 'day'; readonly on: Day } | { readonly precision: 'instant'; readonly at: Instant };

const DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const DATE_TIME = /^(\d{4})-(\d{1,2})-(\d{1,2})[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d{2}:?\d{2}|[+-]\d{2})?$/i;

function realDay(y: number, m: number, d: number): number | null {
  const wall = Date.UTC(y, m - 1, d);
  const back = new Date(wall);
  return back.getUTCFullYear() === y && back.getUTCMonth() === m - 1 && back.getUTCDate() === d ? wall : null;
}

function offsetMinutes(zone: string): number {
  if (/^z$/i.test(zone)) return 0;
  const digits = zone.slice(1).replace(':', '');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2) || 0);
  return zone.startsWith('-') ? -minutes : minutes;
}

/** ISO 8601 with or without time and zone; without zone it is read in `tz`. Null: not a time. Slashes and dots between the parts of a date are taken too. */
export function parseMoment(text: string, tz: string): Moment | null {
  const clean = text.trim().replace(/^(\d{4})[/.](\d{1,2})[/.](\d{1,2})/, '$1-$2-$3');
  const date = DATE.exec(clean);
  if (date) {
    const wall = realDay(Number(date[1]), Number(date[2]), Number(date[3]));
    return wall === null ? null : { precision: 'day', on: new Date(wall).toISOString().slice(0, 10) };
  }
  const m = DATE_TIME.exec(clean);
  if (!m) return null;
  const wallDay = realDay(Number(m[1]), Number(m[2]), Number(m[3]));
  const [hour, minute, second] = [Number(m[4]), Number(m[5]), Number(m[6] ?? 0)];
  // 24:00 is the end of the day in ISO 8601; other hours past 23 are typing errors.
  const endOfDay = hour === 24 && minute === 0 && second === 0;
  if (wallDay === null || (hour > 23 && !endOfDay) || minute > 59 || second > 59) return null;
  const millis = m[7] ? Math.floor(Number(`0.${m[7]}`) * 1000) : 0;
  const wall = wallDay + ((hour * 60 + minute) * 60 + second) * 1000 + millis;
  return { precision: 'instant', at: m[8] ? wall - offsetMinutes(m[8]) * MINUTE : wallToInstant(wall, tz) };
}

/** The moment as the start of something: a day begins at 00:00. */
export const momentStart = (m: Moment, tz: string): Instant => (m.precision === 'day' ? startOfDay(m.on, tz) : m.at);

/** The moment as the end of something: a day without time means the whole day, so it ends where the next begins. */
export const momentEnd = (m: Moment, tz: string): Instant => (m.precision === 'day' ? startOfDay(addDays(m.on, 1), tz) : m.at);
