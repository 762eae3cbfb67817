import { describe, expect, it } from 'vitest';
import { readDate } from './read-date.js';

describe('readDate', () => {
  it.each([
    ['1964-10-19', 1964, 10, 19],
    ['19641019', 1964, 10, 19],
    ['1964/1/9', 1964, 1, 9],
    ['1964年1月9日', 1964, 1, 9],
    ['19.10.1964', 1964, 10, 19],
    ['1/17/1972', 1972, 1, 17],
    ['17/1/1972', 1972, 1, 17],
    ['19 Oct 1964', 1964, 10, 19],
    ['October 19, 1964', 1964, 10, 19],
    ['1964-10-19 00:00:00', 1964, 10, 19],
    ['1964-10-19T00:00', 1964, 10, 19],
  ])('reads %s', (text, year, month, day) =>
    expect(readDate(text)).toEqual({ year, month, day, centuryOpen: false, orderOpen: false, impossible: false }),
  );

  it('keeps open what is not told: the day, the century, which number is the month', () => {
    expect(readDate('1964-10')).toMatchObject({ year: 1964, month: 10, day: null });
    expect(readDate('1964')).toMatchObject({ year: 1964, month: null, day: null });
    expect(readDate('1/17/72')).toMatchObject({ year: 72, month: 1, day: 17, centuryOpen: true, orderOpen: false });
    expect(readDate('2/9/1939')).toMatchObject({ orderOpen: true });
    expect(readDate('9/9/1939')).toMatchObject({ orderOpen: false });
  });

  it.each(['2000-13-01', '2000-12-32', '3000-01-01', '1999-02-29', '1700-01-01'])('%s is no day there ever was', (text) =>
    expect(readDate(text)).toMatchObject({ impossible: true }),
  );

  it.each(['', 'Missing, but age 23', 'unknown', '23'])('"%s" holds no date', (text) => expect(readDate(text)).toBeNull());
});
