import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Place } from '../places/place.js';
import { SETTINGS, type Setting } from '../places/setting-class.js';
import { shippedProtocols } from '../protocols/shipped.js';
import type { Stay } from '../stays/stay.js';
import { MINUTE } from '../time/zone.js';
import { determinePair, longestLag } from './determine.js';
import { leastMinutesOf } from './least-minutes.js';
import { settleStay } from './meeting.js';

const NOON = Date.UTC(2022, 3, 5, 4);
const PLACE: Place = { id: 'room', enclosed: 'yes', ventilation: 'poor' };
const anySetting = fc.option(fc.constantFrom(...(Object.keys(SETTINGS) as Setting[])), { freq: 8 });
/** Two at random seldom come to anything: half of them are one. */
const anySettings = fc.oneof(
  fc.tuple(anySetting, anySetting),
  anySetting.map((one) => [one, one] as const),
);

const stay = (person: string, minutes: number, setting: Setting | null): Stay => ({
  id: person,
  person,
  place: PLACE.id,
  start: NOON,
  end: NOON + minutes * MINUTE,
  startLatest: NOON,
  endEarliest: NOON + minutes * MINUTE,
  source: 'interview',
  ceiling: 'definite',
  protection: 'unknown',
  ...(setting ? { setting } : {}),
});

it('a meeting shorter than the least minutes of its settings comes to nothing, one as long mostly to something', () => {
  const seen = { nothing: 0, something: 0 };
  fc.assert(
    fc.property(
      fc.constantFrom(...shippedProtocols().filter((p) => longestLag(p) === 0)),
      anySettings,
      fc.boolean(),
      fc.integer({ min: -2, max: 5 }),
      (protocol, [a, b], asSecond, beyond) => {
        const least = leastMinutesOf(protocol, asSecond)(a, b);
        const minutes = least === Number.POSITIVE_INFINITY ? 600 : least + beyond;
        if (minutes < 0 || (asSecond && !protocol.secondDegree)) return;
        const lookup = (id: string) => (id === PLACE.id ? PLACE : undefined);
        const windows = [{ start: NOON - 600 * MINUTE, end: NOON + 20_000 * MINUTE }];
        const { definite, possible } = determinePair({
          protocol,
          // The case was there long before and after, so the meeting is as long as the contact's stay.
          meetings: [
            {
              caseStay: { ...settleStay(stay('case', minutes, a), lookup), start: NOON - MINUTE, end: NOON + 10_000 * MINUTE },
              contactStay: settleStay(stay('contact', minutes, b), lookup),
              relation: 'same',
            },
          ],
          windows: { surest: windows, widest: windows },
          tz: 'Asia/Shanghai',
          ...(asSecond ? { second: { settings: protocol.secondDegree!, middleIsDefinite: true } } : {}),
        });
        const isMet = definite !== null || possible !== null;
        if (minutes < least) expect(isMet).toBe(false);
        seen[isMet ? 'something' : 'nothing']++;
      },
    ),
    { numRuns: 6_000, seed: 20_221_129 },
  );
  expect(Math.min(seen.nothing, seen.something)).toBeGreaterThan(500);
});
