import {
  type CaseFacts,
  determinePair,
  type Instant,
  type LeastMinutes,
  longestLag,
  type Meeting,
  MINUTE,
  type PairAnswer,
  type Protocol,
  type SettledStay,
  settleStay,
} from '@tracewright/epi-core';
import type { Desk } from '../platform/desk.js';
import { groupBy } from '../platform/group-by.js';
import type { ExposureQuestion, FoundMeeting, MetStay, PlacesSeen } from './exposure-finder.js';
import { ruleStay } from './rule-values.js';

type PairWindows = Parameters<typeof determinePair>[0]['windows'];

/** Meetings as the rules look at them. One stay is part of many meetings: what its place adds to it is looked up once. */
export function meetingsFor(places: PlacesSeen): (found: FoundMeeting) => Meeting {
  const settled = new Map<string, SettledStay>();
  const settle = (stay: MetStay): SettledStay => {
    const known = settled.get(stay.id) ?? settleStay(ruleStay(stay), places.lookup, places.natureOf(stay.placeId));
    settled.set(stay.id, known);
    return known;
  };
  return ({ source, contact, relation }) => ({ caseStay: settle(source), contactStay: settle(contact), relation });
}

/** The question to the finder: these stays within a span of time. */
export function questionOf(
  protocol: Protocol,
  least: LeastMinutes,
  stays: readonly MetStay[],
  windows: readonly { start: Instant; end: Instant }[],
  without: ReadonlySet<string>,
  among: ReadonlySet<string> | null,
): ExposureQuestion {
  return {
    stays,
    from: Math.min(...windows.map((w) => w.start)),
    to: Math.max(...windows.map((w) => w.end)),
    lagMs: longestLag(protocol) * MINUTE,
    without,
    among,
    airZones: protocol.exposure.some((rule) => rule.sameAirZone === true),
    least,
  };
}

type Second = Parameters<typeof determinePair>[0]['second'];

/** Who met one person, each with the answer of the rules. */
export function judge(
  desk: Desk,
  protocol: Protocol,
  meetings: readonly FoundMeeting[],
  meetingOf: (found: FoundMeeting) => Meeting,
  windows: PairWindows,
  facts: CaseFacts,
  second?: Second,
): Map<string, PairAnswer> {
  const out = new Map<string, PairAnswer>();
  for (const [personId, found] of groupBy(meetings, (m) => m.contact.personId)) {
    const pair = determinePair({
      protocol,
      meetings: found.map(meetingOf),
      windows,
      tz: desk.clock.tz,
      caseFacts: facts,
      ...(second ? { second } : {}),
    });
    if (pair.definite || pair.possible) out.set(personId, pair);
  }
  return out;
}
