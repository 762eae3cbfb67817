import { HOUR, startOfDay } from '@tracewright/epi-core';
import { describe, expect, it } from 'vitest';
import { dayLanes, gapsOf, instantAt } from './day-lanes.js';

const tz = 'Asia/Shanghai';
const day = startOfDay('2022-04-10', tz);
const stay = (from: number, to: number) => ({ start: day + from * HOUR, end: day + to * HOUR });

describe('the lanes of a trajectory', () => {
  it('a stay over midnight is drawn on both days and says that it goes on', () => {
    const lanes = dayLanes({ stays: [stay(20, 30)], windows: [], now: day + 40 * HOUR, tz, width: 240 });
    expect(lanes.map((lane) => lane.day)).toEqual(['2022-04-10', '2022-04-11']);
    expect(lanes[0]!.stays[0]).toMatchObject({ x: 200, width: 40, goesOn: true, opensBefore: false });
    expect(lanes[1]!.stays[0]).toMatchObject({ x: 0, width: 60, opensBefore: true });
  });

  it('a window without end is drawn up to now', () => {
    const lanes = dayLanes({ stays: [], windows: [{ start: day, end: day + 10_000 * HOUR }], now: day + 30 * HOUR, tz, width: 240 });
    expect(lanes).toHaveLength(2);
    expect(lanes[1]!.now).toBe(60);
  });

  it('nothing known gives no lanes', () => {
    expect(dayLanes({ stays: [], windows: [], now: day, tz, width: 240 })).toEqual([]);
  });

  it('time of the window that no stay covers is a gap, up to now', () => {
    expect(gapsOf([stay(2, 4), stay(3, 6)], [stay(0, 24)], day + 10 * HOUR)).toEqual([stay(0, 2), stay(6, 10)]);
  });

  it('a pixel is read to five minutes', () => {
    expect(instantAt('2022-04-10', 113.4, 240, tz)).toBe(day + 11 * HOUR + 20 * 60_000);
  });
});
