import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Place } from '../places/place.js';
import { shippedProtocols } from '../protocols/shipped.js';
import type { Stay } from '../stays/stay.js';
import { MINUTE } from '../time/zone.js';
import { determinePair, type PairQuestion } from './determine.js';
import { fewerMeetings } from './fewer-meetings.js';
import { type Meeting, type SettledStay, settleStay } from './meeting.js';

const NOON = Date.UTC(2022, 3, 5, 4);
const PLACE: Place = { id: 'room', category: 'restaurant', enclosed: 'yes', ventilation: 'poor' };

/** Many stays in few hours: most run into others, some are unsure, of no length, or at another table. */
const anyStay = fc.record({
  start: fc.nat(600),
  length: fc.nat(40),
  unsure: fc.constantFrom(0, 0, 0, 5, 30),
  seat: fc.constantFrom('1', '1', '1', '2', undefined),
  protection: fc.constantFrom('unknown' as const, 'unknown' as const, 'effective' as const),
});
const anyStays = (who: string) =>
  fc.array(anyStay, { minLength: 21, maxLength: 30 }).map((list) =>
    list.map(({ start, length, unsure, ...rest }, i): Stay => {
      const [from, to] = [NOON + start * MINUTE, NOON + (start + length) * MINUTE];
      return {
        id: `${who}${i}`,
        person: who,
        place: PLACE.id,
        start: from,
        end: to,
        startLatest: from + unsure * MINUTE,
        endEarliest: to - unsure * MINUTE,
        source: 'interview',
        ceiling: 'definite',
        ...rest,
      };
    }),
  );

it('the determination of a pair is the same by the few stays as by all of them', () => {
  const spared = { few: 0, many: 0 };
  fc.assert(
    fc.property(
      fc.constantFrom(...shippedProtocols()),
      anyStays('case'),
      anyStays('contact'),
      fc.nat(600),
      (protocol, of, by, windowFrom) => {
        const lookup = (id: string) => (id === PLACE.id ? PLACE : undefined);
        const settled = (stays: readonly Stay[]) => stays.map((stay) => settleStay(stay, lookup));
        const [cases, contacts] = [settled(of), settled(by)];
        const meetings = cases.flatMap((caseStay) => contacts.map((contactStay): Meeting => ({ caseStay, contactStay, relation: 'same' })));
        const windows = [{ start: NOON + windowFrom * MINUTE, end: NOON + 700 * MINUTE }];
        const question: PairQuestion = { protocol, meetings, windows: { surest: windows, widest: windows }, tz: 'Asia/Shanghai' };
        const few = fewerMeetings(meetings);
        expect(told(determinePair(question))).toEqual(told(oneByOne(question)));
        spared.few += few.length;
        spared.many += meetings.length;
      },
    ),
    { numRuns: 300, seed: 20_221_129 },
  );
  expect(spared.few).toBeLessThan(0.9 * spared.many);
});

/** Judged one by one: each stay differs from the others in its source, about which no rule asks. */
const oneByOne = (question: PairQuestion) => {
  const apart = new Map<SettledStay, SettledStay>();
  const apartOf = (stay: SettledStay): SettledStay => {
    const known = apart.get(stay) ?? { ...stay, source: `${apart.size}` as SettledStay['source'] };
    apart.set(stay, known);
    return known;
  };
  const meetings = question.meetings.map((m) => ({ ...m, caseStay: apartOf(m.caseStay), contactStay: apartOf(m.contactStay) }));
  expect(fewerMeetings(meetings).length).toBeGreaterThanOrEqual(meetings.length);
  return determinePair({ ...question, meetings });
};

const told = ({ definite, possible }: ReturnType<typeof determinePair>) =>
  [definite, possible].map((row) => row && { ...row, overlaps: undefined });
