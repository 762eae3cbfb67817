import {
  type CaseFacts,
  type Moment,
  momentStart,
  type Place,
  parseMoment,
  readProtocol,
  readStay,
  type Stay,
  shippedProtocol,
} from '@tracewright/epi-core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveFromStays } from './derive-from-stays.js';
import type { DerivedRow, DeriveQuestion } from './derived-rows.js';

const TZ = 'Asia/Shanghai';
const at = (text: string): number => momentStart(parseMoment(text, TZ)!, TZ);
const asOf = at('2022-04-14 09:38');
const v8 = shippedProtocol('CN-COVID-V8')!;
const anyOverlap = shippedProtocol('ANY-OVERLAP')!;

let count = 0;
function stay(
  person: string,
  place: string,
  start: string,
  end: string,
  setting = 'DINING_SAME_TABLE',
  more: Record<string, string> = {},
): Stay {
  const read = readStay({ start, end, setting, ...more }, { tz: TZ, asOf, cut: true, category: null, next: () => null });
  if (read.kind !== 'stay') throw new Error(JSON.stringify(read));
  return { ...read.stay, id: `s${++count}`, person, place };
}

const moments = (texts: Record<string, string>): CaseFacts['moments'] =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, parseMoment(text, TZ) as Moment]));
const aCase = (person: string, texts: Record<string, string>, rest: Partial<CaseFacts> = {}): CaseFacts => ({
  id: `case-${person}`,
  person,
  category: 'confirmed',
  moments: moments(texts),
  ...rest,
});

const closed: Place = { id: '', enclosed: 'yes', ventilation: 'unknown' };
function derive(question: Partial<DeriveQuestion>): readonly DerivedRow[] {
  const places = new Map((question.stays ?? []).map((s) => [s.place, { ...closed, id: s.place }]));
  return deriveFromStays({
    protocol: v8,
    cases: [],
    stays: [],
    places,
    named: [],
    isolations: new Map(),
    degree: 1,
    asOf,
    tz: TZ,
    ...question,
  }).rows;
}
const said = (rows: readonly DerivedRow[]) => rows.map((r) => [r.contact, r.via, r.cls, r.certainty].join(' ').replace('  ', ' '));

describe('contacts from stays in memory, by hand', () => {
  const onset = aCase('A', { onset: '2022-04-06', isolated: '2022-04-07 14:00' });
  const meal = (who: string) => stay(who, 'inn', '2022-04-03 23:30', '2022-04-04 00:30', 'DINING_SAME_TABLE', { seat: '1' });

  it('vector 1: a guest at the table over midnight into the window is close, last exposed at the end of the meal', () => {
    expect(derive({ cases: [onset], stays: [meal('A'), meal('B')] })).toMatchObject([
      { contact: 'B', cls: 'CLOSE', certainty: 'definite', last: at('2022-04-04 00:30'), secondsMin: 1800 },
    ]);
  });

  it('vector 2: two days more find those of the two days before', () => {
    const stays = ['2022-04-02', '2022-04-05'].flatMap((day, i) => [
      stay('A', 'inn', `${day} 12:00`, `${day} 13:00`),
      stay(`guest${i}`, 'inn', `${day} 12:00`, `${day} 13:00`),
    ]);
    const four = shippedProtocol('CN-COVID-V8-4D')!;
    expect(derive({ cases: [onset], stays }).map((r) => r.contact)).toEqual(['guest1']);
    expect(derive({ cases: [onset], stays, protocol: four }).map((r) => r.contact)).toEqual(['guest0', 'guest1']);
  });

  it('vector 3: an asymptomatic case that falls ill later keeps everybody found before', () => {
    const stays = [stay('A', 'inn', '2022-04-04 12:00', '2022-04-04 13:00'), stay('B', 'inn', '2022-04-04 12:00', '2022-04-04 13:00')];
    const first = aCase('A', { firstPositiveSample: '2022-04-06 09:00' }, { category: 'asymptomatic' });
    const later = aCase('A', { firstPositiveSample: '2022-04-06 09:00', onset: '2022-04-08' });
    expect(said(derive({ cases: [first], stays }))).toEqual(['B CLOSE definite']);
    expect(said(derive({ cases: [later], stays }))).toEqual(['B CLOSE definite']);
    expect(derive({ cases: [aCase('A', { onset: '2022-04-08' })], stays })).toEqual([]);
  });

  it('vector 11: second contacts are whom the close contact met after the first exposure, at one table, before being isolated', () => {
    const dinner = (guest: string, start: string, end: string) =>
      ['B', guest].map((who) => stay(who, 'hall', start, end, 'DINING_SAME_TABLE', { seat: '7' }));
    const stays = [
      stay('A', 'inn', '2022-04-05 12:00', '2022-04-05 13:00', 'DINING_SAME_TABLE', { seat: '1' }),
      stay('B', 'inn', '2022-04-05 12:00', '2022-04-05 13:00', 'DINING_SAME_TABLE', { seat: '1' }),
      ...dinner('before', '2022-04-05 10:00', '2022-04-05 11:00'),
      ...dinner('after', '2022-04-06 18:00', '2022-04-06 19:00'),
      ...dinner('late', '2022-04-07 20:30', '2022-04-07 21:00'),
      stay('elsewhere', 'hall', '2022-04-06 18:00', '2022-04-06 19:00', 'DINING_SAME_TABLE', { seat: '8' }),
    ];
    const isolations = new Map([['B', at('2022-04-07 20:00')]]);
    const rows = derive({ cases: [onset], stays, isolations, degree: 2 });
    expect(said(rows)).toEqual(['B CLOSE definite', 'after B SECOND definite']);
    const open = derive({ cases: [onset], stays, degree: 2 });
    expect(said(open)).toEqual(['B CLOSE definite', 'after B SECOND definite', 'late B SECOND definite']);
  });

  it('vector 16: a scan made for somebody is the presence of whoever it is filed under, never of whoever held the phone', () => {
    const scan = (person: string, more: Record<string, string> = {}) =>
      stay(person, 'inn', '2022-04-05 12:00', '2022-04-05 13:00', 'DINING_SAME_TABLE', { seat: '1', source: 'register', ...more });
    // The grandmother was scanned by her son: he named her, and a stay of hers was written down. He himself has none.
    expect(said(derive({ cases: [onset], stays: [scan('A'), scan('grandmother', { companions: 'son' })] }))).toEqual([
      'grandmother CLOSE definite',
    ]);
  });

  it('vector 18: an excluded case derives nobody; a contact of another case stays, and its own person may be one', () => {
    const stays = [...'ABC'].map((who) => stay(who, 'inn', '2022-04-05 12:00', '2022-04-05 13:00'));
    const other = aCase('B', { onset: '2022-04-06' });
    const both = derive({ cases: [onset, other], stays });
    expect(both.map((r) => `${r.case} ${r.contact}`)).toEqual(['case-A C', 'case-B C']);
    const left = derive({ cases: [{ ...onset, category: 'excluded' }, other], stays });
    expect(left.map((r) => `${r.case} ${r.contact}`)).toEqual(['case-B A', 'case-B C']);
  });

  it('vector 19: a close contact of one case is not listed as the second contact of another', () => {
    const stays = [
      stay('A', 'inn', '2022-04-04 12:00', '2022-04-04 13:00'),
      stay('X', 'inn', '2022-04-04 12:00', '2022-04-04 13:00'),
      stay('A', 'bar', '2022-04-05 12:00', '2022-04-05 13:00'),
      stay('B', 'bar', '2022-04-05 12:00', '2022-04-05 13:00'),
      stay('B', 'den', '2022-04-06 12:00', '2022-04-06 13:00'),
      stay('X', 'den', '2022-04-06 12:00', '2022-04-06 13:00'),
    ];
    const rows = derive({ cases: [onset], stays, degree: 2 });
    expect(said(rows)).toEqual(['B CLOSE definite', 'X CLOSE definite']);
    expect(rows.find((r) => r.contact === 'X')).toMatchObject({ last: at('2022-04-04 13:00') });
  });

  it('a general contact who lives with a close contact is a second contact as well (ruling 12)', () => {
    const stays = [
      stay('A', 'inn', '2022-04-05 12:00', '2022-04-05 13:00'),
      stay('B', 'inn', '2022-04-05 12:00', '2022-04-05 13:00'),
      stay('A', 'shop', '2022-04-05 15:00', '2022-04-05 16:00', 'RETAIL'),
      stay('C', 'shop', '2022-04-05 15:00', '2022-04-05 16:00', 'RETAIL'),
      stay('B', 'home', '2022-04-05 20:00', '2022-04-06 07:00', 'HOUSEHOLD'),
      stay('C', 'home', '2022-04-05 20:00', '2022-04-06 07:00', 'HOUSEHOLD'),
    ];
    expect(said(derive({ cases: [onset], stays, degree: 2 }))).toEqual(['B CLOSE definite', 'C GENERAL definite', 'C B SECOND definite']);
  });

  it('what hangs on a possible middle is possible', () => {
    const stays = [
      stay('A', 'office', '2022-04-05 12:00', '2022-04-05 13:00', 'WORK_ROOM'),
      stay('B', 'office', '2022-04-05 12:00', '2022-04-05 13:00', 'WORK_ROOM'),
      stay('B', 'home', '2022-04-05 20:00', '2022-04-06 07:00', 'HOUSEHOLD'),
      stay('C', 'home', '2022-04-05 20:00', '2022-04-06 07:00', 'HOUSEHOLD'),
    ];
    expect(said(derive({ cases: [onset], stays, degree: 2 }))).toEqual(['B CLOSE possible', 'C B SECOND possible']);
  });

  it('whoever has a case of their own is not listed', () => {
    const stays = [...'AB'].map((who) => stay(who, 'inn', '2022-04-05 12:00', '2022-04-05 13:00'));
    expect(derive({ cases: [onset, aCase('B', {})], stays })).toEqual([]);
  });

  it('a case without any anchor is named', () => {
    const { noWindow } = deriveFromStays({
      protocol: v8,
      cases: [aCase('A', {})],
      stays: [],
      places: new Map(),
      named: [],
      isolations: new Map(),
      degree: 1,
      asOf,
      tz: TZ,
    });
    expect(noWindow).toMatchObject([{ case: 'case-A' }]);
  });

  it('named contacts are rows of their own: definite in the class given, possible of the strictest without', () => {
    const one = { case: 'case-A', via: null, first: null, last: null };
    const named = [
      { ...one, contact: 'N', class: 'SECOND' },
      { ...one, contact: 'O', class: null },
      { ...one, case: 'case-unknown', contact: 'P', class: null },
    ];
    expect(derive({ cases: [onset], named })).toMatchObject([
      { contact: 'N', cls: 'SECOND', certainty: 'definite', rule: 'NAMED', secondsMin: null },
      { contact: 'O', cls: 'CLOSE', certainty: 'possible', rule: 'NAMED' },
    ]);
  });

  it('finds by a place tree as it does by the place itself, and lists possible what is only a part', () => {
    const stays = [stay('A', 'room', '2022-04-05 12:00', '2022-04-05 13:00'), stay('B', 'house', '2022-04-05 12:00', '2022-04-05 13:00')];
    const places = new Map<string, Place>([
      ['house', { ...closed, id: 'house' }],
      ['room', { ...closed, id: 'room', parent: 'house' }],
    ]);
    expect(said(derive({ cases: [onset], stays, places }))).toEqual(['B CLOSE possible']);
    expect(derive({ cases: [onset], stays, places: new Map() })).toEqual([]);
  });
});

/** Minutes from the start of a day; every stay lies in one afternoon. */
const T0 = at('2022-04-05');
const anyDay = fc.array(
  fc.record({
    person: fc.constantFrom(...'ABCDEF'),
    place: fc.constantFrom('p', 'q'),
    from: fc.nat(40),
    minutes: fc.integer({ min: 1, max: 15 }),
  }),
  { maxLength: 25 },
);
type Drawn = { person: string; place: string; from: number; minutes: number };
const real = (drawn: readonly Drawn[]): Stay[] =>
  drawn.map(({ person, place, from, minutes }, i) => {
    const [start, end] = [T0 + from * 60_000, T0 + (from + minutes) * 60_000];
    return {
      id: `d${i}`,
      person,
      place,
      start,
      end,
      startLatest: start,
      endEarliest: end,
      source: 'register',
      ceiling: 'definite',
      protection: 'unknown',
    };
  });

/** Minutes that two people shared, place by place and minute by minute, within `[from, to)` of what the first was there. */
function minutesTogether(drawn: readonly Drawn[], one: string, two: string, from: number, to: number): Set<string> {
  const cells = (who: string) =>
    new Set(drawn.filter((d) => d.person === who).flatMap((d) => Array.from({ length: d.minutes }, (_, i) => `${d.place} ${d.from + i}`)));
  const theirs = cells(two);
  return new Set([...cells(one)].filter((cell) => theirs.has(cell) && Number(cell.slice(2)) >= from && Number(cell.slice(2)) < to));
}

describe('contacts from stays in memory, against minute by minute', () => {
  const window = (protocol: Record<string, unknown>) => {
    const read = readProtocol({
      id: 'T',
      exposure: [{ id: 'R', cls: 'CLOSE', single: { min: 0 } }],
      secondDegree: { settings: [] },
      ...protocol,
    });
    if (read.kind === 'refused') throw new Error(read.reason);
    return read.protocol;
  };

  it('first degree: the same people, the same seconds', () => {
    fc.assert(
      fc.property(anyDay, (drawn) => {
        const rows = derive({ protocol: anyOverlap, cases: [aCase('A', { onset: '2022-04-05' })], stays: real(drawn), places: new Map() });
        const expected = [...'BCDEF'].flatMap((who) => {
          const together = minutesTogether(drawn, 'A', who, 0, 1_000);
          return together.size === 0 ? [] : [{ contact: who, secondsMin: together.size * 60, secondsMax: together.size * 60 }];
        });
        expect(rows.map(({ contact, secondsMin, secondsMax }) => ({ contact, secondsMin, secondsMax }))).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('first degree, until the case is isolated', () => {
    const protocol = window({ infectious: [{ caseKind: 'ANY', anchors: ['ONSET'], startOffset: 0, end: { event: 'ISOLATED' } }] });
    fc.assert(
      fc.property(anyDay, fc.nat(50), (drawn, isolated) => {
        const clock = `00:${String(isolated).padStart(2, '0')}`;
        const one = aCase('A', { onset: '2022-04-05', isolated: `2022-04-05 ${clock}` });
        const rows = derive({ protocol, cases: [one], stays: real(drawn), places: new Map() });
        const expected = [...'BCDEF'].flatMap((who) => {
          const n = minutesTogether(drawn, 'A', who, 0, isolated).size;
          return n === 0 ? [] : [[who, n * 60]];
        });
        expect(rows.map((r) => [r.contact, r.secondsMin])).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('second degree: everybody a close contact met after the first exposure, and nobody who is close', () => {
    fc.assert(
      fc.property(anyDay, (drawn) => {
        const rows = derive({
          protocol: anyOverlap,
          cases: [aCase('A', { onset: '2022-04-05' })],
          stays: real(drawn),
          places: new Map(),
          degree: 2,
        });
        const close = [...'BCDEF'].filter((who) => minutesTogether(drawn, 'A', who, 0, 1_000).size > 0);
        const expected = close.flatMap((via) => {
          const since = Math.min(...[...minutesTogether(drawn, 'A', via, 0, 1_000)].map((cell) => Number(cell.slice(2))));
          return [...'BCDEF']
            .filter((who) => !close.includes(who))
            .flatMap((who) => {
              const n = minutesTogether(drawn, via, who, since, 1_000).size;
              return n === 0 ? [] : [`${who} ${via} ${n * 60}`];
            });
        });
        const second = rows.filter((r) => r.cls === 'SECOND').map((r) => `${r.contact} ${r.via} ${r.secondsMin}`);
        expect(second.sort()).toEqual(expected.sort());
      }),
      { numRuns: 300 },
    );
  });
});
