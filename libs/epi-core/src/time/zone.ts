import { Temporal } from 'temporal-polyfill';

/** A point in time in epoch milliseconds. */
export type Instant = number;
/** A calendar day, `YYYY-MM-DD`, in the zone of whoever asks. */
export type Day = string;

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
/** 24 hours of elapsed time; a local day may be 23 or 25 hours long. */
export const DAY_24H = 24 * HOUR;

/** Zone changes of the last hundred years fall on full quarters of an hour, so one offset holds for the whole bucket. */
const BUCKET = 15 * MINUTE;
const offsets = new Map<string, Map<number, number>>();

/** What to add to an instant to get the local wall clock, in milliseconds. */
export function zoneOffset(at: Instant, tz: string): number {
  let known = offsets.get(tz);
  if (!known) {
    known = new Map();
    offsets.set(tz, known);
  }
  const bucket = Math.floor(at / BUCKET);
  let offset = known.get(bucket);
  if (offset === undefined) {
    const zoned = Temporal.Instant.fromEpochMilliseconds(bucket * BUCKET).toZonedDateTimeISO(tz);
    offset = Math.round(zoned.offsetNanoseconds / 1e6);
    known.set(bucket, offset);
  }
  return offset;
}

/** Wall-clock milliseconds (as if the local clock were UTC) to an instant; a time that a clock change skipped or repeated is read as Temporal's "compatible". */
export function wallToInstant(wall: number, tz: string): Instant {
  const before = zoneOffset(wall - DAY_24H, tz);
  const after = zoneOffset(wall + DAY_24H, tz);
  if (before === after) return wall - before;
  const local = new Date(wall).toISOString().slice(0, -1);
  return Temporal.PlainDateTime.from(local).toZonedDateTime(tz).epochMilliseconds;
}

const dayNames = new Map<number, Day>();

function dayName(dayNumber: number): Day {
  const known = dayNames.get(dayNumber);
  if (known !== undefined) return known;
  const name = new Date(dayNumber * DAY_24H).toISOString().slice(0, 10);
  dayNames.set(dayNumber, name);
  return name;
}

const dayNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / DAY_24H;

export const dayOf = (at: Instant, tz: string): Day => dayName(Math.floor((at + zoneOffset(at, tz)) / DAY_24H));

export const addDays = (day: Day, days: number): Day => dayName(dayNumber(day) + days);

/** Days from a to b; negative when b lies before a. */
export const daysBetween = (a: Day, b: Day): number => dayNumber(b) - dayNumber(a);

export const startOfDay = (day: Day, tz: string): Instant => wallToInstant(dayNumber(day) * DAY_24H, tz);

/** The half-open end of a day: the first instant of the next one. */
export const endOfDay = (day: Day, tz: string): Instant => startOfDay(addDays(day, 1), tz);

/** The same wall-clock time some days later. */
export const addLocalDays = (at: Instant, days: number, tz: string): Instant =>
  days === 0 ? at : wallToInstant(at + zoneOffset(at, tz) + days * DAY_24H, tz);

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (day: Day): number => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;

/** ISO 8601 with the zone's offset; seconds always, milliseconds only when there are any. */
export function formatInstant(at: Instant, tz: string): string {
  const offset = zoneOffset(at, tz);
  const wall = new Date(at + offset).toISOString();
  const minutes = Math.abs(Math.round(offset / MINUTE));
  const two = (n: number) => String(n).padStart(2, '0');
  const zone = offset === 0 ? 'Z' : `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  return `${wall.endsWith('.000Z') ? wall.slice(0, 19) : wall.slice(0, 23)}${zone}`;
}

/** `HH:MM` on the local clock. */
export const clockTime = (at: Instant, tz: string): string => new Date(at + zoneOffset(at, tz)).toISOString().slice(11, 16);

/** Throws a RangeError for a zone that does not exist, so that a typing error is found before a thousand rows are read in it. */
export function checkZone(tz: string): string {
  return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(tz).timeZoneId;
}
