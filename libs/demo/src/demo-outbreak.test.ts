import { createHash } from 'node:crypto';
import { readPhone, readResidentId } from '@tracewright/epi-core';
import { describe, expect, it } from 'vitest';
import { buildAddresses } from './addresses/demo-addresses.js';
import { demoOutbreak } from './demo-outbreak.js';

const demo = demoOutbreak();
const hash = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');
const ids = (list: readonly object[], field: string): string[] => list.map((one) => String((one as Record<string, unknown>)[field]));

describe('the demo outbreak', () => {
  it('has the same bytes for the same seed and others for another', () => {
    expect(hash(demoOutbreak(demo.seed))).toBe(hash(demo));
    expect(hash(demoOutbreak(11))).not.toBe(hash({ ...demo, seed: 11 }));
  });

  it('is as large as it says', () => {
    expect(demo.people).toHaveLength(4000);
    expect(demo.cases).toHaveLength(25);
    expect(demo.stays.length).toBeGreaterThan(54_000);
    expect(demo.stays.length).toBeLessThan(66_000);
  });

  it('keeps its size under another seed', () => {
    const other = demoOutbreak(11);
    expect(other.people).toHaveLength(4000);
    expect(Math.abs(other.stays.length - 60_000)).toBeLessThan(6_000);
    expect(other.intended.twoPlaces).toHaveLength(2);
  });

  it('says nothing of the time after its clock', () => {
    const text = JSON.stringify(demo);
    const instants = text.match(/\d{4}-\d{2}-\d{2}T[^"]+/g)!;
    expect(instants.length).toBeGreaterThan(100_000);
    expect(instants.every((one) => /^2022-0[34]-\d{2}T\d{2}:\d{2}:00\+08:00$/.test(one))).toBe(true);
    expect(instants.filter((one) => one > demo.now)).toEqual([]);
    expect(text.match(/"onsetOn":"[^"]+"/g)!.every((one) => one <= '"onsetOn":"2022-04-14"')).toBe(true);
  });

  it('gives every id once', () => {
    const lists = [
      ids(demo.areas, 'area'),
      ids(demo.people, 'person'),
      ids(demo.places, 'place'),
      ids(demo.cases, 'case'),
      ids(demo.stays, 'stay'),
      ids(demo.stays, 'stay'),
      ids(demo.evidence, 'evidence'),
      ids(demo.accounts, 'login'),
      ids(
        demo.sites.flatMap((site) => site.rooms),
        'room',
      ),
      demo.contacts.map((one) => `${one.case} ${one.contact}`),
    ];
    expect(lists.map((list) => list.length - new Set(list).size)).toEqual(lists.map(() => 0));
  });
});

describe('what can be mistaken for somebody real', () => {
  /** GB/T 2260: provinces have 11–65, Taiwan 71, Hong Kong and Macau 81 and 82, residence permits 83, foreigners 91. */
  const REAL = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[123]|91)/;
  const documents = [...demo.people, ...demo.contacts, ...demo.received].flatMap((one) => one.docNo ?? []);

  it('has documents that are valid, under area codes that do not exist', () => {
    expect(documents.length).toBeGreaterThan(3_900);
    const read = documents.map(readResidentId);
    expect(read.filter((answer) => answer.kind !== 'valid')).toEqual([]);
    expect(read.filter((answer) => answer.kind === 'valid' && (REAL.test(answer.areaCode) || answer.suspiciousZeros))).toEqual([]);
    expect(demo.areas.filter((area) => REAL.test(area.area))).toEqual([]);
  });

  it('has documents that agree with sex and birthday and belong to one person each', () => {
    const doubled = new Set(demo.intended.duplicates.map((one) => one.double));
    const own = demo.people.filter((one) => !doubled.has(one.person)).map((one) => ({ one, id: readResidentId(one.docNo!) }));
    expect(own.filter(({ one, id }) => id.kind === 'valid' && (id.birthOn !== one.birthOn || id.sex !== one.sex))).toEqual([]);
    const numbers = [
      ...own.map(({ one }) => one.docNo),
      ...demo.contacts.filter((one) => one.contact.startsWith('demo-outsider')).flatMap((one) => one.docNo ?? []),
    ];
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('has phones of a block no operator was given', () => {
    const phones = [...demo.people, ...demo.contacts].flatMap((one) => one.phone ?? []);
    expect(phones.every((phone) => /^1540000\d{4}$/.test(phone) && readPhone(phone).kind === 'mobile')).toBe(true);
    expect(demo.areas.every((area) => readPhone(area.phone).kind === 'landline')).toBe(true);
  });

  it('has plates no province gives out', () => {
    expect(demo.vehicles.every((vehicle) => /^演A·\d{4}$/.test(vehicle.plate))).toBe(true);
  });
});

describe('references', () => {
  const known = {
    area: new Set(ids(demo.areas, 'area')),
    person: new Set(ids(demo.people, 'person')),
    place: new Set(ids(demo.places, 'place')),
    case: new Set(ids(demo.cases, 'case')),
    stay: new Map(demo.stays.map((stay) => [stay.stay, stay])),
  };
  const missing = (set: { has(id: string): boolean }, wanted: readonly (string | null | undefined)[]) =>
    wanted.filter((id) => id != null && !set.has(id));

  it('resolve for areas, people and places', () => {
    const areas = [
      ...demo.areas.map((a) => a.parent),
      ...demo.people.flatMap((p) => [p.area, p.currentArea]),
      ...demo.places.map((p) => p.area),
    ];
    const work = [...demo.cases, ...demo.contacts, ...demo.accounts, ...demo.teams, ...demo.vehicles, ...demo.sites].map((one) => one.area);
    expect(missing(known.area, [...areas, ...work, ...demo.received.map((one) => one.fromArea)])).toEqual([]);
    expect(
      missing(known.person, [
        ...demo.people.map((p) => p.guardian),
        ...demo.cases.map((c) => c.person),
        ...demo.stays.map((s) => s.person),
      ]),
    ).toEqual([]);
    expect(missing(known.person, [...demo.evidence.map((e) => e.person), ...demo.received.map((one) => one.contact)])).toEqual([]);
    const places = [...demo.places.map((p) => p.parent), ...demo.stays.map((s) => s.place), ...demo.evidence.map((e) => e.place)];
    expect(missing(known.place, [...places, ...demo.contacts.map((c) => c.place), ...demo.cases.map((c) => c.infectedAtPlace)])).toEqual(
      [],
    );
  });

  it('resolve for named contacts: a stay belongs to the case, a middle person is a contact of it', () => {
    const personOf = new Map(demo.cases.map((one) => [one.case, one.person]));
    expect(missing(known.case, [...demo.contacts.map((c) => c.case), ...demo.cases.map((c) => c.infectedBy)])).toEqual([]);
    const wrong = demo.contacts.filter((c) => c.stay !== null && known.stay.get(c.stay)?.person !== personOf.get(c.case));
    expect(wrong).toEqual([]);
    const pairs = new Set(demo.contacts.map((c) => `${c.case} ${c.contact}`));
    expect(demo.contacts.filter((c) => c.via !== null && !pairs.has(`${c.case} ${c.via}`))).toEqual([]);
    expect(demo.contacts.filter((c) => c.contact.startsWith('demo-person') && !known.person.has(c.contact))).toEqual([]);
  });

  it('resolve for teams, owners, crews and sites', () => {
    const logins = new Set(ids(demo.accounts, 'login'));
    expect(missing(logins, [...demo.cases.map((c) => c.owner), ...demo.teams.flatMap((t) => t.members)])).toEqual([]);
    expect(
      missing(
        new Set(ids(demo.vehicles, 'vehicle')),
        demo.accounts.map((a) => a.vehicle),
      ),
    ).toEqual([]);
    expect(
      missing(
        new Set(ids(demo.sites, 'site')),
        demo.accounts.map((a) => a.site),
      ),
    ).toEqual([]);
    expect(
      missing(
        new Set(ids(demo.teams, 'team')),
        demo.cases.map((c) => c.team),
      ),
    ).toEqual([]);
  });
});

describe('the addresses', () => {
  const addresses = buildAddresses(demo.seed, demo.areas);

  it('are two hundred, thirty by alias, ten without number, some that say nothing', () => {
    const count = (kind: string) => addresses.filter((one) => one.kind === kind).length;
    expect([addresses.length, count('alias'), count('no-number'), count('ambiguous'), count('unknown')]).toEqual([200, 30, 10, 10, 10]);
    expect(addresses.filter((one) => (one.areaId === null) !== ['ambiguous', 'unknown'].includes(one.kind))).toEqual([]);
  });

  it('each hold a name or an alias of the compound they are said to lie in', () => {
    const byId = new Map(demo.areas.map((area) => [area.area, area]));
    const silent = addresses.filter(
      (one) =>
        one.areaId !== null && ![byId.get(one.areaId)!.name, ...byId.get(one.areaId)!.aliases].some((word) => one.text.includes(word)),
    );
    expect(silent).toEqual([]);
  });
});
