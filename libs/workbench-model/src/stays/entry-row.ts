import type { StayBitsFragment, StayInput } from '@tracewright/api-client';
import {
  addDays,
  clockTime,
  type Day,
  dayOf,
  formatInstant,
  type Instant,
  MINUTE,
  parseTypedTime,
  startOfDay,
  type TypedMoment,
  type TypedTime,
} from '@tracewright/epi-core';
import type { Both } from '../words/lang.js';

/** Columns of the entry grid, from left to right; the order of a paste from a spreadsheet too. */
export const ENTRY_COLUMNS = ['day', 'from', 'to', 'place', 'companions', 'source', 'seat', 'slack', 'protection', 'note'] as const;
export type EntryColumn = (typeof ENTRY_COLUMNS)[number];

export interface PlaceChoice {
  readonly id: string;
  readonly name: string;
}

/** One row of the grid: a stay, as far as it has been typed. */
export interface EntryRow {
  readonly key: string;
  readonly stayId: string | null;
  /** What stands in the cells. */
  readonly text: Readonly<Record<EntryColumn, string>>;
  readonly day: Day | null;
  readonly from: Instant | null;
  readonly to: Instant | null;
  readonly place: PlaceChoice | null;
  /** Bounds that came with the stay and are not symmetric; kept while the times stay as they were. */
  readonly bounds: { readonly startLatest: Instant; readonly endEarliest: Instant } | null;
  readonly kept: Pick<StayInput, 'setting' | 'carriage' | 'activity'>;
  readonly changed: boolean;
  readonly removed: boolean;
  /** A typed time with more than one reading (rulings 3): the person chooses. */
  readonly ask: { readonly column: 'day' | 'from' | 'to'; readonly choices: readonly TypedMoment[] } | null;
  readonly problem: { readonly column: EntryColumn; readonly words: Both } | null;
}

export interface EntryContext {
  readonly now: Instant;
  readonly tz: string;
}

const NO_TEXT: Record<EntryColumn, string> = {
  day: '',
  from: '',
  to: '',
  place: '',
  companions: '',
  source: 'interview',
  seat: '',
  slack: '',
  protection: 'unknown',
  note: '',
};

export function emptyRow(key: string, day: Day | null): EntryRow {
  return {
    key,
    stayId: null,
    text: { ...NO_TEXT, day: day?.slice(5) ?? '' },
    day,
    from: null,
    to: null,
    place: null,
    bounds: null,
    kept: {},
    changed: false,
    removed: false,
    ask: null,
    problem: null,
  };
}

export function rowOfStay(stay: StayBitsFragment, tz: string): EntryRow {
  const [start, end, startLatest, endEarliest] = [stay.start, stay.end, stay.startLatest, stay.endEarliest].map(Date.parse) as [
    Instant,
    Instant,
    Instant,
    Instant,
  ];
  const [wide, wideEnd] = [startLatest - start, end - endEarliest];
  // The same on both sides: "about 11:20, give or take ten minutes".
  const even = wide === wideEnd && wide >= 0 && wide % (2 * MINUTE) === 0;
  const slack = even ? wide / 2 : 0;
  const [from, to] = [start + slack, end - slack];
  const day = dayOf(from, tz);
  return {
    ...emptyRow(stay.id, day),
    stayId: stay.id,
    from,
    to,
    place: { id: stay.placeId, name: stay.placeName },
    bounds: even ? null : { startLatest, endEarliest },
    kept: { setting: stay.setting, carriage: stay.carriage, activity: stay.activity },
    text: {
      day: day.slice(5),
      from: clockTime(from, tz),
      to: timeText(to, day, tz),
      place: stay.placeName,
      companions: stay.companions?.toString() ?? '',
      source: stay.source,
      seat: stay.seat ?? '',
      slack: slack === 0 ? '' : String(slack / MINUTE),
      protection: stay.protection,
      note: stay.note ?? '',
    },
  };
}

/** `07:00`, or `04-11 07:00` when it lies on another day than the row. */
function timeText(at: Instant, day: Day, tz: string): string {
  const on = dayOf(at, tz);
  if (on === day) return clockTime(at, tz);
  return at === startOfDay(addDays(day, 1), tz) ? '24:00' : `${on.slice(5)} ${clockTime(at, tz)}`;
}

/** Types into a cell. Times are read at once; what was understood is in the row, what was not is its problem. */
export function typeCell(row: EntryRow, column: EntryColumn, text: string, context: EntryContext): EntryRow {
  const next: EntryRow = { ...row, text: { ...row.text, [column]: text }, changed: true, ask: null, problem: null };
  if (column === 'place') return { ...next, place: row.place?.name === text ? row.place : null };
  if (column === 'day' || column === 'from' || column === 'to') return readTime(next, column, text, context);
  if (column === 'slack') return { ...next, bounds: null };
  return next;
}

function readTime(row: EntryRow, column: 'day' | 'from' | 'to', text: string, context: EntryContext): EntryRow {
  if (text.trim() === '') return { ...row, [column]: null };
  const midnight = column === 'to' && /^24[:：]?00$/.test(text.trim());
  if (midnight && row.day) return { ...row, to: startOfDay(addDays(row.day, 1), context.tz), bounds: null };
  // "0410" alone would be ten past four: in the column of days it is a day, unless a time was typed behind it.
  const asDay = column === 'day' ? parseTypedTime(`${text} 0:00`, context) : null;
  if (asDay && asDay.kind !== 'error') return takeReading(row, column, asDay, context);
  const read = parseTypedTime(text, { ...context, ...(row.day && column !== 'day' ? { rowDay: row.day } : {}) });
  return takeReading(row, column, read, context);
}

function takeReading(row: EntryRow, column: 'day' | 'from' | 'to', read: TypedTime, context: EntryContext): EntryRow {
  if (read.kind === 'error') return { ...row, [column]: null, problem: { column, words: { zh: read.zh, en: read.en } } };
  if (read.kind === 'ask') return { ...row, [column]: null, ask: { column, choices: read.candidates } };
  return takeMoment(row, column, read, context, true);
}

/** Takes one reading of a typed time. An end before its start is the next day's: people say "23:00 to 01:00". */
export function takeMoment(
  row: EntryRow,
  column: 'day' | 'from' | 'to',
  moment: TypedMoment,
  { tz }: EntryContext,
  /** Still typing: the words in the cell stay as they are typed. */
  typing = false,
): EntryRow {
  const next = { ...row, ask: null, problem: null, changed: true };
  const on = moment.echo.on;
  if (column === 'day') {
    const moved = row.day === null ? null : startOfDay(on, tz) - startOfDay(row.day, tz);
    const shift = (at: Instant | null) => (at === null || moved === null ? at : at + moved);
    return {
      ...next,
      day: on,
      from: shift(row.from),
      to: shift(row.to),
      text: typing ? next.text : { ...next.text, day: on.slice(5) },
      bounds: null,
    };
  }
  if (moment.precision === 'day')
    return { ...next, problem: { column, words: { zh: '还要写几点几分。', en: 'Write the time of day too.' } } };
  if (column === 'from') return { ...next, from: moment.instant, day: on, text: { ...next.text, day: on.slice(5) }, bounds: null };
  const early = row.from !== null && moment.instant <= row.from;
  return { ...next, to: early ? moment.instant + 24 * 60 * MINUTE : moment.instant, bounds: null };
}

export const takePlace = (row: EntryRow, place: PlaceChoice): EntryRow => ({
  ...row,
  place,
  text: { ...row.text, place: place.name },
  changed: true,
  problem: null,
});

/** Moves an edge of the bar, as a drag on the timeline does. */
export function moveEdge(row: EntryRow, edge: 'from' | 'to', at: Instant, { tz }: EntryContext): EntryRow {
  const day = edge === 'from' ? dayOf(at, tz) : (row.day ?? dayOf(at, tz));
  const text = edge === 'from' ? { from: clockTime(at, tz), day: day.slice(5) } : { to: timeText(at, day, tz) };
  return { ...row, [edge]: at, day, bounds: null, changed: true, text: { ...row.text, ...text } };
}

/** Why the row cannot be saved yet, or null. An untouched empty row asks for nothing. */
export function missingOf(row: EntryRow): EntryColumn | null {
  if (row.problem) return row.problem.column;
  if (row.ask) return row.ask.column;
  if (row.from === null) return 'from';
  if (row.to === null || row.to <= row.from) return 'to';
  return row.place === null ? 'place' : null;
}

export function inputOf(row: EntryRow, tz: string): StayInput | null {
  if (missingOf(row) !== null || row.from === null || row.to === null || row.place === null) return null;
  const slack = (Number(row.text.slack.replace(/[^\d]/g, '')) || 0) * MINUTE;
  const iso = (at: Instant) => formatInstant(at, tz);
  const companions = Number.parseInt(row.text.companions, 10);
  return {
    ...row.kept,
    ...(row.stayId === null ? {} : { id: row.stayId }),
    placeId: row.place.id,
    start: iso(row.from - slack),
    end: iso(row.to + slack),
    startLatest: iso(row.bounds?.startLatest ?? row.from + slack),
    endEarliest: iso(row.bounds?.endEarliest ?? row.to - slack),
    seat: row.text.seat.trim() || null,
    protection: row.text.protection,
    source: row.text.source,
    companions: Number.isNaN(companions) ? null : companions,
    note: row.text.note.trim() || null,
  };
}

/** When a cell is left, what was understood stands in it. */
export function settleCell(row: EntryRow, column: EntryColumn, { tz }: EntryContext): EntryRow {
  if (row.problem || row.ask) return row;
  const text = {
    ...row.text,
    ...(column === 'day' && row.day ? { day: row.day.slice(5) } : {}),
    ...(column === 'from' && row.from !== null ? { from: clockTime(row.from, tz) } : {}),
    ...(column === 'to' && row.to !== null && row.day ? { to: timeText(row.to, row.day, tz) } : {}),
  };
  return { ...row, text };
}
