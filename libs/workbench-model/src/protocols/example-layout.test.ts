import { expect, test } from 'vitest';
import { exampleLayout } from './example-layout.js';

const TZ = 'Asia/Shanghai';
const span = (start: string, end: string) => ({ start, end, open: false, provisional: false });

test('a window of four days stands in a line of six, with a free day at either end', () => {
  const { days, bars, marks } = exampleLayout(
    { windows: [span('2022-04-09T00:00:00+08:00', '2022-04-13T00:00:00+08:00')], measures: [] },
    [{ key: 'onset', at: '2022-04-11' }],
    TZ,
  );
  expect(days.map(({ on }) => on)).toEqual(['2022-04-08', '2022-04-09', '2022-04-10', '2022-04-11', '2022-04-12', '2022-04-13']);
  expect(bars[0]!.left).toBeCloseTo(100 / 6);
  expect(bars[0]!.width).toBeCloseTo(400 / 6);
  expect(marks).toEqual([{ key: 'onset', at: '2022-04-11', left: 50 }]);
});

test('a window of months is cut at the edge of the line', () => {
  const { days, bars } = exampleLayout({ windows: [span('2022-01-02T00:00:00+08:00', '2022-12-01T00:00:00+08:00')], measures: [] }, [], TZ);
  expect(days).toHaveLength(60);
  expect(bars[0]!.left + bars[0]!.width).toBe(100);
});

test('nothing known: an empty line', () => {
  expect(exampleLayout({ windows: [], measures: [] }, [], TZ)).toEqual({ days: [], bars: [], marks: [], measures: [] });
});
