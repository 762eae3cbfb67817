import { Directory } from './directory.js';
import { type EntryForm, EntryPacker, entryForm, type Overlong } from './entry-packer.js';
import { firstAtLeast } from './first-at-least.js';
import { GroupSorter, RECORD } from './group-sorter.js';
import type { StayColumns } from './stay-columns.js';

/** Classes of duration, in seconds: a place's rows lie class by class, so that a bound on length keeps each scan tight. */
const CLASS_ENDS = [15 * 60, 30 * 60, 60 * 60, 4 * 60 * 60] as const;
const CLASSES = CLASS_ENDS.length + 1;

const classOf = (seconds: number): number =>
  seconds < CLASS_ENDS[0] ? 0 : seconds < CLASS_ENDS[1] ? 1 : seconds < CLASS_ENDS[2] ? 2 : seconds < CLASS_ENDS[3] ? 3 : 4;

/** Columns of a segment that may still be in its file. */
export const COLUMNS = ['start', 'end', 'person', 'ordinal', 'cellsFrom', 'rowsFrom', 'longest', 'entriesFrom', 'words'] as const;
export type ColumnName = (typeof COLUMNS)[number];

/**
 * What of a segment is still in its file. Whoever looks at the columns of such a segment says first which parts, and they are here from
 * then on. Everything throws `DamagedSegment` when such a part is not as it was written: the index has to be built again.
 */
export interface Unread {
  /** Values `[from, to)` of a column. */
  need(column: ColumnName, from: number, to: number): void;
  all(): void;
  /** The entries of a person. */
  entries(segment: Segment, slot: number): void;
  /**
   * The cells of a place, the starts in those cells whose longest stay is `least` seconds or more, and all of the rows in them that begin
   * at `latest` or before and could last to `earliest`, as far as the longest stay of their cell can tell; their ordinals when wanted.
   */
  rows(segment: Segment, slot: number, least: number, earliest: number, latest: number, ordinals: boolean): void;
}

/** Rows whose surest bounds are narrower than the stay; few, so they lie apart. */
export interface Unsure {
  readonly flags: Uint32Array;
  /** In order. */
  readonly rows: Int32Array;
  readonly startLatest: Int32Array;
  readonly endEarliest: Int32Array;
}

/**
 * Stays in two orders, never changed: rows by (place, class of duration, start), and entries by (person, start), which hold place, start
 * and end once more, so that whoever goes from people reads nothing from afar. Times in seconds since the index's epoch. A cell is the rows
 * of one class at one place; places without rows of a class have no cell for it.
 */
export interface Segment {
  readonly size: number;
  readonly minStart: number;
  readonly lastStart: number;
  readonly maxEnd: number;
  readonly lowOrdinal: number;
  readonly highOrdinal: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly person: Int32Array;
  readonly ordinal: Int32Array;
  readonly places: Directory;
  /** Cells of a place: `[cellsFrom[slot], cellsFrom[slot + 1])`. */
  readonly cellsFrom: Int32Array;
  /** Rows of a cell: `[rowsFrom[cell], rowsFrom[cell + 1])`. */
  readonly rowsFrom: Int32Array;
  /** The longest stay of a cell, in seconds. */
  readonly longest: Int32Array;
  readonly people: Directory;
  /** Entries of a person: `[entriesFrom[slot], entriesFrom[slot + 1])`; `entry-packer.ts` tells how they are packed, `entries.ts` reads them. */
  readonly entriesFrom: Int32Array;
  /** Two of each entry. */
  readonly words: Int32Array;
  readonly form: EntryForm;
  readonly overlong: Overlong;
  readonly unsure: Unsure | null;
  /** Null: every value of every column is here. */
  readonly unread: Unread | null;
}

/** Builds both orders by counting and sorting bucket by bucket. Whoever builds many segments hands in one sorter, for its room. */
export function buildSegment(stays: StayColumns, sorter = new GroupSorter()): Segment {
  const size = stays.start.length;
  const places = Directory.of(stays.place);
  const { group, minStart, lastStart, maxEnd } = cellOfEach(stays, places);
  // Rows with surest bounds have to be found again, so they carry their position instead of their ordinal.
  const unsure = stays.startLatest !== undefined && stays.endEarliest !== undefined;
  const next = sorter.begin(group, places.size * CLASSES);
  put(sorter, next, group, stays.start, stays.end, stays.person, unsure ? positions(size) : stays.ordinal);
  const [start, end, person, tag] = Array.from({ length: 4 }, () => new Int32Array(size)) as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  const from = sorter.sort(minStart, (records, order, begin, until) => {
    for (let row = begin, i = 0; row < until; row++, i++) {
      const at = order[i]!;
      start[row] = records[at + 1]!;
      end[row] = records[at + 2]!;
      person[row] = records[at + 3]!;
      tag[row] = records[at + 4]!;
    }
  });
  return {
    size,
    minStart,
    lastStart,
    maxEnd,
    ...ordinalsOf(stays.ordinal),
    start,
    end,
    person,
    ordinal: unsure ? gathered(stays.ordinal, tag) : tag,
    places,
    ...cellsOf(from, places.size, start, end),
    ...byPerson(sorter, person, start, end, slotsOfRows(from, places.size, size), entryForm(places.size, lastStart - minStart), minStart),
    unsure: unsureOf(stays, tag),
    unread: null,
  };
}

function put(
  sorter: GroupSorter,
  next: Int32Array,
  group: Int32Array,
  start: Int32Array,
  a: Int32Array,
  b: Int32Array,
  c: Int32Array,
): void {
  const { records, shift } = sorter;
  for (let i = 0; i < group.length; i++) {
    const key = group[i]!;
    const at = next[key >> shift]!++ * RECORD;
    records[at] = key;
    records[at + 1] = start[i]!;
    records[at + 2] = a[i]!;
    records[at + 3] = b[i]!;
    records[at + 4] = c[i]!;
  }
}

const positions = (size: number): Int32Array => {
  const all = new Int32Array(size);
  for (let i = 0; i < size; i++) all[i] = i;
  return all;
};

function gathered(column: Int32Array, rows: Int32Array): Int32Array {
  const out = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) out[i] = column[rows[i]!]!;
  return out;
}

function cellOfEach({ place, start, end }: StayColumns, places: Directory) {
  const group = new Int32Array(start.length);
  let [minStart, lastStart, maxEnd] = [2 ** 31 - 1, -(2 ** 31), -(2 ** 31)];
  for (let i = 0; i < start.length; i++) {
    group[i] = places.find(place[i]!) * CLASSES + classOf(end[i]! - start[i]!);
    if (start[i]! < minStart) minStart = start[i]!;
    if (start[i]! > lastStart) lastStart = start[i]!;
    if (end[i]! > maxEnd) maxEnd = end[i]!;
  }
  return { group, minStart, lastStart, maxEnd };
}

function ordinalsOf(ordinal: Int32Array) {
  let [lowOrdinal, highOrdinal] = [2 ** 31 - 1, -1];
  for (let i = 0; i < ordinal.length; i++) {
    if (ordinal[i]! < lowOrdinal) lowOrdinal = ordinal[i]!;
    if (ordinal[i]! > highOrdinal) highOrdinal = ordinal[i]!;
  }
  return { lowOrdinal, highOrdinal };
}

function cellsOf(from: Int32Array, slots: number, start: Int32Array, end: Int32Array) {
  const cellsFrom = new Int32Array(slots + 1);
  let cells = 0;
  for (let k = 0; k < slots * CLASSES; k++) if (from[k + 1]! > from[k]!) cells++;
  const rowsFrom = new Int32Array(cells + 1);
  const longest = new Int32Array(cells);
  for (let slot = 0, cell = 0; slot < slots; slot++) {
    for (let k = slot * CLASSES; k < (slot + 1) * CLASSES; k++) {
      if (from[k + 1] === from[k]) continue;
      let most = 0;
      for (let row = from[k]!; row < from[k + 1]!; row++) if (end[row]! - start[row]! > most) most = end[row]! - start[row]!;
      longest[cell] = most;
      rowsFrom[++cell] = from[k + 1]!;
    }
    cellsFrom[slot + 1] = cell;
  }
  return { cellsFrom, rowsFrom, longest };
}

function slotsOfRows(from: Int32Array, slots: number, size: number): Int32Array {
  const slotOf = new Int32Array(size);
  for (let slot = 0; slot < slots; slot++) slotOf.fill(slot, from[slot * CLASSES]!, from[(slot + 1) * CLASSES]!);
  return slotOf;
}

function byPerson(
  sorter: GroupSorter,
  person: Int32Array,
  start: Int32Array,
  end: Int32Array,
  slotOf: Int32Array,
  form: EntryForm,
  minStart: number,
) {
  const size = person.length;
  const people = Directory.of(person);
  const group = new Int32Array(size);
  for (let row = 0; row < size; row++) group[row] = people.find(person[row]!);
  const next = sorter.begin(group, people.size);
  put(sorter, next, group, start, slotOf, end, end);
  const packer = new EntryPacker(size, form, minStart);
  const entriesFrom = packer.pack(sorter);
  return { people, entriesFrom, words: packer.words, form, overlong: packer.overlong };
}

function unsureOf({ start, end, startLatest, endEarliest }: StayColumns, rows: Int32Array): Unsure | null {
  if (!startLatest || !endEarliest) return null;
  const found: number[] = [];
  for (let row = 0; row < rows.length; row++) {
    const i = rows[row]!;
    if (startLatest[i] !== start[i] || endEarliest[i] !== end[i]) found.push(row);
  }
  if (found.length === 0) return null;
  const flags = new Uint32Array((rows.length + 31) >> 5);
  for (const row of found) flags[row >> 5]! |= 1 << (row & 31);
  return {
    flags,
    rows: Int32Array.from(found),
    startLatest: Int32Array.from(found, (row) => startLatest[rows[row]!]!),
    endEarliest: Int32Array.from(found, (row) => endEarliest[rows[row]!]!),
  };
}

/** Position of a row among the unsure ones; -1: its surest bounds are its widest. */
export function unsureAt(unsure: Unsure | null, row: number): number {
  if (unsure === null || (unsure.flags[row >> 5]! & (1 << (row & 31))) === 0) return -1;
  return firstAtLeast(unsure.rows, 0, unsure.rows.length, row);
}

export function surestStart(segment: Segment, row: number): number {
  const at = unsureAt(segment.unsure, row);
  return at < 0 ? segment.start[row]! : segment.unsure!.startLatest[at]!;
}

export function surestEnd(segment: Segment, row: number): number {
  const at = unsureAt(segment.unsure, row);
  return at < 0 ? segment.end[row]! : segment.unsure!.endEarliest[at]!;
}

/** The rows as they came in, but in place order: to build another segment from. */
export function rowsOfSegment(segment: Segment): StayColumns {
  const { size, start, end, person, ordinal, unsure, places, cellsFrom, rowsFrom } = segment;
  const place = new Int32Array(size);
  for (let slot = 0; slot < places.size; slot++)
    place.fill(places.numberAt(slot), rowsFrom[cellsFrom[slot]!]!, rowsFrom[cellsFrom[slot + 1]!]!);
  if (unsure === null) return { person, place, start, end, ordinal };
  const [startLatest, endEarliest] = [start.slice(), end.slice()];
  for (let i = 0; i < unsure.rows.length; i++) {
    startLatest[unsure.rows[i]!] = unsure.startLatest[i]!;
    endEarliest[unsure.rows[i]!] = unsure.endEarliest[i]!;
  }
  return { person, place, start, end, ordinal, startLatest, endEarliest };
}

/** Memory of a segment's columns and directories. */
export function bytesOfSegment(s: Segment): number {
  const columns = [s.start, s.end, s.person, s.ordinal, s.cellsFrom, s.rowsFrom, s.longest, s.entriesFrom, s.words];
  const unsure = s.unsure === null ? [] : [s.unsure.flags, s.unsure.rows, s.unsure.startLatest, s.unsure.endEarliest];
  const apart = [s.overlong.entries, s.overlong.ends];
  return [...columns, ...apart, ...unsure].reduce((sum, column) => sum + column.byteLength, s.places.bytes + s.people.bytes);
}
