import { expect, it } from 'vitest';
import { exposureAxis } from './exposure-axis.js';

const TZ = 'Asia/Shanghai';
const at = (text: string): number => Date.parse(`${text}:00+08:00`);

it('spans whole days of the zone from the first exposure to the last, and shows a moment as well', () => {
  const axis = exposureAxis(
    [
      { first: at('2022-04-10T18:00'), last: at('2022-04-11T06:00') },
      { first: at('2022-04-12T23:59'), last: at('2022-04-12T23:59') },
    ],
    TZ,
  )!;
  expect(axis.days.map(({ day }) => day)).toEqual(['2022-04-10', '2022-04-11', '2022-04-12']);
  expect(axis.days.map(({ x }) => x)).toEqual([0, 1 / 3, 2 / 3]);
  expect(axis.place({ first: at('2022-04-10T18:00'), last: at('2022-04-11T06:00') })).toEqual({ x: 0.25, width: expect.closeTo(1 / 6) });
  expect(axis.place({ first: at('2022-04-12T12:00'), last: at('2022-04-12T12:00') }).width).toBeGreaterThan(0);
  expect(exposureAxis([], TZ)).toBeNull();
});
