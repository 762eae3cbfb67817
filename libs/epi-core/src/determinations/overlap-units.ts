import type { ExposureRule } from '../protocols/schema.js';
import { surestOf, widestOf } from '../stays/stay.js';
import type { Interval } from '../time/interval.js';
import { intersect, lengthOf, unite } from '../time/interval.js';
import { type Instant, MINUTE } from '../time/zone.js';
import type { Fit } from './fit.js';
import type { Meeting } from './meeting.js';

/** The windows of the presence that infects, by both bounds; they differ only in the second degree. */
export interface Windows {
  readonly surest: readonly Interval[];
  readonly widest: readonly Interval[];
}

/** One meeting seen by one rule: the overlap by both bounds. */
export interface Overlap {
  readonly meeting: Meeting;
  readonly fit: Fit;
  readonly widest: readonly Interval[];
  readonly surest: readonly Interval[];
}

/** Overlaps at one place (or places one inside the other) that run into each other: one meeting, however many sources tell of it. */
export interface OverlapUnit {
  readonly group: string;
  readonly hull: Interval;
  /** Widest pieces of all its overlaps; gaps bridged by `mergeGap` are not in them. */
  readonly widest: readonly Interval[];
  /** Surest pieces of all its overlaps. */
  readonly surest: readonly Interval[];
  /** Surest pieces of those overlaps that fully fit the rule. */
  readonly proven: readonly Interval[];
  readonly overlaps: readonly Overlap[];
}

/**
 * The presence that infects, cut to the windows and then extended by the lag: air stays infectious in the tail although the case has
 * left or was isolated (rulings 10). A check-in and check-out in the same minute is a presence too; a stay outside leaves no tail.
 */
function infectious(presence: Interval, windows: readonly Interval[], lag: number): Interval[] {
  return windows.flatMap((window) => {
    const start = Math.max(presence.start, window.start);
    const end = Math.min(presence.end, window.end);
    const moment = start === end && presence.start === presence.end && end < window.end;
    return start < end || moment ? [{ start, end: end + lag }] : [];
  });
}

const meet = (presence: readonly Interval[], other: Interval): Interval[] => unite(presence.flatMap((p) => intersect(p, other) ?? []));

const widestPieces = ({ caseStay, contactStay }: Meeting, lagMinutes: number, windows: Windows): Interval[] =>
  meet(infectious(widestOf(caseStay), windows.widest, lagMinutes * MINUTE), widestOf(contactStay));

/** Whether the widest bounds of a meeting overlap in the windows at all, with a lag in minutes. */
export const mayMeet = (meeting: Meeting, lagMinutes: number, windows: Windows): boolean =>
  widestPieces(meeting, lagMinutes, windows).length > 0;

/** The overlap of a meeting under a rule's lag; null when even the widest bounds do not meet. */
export function overlapOf(meeting: Meeting, fit: Fit, rule: ExposureRule, windows: Windows): Overlap | null {
  const lag = rule.lag * MINUTE;
  const { caseStay, contactStay } = meeting;
  const widest = widestPieces(meeting, rule.lag, windows);
  if (widest.length === 0) return null;
  const sure = surestOf(caseStay);
  const surest = sure.start > sure.end ? [] : meet(infectious(sure, windows.surest, lag), surestOf(contactStay));
  return { meeting, fit, widest, surest };
}

/** Places of one pair that belong together: the two of each meeting, and so on through shared ones. */
export function placeGroups(meetings: readonly Meeting[]): Map<string, string> {
  const parent = new Map<string, string>();
  const root = (id: string): string => {
    let at = id;
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up;
    return at;
  };
  for (const { caseStay, contactStay } of meetings) {
    const [a, b] = [root(caseStay.place), root(contactStay.place)];
    // The smaller id names the group, so the order of the meetings does not matter.
    parent.set(a > b ? a : b, a > b ? b : a);
    parent.set(a > b ? b : a, a > b ? b : a);
  }
  return new Map([...parent.keys()].map((id) => [id, root(id)]));
}

const gapOf = (rule: ExposureRule): number => (rule.single?.mergeGap ?? 0) * MINUTE;

/** Overlaps of one pair united place by place, gaps up to the rule's `mergeGap` bridged. */
export function unitsOf(overlaps: readonly Overlap[], groups: ReadonlyMap<string, string>, rule: ExposureRule): OverlapUnit[] {
  const byGroup = new Map<string, Overlap[]>();
  for (const overlap of overlaps) {
    const place = overlap.meeting.caseStay.place;
    const group = groups.get(place) ?? place;
    const list = byGroup.get(group);
    if (list) list.push(overlap);
    else byGroup.set(group, [overlap]);
  }
  return [...byGroup].flatMap(([group, members]) => unitsAtPlace(group, members, gapOf(rule)));
}

function unitsAtPlace(group: string, members: readonly Overlap[], gap: number): OverlapUnit[] {
  const [only] = members;
  // By far the most meet once.
  if (members.length === 1 && only && only.widest.length === 1) {
    const hull = only.widest[0]!;
    const surest = unite(only.surest.flatMap((piece) => intersect(piece, hull) ?? []));
    return [{ group, hull, widest: only.widest, surest, proven: only.fit === 2 ? surest : [], overlaps: members }];
  }
  const hulls = unite(
    members.flatMap((m) => m.widest),
    gap,
  );
  const inside = (pieces: readonly Interval[], hull: Interval) => unite(pieces.flatMap((p) => intersect(p, hull) ?? []));
  const pieces = { widest: members.flatMap((m) => m.widest), surest: members.flatMap((m) => m.surest) };
  const proven = members.filter((m) => m.fit === 2).flatMap((m) => m.surest);
  return hulls.map((hull) => ({
    group,
    hull,
    widest: inside(pieces.widest, hull),
    surest: inside(pieces.surest, hull),
    proven: inside(proven, hull),
    overlaps: members.filter((m) => m.widest.some((piece) => intersect(piece, hull))),
  }));
}

/** Lengths of the continuous runs in the pieces, gaps up to `mergeGap` bridged but adding no time. */
export function runLengths(pieces: readonly Interval[], rule: ExposureRule): number[] {
  const gap = gapOf(rule);
  const lengths: number[] = [];
  let lastEnd: Instant = Number.NEGATIVE_INFINITY;
  for (const piece of pieces) {
    if (piece.start <= lastEnd + gap && lengths.length > 0) lengths[lengths.length - 1]! += lengthOf(piece);
    else lengths.push(lengthOf(piece));
    lastEnd = piece.end;
  }
  return lengths;
}
