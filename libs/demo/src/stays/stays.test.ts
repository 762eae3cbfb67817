import { DWELL_RULES, type PlaceCategory } from '@tracewright/epi-core';
import { describe, expect, it } from 'vitest';
import { demoOutbreak } from '../demo-outbreak.js';
import type { DemoStay } from '../records.js';

const demo = demoOutbreak();
const categoryOf = new Map(demo.places.map((place) => [place.place, place.category as PlaceCategory]));

/** The end, or for a check-in without check-out the least time such a visit takes. */
const surelyUntil = (stay: DemoStay): number =>
  stay.end === null ? Date.parse(stay.start) + DWELL_RULES[categoryOf.get(stay.place)!]!.min * 60_000 : Date.parse(stay.end);

function clashes(): string[][] {
  const sorted = [...demo.stays].sort((a, b) => a.person.localeCompare(b.person) || a.start.localeCompare(b.start));
  const found: string[][] = [];
  let last: DemoStay | undefined;
  for (const stay of sorted) {
    if (last?.person === stay.person && Date.parse(stay.start) < surelyUntil(last)) found.push([last.stay, stay.stay].sort());
    if (last?.person !== stay.person || surelyUntil(stay) > surelyUntil(last)) last = stay;
  }
  return found.sort();
}

describe('the days of the district', () => {
  it('have nobody in two places but the two whose phones were lent', () => {
    expect(demo.intended.twoPlaces).toHaveLength(2);
    expect(clashes()).toEqual(demo.intended.twoPlaces.map((one) => [...one.stays].sort()).sort());
  });

  it('end after they begin, with the surest bounds inside the widest', () => {
    const bad = demo.stays.filter((stay) => {
      const inner = stay.startLatest !== null && stay.endEarliest !== null ? [stay.startLatest, stay.endEarliest] : [];
      const order = [stay.start, ...inner, ...(stay.end === null ? [] : [stay.end])];
      return order.some((one, i) => i > 0 && one <= order[i - 1]!);
    });
    expect(bad).toEqual([]);
  });

  it('have check-ins without check-out only where a dwell rule gives the end', () => {
    const open = demo.stays.filter((stay) => stay.end === null);
    expect(open.length).toBeGreaterThan(5_000);
    expect(open.filter((stay) => !DWELL_RULES[categoryOf.get(stay.place)!] || stay.source !== 'venue_code')).toEqual([]);
  });

  it('leave the fresh case half told: uncovered hours, a scan and a payment nobody spoke of', () => {
    const fresh = demo.cases.find((one) => one.case === demo.freshCase)!;
    const told = demo.stays.filter((stay) => stay.person === fresh.person);
    const evening = told.filter((stay) => stay.start < '2022-04-12T20:00:00+08:00' && stay.end! > '2022-04-12T18:00:00+08:00');
    expect(evening).toEqual([]);
    const unspoken = demo.evidence.filter(
      (one) => one.person === fresh.person && one.stay === null && !told.some((stay) => stay.place === one.place),
    );
    expect(unspoken.map((one) => one.source)).toEqual(['venue_code', 'payment']);
  });

  it('stop for a case when it is isolated', () => {
    const isolated = new Map(demo.cases.map((one) => [one.person, one.isolatedAt]));
    expect(demo.stays.filter((stay) => isolated.has(stay.person) && (stay.end ?? stay.start) > isolated.get(stay.person)!)).toEqual([]);
  });
});

describe('phone tracks', () => {
  it('disagree with two interviews, and with those two only', () => {
    const stayOf = new Map(demo.stays.map((stay) => [stay.stay, stay]));
    const placeOf = new Map(demo.places.map((place) => [place.place, place]));
    const away = demo.evidence.filter((one) => {
      if (one.source !== 'mobile_signal') return false;
      return Math.abs(placeOf.get(stayOf.get(one.stay!)!.place)!.lat - one.lat!) > 0.02;
    });
    expect(away.map((one) => one.evidence)).toEqual(demo.intended.signalConflicts.map((one) => one.evidence));
    expect(away.map((one) => stayOf.get(one.stay!)!.source)).toEqual(['interview', 'interview']);
    expect(demo.evidence.filter((one) => one.source === 'mobile_signal').length).toBeGreaterThan(10);
  });
});
