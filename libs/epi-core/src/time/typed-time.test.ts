import { describe, expect, it } from 'vitest';
import { parseMoment } from './parse-instant.js';
import { parseTypedTime } from './typed-time.js';
import { formatInstant } from './zone.js';

const TZ = 'Asia/Shanghai';
const NOON = Date.parse('2022-04-14T12:00:00+08:00');
const NIGHT = Date.parse('2022-04-14T02:30:00+08:00');

/** What was understood, or the choices that are offered. */
function read(text: string, now = NOON, rowDay?: string): string | string[] {
  const answer = parseTypedTime(text, { now, tz: TZ, ...(rowDay ? { rowDay } : {}) });
  if (answer.kind === 'error') return 'refused';
  return answer.kind === 'ask' ? answer.candidates.map((c) => c.echo.en) : answer.echo.en;
}

describe('times as tracers type them (ruling 3)', () => {
  it.each([
    ['1120', '2022-04-14 Thu 11:20'],
    ['11:20', '2022-04-14 Thu 11:20'],
    ['11点20分', '2022-04-14 Thu 11:20'],
    ['昨天 14:30', '2022-04-13 Wed 14:30'],
    ['昨天14:30', '2022-04-13 Wed 14:30'],
    ['前天 9:00', '2022-04-12 Tue 09:00'],
    ['0411 1120', '2022-04-11 Mon 11:20'],
    ['4月11日 11:20', '2022-04-11 Mon 11:20'],
    ['2022-04-11 11:20', '2022-04-11 Mon 11:20'],
    ['周六 9:00', '2022-04-09 Sat 09:00'],
    ['上周六 9:00', '2022-04-09 Sat 09:00'],
    ['昨天', '2022-04-13 Wed'],
    ['12月30日', '2021-12-30 Thu'],
  ])('%s is %s', (text, echo) => expect(read(text)).toBe(echo));

  it('a time that has not come yet today is asked', () => {
    expect(read('23:10')).toEqual(['2022-04-13 Wed 23:10', '2022-04-14 Thu 23:10']);
  });

  it('a bare time belongs to the day of its row', () => {
    expect(read('23:10', NOON, '2022-04-10')).toBe('2022-04-10 Sun 23:10');
  });

  it('between midnight and five "yesterday" and "today" are asked, not guessed', () => {
    expect(read('昨天 22:00', NIGHT)).toEqual(['2022-04-12 Tue 22:00', '2022-04-13 Wed 22:00']);
    expect(read('今天 1:00', NIGHT)).toEqual(['2022-04-13 Wed 01:00', '2022-04-14 Thu 01:00']);
  });

  it('the weekday of today is asked', () => {
    expect(read('周四 9:00')).toEqual(['2022-04-07 Thu 09:00', '2022-04-14 Thu 09:00']);
  });

  it.each(['25:00', '1160', 'soon', '0230 1200', '2022-02-30'])('%s is refused', (text) => expect(read(text)).toBe('refused'));
});

describe('moments of files', () => {
  const say = (text: string) => {
    const moment = parseMoment(text, TZ);
    return moment === null ? null : moment.precision === 'day' ? moment.on : formatInstant(moment.at, TZ);
  };

  it.each([
    ['2022-04-11', '2022-04-11'],
    ['2022/4/1', '2022-04-01'],
    ['2022-04-11 09:38', '2022-04-11T09:38:00+08:00'],
    ['2022-04-11T09:38:05', '2022-04-11T09:38:05+08:00'],
    ['2022-04-11T01:38:00Z', '2022-04-11T09:38:00+08:00'],
    ['2022-04-11T09:38+09:00', '2022-04-11T08:38:00+08:00'],
    ['2022-04-11 24:00', '2022-04-12T00:00:00+08:00'],
  ])('%s is %s', (text, expected) => expect(say(text)).toBe(expected));

  it.each(['2022-02-29', '2022-13-01', '2022-04-11 25:00', '2022-04-11 24:01', '11.04.2022', 'investigating', '2022-04'])(
    '%s is no moment',
    (text) => expect(say(text)).toBeNull(),
  );

  it('reads a time without zone in the zone asked for, over a clock change too', () => {
    const berlin = (text: string) => new Date((parseMoment(text, 'Europe/Berlin') as { at: number }).at).toISOString();
    expect(berlin('2022-03-27 01:59')).toBe('2022-03-27T00:59:00.000Z');
    expect(berlin('2022-03-27 03:00')).toBe('2022-03-27T01:00:00.000Z');
  });
});
