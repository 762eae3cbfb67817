import { addDays, type Day, dayOf, daysBetween, startOfDay } from '@tracewright/epi-core';
import type { ExampleTimeline } from './example-timeline.js';

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
interface Placed {
  readonly left: number;
  readonly width: number;
}
/** Places on the line in per cent of its width. */
export interface ExampleLayout {
  readonly days: readonly (Placed & { readonly on: Day; readonly written: boolean })[];
  readonly bars: readonly (ExampleSpan & Placed)[];
  readonly marks: readonly (ExampleMark & { readonly left: number })[];
  readonly measures: readonly {
    readonly cls: string;
    readonly phases: readonly (Placed & { readonly kind: string; readonly from: Day; readonly until: Day; readonly days: number })[];
    readonly tests: readonly { readonly day: number; readonly on: Day; readonly left: number; readonly afterEnd: boolean }[];
  }[];
}

/** Days drawn at most: a window of months is cut, and its bar runs to the edge. */
const MOST_DAYS = 60;
/** Dates written along the line at most, so that they do not run into each other. */
const MOST_DATES = 8;

/** The windows of an example and the measures of its contact on one line of days, from a day before the first thing on it to a day after the last. */
export function exampleLayout(
  { windows, measures }: Pick<ExampleTimeline, 'windows' | 'measures'>,
  marks: readonly ExampleMark[],
  tz: string,
): ExampleLayout {
  const instantOf = (at: string): number => (at.length === 10 ? startOfDay(at, tz) : Date.parse(at));
  const phases = measures.flatMap(({ dates }) => dates.phases);
  const moments = [
    ...marks.map(({ at }) => instantOf(at)),
    ...windows.flatMap((w) => [Date.parse(w.start), Date.parse(w.end) - 1]),
    ...phases.flatMap((phase) => [instantOf(phase.from), ...[phase.until, ...phase.tests.map(({ on }) => on)].map(instantOf)]),
  ];
  if (moments.length === 0) return { days: [], bars: [], marks: [], measures: [] };
  const first = addDays(dayOf(Math.min(...moments), tz), -1);
  const count = Math.min(daysBetween(first, dayOf(Math.max(...moments), tz)) + 2, MOST_DAYS);
  const [from, to] = [startOfDay(first, tz), startOfDay(addDays(first, count), tz)];
  const percent = (at: number): number => (100 * (Math.min(Math.max(at, from), to) - from)) / (to - from);
  const span = (start: number, end: number): Placed => ({ left: percent(start), width: percent(end) - percent(start) });
  const every = Math.ceil(count / MOST_DATES);
  return {
    days: Array.from({ length: count }, (_, i) => ({
      on: addDays(first, i),
      left: (100 * i) / count,
      width: 100 / count,
      written: i % every === 0,
    })),
    bars: windows.map((w) => ({ ...w, ...span(Date.parse(w.start), Date.parse(w.end)) })),
    marks: marks.map((mark) => ({ ...mark, left: percent(instantOf(mark.at)) })),
    measures: measures.map(({ cls, dates }) => ({
      cls,
      phases: dates.phases.map(({ kind, from: begin, until, days }) => ({
        kind,
        from: begin,
        until,
        days,
        ...span(instantOf(begin), instantOf(until)),
      })),
      tests: dates.phases.flatMap(({ tests }) =>
        tests.map(({ day, on, afterEnd }) => ({ day, on, afterEnd, left: percent(instantOf(on) + 43_200_000) })),
      ),
    })),
  };
}
