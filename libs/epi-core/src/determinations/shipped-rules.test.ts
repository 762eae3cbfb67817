import { describe, expect, it } from 'vitest';
import type { CaseFacts } from '../cases/case-facts.js';
import { infectiousWindow } from '../cases/infectious-window.js';
import type { Place, PlaceLookup } from '../places/place.js';
import { readProtocol, shippedProtocol } from '../protocols/shipped.js';
import { readStay, type StayColumns } from '../stays/read-stay.js';
import type { Stay } from '../stays/stay.js';
import { momentStart, parseMoment } from '../time/parse-instant.js';
import { determinePair, type PairQuestion } from './determine.js';
import { type Meeting, placeRelation, settleStay } from './meeting.js';

const TZ = 'Asia/Shanghai';
const at = (text: string): number => momentStart(parseMoment(text, TZ)!, TZ);
const FOREVER = [{ start: at('2000-01-01'), end: at('2100-01-01') }];
const shipped = (id: string) => shippedProtocol(id)!;

function rule(exposure: object, rest: object = {}) {
  const read = readProtocol({ id: 'T', infectious: [], exposure: [{ id: 'R', cls: 'CLOSE', ...exposure }], ...rest });
  if (read.kind === 'refused') throw new Error(read.reason);
  return read.protocol;
}

function stay(person: string, start: string, end: string, more: StayColumns = {}): Stay {
  const read = readStay({ start, end, ...more }, { tz: TZ, asOf: at('2030-01-01'), cut: false, category: null, next: () => null });
  if (read.kind !== 'stay') throw new Error(JSON.stringify(read));
  return { ...read.stay, id: `${person} ${start}`, person, place: more.place ?? 'here' };
}

type Asked = Partial<Pick<PairQuestion, 'windows' | 'caseFacts' | 'second'>> & {
  readonly places?: Record<string, Partial<Place>>;
  readonly recorded?: Pick<Meeting, 'barrier' | 'contactKinds' | 'distanceM'>;
};

function judge(protocol: PairQuestion['protocol'], of: readonly Stay[], by: readonly Stay[], asked: Asked = {}) {
  const { places = {}, recorded = {}, windows = { surest: FOREVER, widest: FOREVER }, ...rest } = asked;
  const lookup: PlaceLookup = (id) => (places[id] ? { id, enclosed: 'unknown', ventilation: 'unknown', ...places[id] } : undefined);
  const meetings = of.flatMap((a) =>
    by.flatMap((b): Meeting[] => {
      const relation = placeRelation(a.place, b.place, lookup);
      return relation ? [{ caseStay: settleStay(a, lookup), contactStay: settleStay(b, lookup), relation, ...recorded }] : [];
    }),
  );
  return determinePair({ protocol, meetings, windows, tz: TZ, ...rest });
}

/** `CLOSE RULE`, `CLOSE? RULE` when only possible, or `not`. */
function said(answer: ReturnType<typeof judge>): string {
  const row = answer.definite ?? answer.possible;
  return row ? `${row.cls}${row.certainty === 'possible' ? '?' : ''} ${row.rule}` : 'not';
}

const anHour = (who: string, more: StayColumns) => stay(who, '2022-04-10 12:00', '2022-04-10 13:00', more);

describe('seats in vehicles', () => {
  const flight = (protocol: string, hepa: 'yes' | 'no' | 'unknown', seat: string, more: StayColumns = {}) =>
    judge(
      shipped(protocol),
      [anHour('case', { setting: 'PLANE', place: 'CA1', seat: '12C' })],
      [anHour('other', { setting: 'PLANE', place: 'CA1', seat, ...more })],
      { places: { CA1: { category: 'plane', hepa, enclosed: 'no' } }, recorded: { distanceM: 9, contactKinds: ['F2F'] } },
    );

  it.each([
    ['9A', 'CLOSE PLANE-ROWS'],
    ['15K', 'CLOSE PLANE-ROWS'],
    ['16C', 'GENERAL GENERAL'],
    ['CREW 9-15', 'CLOSE PLANE-ROWS'],
    ['CREW 16-30', 'GENERAL GENERAL'],
  ])('vector 7: case in row 12 of a plane with filters, eighth edition: %s is %s', (seat, expected) => {
    const answer = flight('CN-COVID-V8', 'yes', seat);
    expect(said(answer)).toBe(expected);
    expect(answer.possible).toBeNull();
  });

  it('vector 7: without filters everybody on board is close, and when nobody knows it is asked', () => {
    expect(said(flight('CN-COVID-V8', 'no', '30A'))).toBe('CLOSE PLANE-NO-HEPA');
    expect(flight('CN-COVID-V8', 'unknown', '30A').possible).toMatchObject({ cls: 'CLOSE', rule: 'PLANE-NO-HEPA' });
  });

  it('crew whose zone nobody wrote down is asked about', () => {
    expect(flight('CN-COVID-V8', 'yes', 'CREW').possible).toMatchObject({ cls: 'CLOSE', rule: 'PLANE-ROWS' });
  });

  it.each([
    ['9A', 'not'],
    ['10K', 'CLOSE PLANE'],
    ['14A', 'CLOSE PLANE'],
    ['15A', 'not'],
    ['30A INF', 'CLOSE PLANE'],
    ['INF', 'CLOSE PLANE'],
    ['CREW', 'not'],
  ])('vector 7: measles on the same flight: %s is %s', (seat, expected) => {
    expect(said(flight('MEASLES-US', 'yes', seat))).toBe(expected);
    expect(said(flight('MEASLES-CN', 'yes', seat))).toBe(expected);
  });

  it('a baby in arms far away counts only where the rule names them', () => {
    expect(said(flight('CN-COVID-V8', 'yes', '30A INF'))).toBe('GENERAL GENERAL');
  });

  it.each([
    ['30A', {}, 'not'],
    ['14E', {}, 'CLOSE PLANE'],
    ['14F', {}, 'not'],
    ['30A', { companions: 'friend; case' }, 'CLOSE PLANE'],
    ['30A', { companions: '2' }, 'CLOSE? PLANE'],
    ['30A', { companions: '0' }, 'not'],
  ])('ECDC: two seats in any direction and named companions: seat %s with %j is %s', (seat, more, expected) => {
    expect(said(flight('ECDC-COVID-2020', 'yes', seat, more))).toBe(expected);
  });

  it.each(['TB-CN-SCHOOL', 'ECDC-COVID-2020'])('%s: a cabin that is recorded as closed does not make the whole plane close', (protocol) => {
    const aboard = (who: string, seat: string) => [stay(who, '2022-04-10 08:00', '2022-04-10 17:00', { setting: 'PLANE', seat })];
    const asked = { places: { here: { category: 'plane', enclosed: 'yes' as const } }, recorded: { distanceM: 9, contactKinds: ['F2F'] } };
    const met = (seat: string) => said(judge(shipped(protocol), aboard('case', '12C'), aboard('other', seat), asked));
    expect([met('30A'), met('14B')]).toEqual(['not', 'CLOSE PLANE']);
  });

  it.each([
    ['12B', '2022-04-10 16:00', 'CLOSE PLANE'],
    ['12E', '2022-04-10 16:00', 'not'],
    ['12B', '2022-04-10 15:59', 'not'],
  ])('vector 10: meningococcal disease, case in 12C: %s until %s is %s', (seat, end, expected) => {
    const aboard = (who: string, text: string, until: string) =>
      stay(who, '2022-04-10 08:00', until, { setting: 'PLANE', place: 'CA1', seat: text });
    const near = { recorded: { distanceM: 5, contactKinds: ['F2F'] } };
    expect(said(judge(shipped('MENINGO'), [aboard('case', '12C', end)], [aboard('other', seat, end)], near))).toBe(expected);
  });

  it('a flight that was long enough only by its widest bounds is asked about', () => {
    const aboard = (who: string, seat: string, more: StayColumns = {}) =>
      stay(who, '2022-04-10 08:00', '2022-04-10 16:30', { setting: 'PLANE', seat, ...more });
    const unsure = [aboard('other', '12B', { end_earliest: '2022-04-10 15:30' })];
    expect(said(judge(shipped('MENINGO'), [aboard('case', '12C')], unsure, { recorded: { distanceM: 5, contactKinds: ['F2F'] } }))).toBe(
      'CLOSE? PLANE',
    );
  });

  it('whoever got off before the trip was long enough is out, and so is a case that did', () => {
    const aboard = (who: string, seat: string, end: string) => [stay(who, '2022-04-10 08:00', end, { setting: 'PLANE', seat })];
    const rows = rule({ single: { min: 0 }, seat: { mode: 'PLANE', scope: 'ROWS', rowsBefore: 2, rowsAfter: 2, minTrip: 480 } });
    const [long, short] = ['2022-04-10 16:00', '2022-04-10 12:00'];
    const met = (a: string, b: string) => said(judge(rows, aboard('case', '12C', a), aboard('other', '12B', b)));
    expect([met(long, long), met(long, short), met(short, long)]).toEqual(['CLOSE R', 'not', 'not']);
  });

  it('vector 8: a sealed train takes the whole hard-seat carriage, a soft sleeper only the compartment', () => {
    const places = {
      train: { category: 'train', enclosed: 'yes' as const },
      c1: { category: 'compartment', parent: 'train', enclosed: 'yes' as const },
      c2: { category: 'compartment', parent: 'train', enclosed: 'yes' as const },
    };
    const aboard = (who: string, place: string, carriage: string) => anHour(who, { setting: 'TRAIN', place, carriage });
    const met = (a: [string, string], b: [string, string]) =>
      said(judge(shipped('CN-COVID-V8'), [aboard('case', ...a)], [aboard('other', ...b)], { places }));
    expect(met(['train', '5'], ['train', '5'])).toBe('CLOSE TRAIN-SEALED');
    expect(met(['train', '5'], ['train', '6'])).toBe('GENERAL GENERAL');
    expect(met(['c1', '9'], ['c1', '9'])).toBe('CLOSE TRAIN-SEALED');
    expect(met(['c1', '9'], ['c2', '9'])).toBe('not');
  });

  it.each([
    ['a shared cabin', 'a', 'a', 'CLOSE SHIP'],
    ['another cabin', 'a', 'b', 'not'],
    ['the ship as a whole', 'ship', 'ship', 'CLOSE? SHIP'],
  ])('a ship: %s', (_, one, two, expected) => {
    const cabin = { category: 'cabin', parent: 'ship' };
    const places = { ship: { category: 'ship' }, a: cabin, b: cabin };
    const aboard = (who: string, place: string) => anHour(who, { setting: 'SHIP', place });
    const answer = judge(shipped('CN-COVID-V8'), [aboard('case', one)], [aboard('other', two)], { places });
    expect(said({ ...answer, definite: answer.possible ? null : answer.definite })).toBe(expected);
  });

  it('a ventilated coach: three rows and its crew; a small car: all in it', () => {
    const places = { coach: { category: 'coach', enclosed: 'no' as const } };
    const aboard = (who: string, seat: string) => anHour(who, { setting: 'COACH', place: 'coach', seat });
    const coach = (seat: string) => said(judge(shipped('CN-COVID-V8'), [aboard('case', '6A')], [aboard('other', seat)], { places }));
    expect(['3B', '9A', '10A', 'CREW'].map(coach)).toEqual([
      'CLOSE COACH-VENTILATED',
      'CLOSE COACH-VENTILATED',
      'GENERAL GENERAL',
      'CLOSE COACH-VENTILATED',
    ]);
    const taxi = (who: string) => anHour(who, { setting: 'TAXI' });
    expect(said(judge(shipped('UK-COVID-2021'), [taxi('case')], [taxi('other')], { recorded: { distanceM: 3 } }))).toBe(
      'CLOSE SMALL-VEHICLE',
    );
  });
});

describe('shipped definitions of other diseases and countries', () => {
  const meets = (who: string, list: readonly (readonly [string, string])[], more: StayColumns = {}) =>
    list.map(([a, b]) => stay(who, a, b, more));

  it('vector 4: CDC needs 15 minutes within some 24 hours', () => {
    const three = [
      ['2021-01-04 10:00', '2021-01-04 10:05'],
      ['2021-01-04 16:00', '2021-01-04 16:05'],
      ['2021-01-05 10:04', '2021-01-05 10:09'],
    ] as const;
    const near = { recorded: { distanceM: 1, contactKinds: ['F2F'] } };
    const cdc = (list: readonly (readonly [string, string])[]) =>
      said(
        judge(
          shipped('US-CDC-COVID-2020'),
          meets('case', list, { setting: 'OUTDOOR' }),
          meets('other', list, { setting: 'OUTDOOR' }),
          near,
        ),
      );
    expect(cdc(three)).toBe('not');
    expect(cdc([...three, ['2021-01-04 09:50', '2021-01-04 09:55']])).toBe('CLOSE NEAR-15');
  });

  it.each([
    [1.8, '2021-01-05 08:10', 'not'],
    [1.8, '2021-01-05 08:11', 'CLOSE NEAR-2M'],
    [2.5, '2021-01-05 08:11', 'not'],
    [0.9, '2021-01-05 08:10', 'CLOSE NEAR-1M'],
  ])('vector 5: UK adds up one calendar day and wants more than 15: %f m until %s is %s', (distanceM, end, expected) => {
    const list = [
      ['2021-01-04 23:55', '2021-01-05 00:05'],
      ['2021-01-05 08:00', end],
    ] as const;
    const recorded = { distanceM, contactKinds: ['PHYSICAL'] };
    const uk = (protocol = shipped('UK-COVID-2021')) =>
      judge(protocol, meets('case', list, { setting: 'OUTDOOR' }), meets('other', list, { setting: 'OUTDOOR' }), { recorded });
    expect(said(uk())).toBe(expected);
  });

  it('UK: a screen between the two excludes; where the rule does not say so it changes nothing', () => {
    const desk = (who: string) => anHour(who, { setting: 'OUTDOOR' });
    const screened = { recorded: { distanceM: 0.9, contactKinds: ['F2F'], barrier: true } };
    expect(said(judge(shipped('UK-COVID-2021'), [desk('case')], [desk('other')], screened))).toBe('not');
    expect(said(judge(shipped('WHO-COVID'), [desk('case')], [desk('other')], screened))).toBe('CLOSE F2F');
  });

  it.each([
    ['2019-03-01 12:29', 'CLOSE AIRSPACE'],
    ['2019-03-01 12:30', 'not'],
  ])('vector 6: measles, the case left at 10:30: who enters at %s is %s', (start, expected) => {
    const room = { setting: 'CLASSROOM' };
    const source = [stay('case', '2019-03-01 10:00', '2019-03-01 10:30', room)];
    expect(said(judge(shipped('MEASLES-US'), source, [stay('other', start, '2019-03-01 13:00', room)]))).toBe(expected);
  });

  it('vector 9: tuberculosis in a closed office, forty hours in all or eight at once', () => {
    const tb = shipped('TB-CN-SCHOOL');
    const facts: CaseFacts = { id: 'c', person: 'case', category: 'confirmed', moments: {}, bacteriology: 'positive' };
    const places = { here: { category: 'workplace', enclosed: 'yes' as const } };
    const office = (n: number, end: string) =>
      said(
        judge(
          tb,
          Array.from({ length: n }, (_, i) => stay('case', `2022-03-${10 + i} 09:00`, `2022-03-${10 + i} ${end}`)),
          Array.from({ length: n }, (_, i) => stay('other', `2022-03-${10 + i} 09:00`, `2022-03-${10 + i} ${end}`)),
          { places, caseFacts: facts },
        ),
      );
    expect(office(8, '14:00')).toBe('CLOSE ENCLOSED-40H');
    expect(office(8, '13:59')).toBe('not');
    expect(office(1, '16:59')).toBe('not');
    expect(office(1, '17:00')).toBe('CLOSE ENCLOSED-8H');
  });

  it.each([
    [{ bacteriology: 'positive' }, 'CLOSE ENCLOSED-8H'],
    [{ bacteriology: 'negative', severe: true }, 'CLOSE ENCLOSED-8H'],
    [{ bacteriology: 'negative', severe: false, category: 'asymptomatic' }, 'not'],
    [{}, 'CLOSE? ENCLOSED-8H'],
  ] as const)('tuberculosis, eight hours with a case of %j is %s', (rest, expected) => {
    const caseFacts: CaseFacts = { id: 'c', person: 'case', category: 'confirmed', moments: {}, ...rest };
    const places = { here: { category: 'workplace', enclosed: 'yes' as const } };
    const day = (who: string) => [stay(who, '2022-03-10 09:00', '2022-03-10 17:00')];
    expect(said(judge(shipped('TB-CN-SCHOOL'), day('case'), day('other'), { places, caseFacts }))).toBe(expected);
  });

  it('mpox in China: four days before onset for sexual contact, by assessment; all else from the day of onset', () => {
    const mpox = shipped('MPOX-CN-2023');
    const caseFacts: CaseFacts = { id: 'c', person: 'case', category: 'confirmed', moments: { onset: parseMoment('2023-07-10', TZ)! } };
    const answer = infectiousWindow(mpox, caseFacts, { asOf: at('2023-08-01'), tz: TZ });
    if (answer.kind === 'no-window') throw new Error(answer.reason.en);
    const windows = { surest: answer.windows, widest: answer.windows };
    const met = (on: string, kind: string) => {
      const night = (who: string) => [stay(who, `${on} 22:00`, `${on} 23:00`)];
      return said(
        judge(mpox, night('case'), night('other'), {
          windows,
          caseFacts,
          recorded: { contactKinds: [kind] },
          places: { here: { category: 'home', enclosed: 'no' } },
        }),
      );
    };
    expect(met('2023-07-05', 'SEXUAL')).toBe('not');
    expect(met('2023-07-06', 'SEXUAL')).toBe('CLOSE? SEXUAL-BEFORE');
    expect(met('2023-07-10', 'SEXUAL')).toBe('CLOSE SEXUAL');
    expect(met('2023-07-09', 'SKIN_LESION')).toBe('not');
    expect(met('2023-07-10', 'SKIN_LESION')).toBe('CLOSE? SKIN');
  });
});

describe('conditions of rules', () => {
  const met = (condition: string, facts: Partial<CaseFacts>) => {
    const one = rule({ single: { min: 0 }, caseCondition: condition });
    const caseFacts: CaseFacts = { id: 'c', person: 'case', category: 'confirmed', moments: {}, ...facts };
    return said(judge(one, [anHour('case', {})], [anHour('other', {})], { caseFacts }));
  };
  const onset = (text: string) => ({ moments: { onset: parseMoment(text, TZ)! } });

  it.each([
    ['SYMPTOMATIC', onset('2022-04-20'), 'CLOSE R'],
    ['SYMPTOMATIC', {}, 'CLOSE? R'],
    ['SYMPTOMATIC', { category: 'asymptomatic' }, 'not'],
    ['ASYMPTOMATIC', { category: 'asymptomatic' }, 'CLOSE R'],
    ['BACT_NEG', { bacteriology: 'positive' }, 'not'],
    ['SEVERE', { severe: false }, 'not'],
    ['AFTER_ONSET', onset('2022-04-10'), 'CLOSE R'],
    ['AFTER_ONSET', onset('2022-04-11'), 'not'],
    ['AFTER_ONSET', {}, 'CLOSE? R'],
    ['AFTER_RASH', { moments: { rashOnset: parseMoment('2022-04-11', TZ)! } }, 'not'],
    ['violent symptoms', onset('2022-04-01'), 'CLOSE? R'],
  ] as const)('%s, of a case with %j: %s', (condition, facts, expected) => {
    expect(met(condition, facts)).toBe(expected);
  });

  it('counts the onset from its minute when the protocol counts hours', () => {
    const hours = rule({ single: { min: 0 }, caseCondition: 'AFTER_ONSET' }, { dayCount: 'ELAPSED_24H' });
    const caseFacts: CaseFacts = { id: 'c', person: 'case', category: 'confirmed', ...onset('2022-04-10 12:40') };
    expect(judge(hours, [anHour('case', {})], [anHour('other', {})], { caseFacts }).definite).toMatchObject({ secondsMin: 1200 });
  });

  it('the ninth edition has secondary contacts of high-risk close contacts only; unknown is asked', () => {
    const v9 = shipped('CN-COVID-V9');
    const home = (who: string) => [anHour(who, { setting: 'HOUSEHOLD' })];
    const second = (middleIsHighRisk?: boolean) =>
      said(
        judge(v9, home('middle'), home('other'), {
          second: { settings: v9.secondDegree!, middleIsDefinite: true, ...(middleIsHighRisk === undefined ? {} : { middleIsHighRisk }) },
        }),
      );
    expect([second(true), second(false), second()]).toEqual(['SECOND HOUSEHOLD', 'not', 'SECOND? HOUSEHOLD']);
  });

  it('a rule about phones in one grid makes nobody a contact by stays', () => {
    expect(said(judge(shipped('CN-ST-COMPANION'), [anHour('case', {})], [anHour('other', {})]))).toBe('not');
  });
});
