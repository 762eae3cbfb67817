import { type Stay, shippedProtocol } from '@tracewright/epi-core';
import { expect, it } from 'vitest';
import { deriveFromStays } from './derive-from-stays.js';

const MINUTE = 60_000;
const START = Date.UTC(2022, 3, 10);

it('a place with a million visits a day costs what was met there, not what passed through', () => {
  const stay = (person: string, start: number, minutes: number): Stay => ({
    id: person,
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
  // 86.4 ms apart, five minutes each.
  const crowd = Array.from({ length: 1_000_000 }, (_, i) => stay(`p${i}`, START + Math.round(i * 86.4), 5));
  const passenger = stay('case', START + 600 * MINUTE, 10);
  const began = performance.now();
  const { rows } = deriveFromStays({
    protocol: shippedProtocol('ANY-OVERLAP')!,
    cases: [{ id: 'c', person: 'case', category: 'confirmed', moments: {} }],
    stays: [...crowd, passenger],
    places: new Map(),
    named: [],
    isolations: new Map(),
    degree: 1,
    asOf: START + 1_440 * MINUTE,
    tz: 'Asia/Shanghai',
  });
  const expected = crowd.filter(({ start, end }) => start < passenger.end && end > passenger.start).length;
  expect(rows).toHaveLength(expected);
  expect(expected).toBeGreaterThan(10_000);
  expect(performance.now() - began).toBeLessThan(60_000);
}, 120_000);
