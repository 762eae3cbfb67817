import { readResidentId } from '@tracewright/epi-core';
import { describe, expect, it } from 'vitest';
import { demoOutbreak } from '../demo-outbreak.js';

const demo = demoOutbreak();
const personOf = new Map(demo.people.map((one) => [one.person, one]));
const withDays = new Set(demo.stays.map((stay) => stay.person));
const under = (caseId: string, relation: string) => demo.contacts.filter((one) => one.case === caseId && one.relation === relation);

describe('people the cases name', () => {
  it('have no days on record: nobody would find them without the name', () => {
    expect(demo.contacts.filter((one) => withDays.has(one.contact))).toEqual([]);
    expect(new Set(demo.contacts.map((one) => one.contact)).size).toBeGreaterThan(200);
  });

  it('include a dinner of eight and a roll of forty-one, each under a stay', () => {
    expect(under('demo-case-193', 'tablemate').filter((one) => one.stay !== null)).toHaveLength(8);
    expect(under('demo-case-197', 'classmate').filter((one) => one.stay !== null)).toHaveLength(41);
  });

  it('include somebody known by a description only and people from every outside area', () => {
    expect(demo.contacts.filter((one) => one.name === null).every((one) => one.description !== null && one.phone === null)).toBe(true);
    const away = demo.areas.filter((area) => area.outside && area.level !== 'compound');
    expect(away.filter((area) => !demo.contacts.some((one) => one.area === area.area))).toEqual([]);
    expect(demo.contacts.some((one) => one.name === null)).toBe(true);
  });

  it('include a mother who is a close contact and her baby, a second contact through her', () => {
    const babies = demo.contacts.filter((one) => one.class === 'SECOND' && personOf.get(one.contact)?.guardian === one.via);
    expect(babies.some((one) => personOf.get(one.contact)!.needs.includes('infant'))).toBe(true);
  });

  it('were met before the case was isolated', () => {
    const isolated = new Map(demo.cases.map((one) => [one.case, one.isolatedAt]));
    expect(demo.contacts.filter((one) => one.lastExposureAt !== null && one.lastExposureAt > isolated.get(one.case)!)).toEqual([]);
  });
});

describe('people written down twice', () => {
  it('are a dozen, each found by the same document or by phone and name', () => {
    expect(demo.intended.duplicates).toHaveLength(12);
    const documentOf = (id: string) => {
      const answer = readResidentId(personOf.get(id)!.docNo ?? '');
      return answer.kind === 'valid' ? answer.number : null;
    };
    const unlike = demo.intended.duplicates.filter(({ kept, double, how }) => {
      const [a, b] = [personOf.get(kept)!, personOf.get(double)!];
      if (how === 'phoneAndName') return a.phone !== b.phone || a.name !== b.name || b.docNo !== null;
      return documentOf(kept) !== documentOf(double) || a.docNo === b.docNo;
    });
    expect(unlike).toEqual([]);
  });

  it('are contacts under both writings, so that a duplicate would be pushed twice', () => {
    const named = new Set(demo.contacts.map((one) => one.contact));
    expect(demo.intended.duplicates.filter(({ kept, double }) => !named.has(kept) || !named.has(double))).toEqual([]);
  });
});

describe('contacts other areas sent', () => {
  it('live in the district, have no case here and are in no case of ours', () => {
    const named = new Set(demo.contacts.map((one) => one.contact));
    const ill = new Set(demo.cases.map((one) => one.person));
    expect(demo.received.filter((one) => named.has(one.contact) || ill.has(one.contact) || withDays.has(one.contact))).toEqual([]);
    const outside = new Set(demo.areas.filter((area) => area.outside).map((area) => area.area));
    expect(demo.received.every((one) => outside.has(one.fromArea) && !outside.has(one.area!))).toBe(true);
    expect(demo.received.length).toBeGreaterThan(20);
  });
});
