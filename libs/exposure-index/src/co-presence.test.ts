import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coPresence } from './co-presence.js';
import { rings } from './rings.js';
import type { Presence } from './touching.js';

const SECOND = 1_000;

/** Stays of a few people at a few places within a short time, so that most of them meet; times in whole seconds, some stays empty. */
const anyStays = fc.array(
  fc
    .record({ person: fc.constantFrom(...'abcdef'), place: fc.constantFrom('p', 'q'), start: fc.nat(60), length: fc.nat(20) })
    .map(({ person, place, start, length }): Presence => ({ person, place, start: start * SECOND, end: (start + length) * SECOND })),
  { maxLength: 40 },
);

interface Met {
  readonly pair: string;
  readonly overlap: number;
  readonly shared: { readonly from: number; readonly to: number };
}

/** The same question asked of every two stays, second by second: slow, and with no thought in it. */
function everyMeeting(stays: readonly Presence[], lag: number, atLeast: number): Met[] {
  const met: Met[] = [];
  for (let i = 0; i < stays.length; i++)
    for (let j = 0; j < i; j++) {
      const [one, two] = [stays[i]!, stays[j]!];
      if (one.person === two.person || one.place !== two.place) continue;
      const seconds = (stay: Presence, more: number) => {
        const all = new Set<number>();
        for (let s = stay.start; s < stay.end + more; s += SECOND) all.add(s);
        return all;
      };
      // Of two that begin at once the one that ends first is the earlier.
      const earlier = one.start < two.start || (one.start === two.start && one.end <= two.end) ? one : two;
      const later = earlier === one ? two : one;
      const [with_, without] = [seconds(earlier, lag * SECOND), seconds(earlier, 0)];
      const shared = [...seconds(later, 0)].filter((s) => with_.has(s));
      if (shared.length === 0 || shared.length < atLeast) continue;
      met.push({
        pair: [one.person, two.person].sort().join(),
        overlap: shared.filter((s) => without.has(s)).length,
        shared: { from: Math.min(...shared), to: Math.max(...shared) + SECOND },
      });
    }
  return met;
}

describe('who was at one place with whom', () => {
  it('agrees with asking every two stays second by second, with and without lag and threshold', () => {
    fc.assert(
      fc.property(anyStays, fc.nat(6), fc.nat(8), (stays, lagSeconds, minSeconds) => {
        const found = coPresence(stays, { lagSeconds, minSeconds, persons: new Set() });
        const expected = everyMeeting(stays, lagSeconds, minSeconds);
        const pairs = [...new Set(expected.map((m) => m.pair))].sort().map((pair) => {
          const of = expected.filter((m) => m.pair === pair);
          return {
            pair,
            stayPairs: of.length,
            seconds: of.reduce((sum, m) => sum + m.overlap, 0),
            first: Math.min(...of.map((m) => m.shared.from)),
            last: Math.max(...of.map((m) => m.shared.to)),
          };
        });
        expect(
          found.pairs.map((p) => ({
            pair: `${p.a},${p.b}`,
            stayPairs: p.stayPairs,
            seconds: p.seconds,
            first: p.firstStart,
            last: p.lastEnd,
          })),
        ).toEqual(pairs);
        expect(found.stayPairs).toBe(expected.length);
        expect(found.persons).toBe(new Set(expected.flatMap((m) => m.pair.split(','))).size);
      }),
      { numRuns: 400 },
    );
  });

  it('does not depend on the order of the stays', () => {
    fc.assert(
      fc.property(anyStays, fc.nat(6), (stays, lagSeconds) => {
        const ask = (list: readonly Presence[]) => coPresence(list, { lagSeconds, minSeconds: 0, persons: new Set() });
        expect(ask([...stays].reverse())).toEqual(ask(stays));
      }),
    );
  });

  it('asked about some people, answers the pairs that hold one of them and no others', () => {
    fc.assert(
      fc.property(anyStays, fc.subarray([...'abcdef'], { minLength: 1 }), (stays, wanted) => {
        const ask = (persons: readonly string[]) => coPresence(stays, { lagSeconds: 0, minSeconds: 0, persons: new Set(persons) }).pairs;
        expect(ask(wanted)).toEqual(ask([]).filter((p) => wanted.includes(p.a) || wanted.includes(p.b)));
      }),
    );
  });

  it('a gap of exactly the lag does not count, one of a second less adds nothing to the seconds', () => {
    const stays = [
      { person: 'a', place: 'p', start: 0, end: 10 * SECOND },
      { person: 'b', place: 'p', start: 15 * SECOND, end: 30 * SECOND },
    ];
    const ask = (lagSeconds: number) => coPresence(stays, { lagSeconds, minSeconds: 0, persons: new Set() });
    expect(ask(5).pairs).toEqual([]);
    expect(ask(6)).toMatchObject({ stayPairs: 1, seconds: 0 });
  });

  it('finds nobody in nothing', () => {
    expect(coPresence([], { lagSeconds: 0, minSeconds: 0, persons: new Set() })).toEqual({
      pairs: [],
      stayPairs: 0,
      seconds: 0,
      persons: 0,
    });
  });
});

/** Rings by their wording, on a list of meetings: contact o of c counts when some meeting of c and o ends after c first met the person. */
function ringsByWords(stays: readonly Presence[], person: string, atLeast: number, timeRespecting: boolean) {
  const meetings = everyMeeting(stays, 0, atLeast).flatMap(({ pair, shared }) => {
    const [a = '', b = ''] = pair.split(',');
    return [
      { of: a, with: b, ...shared },
      { of: b, with: a, ...shared },
    ];
  });
  const direct = new Set(meetings.filter((m) => m.of === person).map((m) => m.with));
  const beyond = [...direct].flatMap((c) => {
    const first = Math.min(...meetings.filter((m) => m.of === person && m.with === c).map((m) => m.from));
    return meetings.filter((m) => m.of === c && (!timeRespecting || m.to > first)).map((m) => m.with);
  });
  return { ring1: direct.size, ring2: new Set(beyond.filter((o) => o !== person && !direct.has(o))).size };
}

describe('rings', () => {
  it('agree with their wording', () => {
    fc.assert(
      fc.property(anyStays, fc.constantFrom(...'abcdef'), fc.nat(4), fc.boolean(), (stays, person, minSeconds, timeRespecting) => {
        expect(rings(stays, { person, minSeconds, timeRespecting })).toEqual(ringsByWords(stays, person, minSeconds, timeRespecting));
      }),
      { numRuns: 400 },
    );
  });

  it('leave out whom a contact met for the last time before meeting the person', () => {
    const stays = [
      { person: 'old', place: 'q', start: 0, end: 5 },
      { person: 'c', place: 'q', start: 0, end: 5 },
      { person: 'c', place: 'p', start: 5, end: 9 },
      { person: 'me', place: 'p', start: 5, end: 9 },
    ];
    expect(rings(stays, { person: 'me', minSeconds: 0, timeRespecting: false })).toEqual({ ring1: 1, ring2: 1 });
    expect(rings(stays, { person: 'me', minSeconds: 0, timeRespecting: true })).toEqual({ ring1: 1, ring2: 0 });
  });
});
