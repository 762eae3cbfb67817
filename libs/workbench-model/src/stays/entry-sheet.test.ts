import { describe, expect, it } from 'vitest';
import { type EntryRow, missingOf, takeMoment, takePlace, typeCell } from './entry-row.js';
import { addRow, cellsOf, changedRows, changeRow, editOf, pasteCells, removeRow, sheetOf, undo } from './entry-sheet.js';

const tz = 'Asia/Shanghai';
const context = { now: Date.parse('2022-04-14T09:38:00+08:00'), tz };
const place = { id: 'place1', name: '鸿福酒家' };
const stay = {
  id: 'stay1',
  placeId: 'home1',
  placeName: '家',
  category: 'home',
  areaName: null,
  start: '2022-04-10T18:00:00+08:00',
  end: '2022-04-10T22:00:00+08:00',
  startLatest: '2022-04-10T18:20:00+08:00',
  endEarliest: '2022-04-10T21:40:00+08:00',
  setting: null,
  seat: null,
  carriage: null,
  protection: 'none',
  source: 'interview',
  ceiling: 'definite',
  companions: 2,
  activity: null,
  note: null,
  sources: ['interview'],
  contactsDefinite: 0,
  contactsPossible: 0,
};
const typed = (row: EntryRow, ...cells: [Parameters<typeof typeCell>[1], string][]) =>
  cells.reduce((filled, [column, text]) => typeCell(filled, column, text, context), row);
const fresh = (): EntryRow => addRow(sheetOf([], tz), context).rows[0]!;

describe('the entry grid', () => {
  it('reads a stay from digits alone', () => {
    const row = takePlace(typed(fresh(), ['day', '0410'], ['from', '1120'], ['to', '1305'], ['slack', '±10']), place);
    const edit = editOf({ ...sheetOf([], tz), rows: [row] }, tz);
    expect(edit?.stays[0]).toMatchObject({
      placeId: 'place1',
      start: '2022-04-10T11:10:00+08:00',
      startLatest: '2022-04-10T11:30:00+08:00',
      end: '2022-04-10T13:15:00+08:00',
      endEarliest: '2022-04-10T12:55:00+08:00',
    });
  });

  it('an end before its start is on the next day', () => {
    const row = typed(fresh(), ['day', '0410'], ['from', '2300'], ['to', '0100']);
    expect(row.to).toBe(Date.parse('2022-04-11T01:00:00+08:00'));
    expect(typed(fresh(), ['day', '0410'], ['from', '2300'], ['to', '24:00']).to).toBe(Date.parse('2022-04-11T00:00:00+08:00'));
  });

  it('asks what "yesterday" means after midnight, and takes the answer', () => {
    const night = { ...context, now: Date.parse('2022-04-14T02:00:00+08:00') };
    const row = typeCell(fresh(), 'from', '昨天 14:30', night);
    expect(row.ask?.choices.map((choice) => choice.echo.on)).toEqual(['2022-04-12', '2022-04-13']);
    expect(missingOf(row)).toBe('from');
    expect(takeMoment(row, 'from', row.ask!.choices[1]!, night).day).toBe('2022-04-13');
  });

  it('a time that cannot be read keeps its text and says why', () => {
    const row = typed(fresh(), ['day', '0410'], ['from', '25:99']);
    expect(row.text.from).toBe('25:99');
    expect(row.problem?.column).toBe('from');
  });

  it('a known stay comes back unchanged when nothing was typed', () => {
    const sheet = sheetOf([stay], tz);
    expect(changedRows(sheet)).toEqual([]);
    expect(sheet.rows[0]!.text).toMatchObject({ from: '18:10', to: '21:50', slack: '10' });
    const noted = changeRow(sheet, 'stay1', (row) => typeCell(row, 'note', 'x', context));
    expect(editOf(noted, tz)?.stays[0]).toMatchObject({
      id: 'stay1',
      start: stay.start,
      end: stay.end,
      startLatest: stay.startLatest,
      endEarliest: stay.endEarliest,
    });
  });

  it('bounds that are not the same on both sides survive an edit elsewhere', () => {
    const scan = { ...stay, startLatest: stay.start, endEarliest: '2022-04-10T19:00:00+08:00' };
    const sheet = changeRow(sheetOf([scan], tz), 'stay1', (row) => typeCell(row, 'note', 'x', context));
    expect(editOf(sheet, tz)?.stays[0]).toMatchObject({ startLatest: scan.startLatest, endEarliest: scan.endEarliest });
  });

  it('removes a known stay only when it is saved, and takes that back', () => {
    const sheet = removeRow(sheetOf([stay], tz), 'stay1');
    expect(editOf(sheet, tz)).toEqual({ stays: [], removed: ['stay1'] });
    expect(changedRows(undo(sheet))).toEqual([]);
  });

  it('a row without a place cannot be saved', () => {
    expect(editOf({ ...sheetOf([], tz), rows: [typed(fresh(), ['day', '0410'], ['from', '1120'], ['to', '1305'])] }, tz)).toBeNull();
  });
});

describe('paste from a spreadsheet', () => {
  it('fills right and down and adds rows, as one step', () => {
    const sheet = addRow(sheetOf([stay], tz), context);
    const pasted = pasteCells(
      sheet,
      'new-1',
      'day',
      cellsOf('04-10\t11:20\t13:05\t鸿福酒家\t8\t流调\r\n04-11\t0800\t0930\t早市\r\n'),
      context,
    );
    expect(pasted.rows).toHaveLength(3);
    expect(pasted.rows[1]!.text).toMatchObject({ day: '04-10', place: '鸿福酒家', companions: '8', source: 'interview' });
    expect(pasted.rows[2]!.from).toBe(Date.parse('2022-04-11T08:00:00+08:00'));
    expect(undo(pasted).rows).toHaveLength(2);
  });
  it('keeps a line end inside a quoted cell', () => {
    expect(cellsOf('a\t"b\nc ""d"""\n\n')).toEqual([['a', 'b\nc "d"']]);
  });
});
