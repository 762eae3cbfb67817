import {
  GOOD_ACCOUNT,
  GOOD_AREA,
  GOOD_CASE,
  GOOD_EVIDENCE,
  GOOD_NAMING,
  GOOD_PERSON,
  GOOD_PLACE,
  GOOD_RECEIVED,
  GOOD_STAY,
  NOUNS_NOW,
} from '@tracewright/testkit';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { accountSchema } from '../accounts/account.schema.js';
import { areaSchema } from '../areas/area.schema.js';
import { caseSchema } from '../cases/case.schema.js';
import { receivedContactSchema } from '../contacts/received-contact.schema.js';
import { namingSchema } from '../determinations/naming.schema.js';
import { personSchema } from '../people/person.schema.js';
import { placeSchema } from '../places/place.schema.js';
import { evidenceSchema } from '../stays/evidence.schema.js';
import { staySchema } from '../stays/stay.schema.js';
import { FLAW_CODES, type FlawCode, flawOf, sound } from './flaw.js';

const NOW = NOUNS_NOW;
const HOUR = 3_600_000;
const long = (length: number) => '长'.repeat(length);

type Bad = readonly [change: Record<string, unknown>, field: string, code: FlawCode];
const seen = new Set<FlawCode>();

/** The good one passes; each change of it is refused under its name in the files, in two languages and without a word of the library. */
function holds<T extends object>(noun: string, schema: z.ZodType<T>, good: T, alsoGood: readonly Partial<T>[], bad: readonly Bad[]): void {
  describe(noun, () => {
    test.each([{}, ...alsoGood])('%j is kept', (change) => expect(flawOf(schema, { ...good, ...change })).toBeNull());
    test.each(bad)('%j is refused: %s %s', (change, field, code) => {
      const flaw = flawOf(schema, { ...good, ...change } as T);
      expect(flaw).toMatchObject({ field, code });
      // In Chinese by the word people use, with the column beside it.
      expect(flaw!.zh).toMatch(new RegExp(`[\\u4e00-\\u9fff]（${field}）.*。$`));
      expect(flaw!.en).toMatch(/^[^\u4e00-\u9fff]+\.$/);
      expect(`${flaw!.zh} ${flaw!.en}`).not.toMatch(/undefined|null|NaN|invalid|expected|\[object/i);
      seen.add(code);
    });
  });
}

holds(
  'an area',
  areaSchema,
  GOOD_AREA,
  [{ parentId: null, path: '/', aliases: [], phone: null }],
  [
    [{ id: '' }, 'area', 'missing'],
    [{ id: long(201) }, 'area', 'too-long'],
    [{ name: '' }, 'name', 'missing'],
    [{ name: long(101) }, 'name', 'too-long'],
    [{ name: ' 望月街道' }, 'name', 'spaces'],
    [{ level: '' }, 'level', 'missing'],
    [{ level: 'galaxy' }, 'level', 'not-in-list'],
    [{ path: 'district' }, 'parent', 'unusable'],
    [{ aliases: Array.from({ length: 51 }, () => '月') }, 'aliases', 'too-many'],
    [{ aliases: [''] }, 'aliases', 'missing'],
  ],
);

holds(
  'a place',
  placeSchema,
  GOOD_PLACE,
  [
    { lat: -90, lng: 180 },
    { lat: null, lng: null, enclosed: null, address: null },
    { category: 'private_room', parentId: 'p2' },
  ],
  [
    [{ id: null }, 'place', 'missing'],
    [{ name: '  ' }, 'name', 'missing'],
    [{ category: '' }, 'category', 'missing'],
    [{ category: 'moon' }, 'category', 'not-in-list'],
    [{ lat: 91 }, 'lat', 'out-of-range'],
    [{ lat: -90.1 }, 'lat', 'out-of-range'],
    [{ lat: Number('大概') }, 'lat', 'not-a-number'],
    [{ lng: 181 }, 'lng', 'out-of-range'],
    [{ enclosed: 'maybe' }, 'enclosed', 'not-in-list'],
    [{ ventilation: 'stormy' }, 'ventilation', 'not-in-list'],
    [{ address: long(301) }, 'address', 'too-long'],
    [{ airZone: long(101) }, 'air_zone', 'too-long'],
    [{ areaId: '' }, 'area', 'missing'],
    [{ parentId: long(201) }, 'parent', 'too-long'],
  ],
);

holds(
  'a person',
  personSchema(NOW),
  GOOD_PERSON,
  [{ name: '', description: '穿红衣服的服务员' }, { birthOn: '2022-04-14' }, { birthOn: '1896-03-02' }, { birthOn: null, documents: [] }],
  [
    [{ id: '' }, 'person', 'missing'],
    [{ name: long(101) }, 'name', 'too-long'],
    [{ sex: 'both' }, 'sex', 'not-in-list'],
    [{ birthOn: '2022-04-16' }, 'birth_on', 'in-future'],
    [{ birthOn: '0980-01-01' }, 'birth_on', 'too-early'],
    [{ birthOn: '1980-02-30' }, 'birth_on', 'not-a-day'],
    [{ documents: [{ type: 'passport', no: '', valid: true }] }, 'doc_no', 'missing'],
    [{ documents: [{ type: long(101), no: 'E1', valid: true }] }, 'doc_type', 'too-long'],
    [{ phones: [long(101)] }, 'phone', 'too-long'],
    [{ address: long(301) }, 'address', 'too-long'],
    [{ currentAddress: long(301) }, 'current_address', 'too-long'],
    [{ needs: [long(101)] }, 'needs', 'too-long'],
    [{ guardianId: long(201) }, 'guardian', 'too-long'],
    [{ description: long(2_001) }, 'description', 'too-long'],
  ],
);

holds(
  'a case',
  caseSchema(NOW),
  GOOD_CASE,
  // Whoever was found without symptoms may fall ill after the report (ruling 13).
  [{ onsetOn: '2022-04-14' }, { onsetOn: null, firstPositiveSampleAt: null, reportedAt: null, isolatedAt: null, anchors: {} }],
  [
    [{ id: '' }, 'case', 'missing'],
    [{ no: '' }, 'no', 'missing'],
    [{ personId: '' }, 'person', 'missing'],
    [{ category: 'ill' }, 'category', 'not-in-list'],
    [{ onsetOn: '2022-04-16' }, 'onset_on', 'in-future'],
    [{ onsetOn: '1022-04-11' }, 'onset_on', 'too-early'],
    [{ onsetOn: '11/4' }, 'onset_on', 'not-a-day'],
    [{ firstPositiveSampleAt: NOW + HOUR }, 'first_positive_sample_at', 'in-future'],
    [{ reportedAt: Date.UTC(1899, 0, 1) }, 'reported_at', 'too-early'],
    [{ isolatedAt: NOW + HOUR }, 'isolated_at', 'in-future'],
    [{ anchors: { rashOnset: 'spring' } }, 'rash_onset_on', 'not-a-moment'],
    [{ protocolId: 'MY-OWN' }, 'protocol', 'not-in-list'],
    [{ hospital: long(101) }, 'hospital', 'too-long'],
    [{ infectedById: 'c' }, 'infected_by', 'self'],
    [{ infectedByState: 'rumoured' }, 'infected_by_state', 'not-in-list'],
  ],
);

holds(
  'a stay',
  staySchema(NOW),
  GOOD_STAY,
  [
    // A whole day that is not over, a ward of months, and two scans too close together to travel between.
    { end: NOW + 15 * HOUR, endEarliest: NOW + 15 * HOUR },
    { start: NOW - 2_000 * HOUR, startLatest: NOW - 2_000 * HOUR },
    { end: GOOD_STAY.start, endEarliest: GOOD_STAY.start, ceiling: 'possible' },
    { startLatest: NOW - 2 * HOUR, endEarliest: NOW - 4 * HOUR },
  ],
  [
    [{ id: '' }, 'stay', 'missing'],
    [{ personId: '' }, 'person', 'missing'],
    [{ placeId: undefined }, 'place', 'missing'],
    [{ start: null }, 'start', 'missing'],
    [{ start: NOW + HOUR, end: NOW + 2 * HOUR }, 'start', 'in-future'],
    [{ start: Date.UTC(1022, 3, 10) }, 'start', 'too-early'],
    [{ end: NOW - 5 * HOUR }, 'end', 'wrong-order'],
    [{ end: NOW - 4 * HOUR, endEarliest: NOW - 4 * HOUR }, 'end', 'wrong-order'],
    [{ end: NOW + 25 * HOUR }, 'end', 'in-future'],
    [{ startLatest: NOW - 5 * HOUR }, 'start_latest', 'wrong-order'],
    [{ endEarliest: NOW - HOUR }, 'end_earliest', 'wrong-order'],
    [{ setting: 'PUB' }, 'setting', 'not-in-list'],
    [{ seat: long(101) }, 'seat', 'too-long'],
    [{ protection: 'some' }, 'protection', 'not-in-list'],
    [{ source: 'rumour' }, 'source', 'not-in-list'],
    [{ source: 'mobile_signal' }, 'source', 'never-a-stay'],
    [{ companions: -1 }, 'companions', 'out-of-range'],
    [{ companions: 1.5 }, 'companions', 'not-whole'],
    [{ companions: Number('朋友') }, 'companions', 'not-a-number'],
    [{ note: long(2_001) }, 'note', 'too-long'],
  ],
);

holds(
  'evidence',
  evidenceSchema(NOW),
  GOOD_EVIDENCE,
  [{ end: GOOD_EVIDENCE.start }, { source: 'mobile_signal', lat: 37, lng: 122 }],
  [
    [{ id: '' }, 'evidence', 'missing'],
    [{ personId: '' }, 'person', 'missing'],
    [{ source: 'rumour' }, 'source', 'not-in-list'],
    [{ start: NOW + HOUR }, 'start', 'in-future'],
    [{ end: NOW - 5 * HOUR }, 'end', 'wrong-order'],
    [{ lat: 91 }, 'lat', 'out-of-range'],
    [{ lng: -181 }, 'lng', 'out-of-range'],
    [{ text: long(5_000) }, 'text', 'too-long'],
  ],
);

holds(
  'somebody named',
  namingSchema(NOW),
  GOOD_NAMING,
  [
    { cls: null, reason: null, firstAt: null },
    { caseId: null, placeId: 'wake' },
  ],
  [
    [{ personId: '' }, 'contact', 'missing'],
    [{ caseId: null }, 'case', 'missing'],
    [{ cls: 'FAMILY' }, 'class', 'not-in-list'],
    [{ reason: null }, 'reason', 'missing'],
    [{ relation: long(101) }, 'relation', 'too-long'],
    [{ firstAt: NOW + 25 * HOUR }, 'first_exposure_at', 'in-future'],
    [{ lastAt: NOW - 50 * HOUR }, 'last_exposure_at', 'wrong-order'],
    [{ viaPersonId: 'x' }, 'via', 'self'],
    [{ seat: long(101) }, 'seat', 'too-long'],
  ],
);

holds(
  'a contact received from outside',
  receivedContactSchema(NOW),
  GOOD_RECEIVED,
  [{ lastExposureAt: null, note: null }],
  [
    [{ fromAreaId: '' }, 'from_area', 'missing'],
    [{ cls: 'GENERAL' }, 'class', 'not-in-list'],
    [{ lastExposureAt: NOW + 25 * HOUR }, 'last_exposure_at', 'in-future'],
    [{ note: long(2_001) }, 'note', 'too-long'],
  ],
);

holds(
  'an account',
  accountSchema,
  GOOD_ACCOUNT,
  [{ lockedAt: null, expiresAt: null, siteId: 'hotel' }],
  [
    [{ login: '' }, 'login', 'missing'],
    [{ login: long(101) }, 'login', 'too-long'],
    [{ name: '' }, 'name', 'missing'],
    [{ role: '' }, 'role', 'missing'],
    [{ role: undefined }, 'role', 'missing'],
    [{ role: 'king' }, 'role', 'not-in-list'],
    [{ areaId: '' }, 'area', 'missing'],
    [{ expiresAt: Date.UTC(1022, 0, 1) }, 'expires_at', 'too-early'],
    [{ vehicleId: '' }, 'vehicle', 'missing'],
  ],
);

test('every sentence about a flaw is one that a noun can come to', () => {
  expect([...seen].sort()).toEqual([...FLAW_CODES].sort());
});

test('the sentence says which values there are when they are few, and how much is too much', () => {
  expect(flawOf(placeSchema, { ...GOOD_PLACE, ventilation: 'stormy' as 'good' })).toMatchObject({
    zh: '通风（ventilation）的“stormy”不在列表中：请填 poor、normal、good。',
    en: '"stormy" in ventilation is not in the list: use poor, normal, good.',
  });
  expect(flawOf(placeSchema, { ...GOOD_PLACE, lat: 91 })).toMatchObject({
    zh: '纬度（lat）应不大于 90，请核对。',
    en: 'lat has to be at most 90: check it.',
  });
  expect(flawOf(placeSchema, { ...GOOD_PLACE, name: long(101) })).toMatchObject({ zh: '姓名或名称（name）太长：最多 100 个字，请缩短。' });
});

test('a record that the project has made itself and that is not sound is a mistake, told to whoever runs it', () => {
  expect(sound(areaSchema, GOOD_AREA)).toBe(GOOD_AREA);
  expect(() => sound(areaSchema, { ...GOOD_AREA, name: '' })).toThrow('name is missing');
});
