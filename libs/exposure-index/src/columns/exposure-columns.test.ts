import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { touches } from '../touching.js';
import { addedUp, countingPieces } from './cumulative-pieces.js';
import { evidenceFinder } from './evidence-columns.js';
import { ExposureColumns } from './exposure-columns.js';
import { firstDegree } from './first-degree.js';
import { contactsSince } from './middles.js';
import { coPresencePairs } from './pairs-columns.js';
import { secondDegree } from './second-degree-columns.js';
import { touching } from './touching-columns.js';
import { anyWorld, boundsOf, EPOCH, exposing, type PlainStay, rowsOf, type World } from './world.fixture.js';

const at = (seconds: number) => EPOCH + seconds * 1_000;
const DAY = 86_400;
const TZ = 'Asia/Shanghai';

const anySource = fc
  .record({
    person: fc.nat(7),
    from: fc.oneof(fc.constant(-DAY), fc.nat(40), fc.nat(2 * DAY)),
    length: fc.oneof(fc.nat(40), fc.nat(30 * DAY)),
  })
  .map(({ person, from, length }) => ({ person, from, to: from + length }));
const anySources = fc.array(anySource, { minLength: 1, maxLength: 4 });
const anyRule = fc.record({
  minSeconds: fc.oneof(fc.constant(0), fc.nat(30), fc.constant(900)),
  lagSeconds: fc.oneof(fc.constant(0), fc.nat(30), fc.constant(7_200)),
  bounds: fc.constantFrom<'widest' | 'surest'>('widest', 'surest'),
});
type Rule = typeof anyRule extends fc.Arbitrary<infer R> ? R : never;
interface Asked {
  readonly person: number;
  readonly from: number;
  readonly to: number;
}

interface Met {
  readonly source: number;
  readonly mine: PlainStay;
  readonly theirs: PlainStay;
  readonly start: number;
  readonly end: number;
}

/** Every two stays, asked in turn. */
function everyMeeting({ stays, is }: World, sources: readonly Asked[], { minSeconds, lagSeconds, bounds }: Rule): Met[] {
  const met: Met[] = [];
  for (const [source, asked] of sources.entries())
    for (const mine of stays) {
      if (is(mine.person) !== is(asked.person)) continue;
      const piece = exposing(mine, asked.from, asked.to, lagSeconds, bounds === 'surest');
      if (piece === null) continue;
      for (const theirs of stays) {
        if (theirs.place !== mine.place || is(theirs.person) === is(mine.person)) continue;
        const [begins, ends] = boundsOf(theirs, bounds === 'surest');
        const [start, end] = [Math.max(piece[0], begins), Math.min(piece[1], ends)];
        if (end > start && end - start >= minSeconds) met.push({ source, mine, theirs, start, end });
      }
    }
  return met;
}

const ask = (sources: readonly Asked[]) => sources.map(({ person, from, to }) => ({ person, from: at(from), to: at(to) }));
const sorted = <T>(rows: readonly T[]): string[] => rows.map((row) => JSON.stringify(row)).sort();

function pairsOf(met: readonly Met[], is: World['is']): unknown[] {
  const keys = [...new Set(met.map((m) => `${m.source} ${is(m.theirs.person)}`))];
  return keys.map((key) => {
    const of = met.filter((m) => `${m.source} ${is(m.theirs.person)}` === key);
    const total = of.reduce((sum, m) => sum + m.end - m.start, 0);
    return [of[0]!.source, is(of[0]!.theirs.person), Math.min(...of.map((m) => m.start)), total, of.length];
  });
}

describe('exposures in columns agree with asking every two stays', () => {
  it('in the first degree', () => {
    fc.assert(
      fc.property(anyWorld, anySources, anyRule, (world, sources, rule) => {
        const found = firstDegree(world.index, ask(sources), rule);
        expect(sorted(rowsOf(found))).toEqual(sorted(pairsOf(everyMeeting(world, sources, rule), world.is)));
      }),
      { numRuns: 400 },
    );
  });

  it('in the first degree when encounters add up', () => {
    const anyWindow = fc.oneof(
      fc.constantFrom<'CALENDAR_DAY' | 'WHOLE_PERIOD'>('CALENDAR_DAY', 'WHOLE_PERIOD'),
      fc.integer({ min: 5, max: 60 }),
      fc.constant(DAY),
    );
    const anyAcross = fc.constantFrom<'PAIR' | 'PLACE'>('PAIR', 'PLACE');
    fc.assert(
      fc.property(
        anyWorld,
        anySource,
        anyRule,
        anyWindow,
        anyAcross,
        fc.integer({ min: 1, max: 60 }),
        (world, one, rule, window, across, seconds) => {
          const found = firstDegree(world.index, ask([one]), { ...rule, cumulative: addedUp({ seconds, window, across, tz: TZ }) });
          const met = everyMeeting(world, [one], rule);
          const contacts = [...new Set(met.map((m) => world.is(m.theirs.person)))];
          const expected = contacts.flatMap((contact) => {
            // Which pieces add up has a test of its own.
            const pieces = met
              .filter((m) => world.is(m.theirs.person) === contact)
              .map((m) => ({ place: m.mine.place, start: m.start, end: m.end }));
            const counting = countingPieces(pieces, { seconds, window, across, tz: TZ }, EPOCH);
            if (counting.length === 0) return [];
            const total = counting.reduce((sum, { start, end }) => sum + end - start, 0);
            return [[0, contact, Math.min(...counting.map(({ start }) => start)), total, counting.length]];
          });
          expect(sorted(rowsOf(found))).toEqual(sorted(expected));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('in the second degree', () => {
    fc.assert(
      fc.property(anyWorld, anySources, anyRule, fc.nat(7), fc.boolean(), (world, middles, rule, known, isCrowd) => {
        // Where the middles are few among all there are, it goes from person to person.
        if (isCrowd) world.index.same.grow(1_000);
        const found = secondDegree(world.index, ask(middles), rule, [known]);
        const out = new Set([...middles.map((m) => world.is(m.person)), world.is(known)]);
        const met = everyMeeting(world, middles, rule).filter((m) => !out.has(world.is(m.theirs.person)));
        const people = [...new Set(met.map((m) => world.is(m.theirs.person)))].sort((a, b) => a - b);
        expect([...found.person]).toEqual(people);
        const first = (p: number) => Math.min(...met.filter((m) => world.is(m.theirs.person) === p).map((m) => m.start));
        expect([...found.earliest]).toEqual(people.map(first));
      }),
      { numRuns: 3_000 },
    );
  });

  it('in the second degree of those whom a first degree found, by columns as one by one', () => {
    fc.assert(
      fc.property(anyWorld, anySources, anyRule, fc.nat(7), ({ index, is }, sources, rule, known) => {
        const first = firstDegree(index, ask(sources), rule);
        const since = new Map<number, number>();
        for (const [, contact, at] of rowsOf(first)) since.set(contact!, Math.min(at!, since.get(contact!) ?? at!));
        since.delete(is(known));
        const middles = [...since].map(([person, from]) => ({ person, from: at(from), to: Number.POSITIVE_INFINITY }));
        const found = secondDegree(index, contactsSince(index, first.pairs, [known]), rule, [known]);
        expect(found).toEqual(secondDegree(index, middles, rule, [known]));
      }),
      { numRuns: 500 },
    );
  });

  it('in the evidence of one contact', () => {
    fc.assert(
      fc.property(anyWorld, anySources, anyRule, fc.nat(7), (world, sources, rule, contact) => {
        const found = evidenceFinder(world.index, ask(sources), rule)(contact);
        const expected = everyMeeting(world, sources, rule)
          .filter((m) => world.is(m.theirs.person) === world.is(contact))
          .map(({ source, mine, theirs, start, end }) => ({ source, mine: mine.ordinal, theirs: theirs.ordinal, start, end }));
        const told = found.map((e) => ({ source: e.source, mine: e.sourceOrdinal, theirs: e.contactOrdinal, start: e.start, end: e.end }));
        expect(sorted(told)).toEqual(sorted(expected));
      }),
      { numRuns: 2_000 },
    );
  });

  it('in every pair of stays', () => {
    fc.assert(
      fc.property(anyWorld, fc.nat(40), fc.nat(40), ({ index, stays, is }, minSeconds, lagSeconds) => {
        const found: unknown[] = [];
        coPresencePairs(index, { minSeconds, lagSeconds }, (a, b, _one, _other, overlap) =>
          found.push([Math.min(a, b), Math.max(a, b), overlap]),
        );
        const named = stays.map((s) => ({
          id: s.ordinal,
          person: String(is(s.person)),
          place: String(s.place),
          start: at(s.start),
          end: at(s.end),
        }));
        const expected = [...touches(named, lagSeconds * 1_000, minSeconds * 1_000)].map(({ first, second, overlapMs }) => [
          Math.min(first.id, second.id),
          Math.max(first.id, second.id),
          overlapMs / 1_000,
        ]);
        expect(sorted(found)).toEqual(sorted(expected));
      }),
      { numRuns: 300 },
    );
  });

  it('in the stays that touch, to the millisecond', () => {
    // Tenths of a second from a small pool too, so that bounds coincide.
    const anyMs = fc.oneof(
      fc.nat(60_000),
      fc.nat(25).map((tenth) => tenth * 100),
    );
    const anyBrief = fc
      .record({
        person: fc.nat(4),
        place: fc.nat(2),
        start: anyMs,
        length: fc.oneof(fc.constant(0), anyMs, fc.constant(30 * DAY * 1_000)),
        fine: fc.boolean(),
      })
      .map(({ person, place, start, length, fine }) => {
        const begins = EPOCH + (fine ? start : Math.floor(start / 1_000) * 1_000);
        return { person, place, start: begins, end: begins + (fine ? length : Math.floor(length / 1_000) * 1_000) };
      });
    const anyQuestion = fc.record({
      from: anyMs,
      length: anyMs,
      lagMs: fc.oneof(fc.constant(0), fc.nat(5_000)),
      without: fc.array(fc.nat(4), { maxLength: 2 }),
      among: fc.option(fc.array(fc.nat(4), { maxLength: 3 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(
        fc.array(anyBrief, { maxLength: 30 }),
        anyBrief,
        fc.subarray([0, 1, 2]),
        anyQuestion,
        (stays, asked, places, question) => {
          const index = new ExposureColumns(EPOCH);
          index.add(stays.map((stay, ordinal) => ({ ...stay, ordinal })));
          const window = { from: EPOCH + question.from, to: EPOCH + question.from + question.length };
          const without = new Set(question.without);
          const among = question.among && new Set(question.among);
          const found = touching(index, [{ ...asked, places }], { ...window, lagMs: question.lagMs, without, among });
          const [from, to] = [Math.max(asked.start, window.from), Math.min(asked.end, window.to) + question.lagMs];
          const expected = stays.flatMap((stay, ordinal) =>
            asked.start < window.to &&
            asked.end > window.from &&
            places.includes(stay.place) &&
            stay.start < to &&
            stay.end > from &&
            stay.person !== asked.person &&
            !without.has(stay.person) &&
            (question.among?.includes(stay.person) ?? true)
              ? [{ source: 0, place: places.indexOf(stay.place), ordinal }]
              : [],
          );
          expect(sorted(found)).toEqual(sorted(expected));
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('the index', () => {
  it('lets its watermark only rise, and tells what an answer rests on', () => {
    const index = new ExposureColumns(EPOCH);
    index.advance(7);
    expect(() => index.advance(6)).toThrow(RangeError);
    index.add([{ ordinal: 0, person: 0, place: 0, start: at(0), end: at(60) }]);
    expect(index.manifest()).toEqual({ watermark: 7, segments: [], delta: 1, removed: 0 });
    index.flush();
    index.remove([0]);
    expect(index.manifest()).toEqual({ watermark: 7, segments: [1], delta: 0, removed: 1 });
  });

  it('makes many small segments one, without what was removed', () => {
    const index = new ExposureColumns(EPOCH);
    for (let i = 0; i < 12; i++) {
      index.add([{ ordinal: i, person: i, place: 0, start: at(i), end: at(i + 60) }]);
      if (i === 3) index.remove([1]);
      index.flush();
    }
    expect(index.manifest().segments).toEqual([9, 2]);
    const found = firstDegree(index, [{ person: 0, from: at(0), to: at(100) }], { minSeconds: 1, lagSeconds: 0, bounds: 'widest' });
    expect(
      rowsOf(found)
        .map(([, contact]) => contact!)
        .sort((a, b) => a - b),
    ).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(index.size().rows).toBe(11);
  });

  it('counts a presence of no length within the window, not at its end, when there is a lag', () => {
    const index = new ExposureColumns(EPOCH);
    index.add([
      { ordinal: 0, person: 0, place: 0, start: at(100), end: at(100) },
      { ordinal: 1, person: 1, place: 0, start: at(90), end: at(200) },
    ]);
    const ask = (from: number, to: number) =>
      firstDegree(index, [{ person: 0, from: at(from), to: at(to) }], { minSeconds: 0, lagSeconds: 30, bounds: 'widest' });
    expect(rowsOf(ask(100, 101)).map(([, , , total]) => total)).toEqual([30]);
    expect(rowsOf(ask(50, 100))).toEqual([]);
  });

  it('finds a meeting of exactly the least length at the very end of the longest stay there is', () => {
    const index = new ExposureColumns(EPOCH);
    index.add([
      { ordinal: 0, person: 0, place: 0, start: at(0), end: at(100) },
      { ordinal: 1, person: 1, place: 0, start: at(90), end: at(1_090) },
    ]);
    for (const [one, other] of [
      [0, 1],
      [1, 0],
    ] as const)
      for (const [minSeconds, meetings] of [
        [10, 1],
        [11, 0],
      ] as const) {
        const sources = [{ person: one, from: at(0), to: at(2_000) }];
        const rule = { minSeconds, lagSeconds: 0, bounds: 'widest' } as const;
        expect(evidenceFinder(index, sources, rule)(other)).toHaveLength(meetings);
        expect(rowsOf(firstDegree(index, sources, rule))).toHaveLength(meetings);
        expect(secondDegree(index, sources, rule).person).toHaveLength(meetings);
      }
  });

  it('keeps a presence of many weeks whole', () => {
    const index = new ExposureColumns(EPOCH);
    const stays = [
      [0, 100 * DAY],
      [10 * DAY, 95 * DAY],
      [2 ** 22 - 100, 2 ** 22 + 100],
      [98 * DAY, 99 * DAY],
      [100 * DAY, 101 * DAY],
    ] as const;
    index.add(stays.map(([start, end], n) => ({ ordinal: n, person: n, place: 0, start: at(start), end: at(end) })));
    const found = secondDegree(index, [{ person: 0, from: at(0), to: at(200 * DAY) }], {
      minSeconds: 150,
      lagSeconds: 0,
      bounds: 'widest',
    });
    expect([...found.person]).toEqual([1, 2, 3]);
    expect([...found.earliest]).toEqual([10 * DAY, 2 ** 22 - 100, 98 * DAY]);
  });

  it('refuses a time its columns cannot hold', () => {
    const index = new ExposureColumns(EPOCH);
    expect(() => index.add([{ ordinal: 0, person: 0, place: 0, start: Number.NaN, end: 0 }])).toThrow(RangeError);
  });
});
