import {
  type CaseFacts,
  determinePair,
  infectiousWindow,
  type Meeting,
  type Place,
  parseMoment,
  placeRelation,
  type Stay,
  settleStay,
  shippedProtocol,
} from '@tracewright/epi-core';
import { describe, expect, it } from 'vitest';
import { demoOutbreak } from '../demo-outbreak.js';
import type { DemoCase, DemoStay } from '../records.js';
import { DEMO_ZONE } from '../seed/clock.js';

const demo = demoOutbreak();
const protocol = shippedProtocol('CN-COVID-V8')!;
const asOf = Date.parse(demo.now);
const places = new Map(
  demo.places.map((p) => [p.place, { id: p.place, ...p, parent: p.parent ?? undefined, airZone: p.airZone ?? undefined } satisfies Place]),
);
const lookup = (id: string) => places.get(id);
const stay = (s: DemoStay): Stay => ({
  id: s.stay,
  person: s.person,
  place: s.place,
  start: Date.parse(s.start),
  end: Date.parse(s.end!),
  startLatest: Date.parse(s.startLatest ?? s.start),
  endEarliest: Date.parse(s.endEarliest ?? s.end!),
  source: s.source,
  ceiling: 'definite',
  protection: s.protection,
});
const closed = demo.stays.filter((s) => s.end !== null);
const settledOf = (person: string) => closed.filter((s) => s.person === person).map((s) => settleStay(stay(s), lookup));

function windowsOf(one: DemoCase) {
  const moment = (text: string | null) => (text === null ? undefined : parseMoment(text, DEMO_ZONE)!);
  const moments = {
    onset: moment(one.onsetOn),
    firstPositiveSample: moment(one.firstPositiveSampleAt),
    reported: moment(one.reportedAt),
    isolated: moment(one.isolatedAt),
  };
  const facts = { id: one.case, person: one.person, category: one.category, moments } as CaseFacts;
  const answer = infectiousWindow(protocol, facts, { asOf, tz: DEMO_ZONE });
  if (answer.kind !== 'windows') throw new Error(`${one.case}: no window`);
  return { surest: answer.windows, widest: answer.windows };
}

function answerFor(one: DemoCase, other: string) {
  const contactStays = settledOf(other);
  const meetings = settledOf(one.person).flatMap((caseStay) =>
    contactStays.flatMap((contactStay): Meeting[] => {
      const relation = placeRelation(caseStay.place, contactStay.place, lookup);
      return relation === null ? [] : [{ caseStay, contactStay, relation }];
    }),
  );
  return determinePair({ protocol, meetings, windows: windowsOf(one), tz: DEMO_ZONE });
}

describe('who infected whom', () => {
  const byId = new Map(demo.cases.map((one) => [one.case, one]));
  const infected = demo.cases.filter((one) => one.infectedBy !== null);

  it('is a close contact under the eighth edition by the stays alone, before falling ill', () => {
    expect(infected).toHaveLength(24);
    const notFound = infected.filter((one) => {
      const { definite, possible } = answerFor(byId.get(one.infectedBy!)!, one.person);
      const rows = [definite, possible].filter((row) => row?.cls === 'CLOSE');
      const first = Math.min(...rows.map((row) => row!.first));
      const ill = Date.parse(one.onsetOn === null ? one.firstPositiveSampleAt : `${one.onsetOn}T00:00:00+08:00`);
      return !(first < ill);
    });
    expect(notFound.map((one) => one.no)).toEqual([]);
  });

  it('happened at the place it says', () => {
    const elsewhere = infected.filter((one) => {
      const { definite, possible } = answerFor(byId.get(one.infectedBy!)!, one.person);
      return ![definite, possible].some((row) => row?.overlaps.some((overlap) => overlap.contactPlace === one.infectedAtPlace));
    });
    expect(elsewhere.map((one) => one.no)).toEqual([]);
  });

  it('makes four generations, some links recorded and some proposed', () => {
    const generation = (one: DemoCase): number => (one.infectedBy === null ? 1 : 1 + generation(byId.get(one.infectedBy)!));
    const generations = demo.cases.map(generation);
    expect(Math.max(...generations)).toBe(4);
    expect(new Set(infected.map((one) => one.infectedByState))).toEqual(new Set(['recorded', 'proposed']));
  });

  it('is reported in the order of the numbers, after the sample, and isolated after that', () => {
    const reported = demo.cases.map((one) => one.reportedAt);
    expect(reported).toEqual([...reported].sort());
    expect(demo.cases.filter((one) => !(one.firstPositiveSampleAt < one.reportedAt && one.reportedAt < one.isolatedAt))).toEqual([]);
  });
});
