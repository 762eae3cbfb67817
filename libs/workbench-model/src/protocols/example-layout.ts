import { addDays, type Day, dayOf, daysBetween, startOfDay } from '@tracewright/epi-core';

export interface ExampleSpan {
  readonly start: string;
  readonly end: string;
  readonly open: boolean;
  readonly provisional: boolean;
}
/** A moment of the example, ISO 8601, or a calendar day, which stands at its beginning. */
export interface ExampleMark {
  readonly key: string;
  readonly at: string;
}
/** Places on the line in per cent of its width. */
export interface ExampleLayout {
  readonly days: readonly { readonly on: Day; readonly left: number; readonly width: number }[];
  readonly bars: readonly (ExampleSpan & { readonly left: number; readonly width: number })[];
  readonly marks: readonly (ExampleMark & { readonly left: number })[];
}

/** Days drawn at most: a window of months is cut, and its bar runs to the edge. */
const MOST_DAYS = 60;

/** The infectious windows of an example on a line of days, from a day before the first thing on it to a day after the last. */
export function exampleLayout(windows: readonly ExampleSpan[], marks: readonly ExampleMark[], tz: string): ExampleLayout {
  const instantOf = (at: string): number => (at.length === 10 ? startOfDay(at, tz) : Date.parse(at));
  const moments = [...marks.map(({ at }) => instantOf(at)), ...windows.flatMap((w) => [Date.parse(w.start), Date.parse(w.end) - 1])];
  if (moments.length === 0) return { days: [], bars: [], marks: [] };
  const first = addDays(dayOf(Math.min(...moments), tz), -1);
  const count = Math.min(daysBetween(first, dayOf(Math.max(...moments), tz)) + 2, MOST_DAYS);
  const [from, to] = [startOfDay(first, tz), startOfDay(addDays(first, count), tz)];
  const percent = (at: number): number => (100 * (Math.min(Math.max(at, from), to) - from)) / (to - from);
  return {
    days: Array.from({ length: count }, (_, i) => ({ on: addDays(first, i), left: (100 * i) / count, width: 100 / count })),
    bars: windows.map((w) => {
      const left = percent(Date.parse(w.start));
      return { ...w, left, width: percent(Date.parse(w.end)) - left };
    }),
    marks: marks.map((mark) => ({ ...mark, left: percent(instantOf(mark.at)) })),
  };
}
