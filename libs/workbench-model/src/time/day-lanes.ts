import { addDays, type Day, dayOf, endOfDay, HOUR, type Instant, startOfDay } from '@tracewright/epi-core';

/** Half-open `[start, end)`, in milliseconds. */
export interface Span {
  readonly start: Instant;
  readonly end: Instant;
}

/** A piece of a lane in pixels from its left edge. */
export interface Piece<T> {
  readonly item: T;
  readonly x: number;
  readonly width: number;
  /** The item began on a former day, or goes on into the next. */
  readonly opensBefore: boolean;
  readonly goesOn: boolean;
}

export interface DayLane<S> {
  readonly day: Day;
  readonly stays: readonly Piece<S>[];
  readonly windows: readonly Piece<Span>[];
  /** Time of the window, up to now, that no stay covers. */
  readonly uncovered: readonly Piece<Span>[];
  /** Where "now" falls on this day, in pixels, or null. */
  readonly now: number | null;
}

export interface LanesInput<S extends Span> {
  readonly stays: readonly S[];
  readonly windows: readonly Span[];
  readonly now: Instant;
  readonly tz: string;
  /** Width of a whole day in pixels. */
  readonly width: number;
}

/** The most days drawn: a window without end must not fill the screen. */
const MOST_DAYS = 40;

/** One lane a day, from the first window or stay to the last; a day of 23 or 25 hours keeps the same width. */
export function dayLanes<S extends Span>(input: LanesInput<S>): DayLane<S>[] {
  const { stays, windows, now, tz } = input;
  const spans: Span[] = [...windows.map((w) => ({ start: w.start, end: Math.min(w.end, now) })), ...stays].filter((s) => s.end > s.start);
  if (spans.length === 0) return [];
  const first = dayOf(Math.min(...spans.map((s) => s.start)), tz);
  const last = dayOf(Math.max(...spans.map((s) => s.end)) - 1, tz);
  const days: Day[] = [];
  for (let day = first; day <= last && days.length < MOST_DAYS; day = addDays(day, 1)) days.push(day);
  return days.map((day) => laneOf(day, input));
}

function laneOf<S extends Span>(day: Day, { stays, windows, now, tz, width }: LanesInput<S>): DayLane<S> {
  const [start, end] = [startOfDay(day, tz), endOfDay(day, tz)];
  const px = (at: Instant) => ((at - start) / (end - start)) * width;
  const cut = <T extends Span>(items: readonly T[]): Piece<T>[] =>
    items
      .filter((item) => item.start < end && item.end > start)
      .map((item) => {
        const [from, to] = [Math.max(item.start, start), Math.min(item.end, end)];
        return { item, x: px(from), width: Math.max(px(to) - px(from), 2), opensBefore: item.start < start, goesOn: item.end > end };
      });
  return {
    day,
    stays: cut([...stays].sort((a, b) => a.start - b.start)),
    windows: cut(windows),
    uncovered: cut(gapsOf(stays, windows, Math.min(now, end))),
    now: now >= start && now < end ? px(now) : null,
  };
}

/** What of `windows` up to `until` is covered by none of `stays`, in order. */
export function gapsOf(stays: readonly Span[], windows: readonly Span[], until: Instant): Span[] {
  const sorted = [...stays].sort((a, b) => a.start - b.start);
  return windows.flatMap((window) => {
    const gaps: Span[] = [];
    let at = window.start;
    const stop = Math.min(window.end, until);
    for (const stay of sorted) {
      if (stay.end <= at || stay.start >= stop) continue;
      if (stay.start > at) gaps.push({ start: at, end: stay.start });
      at = Math.max(at, stay.end);
    }
    if (at < stop) gaps.push({ start: at, end: stop });
    return gaps;
  });
}

/** The instant under a pixel of a day's lane, to the nearest five minutes. */
export function instantAt(day: Day, x: number, width: number, tz: string): Instant {
  const [start, end] = [startOfDay(day, tz), endOfDay(day, tz)];
  const step = HOUR / 12;
  return Math.round((start + (x / width) * (end - start)) / step) * step;
}
