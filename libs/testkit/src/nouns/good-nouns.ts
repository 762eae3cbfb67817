import type { Account, Area, Case, Evidence, Naming, Person, Place, ReceivedFacts, Stay } from '@tracewright/investigation';

/** The clock of the nouns below. */
export const NOUNS_NOW = Date.parse('2022-04-14T09:00:00+08:00');
const HOUR = 3_600_000;

export const GOOD_AREA: Area = {
  id: 'a',
  name: '望月街道',
  level: 'street',
  parentId: 'district',
  path: '/district/a/',
  outside: false,
  dutyHolder: '王值班',
  phone: '0631-5200000',
  aliases: ['望月'],
};

export const GOOD_PLACE: Place = {
  id: 'p',
  name: '临海饭店',
  category: 'restaurant',
  areaId: 'a',
  areaPath: '/district/a/',
  parentId: null,
  lat: 37.5,
  lng: 122.1,
  enclosed: 'yes',
  ventilation: 'poor',
  airZone: null,
  aliases: [],
  address: '望月街道1号',
};

export const GOOD_PERSON: Person = {
  id: 'x',
  name: '王晓明',
  sex: 'male',
  birthOn: '1980-01-01',
  documents: [{ type: 'resident-id', no: '34052419800101001X', valid: true }],
  phones: ['13900001111'],
  address: '望月街道1号101室',
  areaId: 'a',
  currentAddress: null,
  currentAreaId: null,
  areaPath: '/district/a/',
  areaState: 'CONFIRMED',
  proposedAreaId: null,
  proposedWords: [],
  needs: ['wheelchair'],
  guardianId: null,
  description: null,
  mergedInto: null,
};

export const GOOD_CASE: Case = {
  id: 'c',
  no: '207',
  personId: 'x',
  category: 'confirmed',
  onsetOn: '2022-04-11',
  firstPositiveSampleAt: NOUNS_NOW - 30 * HOUR,
  reportedAt: NOUNS_NOW - 20 * HOUR,
  isolatedAt: NOUNS_NOW - 10 * HOUR,
  anchors: { rashOnset: '2022-04-12', bacteriology: 'positive' },
  hospital: '市立医院',
  protocolId: 'CN-COVID-V8',
  team: 'A',
  ownerId: 'account',
  areaId: 'a',
  areaPath: '/district/',
  importStatus: 'local',
  infectedById: 'other-case',
  infectedByState: 'proposed',
  createdAt: NOUNS_NOW,
  coreReportedAt: null,
  rev: 3,
};

export const GOOD_STAY: Stay = {
  id: 's',
  personId: 'x',
  placeId: 'p',
  start: NOUNS_NOW - 4 * HOUR,
  end: NOUNS_NOW - 2 * HOUR,
  startLatest: NOUNS_NOW - 4 * HOUR,
  endEarliest: NOUNS_NOW - 2 * HOUR,
  setting: 'DINING_SAME_TABLE',
  seat: '3',
  carriage: null,
  protection: 'none',
  source: 'interview',
  ceiling: 'definite',
  companions: 0,
  activity: null,
  note: null,
};

export const GOOD_EVIDENCE: Evidence = {
  id: 'e',
  personId: 'x',
  source: 'venue_code',
  placeId: 'p',
  areaId: null,
  start: NOUNS_NOW - 4 * HOUR,
  end: null,
  lat: null,
  lng: null,
  text: null,
  stayId: null,
};

export const GOOD_NAMING: Naming = {
  id: 'n',
  caseId: 'c',
  personId: 'x',
  stayId: null,
  viaPersonId: null,
  relation: 'household',
  cls: 'CLOSE',
  reason: '同住',
  seat: null,
  firstAt: NOUNS_NOW - 40 * HOUR,
  lastAt: NOUNS_NOW - 30 * HOUR,
  placeId: null,
  description: null,
  at: NOUNS_NOW,
  by: 'account',
};

export const GOOD_RECEIVED: ReceivedFacts = {
  fromAreaId: 'far',
  cls: 'SECOND',
  lastExposureAt: NOUNS_NOW - 30 * HOUR,
  note: '协查函 12 号',
};

export const GOOD_ACCOUNT: Account = {
  id: 'account-1',
  login: 'zhou',
  name: '周流调',
  role: 'tracer',
  areaId: 'district',
  areaPath: '/district/',
  passwordHash: '',
  mustChange: true,
  lockedAt: NOUNS_NOW,
  expiresAt: NOUNS_NOW + 1_000 * HOUR,
  siteId: null,
  vehicleId: null,
  demo: false,
  createdAt: NOUNS_NOW,
};
