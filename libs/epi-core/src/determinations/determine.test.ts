import { describe, expect, it } from 'vitest';
import type { Place, PlaceLookup } from '../places/place.js';
import { readProtocol, shippedProtocol } from '../protocols/shipped.js';
import { readStay, type StayColumns } from '../stays/read-stay.js';
import type { Stay } from '../stays/stay.js';
import { momentStart, parseMoment } from '../time/parse-instant.js';
import { determinePair, type PairAnswer } from './determine.js';
import { placeRelation, settleStay } from './meeting.js';

const TZ = 'Asia/Shanghai';
const at = (text: string): number => momentStart(parseMoment(text, TZ)!, TZ);
const v8 = shippedProtocol('CN-COVID-V8')!;
const FOREVER = [{ start: at('2000-01-01'), end: at('2100-01-01') }];

function rule(exposure: object, rest: object = {}) {
  const read = readProtocol({ id: 'T', infectious: [], exposure: [{ id: 'R', cls: 'CLOSE', ...exposure }], ...rest });
  if (read.kind === 'refused') throw new Error(read.reason);
  return read.protocol;
}

/** A stay from what a row of a file would say. */
function stay(person: string, start: string, end: string, more: StayColumns & { category?: string } = {}): Stay {
  const { category = null, ...row } = more;
  const read = readStay({ start, end, ...row }, { tz: TZ, asOf: at('2030-01-01'), cut: false, category, next: () => null });
  if (read.kind !== 'stay') throw new Error(JSON.stringify(read));
  return { ...read.stay, id: `${person} ${start}`, person, place: more.place ?? 'table' };
}

interface Asked {
  readonly windows?: { start: number; end: number }[];
  readonly places?: Record<string, Partial<Place>>;
}

function judge(protocol: typeof v8, of: readonly Stay[], by: readonly Stay[], { windows = FOREVER, places = {} }: Asked = {}): PairAnswer {
  const lookup: PlaceLookup = (id) => (places[id] ? { id, enclosed: 'unknown', ventilation: 'unknown', ...places[id] } : undefined);
  const meetings = of.flatMap((a) =>
    by.flatMap((b) => {
      const relation = placeRelation(a.place, b.place, lookup);
      return relation ? [{ caseStay: settleStay(a, lookup), contactStay: settleStay(b, lookup), relation }] : [];
    }),
  );
  return determinePair({ protocol, meetings, windows: { surest: windows, widest: windows }, tz: TZ });
}

const found = ({ definite, possible }: PairAnswer): string => (definite ? 'definite' : possible ? 'possible' : 'not');

describe('times and thresholds', () => {
  const overlap = rule({ single: { min: 0 } });

  it('a house and its room are one place for a pair only when the two met across them', () => {
    const joined = rule({ single: { min: 0, mergeGap: 120 } });
    const places = { house: {}, room: { parent: 'house' } };
    const both = (who: string) => [
      stay(who, '2022-04-05 10:00', '2022-04-05 11:00', { place: 'house' }),
      stay(who, '2022-04-05 12:00', '2022-04-05 13:00', { place: 'room' }),
    ];
    expect(judge(joined, both('case'), both('guest'), { places }).definite).toMatchObject({ encounters: 2, secondsMin: 7200 });
    const across = [...both('guest'), stay('guest', '2022-04-05 12:30', '2022-04-05 12:40', { place: 'house' })];
    expect(judge(joined, both('case'), across, { places }).definite).toMatchObject({ encounters: 1, secondsMin: 7200 });
  });

  it('vector 1: a meal over the start of the window counts from the start, and its end is the last exposure', () => {
    const windows = [{ start: at('2022-04-04'), end: at('2022-04-07 14:00') }];
    const meal = (who: string) =>
      stay(who, '2022-04-03 23:30', '2022-04-04 00:30', { setting: 'DINING_SAME_TABLE', seat: '3', place: 'hall' });
    const { definite } = judge(v8, [meal('case')], [meal('guest')], { windows, places: { hall: { enclosed: 'yes' } } });
    expect(definite).toMatchObject({
      cls: 'CLOSE',
      rule: 'DINING-ENTERTAINMENT',
      first: at('2022-04-04'),
      last: at('2022-04-04 00:30'),
      secondsMin: 1800,
      encounters: 1,
    });
  });

  it('vector 4: a day of 24 hours slides, so five minutes thrice count only when they fit into one', () => {
    const cdc = rule({ cumulative: { min: 15, window: 1440, across: 'PAIR' } });
    const meets = [
      ['2021-01-04 10:00', '2021-01-04 10:05'],
      ['2021-01-04 16:00', '2021-01-04 16:05'],
      ['2021-01-05 10:04', '2021-01-05 10:09'],
    ] as const;
    const of = (who: string, list: readonly (readonly [string, string])[]) => list.map(([a, b]) => stay(who, a, b));
    expect(found(judge(cdc, of('case', meets), of('contact', meets)))).toBe('not');
    const more = [...meets, ['2021-01-04 09:50', '2021-01-04 09:55'] as const];
    expect(judge(cdc, of('case', more), of('contact', more)).definite).toMatchObject({ secondsMin: 900, encounters: 3 });
  });

  it('vector 5: minutes of one pair add up over places, and "more than" is more than', () => {
    const day = (strict: boolean, end: string) => {
      const uk = rule({ cumulative: { min: 15, window: 'CALENDAR_DAY', across: 'PAIR', ...(strict ? { strict: true } : {}) } });
      const at2 = (who: string) => [
        stay(who, '2021-01-04 23:55', '2021-01-05 00:05', { place: 'bar' }),
        stay(who, '2021-01-05 08:00', end, { place: 'bus' }),
      ];
      return found(judge(uk, at2('case'), at2('contact')));
    };
    expect(day(true, '2021-01-05 08:10')).toBe('not');
    expect(day(false, '2021-01-05 08:10')).toBe('definite');
    expect(day(true, '2021-01-05 08:10:01')).toBe('definite');
  });

  it('vector 5: the same minutes do not add up over places where the rule counts each place alone', () => {
    const perPlace = rule({ cumulative: { min: 15, window: 1440, across: 'PLACE' } });
    const meets = (who: string) => [
      stay(who, '2021-01-04 10:00', '2021-01-04 10:10', { place: 'bar' }),
      stay(who, '2021-01-04 12:00', '2021-01-04 12:10', { place: 'bus' }),
    ];
    expect(found(judge(perPlace, meets('case'), meets('contact')))).toBe('not');
    const here = (who: string) => meets(who).map((s) => ({ ...s, place: 'bar' }));
    expect(found(judge(perPlace, here('case'), here('contact')))).toBe('definite');
  });

  it.each([
    ['enters 12:29', '2019-03-01 12:29', '2019-03-01 13:00', 'definite'],
    ['enters 12:30', '2019-03-01 12:30', '2019-03-01 13:00', 'not'],
    ['left before the case came', '2019-03-01 09:00', '2019-03-01 10:00', 'not'],
  ])('vector 6: measles hangs in the air for two hours after 10:30: who %s', (_, start, end, expected) => {
    const measles = rule({ single: { min: 0 }, lag: 120 });
    const contact = [stay('contact', start, end)];
    expect(found(judge(measles, [stay('case', '2019-03-01 10:00', '2019-03-01 10:30')], contact))).toBe(expected);
  });

  it('lets the tail of the air run past the isolation of the case, but grows none from a stay outside the window', () => {
    const measles = rule({ single: { min: 0 }, lag: 120 });
    const contact = [stay('contact', '2019-03-01 11:00', '2019-03-01 11:10')];
    const until = (end: string) => ({ windows: [{ start: at('2019-02-01'), end: at(end) }] });
    const source = [stay('case', '2019-03-01 09:00', '2019-03-01 10:30')];
    expect(judge(measles, source, contact, until('2019-03-01 09:30')).definite).toMatchObject({ secondsMin: 600 });
    expect(found(judge(measles, source, contact, until('2019-03-01 08:30')))).toBe('not');
  });

  it('vector 9: eight hours at once or forty in all; a break of ten minutes is bridged only by a rule that says so', () => {
    const tb = (mergeGap: number) =>
      rule({ single: { min: 480, mergeGap }, cumulative: { min: 2400, window: 'WHOLE_PERIOD', across: 'PAIR' } });
    const days = (who: string, n: number) =>
      Array.from({ length: n }, (_, i) => stay(who, `2022-03-${10 + i} 09:00`, `2022-03-${10 + i} 14:00`));
    expect(found(judge(tb(0), days('case', 8), days('mate', 8)))).toBe('definite');
    expect(found(judge(tb(0), days('case', 7), days('mate', 7)))).toBe('not');
    const once = (who: string, end: string) => [stay(who, '2022-03-10 09:00', end)];
    expect(found(judge(tb(0), once('case', '2022-03-10 18:00'), once('mate', '2022-03-10 16:59')))).toBe('not');
    expect(found(judge(tb(0), once('case', '2022-03-10 18:00'), once('mate', '2022-03-10 17:00')))).toBe('definite');
    const withBreak = (end: string) => [stay('mate', '2022-03-10 09:00', '2022-03-10 13:00'), stay('mate', '2022-03-10 13:10', end)];
    const whole = [stay('case', '2022-03-10 08:00', '2022-03-10 20:00')];
    expect(found(judge(tb(0), whole, withBreak('2022-03-10 17:10')))).toBe('not');
    expect(judge(tb(10), whole, withBreak('2022-03-10 17:10')).definite).toMatchObject({ secondsMin: 28_800, encounters: 1 });
    expect(found(judge(tb(10), whole, withBreak('2022-03-10 17:09')))).toBe('not');
  });

  it('vector 15: a scan without exit gives a possible contact, a camera that shows when the guest left a definite one', () => {
    const scan = readStay(
      { start: '2022-04-10 12:05', source: 'venue_code' },
      {
        tz: TZ,
        asOf: at('2022-04-14'),
        cut: true,
        category: 'restaurant',
        next: () => ({ at: at('2022-04-10 12:50'), distanceKm: 5 }),
      },
    );
    if (scan.kind !== 'stay') throw new Error('a scan is a stay');
    expect([scan.stay.endEarliest, scan.stay.end]).toEqual([at('2022-04-10 12:25'), at('2022-04-10 12:40')]);
    const guest: Stay = { ...scan.stay, id: 'scan', person: 'guest', place: 'table' };
    const source = [stay('case', '2022-04-10 12:30', '2022-04-10 13:10')];
    expect(judge(overlap, source, [guest]).possible).toMatchObject({ secondsMin: 0, secondsMax: 600 });
    const camera = stay('guest', '2022-04-10 12:05', '2022-04-10 12:38', { source: 'camera' });
    expect(judge(overlap, source, [camera]).definite).toMatchObject({ secondsMin: 480, secondsMax: 480 });
  });

  it('counts nothing for stays that only touch', () => {
    const a = [stay('case', '2022-04-10 12:00', '2022-04-10 13:00')];
    expect(found(judge(overlap, a, [stay('b', '2022-04-10 13:00', '2022-04-10 14:00')]))).toBe('not');
    expect(found(judge(overlap, a, [stay('b', '2022-04-10 12:59', '2022-04-10 14:00')]))).toBe('definite');
  });

  it('does not make two meetings of one that two sources tell of', () => {
    const a = [
      stay('case', '2022-04-10 12:00', '2022-04-10 13:00'),
      stay('case', '2022-04-10 12:10', '2022-04-10 13:10', { source: 'camera' }),
    ];
    const b = [stay('b', '2022-04-10 12:30', '2022-04-10 14:00')];
    expect(judge(overlap, a, b).definite).toMatchObject({ encounters: 1, secondsMin: 2400 });
  });

  it('gives both rows when the strict class is possible only', () => {
    const two = rule(
      {},
      {
        exposure: [
          { id: 'C', cls: 'CLOSE', single: { min: 60 } },
          { id: 'G', cls: 'GENERAL', single: { min: 0 } },
        ],
      },
    );
    const guest = stay('b', '2022-04-10 12:00', '2022-04-10 14:00', { start_latest: '2022-04-10 13:30' });
    const answer = judge(two, [stay('case', '2022-04-10 10:00', '2022-04-10 16:00')], [guest]);
    expect(answer.definite).toMatchObject({ cls: 'GENERAL', secondsMin: 1800 });
    expect(answer.possible).toMatchObject({ cls: 'CLOSE', secondsMax: 7200 });
  });
});

describe('places, settings, seats, protection', () => {
  const meet = (a: StayColumns, b: StayColumns, asked: Asked = {}, protocol = v8): string =>
    found(
      judge(
        protocol,
        [stay('case', '2022-04-10 12:00', '2022-04-10 13:00', a)],
        [stay('b', '2022-04-10 12:00', '2022-04-10 13:00', b)],
        asked,
      ),
    );
  const hall = { hall: { category: 'restaurant', enclosed: 'yes' as const } };

  it('one table is close, another table is not, an unknown one is open', () => {
    const table = (seat: string) => ({ place: 'hall', setting: 'DINING_SAME_TABLE', seat });
    expect(meet(table('3'), table('3'), { places: hall })).toBe('definite');
    expect(meet(table('3'), table('4'), { places: hall })).toBe('not');
    expect(meet(table('3'), table(''), { places: hall })).toBe('possible');
  });

  it('a place and the room inside it are at most possible, two rooms of one place are strangers', () => {
    const places = {
      mall: { category: 'other' },
      shop1: { parent: 'mall' },
      shop2: { parent: 'mall' },
    };
    const overlap = rule({ single: { min: 0 } });
    expect(meet({ place: 'shop1' }, { place: 'shop1' }, { places }, overlap)).toBe('definite');
    expect(meet({ place: 'mall' }, { place: 'shop1' }, { places }, overlap)).toBe('possible');
    expect(meet({ place: 'shop1' }, { place: 'mall' }, { places }, overlap)).toBe('possible');
    expect(meet({ place: 'shop1' }, { place: 'shop2' }, { places }, overlap)).toBe('not');
  });

  it('two rooms of one air zone meet only where the rule asks about air', () => {
    const places = { r1: { airZone: 'z' }, r2: { airZone: 'z' } };
    const air = rule({ single: { min: 0 }, sameAirZone: true });
    expect(meet({ place: 'r1' }, { place: 'r2' }, { places }, air)).toBe('definite');
    expect(meet({ place: 'r1' }, { place: 'r2' }, { places }, rule({ single: { min: 0 } }))).toBe('not');
  });

  it('a setting met on one side only, or unknown, is at most possible', () => {
    const home = rule({ single: { min: 0 }, settings: ['HOUSEHOLD'] });
    expect(meet({ setting: 'HOUSEHOLD' }, { setting: 'BED_SHARED' }, {}, home)).toBe('definite');
    expect(meet({ setting: 'HOUSEHOLD' }, { setting: 'VISIT' }, {}, home)).toBe('possible');
    expect(meet({}, { setting: 'HOUSEHOLD' }, {}, home)).toBe('possible');
    expect(meet({ setting: 'VISIT' }, { setting: 'CARE' }, {}, home)).toBe('not');
  });

  it('a whole hospital proves no close contact', () => {
    const places = { h: { category: 'hospital' }, ward: { category: 'ward', parent: 'h' } };
    expect(meet({ place: 'h' }, { place: 'h' }, { places })).toBe('possible');
    expect(meet({ place: 'ward' }, { place: 'ward' }, { places })).toBe('definite');
  });

  it('a rule that proposes is possible until somebody confirms it', () => {
    expect(meet({ setting: 'WORK_ROOM' }, { setting: 'WORK_ROOM' })).toBe('possible');
  });

  it('a condition that the data do not carry leaves it open, one that is carried and not met closes it', () => {
    const enclosed = rule({ single: { min: 0 }, enclosed: true });
    const air = (value: 'yes' | 'no' | 'unknown') => ({ places: { table: { enclosed: value } } });
    expect(meet({}, {}, air('yes'), enclosed)).toBe('definite');
    expect(meet({}, {}, air('unknown'), enclosed)).toBe('possible');
    expect(meet({}, {}, air('no'), enclosed)).toBe('not');
    expect(meet({}, {}, {}, rule({ single: { min: 0 }, maxDistanceM: 1 }))).toBe('possible');
  });

  it("only the contact's own effective protection spares, and only where the rule says so", () => {
    const effect = (word: string) => rule({ single: { min: 0 }, protection: { effect: word } });
    expect(meet({}, { protection: 'effective' }, {}, effect('EXCLUDE'))).toBe('not');
    expect(meet({ protection: 'effective' }, {}, {}, effect('EXCLUDE'))).toBe('definite');
    expect(meet({}, { protection: 'unknown' }, {}, effect('EXCLUDE'))).toBe('definite');
    expect(meet({}, { protection: 'effective' }, {}, effect('NONE'))).toBe('definite');
  });

  it('protection lowers the class where the rule downgrades', () => {
    const lower = rule({ single: { min: 0 }, protection: { effect: 'DOWNGRADE' } }, { classOrder: ['CLOSE', 'SECOND', 'GENERAL'] });
    const a = [stay('case', '2022-04-10 12:00', '2022-04-10 13:00')];
    expect(judge(lower, a, [stay('b', '2022-04-10 12:00', '2022-04-10 13:00', { protection: 'effective' })]).definite?.cls).toBe('GENERAL');
  });

  it('vector 7: on a plane three rows before and behind are close, the fourth is not', () => {
    const row = (seat: string) => meet({ setting: 'PLANE', seat: '12C' }, { setting: 'PLANE', seat }, {}, rowsOnly);
    const rowsOnly = rule({ settings: ['PLANE'], seat: { mode: 'PLANE', rowsBefore: 3, rowsAfter: 3, scope: 'ROWS', crew: 'ZONE' } });
    expect(['8A', '9A', '15K', '16K'].map(row)).toEqual(['not', 'definite', 'definite', 'not']);
    expect(row('')).toBe('possible');
    expect(
      judge(
        v8,
        [stay('case', '2022-04-10 12:00', '2022-04-10 13:00', { setting: 'PLANE', seat: '12C' })],
        [stay('b', '2022-04-10 12:00', '2022-04-10 13:00', { setting: 'PLANE', seat: '16C' })],
      ).definite?.cls,
    ).toBe('GENERAL');
  });

  it('vector 8: a sealed train takes the whole carriage, and no other carriage', () => {
    const train = (carriage: string) => ({ setting: 'TRAIN', carriage, place: 'train' });
    const sealed = { places: { train: { category: 'train', enclosed: 'yes' as const } } };
    const close = (b: string) =>
      judge(
        v8,
        [stay('case', '2022-04-10 12:00', '2022-04-10 13:00', train('5'))],
        [stay('b', '2022-04-10 12:00', '2022-04-10 13:00', train(b))],
        sealed,
      );
    expect(close('5').definite).toMatchObject({ cls: 'CLOSE', rule: 'TRAIN-SEALED' });
    expect(close('6').definite).toMatchObject({ cls: 'GENERAL' });
    expect(close('6').possible).toBeNull();
  });

  it('vector 10: on a long flight the neighbouring seat is close, two seats away is not', () => {
    const flight = rule({ settings: ['PLANE'], single: { min: 480 }, seat: { mode: 'PLANE', scope: 'ADJACENT_SEATS' } });
    const hours = (seat: string, end: string) =>
      found(
        judge(
          flight,
          [stay('case', '2022-04-10 08:00', '2022-04-10 20:00', { setting: 'PLANE', seat: '12B' })],
          [stay('b', '2022-04-10 08:00', end, { setting: 'PLANE', seat })],
        ),
      );
    expect(hours('12C', '2022-04-10 16:00')).toBe('definite');
    expect(hours('12D', '2022-04-10 16:00')).toBe('not');
    expect(hours('12C', '2022-04-10 15:59')).toBe('not');
  });
});
