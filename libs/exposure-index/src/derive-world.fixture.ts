import {
  CASE_CATEGORIES,
  CASE_MOMENTS,
  type CaseFacts,
  type CaseMoment,
  type Moment,
  PLACE_CATEGORIES,
  type Place,
  PROTECTIONS,
  type Protocol,
  SETTINGS,
  type Setting,
  type Stay,
  shippedProtocols,
} from '@tracewright/epi-core';
import fc from 'fast-check';
import type { DeriveQuestion } from './derived-rows.js';

const DAY = 86_400_000;
const MINUTE = 60_000;
/** 2022-04-01 00:00 in Shanghai. */
const EPOCH = Date.UTC(2022, 2, 31, 16);
const DAYS = 6;
const PEOPLE = ['ann', 'bo', 'cy', 'di', 'ed', 'flo', 'gu'];

/** Two buildings with rooms, a room in a room, a loop in the parents, and loose places; some share their air. */
const anyPlaces = fc
  .record({
    categories: fc.array(fc.constantFrom('', ...Object.keys(PLACE_CATEGORIES)), { minLength: 9, maxLength: 9 }),
    zones: fc.array(fc.constantFrom(undefined, undefined, 'z1', 'z2'), { minLength: 9, maxLength: 9 }),
    air: fc.array(fc.constantFrom<Place['enclosed']>('yes', 'no', 'unknown'), { minLength: 9, maxLength: 9 }),
    wind: fc.array(fc.constantFrom<Place['ventilation']>('poor', 'good', 'unknown'), { minLength: 9, maxLength: 9 }),
  })
  .map(({ categories, zones, air, wind }) => {
    const parents = [undefined, 'p0', 'p0', 'p1', undefined, 'p4', 'p7', 'p6', 'nowhere'];
    return new Map(
      parents.map((parent, i): [string, Place] => [
        `p${i}`,
        {
          id: `p${i}`,
          enclosed: air[i]!,
          ventilation: wind[i]!,
          ...(categories[i] ? { category: categories[i]! } : {}),
          ...(zones[i] ? { airZone: zones[i]! } : {}),
          ...(parent ? { parent } : {}),
        },
      ]),
    );
  });

/** Few places and hours, so that people meet; some times within a second, some stays of no length, of weeks, or in a wrong century. */
const anyStay = fc
  .record({
    person: fc.constantFrom(...PEOPLE),
    place: fc.constantFrom('p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8', 'unlisted', 'nowhere'),
    start: fc.oneof(
      { weight: 8, arbitrary: fc.nat(DAYS * 24 * 4).map((quarter) => quarter * 15 * MINUTE) },
      { weight: 3, arbitrary: fc.integer({ min: 2 * DAY, max: 2 * DAY + 90 * MINUTE }) },
      { weight: 1, arbitrary: fc.constantFrom(-70 * 365 * DAY, 70 * 365 * DAY) },
    ),
    length: fc.oneof(
      { weight: 1, arbitrary: fc.constant(0) },
      { weight: 6, arbitrary: fc.nat(12).map((n) => n * 5 * MINUTE) },
      { weight: 3, arbitrary: fc.nat(9 * 60 * MINUTE) },
      { weight: 1, arbitrary: fc.integer({ min: DAY, max: 30 * DAY }) },
    ),
    unsure: fc.tuple(fc.constantFrom(0, 0, 10, 90), fc.constantFrom(0, 0, 10, 90)),
    setting: fc.option(fc.constantFrom(...(Object.keys(SETTINGS) as Setting[])), { freq: 2 }),
    seat: fc.option(fc.constantFrom('1', '2', '12C', '13C', '12C INF', 'CREW'), { freq: 2 }),
    carriage: fc.option(fc.constantFrom('3', '4'), { freq: 2 }),
    companions: fc.option(fc.constantFrom('ann', 'bo di'), { freq: 2 }),
    protection: fc.constantFrom(...PROTECTIONS),
    ceiling: fc.constantFrom<Stay['ceiling']>('definite', 'definite', 'possible'),
  })
  .map(({ start, length, unsure, setting, seat, carriage, companions, ...rest }): Omit<Stay, 'id'> => {
    const [from, to] = [EPOCH + start, EPOCH + start + length];
    return {
      ...rest,
      start: from,
      end: to,
      startLatest: Math.min(from + unsure[0] * MINUTE, to),
      endEarliest: Math.max(to - unsure[1] * MINUTE, from),
      source: 'interview',
      ...(setting ? { setting } : {}),
      ...(seat ? { seat } : {}),
      ...(carriage ? { carriage } : {}),
      ...(companions ? { companions } : {}),
    };
  });

const anyMoment = fc.oneof(
  fc.nat(DAYS).map((day): Moment => ({ precision: 'day', on: `2022-04-0${day + 1}` as Extract<Moment, { precision: 'day' }>['on'] })),
  fc.nat(DAYS * 24 * 60).map((minute): Moment => ({ precision: 'instant', at: EPOCH + minute * MINUTE })),
);

const anyCase = fc
  .record({
    person: fc.constantFrom(...PEOPLE.slice(0, 4), 'nobody'),
    category: fc.constantFrom(...CASE_CATEGORIES),
    moments: fc.dictionary(fc.constantFrom(...(Object.keys(CASE_MOMENTS) as CaseMoment[])), anyMoment, { minKeys: 1, maxKeys: 4 }),
    bacteriology: fc.option(fc.constantFrom<'positive' | 'negative'>('positive', 'negative')),
    severe: fc.option(fc.boolean()),
  })
  .map(
    ({ bacteriology, severe, ...rest }): Omit<CaseFacts, 'id'> => ({
      ...rest,
      ...(bacteriology === null ? {} : { bacteriology }),
      ...(severe === null ? {} : { severe }),
    }),
  );

const anyNamed = fc.record({
  case: fc.constantFrom('c0', 'c1', 'unknown'),
  contact: fc.constantFrom('flo', 'gu', 'hal'),
  class: fc.constantFrom(null, 'CLOSE'),
  via: fc.constantFrom(null, 'ed'),
  first: fc.constant(null),
  last: fc.constant(null),
});

/** Few shipped rules follow the air: here every rule of any protocol does. */
const throughTheAir = (protocol: Protocol): Protocol => ({
  ...protocol,
  exposure: protocol.exposure.map((rule) => ({ ...rule, sameAirZone: true })),
});
const anyProtocol = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...shippedProtocols()) },
  { weight: 1, arbitrary: fc.constantFrom(...shippedProtocols()).map(throughTheAir) },
);

/** A question about a small world, under any of the shipped protocols. */
export const anyQuestion: fc.Arbitrary<DeriveQuestion> = fc
  .record({
    protocol: anyProtocol,
    places: fc.oneof({ weight: 5, arbitrary: anyPlaces }, { weight: 1, arbitrary: fc.constant(new Map<string, Place>()) }),
    stays: fc.array(anyStay, { maxLength: 60 }),
    cases: fc.array(anyCase, { minLength: 1, maxLength: 3 }),
    named: fc.array(anyNamed, { maxLength: 3 }),
    signals: fc.array(
      fc
        .record({ person: fc.constantFrom(...PEOPLE), place: fc.constantFrom('p0', 'p1'), hour: fc.nat(DAYS * 24), hours: fc.nat(50) })
        .map(({ hour, hours, ...rest }) => ({
          ...rest,
          start: EPOCH + hour * 60 * MINUTE,
          end: EPOCH + (hour + hours) * 60 * MINUTE,
        })),
      { maxLength: 6 },
    ),
    isolations: fc.dictionary(fc.constantFrom(...PEOPLE), fc.nat(DAYS * 24)),
    degree: fc.constantFrom<1 | 2>(1, 2, 2),
  })
  .map(({ stays, cases, isolations, ...rest }) => ({
    ...rest,
    stays: stays.map((stay, i) => ({ ...stay, id: `s${i}` })),
    cases: cases.map((one, i) => ({ ...one, id: `c${i}` })),
    isolations: new Map(Object.entries(isolations).map(([person, hour]) => [person, EPOCH + hour * 60 * MINUTE])),
    asOf: EPOCH + DAYS * DAY,
    tz: 'Asia/Shanghai',
  }));
