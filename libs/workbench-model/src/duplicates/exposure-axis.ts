import { addDays, type Day, dayOf, type Instant, startOfDay } from '@tracewright/epi-core';

export interface AxisSpan {
  readonly first: Instant;
  readonly last: Instant;
}

export interface ExposureAxis {
  readonly days: readonly { readonly day: Day; readonly x: number }[];
  /** From 0 to 1 across the axis; a moment is as wide as can still be seen. */
  readonly place: (span: AxisSpan) => { readonly x: number; readonly width: number };
}

/** The narrowest bar, as a share of the axis. */
const VISIBLE = 0.008;

/** One axis of whole days under all these spans; null when there are none. */
export function exposureAxis(spans: readonly AxisSpan[], tz: string): ExposureAxis | null {
  if (spans.length === 0) return null;
  const from = dayOf(Math.min(...spans.map(({ first }) => first)), tz);
  const to = addDays(dayOf(Math.max(...spans.map(({ last }) => last)), tz), 1);
  const [begins, ends] = [startOfDay(from, tz), startOfDay(to, tz)];
  const across = (at: Instant): number => (at - begins) / (ends - begins);
  const days: { day: Day; x: number }[] = [];
  for (let day = from; day < to; day = addDays(day, 1)) days.push({ day, x: across(startOfDay(day, tz)) });
  return { days, place: ({ first, last }) => ({ x: across(first), width: Math.max(across(last) - across(first), VISIBLE) }) };
}
