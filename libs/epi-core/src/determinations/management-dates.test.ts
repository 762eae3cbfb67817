import { describe, expect, it } from 'vitest';
import { shippedProtocol } from '../protocols/shipped.js';
import { startOfDay } from '../time/zone.js';
import { managementDates } from './management-dates.js';

const TZ = 'Asia/Shanghai';
const day = (on: string): number => startOfDay(on, TZ) + 10 * 3_600_000;
const v8 = shippedProtocol('CN-COVID-V8')!;
const v9 = shippedProtocol('CN-COVID-V9')!;

const dates = (protocol: typeof v8, cls: string, last: string, found?: string) =>
  managementDates(protocol, cls, { first: day(last), last: day(last) }, TZ, found === undefined ? undefined : day(found));

describe('when measures begin and end', () => {
  it('counts the last exposure as day 0', () => {
    expect(dates(v8, 'CLOSE', '2022-04-01')).toMatchObject({
      releaseOn: '2022-04-22',
      phases: [
        { kind: 'CENTRAL', from: '2022-04-01', until: '2022-04-15', days: 14 },
        { kind: 'HOME_MONITOR', from: '2022-04-15', until: '2022-04-22', days: 7 },
      ],
    });
  });

  it('vector 13: under the ninth edition the tests of a late-found contact outlast the isolation, and it says so', () => {
    const answer = dates(v9, 'CLOSE', '2022-04-05', '2022-04-08')!;
    expect(answer.phases[0]).toMatchObject({ kind: 'CENTRAL', until: '2022-04-12' });
    expect(answer.phases[0]!.tests).toContainEqual({ day: 7, on: '2022-04-14', afterEnd: true });
    expect(answer.clocksDisagree).toBe(true);
  });

  it('vector 13: whoever is found on the day before the last exposure ends has no such quarrel', () => {
    expect(dates(v9, 'CLOSE', '2022-04-05', '2022-04-06')!.clocksDisagree).toBe(false);
  });

  it('vector 14: exposed twenty days ago leaves the last day at home, twenty-two days ago a test only', () => {
    expect(dates(v8, 'CLOSE', '2022-04-01', '2022-04-21')).toMatchObject({
      testOnly: false,
      phases: [{ kind: 'HOME_MONITOR', from: '2022-04-21', until: '2022-04-22', days: 1 }],
    });
    expect(dates(v8, 'CLOSE', '2022-04-01', '2022-04-23')).toMatchObject({ testOnly: true, phases: [], releaseOn: '2022-04-22' });
  });

  it('vector 19: a close contact is released by the close exposure, whatever a later second-degree one would say', () => {
    expect(dates(v8, 'CLOSE', '2022-04-04')!.releaseOn).toBe('2022-04-25');
    expect(dates(v8, 'SECOND', '2022-04-06')!.releaseOn).toBe('2022-04-13');
  });

  it('drops tests of days that have passed when the person was found', () => {
    const tests = dates(v8, 'SECOND', '2022-04-01', '2022-04-05')!.phases[0]!.tests;
    expect(tests.every((test) => test.on >= '2022-04-05')).toBe(true);
  });

  it('measles: the quarantine runs from day 5 after the first to day 21 after the last exposure, and the immune have none', () => {
    const measles = shippedProtocol('MEASLES-US')!;
    const exposure = { first: day('2024-03-01'), last: day('2024-03-03') };
    const from = (found: string) => managementDates(measles, 'CLOSE', exposure, TZ, day(found))!.phases;
    expect(from('2024-03-02')).toMatchObject([{ from: '2024-03-06', until: '2024-03-24', days: 18 }]);
    expect(from('2024-03-20')).toMatchObject([{ from: '2024-03-20', until: '2024-03-24', days: 4 }]);
    expect(managementDates(measles, 'CLOSE', exposure, TZ, day('2024-03-02'), true)).toMatchObject({ exempt: true, phases: [] });
    expect(managementDates(v8, 'CLOSE', exposure, TZ, day('2024-03-02'), true)).toMatchObject({ exempt: false });
  });

  it('tuberculosis: screened on the day management starts and again after eight weeks, however late that is', () => {
    const tb = shippedProtocol('TB-CN-SCHOOL')!;
    const answer = managementDates(tb, 'CLOSE', { first: day('2022-01-01'), last: day('2022-02-01') }, TZ, day('2022-04-01'))!;
    expect(answer.phases[0]!.tests).toEqual([
      { day: 1, on: '2022-04-01', afterEnd: false },
      { day: 56, on: '2022-05-26', afterEnd: false },
    ]);
  });

  it('a class managed without any phase is not a class found too late', () => {
    const meningo = shippedProtocol('MENINGO')!;
    expect(managementDates(meningo, 'CLOSE', { first: day('2022-04-01'), last: day('2022-04-01') }, TZ)).toMatchObject({ testOnly: false });
  });

  it('a contact found late serves what is left, or all of it where the protocol says so; by the first exposure where it says that', () => {
    const rule = (change: object) => ({
      management: { CLOSE: { ...v9.management.CLOSE!, phases: [{ kind: 'HOME' as const, days: 7, testDays: [] }], ...change } },
    });
    const exposure = { first: day('2022-04-02'), last: day('2022-04-05') };
    const until = (change: object) => managementDates(rule(change), 'CLOSE', exposure, TZ, day('2022-04-08'))!.releaseOn;
    expect(until({})).toBe('2022-04-12');
    expect(until({ lateFound: 'FULL' })).toBe('2022-04-15');
    expect(until({ durationAnchor: 'FIRST_EXPOSURE' })).toBe('2022-04-09');
    expect(until({ durationAnchor: 'MANAGEMENT_START' })).toBe('2022-04-15');
  });

  it('has no measure for a class the protocol manages not', () => {
    expect(dates(v8, 'GENERAL', '2022-04-01')).toBeNull();
  });
});
