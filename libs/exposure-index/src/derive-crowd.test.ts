import { type Stay, shippedProtocol } from '@tracewright/epi-core';
import { describe, expect, it } from 'vitest';
import { deriveFromStays } from './derive-from-stays.js';

const MINUTE = 60_000;
const START = Date.UTC(2022, 3, 10);

const stay = (person: string, start: number, minutes: number, id = person): Stay => ({
  id,
  person,
  place: 'station',
  start,
  end: start + minutes * MINUTE,
  startLatest: start,
  endEarliest: start + minutes * MINUTE,
  source: 'register',
  ceiling: 'definite',
  protection: 'unknown',
});

const derived = (stays: readonly Stay[]) =>
  deriveFromStays({
    protocol: shippedProtocol('ANY-OVERLAP')!,
    cases: [{ id: 'c', person: 'case', category: 'confirmed', moments: {} }],
    stays,
    places: new Map(),
    named: [],
    isolations: new Map(),
    degree: 1,
    asOf: START + 1_440 * MINUTE,
    tz: 'Asia/Shanghai',
  });

it('a place with a million visits a day costs what was met there, not what passed through', () => {
  // 86.4 ms apart, five minutes each.
  const crowd = Array.from({ length: 1_000_000 }, (_, i) => stay(`p${i}`, START + Math.round(i * 86.4), 5));
  const passenger = stay('case', START + 600 * MINUTE, 10);
  const began = performance.now();
  const { rows } = derived([...crowd, passenger]);
  const expected = crowd.filter(({ start, end }) => start < passenger.end && end > passenger.start).length;
  expect(rows).toHaveLength(expected);
  expect(expected).toBeGreaterThan(10_000);
  expect(performance.now() - began).toBeLessThan(60_000);
}, 120_000);

describe('two people with thousands of stays that all overlap', () => {
  const overlapping = (person: string, count: number): Stay[] =>
    Array.from({ length: count }, (_, i) => stay(person, START + i * 1_000, 600, `${person}${i}`));

  it('have met once, for as long as all of their stays together', () => {
    const { rows } = derived([...overlapping('case', 1_000), ...overlapping('other', 1_000)]);
    expect(rows).toMatchObject([{ contact: 'other', encounters: 1, secondsMin: 36_999, secondsMax: 36_999 }]);
  });

  it('are refused where their meetings would fill the memory, with whom and where', () => {
    expect(() => derived([...overlapping('case', 2_300), ...overlapping('other', 2_300)])).toThrow(
      /More than 5000000 stays touch those of case, most of them stay case\d+ at station/,
    );
  });
});
