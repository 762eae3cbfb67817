import { readProtocol, shippedProtocol } from '@tracewright/epi-core';
import { expect, test } from 'vitest';
import { withValue } from './draft-file.js';
import { exampleLayout } from './example-layout.js';
import { exampleTimeline, momentsOf, usualExample } from './example-timeline.js';

const tz = 'Asia/Shanghai';
const now = Date.parse('2022-04-14T09:00:00+08:00');
const example = usualExample(now, tz);
const v8 = shippedProtocol('CN-COVID-V8')!;
const drawn = (protocol = v8) => exampleTimeline(protocol, example, { now, tz });

test('the example infects from two days before it fell ill until it is isolated, and its contact is managed by both clocks', () => {
  expect(drawn().windows).toMatchObject([{ start: '2022-04-09T00:00:00+08:00', end: '2022-04-13T00:00:00+08:00', open: false }]);
  expect(drawn().measures.map(({ cls, dates }) => [cls, ...dates.phases.map((p) => `${p.kind} ${p.from} ${p.until}`)])).toEqual([
    ['CLOSE', 'CENTRAL 2022-04-13 2022-04-25', 'HOME_MONITOR 2022-04-25 2022-05-02'],
    ['SECOND', 'CENTRAL 2022-04-13 2022-04-18'],
  ]);
});

test('a day more in the file is a day more on the line', () => {
  const read = readProtocol(withValue(JSON.parse(JSON.stringify(v8)), ['infectious', 0, 'startOffset'], -3));
  expect(read.kind === 'protocol' && drawn(read.protocol).windows[0]!.start).toBe('2022-04-08T00:00:00+08:00');
  const longer = readProtocol(withValue(JSON.parse(JSON.stringify(v8)), ['management', 'CLOSE', 'phases', 0, 'days'], 15));
  expect(longer.kind === 'protocol' && drawn(longer.protocol).measures[0]!.dates.phases[0]!.until).toBe('2022-04-26');
});

test('the example is asked for what the windows hang on, and no more', () => {
  expect(momentsOf(v8)).toEqual(['onset', 'firstPositiveSample', 'isolated']);
  expect(momentsOf(shippedProtocol('MEASLES-CN')!)).toContain('rashOnset');
  expect(momentsOf(shippedProtocol('MENINGO')!)).toContain('antibioticStarted');
  expect(exampleTimeline(shippedProtocol('MEASLES-CN')!, example, { now, tz }).windows).toHaveLength(1);
});

test('phases and tests stand on the days of the same line as the window', () => {
  const { days, measures } = exampleLayout(drawn(), [{ key: 'onset', at: example.moments.onset! }], tz);
  const close = measures[0]!;
  const day = 100 / days.length;
  expect(days[0]!.on).toBe('2022-04-08');
  expect(close.phases[0]!.left).toBeCloseTo(5 * day);
  expect(close.phases[0]!.width).toBeCloseTo(12 * day);
  expect(close.tests[0]).toMatchObject({ day: 1, on: '2022-04-13', afterEnd: false });
  expect(close.tests[0]!.left).toBeCloseTo(5.5 * day);
  expect(days.filter(({ written }) => written).length).toBeLessThan(10);
});
