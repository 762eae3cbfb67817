import { expect, it } from 'vitest';
import { floorsOf, roomCounts, seatRows } from './seat-plan.js';

it('a person sits on the seat of their number', () => {
  const rows = seatRows(10, [
    { seatNo: 6, name: 'a' },
    { seatNo: null, name: 'b' },
  ]);
  expect(rows.map((row) => row.length)).toEqual([4, 4, 2]);
  expect(rows[1]![1]).toEqual({ no: 6, person: { seatNo: 6, name: 'a' } });
  expect(rows.flat().filter(({ person }) => person)).toHaveLength(1);
});

it('a room to be disinfected is not free', () => {
  const room = { capacity: 2, taken: 0, state: 'FREE' };
  expect(roomCounts([room, { ...room, taken: 1 }, { ...room, state: 'TO_DISINFECT' }])).toEqual({
    rooms: 3,
    beds: 6,
    taken: 1,
    free: 1,
    toDisinfect: 1,
  });
});

it('floors are read from the top, rooms by number', () => {
  const floors = floorsOf([
    { floor: 4, no: '410' },
    { floor: 10, no: '1001' },
    { floor: 4, no: '402' },
  ]);
  expect(floors.map(({ floor, rooms }) => [floor, ...rooms.map(({ no }) => no)])).toEqual([
    [10, '1001'],
    [4, '402', '410'],
  ]);
});
