import { describe, expect, it } from 'vitest';
import { ago, dayAndTime, spanOf, timeLeft } from './spoken-time.js';

const tz = 'Asia/Shanghai';
const now = Date.parse('2022-04-14T09:38:00+08:00');

describe('times as they are said', () => {
  it('a span within one day says the day once', () => {
    expect(spanOf('2022-04-10T11:20:00+08:00', '2022-04-10T13:05:00+08:00', tz)).toBe('04-10 11:20–13:05');
    expect(spanOf('2022-04-10T23:00:00+08:00', '2022-04-11T07:00:00+08:00', tz)).toBe('04-10 23:00–04-11 07:00');
  });
  it('a limit is left before it and over after it', () => {
    expect(timeLeft('2022-04-14T11:01:00+08:00', now, 'zh')).toEqual({ text: '剩 1:23', late: false, soon: true });
    expect(timeLeft('2022-04-14T08:26:00+08:00', now, 'en')).toEqual({ text: '+1:12', late: true, soon: false });
    expect(timeLeft(null, now, 'en')).toBeNull();
  });

  it('vector 23: identified at 08:00 with 12 hours, amber from 17:36 on, red after 20:00', () => {
    const [identified, due] = ['2022-04-14T08:00:00+08:00', '2022-04-14T20:00:00+08:00'];
    const at = (time: string) => timeLeft(due, Date.parse(`2022-04-14T${time}+08:00`), 'en', identified);
    expect(at('17:35:59')).toMatchObject({ late: false, soon: false });
    expect(at('17:36:00')).toMatchObject({ late: false, soon: true });
    expect(at('20:00:01')).toMatchObject({ late: true, soon: false });
  });
  it('a date says how long ago', () => {
    expect(ago('2022-04-12T09:38:00+08:00', now, 'zh')).toBe('2 天 前');
    expect(dayAndTime(null, tz)).toBe('');
  });
});
