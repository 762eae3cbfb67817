import { describe, expect, it } from 'vitest';
import { readStay } from '../stays/read-stay.js';
import { momentEnd, momentStart, parseMoment } from '../time/parse-instant.js';

const TZ = 'Asia/Shanghai';
const at = (text: string): number => momentStart(parseMoment(text, TZ)!, TZ);

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
