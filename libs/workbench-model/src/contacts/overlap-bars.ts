import { HOUR, type Instant } from '@tracewright/epi-core';

/** ISO bounds of two stays that met, as the card gives them. */
export interface Met {
  readonly caseFrom: string;
  readonly caseTo: string;
  readonly caseSurestFrom: string;
  readonly caseSurestTo: string;
  readonly contactFrom: string;
  readonly contactTo: string;
  readonly contactSurestFrom: string;
  readonly contactSurestTo: string;
}

export interface Bar {
  /** Widest, in pixels from the left. */
  readonly x: number;
  readonly width: number;
  /** Surest part; null when nothing is certain. */
  readonly sure: { readonly x: number; readonly width: number } | null;
}

export interface OverlapPicture {
  readonly bars: readonly [Bar, Bar];
  readonly together: Bar | null;
  readonly ticks: readonly { readonly x: number; readonly at: Instant }[];
}

interface Bounds {
  readonly from: Instant;
  readonly to: Instant;
  readonly sureFrom: Instant;
  readonly sureTo: Instant;
}

/** Steps between the marks of the axis, in hours; the first that gives at most six marks. */
const STEPS = [0.25, 0.5, 1, 2, 3, 6, 12, 24];

/** Both people's bars on one axis that begins a little before what they had in common, `width` pixels wide. */
export function overlapPicture(met: Met, width: number): OverlapPicture {
  const one = boundsOf(met.caseFrom, met.caseTo, met.caseSurestFrom, met.caseSurestTo);
  const two = boundsOf(met.contactFrom, met.contactTo, met.contactSurestFrom, met.contactSurestTo);
  const both: Bounds = {
    from: Math.max(one.from, two.from),
    to: Math.min(one.to, two.to),
    sureFrom: Math.max(one.sureFrom, two.sureFrom),
    sureTo: Math.min(one.sureTo, two.sureTo),
  };
  const met_ = both.from < both.to;
  // A night at home beside a ten-minute visit: the axis shows the meeting with as much again on either side.
  const margin = met_ ? Math.max(both.to - both.from, HOUR / 4) : HOUR;
  const start = Math.max(Math.min(one.from, two.from), (met_ ? both.from : Math.min(one.to, two.to)) - margin);
  const end = Math.min(Math.max(one.to, two.to), (met_ ? both.to : Math.max(one.from, two.from)) + margin);
  const px = (at: Instant) => ((Math.min(Math.max(at, start), end) - start) / Math.max(end - start, 1)) * width;
  const bar = (b: Bounds): Bar => ({
    x: px(b.from),
    width: Math.max(px(b.to) - px(b.from), 1),
    sure: b.sureFrom < b.sureTo ? { x: px(b.sureFrom), width: px(b.sureTo) - px(b.sureFrom) } : null,
  });
  return { bars: [bar(one), bar(two)], together: met_ ? bar(both) : null, ticks: ticksOf(start, end, px) };
}

function boundsOf(from: string, to: string, sureFrom: string, sureTo: string): Bounds {
  return { from: Date.parse(from), to: Date.parse(to), sureFrom: Date.parse(sureFrom), sureTo: Date.parse(sureTo) };
}

function ticksOf(start: Instant, end: Instant, px: (at: Instant) => number): { x: number; at: Instant }[] {
  const step = (STEPS.find((hours) => (end - start) / (hours * HOUR) <= 5) ?? 24) * HOUR;
  const ticks: { x: number; at: Instant }[] = [];
  for (let at = Math.ceil(start / step) * step; at <= end && ticks.length < 40; at += step) ticks.push({ x: px(at), at });
  return ticks;
}
