import { DuckDBInstance } from '@duckdb/node-api';
import {
  addDays,
  type CaseFacts,
  dayOf,
  endOfDay,
  infectiousWindow,
  isLiveCase,
  type Place,
  readProtocol,
  SECOND,
  type Stay,
  settleStay,
  shippedProtocols,
  startOfDay,
} from '@tracewright/epi-core';
import { type DeriveQuestion, deriveFromStays } from '@tracewright/exposure-index';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exposureSql } from './exposure-sql.js';
import { notInSql } from './rules-sql.js';
import { inSteps } from './steps-sql.js';

const TZ = 'Asia/Shanghai';
const EPOCH = Date.UTC(2022, 2, 31, 16);
const HOUR = 3_600_000;
const MINUTE = 60_000;
const DAYS = 5;
const AS_OF = EPOCH + DAYS * 24 * HOUR;

type Connection = Awaited<ReturnType<DuckDBInstance['connect']>>;
let duck: Connection;
beforeAll(async () => {
  duck = await (await DuckDBInstance.create(':memory:')).connect();
});
afterAll(() => duck.closeSync());

const SETTINGS = ['HOUSEHOLD', 'WORK_ROOM', 'DINING_SAME_TABLE', 'RETAIL'] as const;
const anySettings = fc.oneof(
  fc.constant([]),
  fc.subarray(['HOUSEHOLD', 'WORK_ROOM', 'DINING_SAME_TABLE', 'OTHER_ASSESSED'], { minLength: 1, maxLength: 3 }),
);
const anyStrict = fc.constantFrom({}, { strict: true });
const anyRule: fc.Arbitrary<object> = fc
  .record(
    {
      cls: fc.constantFrom('CLOSE', 'CLOSE', 'GENERAL', 'PLACE_EXPOSED'),
      priority: fc.integer({ min: 1, max: 3 }),
      settings: anySettings,
      single: fc
        .record({ min: fc.constantFrom(0, 0, 30, 60), mergeGap: fc.constantFrom(0, 20) })
        .chain((s) => anyStrict.map((t) => ({ ...s, ...t }))),
      cumulative: fc
        .record({
          min: fc.constantFrom(30, 60, 90),
          window: fc.constantFrom(120, 180, 1440, 'CALENDAR_DAY', 'WHOLE_PERIOD'),
          across: fc.constantFrom('PAIR', 'PLACE'),
        })
        .chain((s) => anyStrict.map((t) => ({ ...s, ...t }))),
      lag: fc.constantFrom(0, 0, 30),
      protection: fc.constantFrom({ effect: 'NONE' }, { effect: 'EXCLUDE' }, { effect: 'DOWNGRADE' }),
      decision: fc.constantFrom('AUTO', 'AUTO', 'AUTO', 'PROPOSE'),
      air: fc.constantFrom({}, {}, {}, {}, { enclosed: true }, { enclosed: false }, { ventilation: 'POOR' }),
    },
    { requiredKeys: ['cls', 'priority', 'settings', 'lag', 'protection', 'decision', 'air'] },
  )
  .map(({ air, ...rule }) => ({ ...rule, ...air }));
/** Certain and without a setting, so that there are middles whom others certainly met. */
const plainRule: fc.Arbitrary<object> = fc.record({
  cls: fc.constant('CLOSE'),
  priority: fc.constant(2),
  settings: fc.constant([]),
  single: fc.record({ min: fc.constantFrom(30, 90), mergeGap: fc.constant(0) }),
  lag: fc.constantFrom(0, 30),
  protection: fc.constant({ effect: 'NONE' }),
  decision: fc.constant('AUTO'),
});
const anyProtocol = fc
  .record({
    exposure: fc.oneof(
      fc.array(anyRule, { minLength: 1, maxLength: 4 }),
      fc.tuple(plainRule, anyRule).map((rules) => [...rules]),
    ),
    secondDegree: fc.constantFrom(null, { settings: ['HOUSEHOLD', 'DINING_SAME_TABLE'] }, { settings: [] }, { settings: [] }),
  })
  .map(({ exposure, secondDegree }) => {
    const infectious = [{ caseKind: 'ANY', anchors: ['ONSET'], startOffset: -2, end: { event: 'ISOLATED' } }];
    const read = readProtocol({
      id: 'T',
      infectious,
      exposure: exposure.map((rule, i) => ({ ...rule, id: `R${i}` })),
      secondDegree,
    });
    if (read.kind === 'refused') throw new Error(read.reason);
    return read.protocol;
  });

const PEOPLE = ['ann', 'bo', 'cy', 'di', 'ed', 'flo', 'gu', 'hal', 'ivy'];
const place = (id: string, category: string, rest: Partial<Place> = {}): [string, Place] => [
  id,
  { id, category, enclosed: 'unknown', ventilation: 'unknown', ...rest },
];
/** No place lies in another: the tables know the same place only. */
const PLACES = new Map([
  place('home', 'home', { enclosed: 'yes', ventilation: 'poor' }),
  place('flat', 'home', { enclosed: 'yes', ventilation: 'poor' }),
  place('office', 'workplace'),
  place('inn', 'restaurant', { enclosed: 'yes' }),
  place('mall', 'mall', { enclosed: 'no', ventilation: 'good' }),
]);
const anyStay = fc
  .record({
    person: fc.constantFrom(...PEOPLE),
    place: fc.constantFrom('home', 'home', 'flat', 'flat', 'office', 'inn', 'mall'),
    start: fc.oneof(fc.nat(DAYS * 24 * 4 - 40), fc.integer({ min: 90, max: 110 })),
    length: fc.oneof(fc.nat(8), fc.nat(8), fc.nat(40)),
    unsure: fc.tuple(fc.constantFrom(0, 0, 10, 40), fc.constantFrom(0, 0, 10, 40)),
    setting: fc.option(fc.constantFrom(...SETTINGS), { freq: 2 }),
    seat: fc.option(fc.constantFrom('1', '2'), { freq: 1 }),
    protection: fc.constantFrom<Stay['protection']>('effective', 'none', 'none', 'unknown', 'unknown', 'unknown'),
    ceiling: fc.constantFrom<Stay['ceiling']>('definite', 'definite', 'definite', 'definite', 'definite', 'possible'),
  })
  .map(({ start, length, unsure, setting, seat, ...rest }): Omit<Stay, 'id'> => {
    const [from, to] = [EPOCH + start * 15 * MINUTE, EPOCH + (start + length) * 15 * MINUTE];
    return {
      ...rest,
      start: from,
      end: to,
      startLatest: Math.min(from + unsure[0] * MINUTE, to),
      endEarliest: Math.max(to - unsure[1] * MINUTE, from),
      source: 'interview',
      ...(setting ? { setting } : {}),
      ...(seat ? { seat } : {}),
    };
  });
const anyCase = fc.record({
  person: fc.constantFrom('ann', 'bo'),
  category: fc.constantFrom<CaseFacts['category']>('confirmed', 'confirmed', 'excluded'),
  onset: fc.integer({ min: 1, max: DAYS }),
  isolated: fc.option(fc.integer({ min: 24, max: DAYS * 24 })),
});

const anyQuestion = fc
  .record({
    protocol: anyProtocol,
    stays: fc.array(anyStay, { minLength: 40, maxLength: 80 }),
    cases: fc.uniqueArray(anyCase, { minLength: 1, maxLength: 2, selector: ({ person }) => person }),
    isolations: fc.dictionary(fc.constantFrom('cy', 'di', 'ed'), fc.integer({ min: 48, max: DAYS * 24 })),
    degree: fc.constantFrom<1 | 2>(1, 2, 2),
  })
  .map(
    ({ stays, cases, isolations, ...rest }): DeriveQuestion => ({
      ...rest,
      stays: stays.map((stay, i) => ({ ...stay, id: `s${i}` })),
      cases: cases.map(({ person, category, onset, isolated }, i) => ({
        id: `c${i}`,
        person,
        category,
        moments: {
          onset: { precision: 'day', on: dayOf(EPOCH + (onset - 1) * 24 * HOUR, TZ) },
          ...(isolated === null ? {} : { isolated: { precision: 'instant', at: EPOCH + isolated * HOUR } }),
        },
      })),
      places: PLACES,
      named: [],
      isolations: new Map(Object.entries(isolations).map(([person, hour]) => [person, EPOCH + hour * HOUR])),
      asOf: AS_OF,
      tz: TZ,
    }),
  );

const literal = (value: string | number | null): string =>
  value === null ? 'NULL' : typeof value === 'number' ? `${value}` : `'${value}'`;
const seconds = (at: number): number => at / SECOND;

async function table(name: string, columns: string, rows: readonly (readonly (string | number | null)[])[]): Promise<void> {
  await duck.run(`CREATE OR REPLACE TABLE ${name}(${columns})`);
  if (rows.length > 0) await duck.run(`INSERT INTO ${name} VALUES ${rows.map((row) => `(${row.map(literal).join(', ')})`).join(', ')}`);
}

async function fill({
  protocol,
  stays,
  cases,
  isolations,
}: Pick<DeriveQuestion, 'protocol' | 'stays' | 'cases' | 'isolations'>): Promise<void> {
  const settled = stays.map((stay) => settleStay(stay, (id) => PLACES.get(id)));
  await table(
    'stays',
    'person TEXT, place TEXT, begins BIGINT, ends BIGINT, begins_latest BIGINT, ends_earliest BIGINT, ceiling TEXT, setting TEXT, seat TEXT, seats_apart INT, whole_venue INT, enclosed TEXT, ventilation TEXT, protection TEXT',
    settled.map((s) => [
      s.person,
      s.place,
      ...[s.start, s.end, s.startLatest, s.endEarliest].map(seconds),
      s.ceiling,
      s.resolvedSetting,
      s.seat ?? null,
      Number(s.seatsApart),
      Number(s.bigPlaceItself),
      s.enclosed,
      s.ventilation,
      s.protection,
    ]),
  );
  await table(
    'cases',
    'case_id TEXT, person TEXT, category TEXT',
    cases.map(({ id, person, category }) => [id, person, category]),
  );
  const windows = cases.filter(isLiveCase).flatMap((one) => {
    const answer = infectiousWindow(protocol, one, { asOf: AS_OF, tz: TZ });
    return answer.kind === 'windows' ? answer.windows.map(({ start, end }) => [one.id, seconds(start), seconds(end)]) : [];
  });
  await table('windows', 'case_id TEXT, begins BIGINT, ends BIGINT', windows);
  await table(
    'isolations',
    'person TEXT, isolated_at BIGINT',
    [...isolations].map(([person, at]) => [person, seconds(at)]),
  );
  const days = Array.from({ length: DAYS + 4 }, (_, i) => addDays(dayOf(EPOCH, TZ), i - 2));
  await table(
    'days',
    'begins BIGINT, ends BIGINT',
    days.map((day) => [seconds(startOfDay(day, TZ)), seconds(endOfDay(day, TZ))]),
  );
}

const rowsOf = async (sql: string): Promise<(string | number)[][]> =>
  (await duck.runAndReadAll(sql))
    .getRowObjects()
    .map((row) => [
      ...['case_id', 'contact', 'via', 'class', 'certainty', 'rule'].map((name) => String(row[name])),
      ...['first', 'last', 'seconds_min', 'seconds_max', 'encounters'].map((name) => Number(row[name])),
    ]);

it('DuckDB gives the rows that the engine derives, both degrees, single meetings and minutes added up, at once and step by step', async () => {
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(anyQuestion, async (question) => {
      await fill(question);
      const sql = exposureSql(question.protocol, question.degree, seconds(AS_OF));
      const found = await rowsOf(sql);
      const expected = deriveFromStays(question).rows.map((r) => [
        ...[r.case, r.contact, r.via ?? '', r.cls, r.certainty, r.rule],
        ...[seconds(r.first!), seconds(r.last!), r.secondsMin, r.secondsMax, r.encounters],
      ]);
      for (const row of expected) seen.set(`${row[2] === '' ? 1 : 2} ${row[4]}`, (seen.get(`${row[2] === '' ? 1 : 2} ${row[4]}`) ?? 0) + 1);
      expect(found).toEqual(expected);
      const steps = inSteps(sql);
      for (const step of steps.slice(0, -1)) await duck.run(step.replace('CREATE TABLE', 'CREATE OR REPLACE TABLE'));
      expect(await rowsOf(steps.at(-1)!)).toEqual(expected);
    }),
    { numRuns: 60, seed: 20_221_126, endOnFailure: true },
  );
  expect(
    [...seen]
      .filter(([, rows]) => rows >= 5)
      .map(([kind]) => kind)
      .sort(),
  ).toEqual(['1 definite', '1 possible', '2 definite', '2 possible']);
}, 200_000);

it('a statement has as many steps as named parts, wherever brackets and quotes are', () => {
  expect(inSteps("-- a\nWITH a AS (\n  SELECT ')(' AS x, (1 + 2) AS y\n),\nb AS (SELECT * FROM a)\nSELECT * FROM b")).toEqual([
    "-- a\nCREATE TABLE a AS SELECT ')(' AS x, (1 + 2) AS y",
    'CREATE TABLE b AS SELECT * FROM a',
    'SELECT * FROM b',
  ]);
  expect(() => inSteps('SELECT 1')).toThrow('no steps');
  expect(() => inSteps('WITH a AS (SELECT (1 FROM b)')).toThrow('does not close');
});

it('DuckDB runs what every shipped protocol that SQL can carry becomes', async () => {
  await fill({ protocol: shippedProtocols()[0]!, stays: [], cases: [], isolations: new Map() });
  const asked = shippedProtocols().filter(
    (protocol) => notInSql(protocol).length === 0 && protocol.exposure.every((rule) => !rule.gridCompanion),
  );
  expect(asked.length).toBeGreaterThan(15);
  for (const protocol of asked) {
    const answer = await duck.runAndReadAll(exposureSql(protocol, 2, null));
    expect([protocol.id, answer.getRowObjects()]).toEqual([protocol.id, []]);
  }
}, 200_000);
