import { describe, expect, it } from 'vitest';
import { readProtocol, shippedProtocol } from '../protocols/shipped.js';
import { HOUR, MINUTE, startOfDay } from '../time/zone.js';
import { gridCompanions, type Signal } from './grid-companion.js';

const protocol = shippedProtocol('CN-ST-COMPANION')!;
const day = (on: string) => startOfDay(on, 'Asia/Shanghai');
const signal = (person: string, start: number, length: number, place = 'mast'): Signal => ({ person, place, start, end: start + length });
const meeting = day('2021-11-05') + 12 * HOUR;
const places = { mast: { lat: 30.65, lng: 104.06 }, near: { lat: 30.651, lng: 104.061 }, far: { lat: 30.68, lng: 104.06 } };
const lookup = (id: string) => ({ id, enclosed: 'unknown', ventilation: 'unknown', ...places[id as keyof typeof places] }) as const;

/** The case meets another phone for some minutes; the other has been in the cell for some hours before, from a day on. */
function found(minutes: number, hours: number, from = '2021-11-02', place = 'mast') {
  const signals = [
    signal('case', meeting, minutes * MINUTE),
    signal('other', day(from), hours * HOUR - minutes * MINUTE, place),
    signal('other', meeting, minutes * MINUTE, place),
  ];
  return gridCompanions(protocol, 'case', signals, lookup);
}

describe('phones in one grid', () => {
  it('vector 17: more than ten minutes together and 31 hours in fourteen days make a time-space companion, 29 do not', () => {
    expect(found(11, 31)).toEqual([
      { person: 'other', cls: 'ST_COMPANION', rule: 'GRID', first: meeting, last: meeting + 11 * MINUTE, seconds: 660 },
    ]);
    expect(found(11, 29)).toEqual([]);
  });

  it('asks for more than ten minutes and more than thirty hours, not just as many', () => {
    expect(found(10, 31)).toEqual([]);
    expect(found(11, 30)).toEqual([]);
  });

  it('counts the hours of the last fourteen days only, of either phone', () => {
    expect(found(11, 31, '2021-10-20')).toEqual([]);
    const own = [signal('case', day('2021-11-02'), 31 * HOUR), signal('case', meeting, 11 * MINUTE), signal('other', meeting, 11 * MINUTE)];
    expect(gridCompanions(protocol, 'case', own, lookup)).toHaveLength(1);
  });

  it('puts masts near each other into one cell and far ones into two', () => {
    expect(found(11, 31, '2021-11-02', 'near')).toHaveLength(1);
    expect(found(11, 31, '2021-11-02', 'far')).toEqual([]);
  });

  it('vector 17: a file cannot make it a close contact or decide it by itself', () => {
    const grid = { id: 'G', cls: 'CLOSE', decision: 'PROPOSE', gridCompanion: { cellM: 800, minutes: 10, ownStayHours: 30, days: 14 } };
    const file = (rule: object) => readProtocol({ id: 'T', infectious: [], exposure: [rule] });
    expect(file(grid)).toMatchObject({ kind: 'refused', reason: expect.stringContaining('ST_COMPANION') });
    expect(file({ ...grid, cls: 'ST_COMPANION', decision: 'AUTO' })).toMatchObject({ kind: 'refused' });
    expect(file({ ...grid, cls: 'ST_COMPANION' })).toMatchObject({ kind: 'protocol' });
  });
});
