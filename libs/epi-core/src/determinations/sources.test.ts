import { describe, expect, it } from 'vitest';
import type { Place, PlaceLookup } from '../places/place.js';
import { readProtocol, shippedProtocol } from '../protocols/shipped.js';
import { readStay, type StayColumns } from '../stays/read-stay.js';
import type { Stay } from '../stays/stay.js';
import { momentEnd, momentStart, parseMoment } from '../time/parse-instant.js';
import { determinePair, type PairAnswer } from './determine.js';
import { placeRelation, settleStay } from './meeting.js';

const TZ = 'Asia/Shanghai';
const at = (text: string): number => momentStart(parseMoment(text, TZ)!, TZ);
const v8 = shippedProtocol('CN-COVID-V8')!;
const FOREVER = [{ start: at('2000-01-01'), end: at('2100-01-01') }];

function _rule(exposure: object, rest: object = {}) {
  const read = readProtocol({ id: 'T', infectious: [], exposure: [{ id: 'R', cls: 'CLOSE', ...exposure }], ...rest });
  if (read.kind === 'refused') throw new Error(read.reason);
  return read.protocol;
}

/** A stay from what a row of a file would say. */
function _stay(person: string, start: string, end: string, more: StayColumns & { category?: string } = {}): Stay {
  const { category = null, ...row } = more;
  const read = readStay({ start, end, ...row }, { tz: TZ, asOf: at('2030-01-01'), cut: false, category, next: () => null });
  if (read.kind !== 'stay') throw new Error(JSON.stringify(read));
  return { ...read.stay, id: `${person} ${start}`, person, place: more.place ?? 'table' };
}

interface Asked {
  readonly windows?: { start: number; end: number }[];
  readonly places?: Record<string, Partial<Place>>;
}

function _judge(protocol: typeof v8, of: readonly Stay[], by: readonly Stay[], { windows = FOREVER, places = {} }: Asked = {}): PairAnswer {
  const lookup: PlaceLookup = (id) => (places[id] ? { id, enclosed: 'unknown', ventilation: 'unknown', ...places[id] } : undefined);
  const meetings = of.flatMap((a) =>
    by.flatMap((b) => {
      const relation = placeRelation(a.place, b.place, lookup);
      return relation ? [{ caseStay: settleStay(a, lookup), contactStay: settleStay(b, lookup), relation }] : [];
    }),
  );
  return determinePair({ protocol, meetings, windows: { surest: windows, widest: windows }, tz: TZ });
}

const _found = ({ definite, possible }: PairAnswer): string => (definite ? 'definite' : possible ? 'possible' : 'not');

describe('what a source may prove (ruling 5)', () => {
  const read = (source: string, end: string) =>
    readStay(
      { start: '2022-04-10 12:00', end, source },
      { tz: TZ, asOf: at('2022-04-14'), cut: true, category: 'restaurant', next: () => null },
    );

  it.each(['interview', 'register', 'ticket', 'camera', 'payment', 'other', ''])('%s with both times: definite', (source) => {
    expect(read(source, '2022-04-10 13:00')).toMatchObject({ kind: 'stay', stay: { ceiling: 'definite' } });
  });

  it.each(['venue_code', 'payment', 'camera'])('%s with a start only: possible, its end by the dwell rule', (source) => {
    expect(read(source, '')).toMatchObject({
      kind: 'stay',
      endKnown: false,
      stay: { ceiling: 'possible', endEarliest: at('2022-04-10 12:20'), end: at('2022-04-10 15:00') },
    });
  });

  it('a venue code with a scan-out: definite', () => {
    expect(read('venue_code', '2022-04-10 13:00')).toMatchObject({ stay: { ceiling: 'definite' } });
  });

  it('a mobile signal: evidence, never a stay', () => {
    expect(read('mobile_signal', '2022-04-10 13:00')).toMatchObject({ kind: 'evidence' });
  });

  it('cuts an estimated end at midnight', () => {
    const late = readStay(
      { start: '2022-04-10 23:30' },
      { tz: TZ, asOf: at('2022-04-14'), cut: true, category: 'restaurant', next: () => null },
    );
    expect(late).toMatchObject({ stay: { end: momentEnd(parseMoment('2022-04-10', TZ)!, TZ) } });
  });

  it.each([
    [{ start: '2022-04-10 12:00', end: '2022-04-10 11:00' }, 'end-before-start'],
    [{ start: '2022-04-10', end: '2022-04-09' }, 'end-before-start'],
    [{ start: '2022-05-10 12:00', end: '2022-05-10 13:00' }, 'in-future'],
    [{ start: 'about noon' }, 'moment-unreadable'],
    [{ end: '2022-04-10' }, 'missing'],
    [{ start: '2022-04-10', source: 'rumour' }, 'source-unknown'],
    [{ start: '2022-04-10', setting: 'PUB' }, 'setting-unknown'],
    [{ start: '2022-04-10', protection: 'mask' }, 'protection-unknown'],
  ])('refuses %j by name', (row, code) => {
    expect(readStay(row, { tz: TZ, asOf: at('2022-04-14'), cut: true, category: null, next: () => null })).toMatchObject({
      kind: 'problem',
      problem: { code },
    });
  });

  it('refuses an end that nothing can estimate', () => {
    const home = readStay({ start: '2022-04-10 12:00' }, { tz: TZ, asOf: at('2022-04-14'), cut: true, category: 'home', next: () => null });
    expect(home).toMatchObject({ kind: 'problem', problem: { code: 'no-dwell-rule' } });
  });

  it('takes a day without times as the whole day', () => {
    expect(
      readStay({ start: '2022-04-10' }, { tz: TZ, asOf: at('2022-04-14'), cut: true, category: null, next: () => null }),
    ).toMatchObject({
      stay: { start: at('2022-04-10'), end: at('2022-04-11') },
    });
  });
});
