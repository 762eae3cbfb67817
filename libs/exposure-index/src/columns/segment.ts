import { Directory } from './directory.js';
import { firstAtLeast } from './first-at-least.js';
import { GroupSorter, RECORD } from './group-sorter.js';
import { endAt, keyAt, type PackedStays, packedForm, StayPacker, startAt } from './packed-stays.js';
import type { StayColumns } from './stay-columns.js';

/** Classes of duration, in seconds: a place's rows lie class by class, so that a bound on length keeps each scan tight. */
const CLASS_ENDS = [15 * 60, 30 * 60, 60 * 60, 2 * 60 * 60, 4 * 60 * 60] as const;
const CLASSES = CLASS_ENDS.length + 1;

function classOf(seconds: number): number {
  let cls = 0;
  while (cls < CLASS_ENDS.length && seconds >= CLASS_ENDS[cls]!) cls++;
  return cls;
}

/** Columns of a segment that may still be in its file. */
export const COLUMNS = ['rows', 'ordinal', 'cellsFrom', 'rowsFrom', 'longest', 'entriesFrom', 'entries'] as const;
export type ColumnName = (typeof COLUMNS)[number];

export const columnOf = (segment: Segment, name: ColumnName): Int32Array =>
  name === 'rows' || name === 'entries' ? segment[name].words : segment[name];

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
  /** The cells of a place, and the rows of those whose longest stay is `least` seconds or more; their ordinals when wanted. */
  rows(segment: Segment, slot: number, least: number, ordinals: boolean): void;
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
 * Stays in two orders, never changed: rows by (place, class of duration, start), and entries by (person, start). Either tells of a stay
 * when it was and who, or where, so that whoever goes from one reads nothing from afar. Times in seconds since the index's epoch. A cell is
 * the rows of one class at one place; places without rows of a class have no cell for it.
 */
export interface Segment {
  readonly size: number;
  readonly minStart: number;
  readonly lastStart: number;
  readonly maxEnd: number;
  readonly lowOrdinal: number;
  readonly highOrdinal: number;
  readonly mostPerson: number;
  /** The key of a row is the number of its person. */
  readonly rows: PackedStays;
  /** By rows. */
  readonly ordinal: Int32Array;
  readonly places: Directory;
  /** Cells of a place: `[cellsFrom[slot], cellsFrom[slot + 1])`. */
  readonly cellsFrom: Int32Array;
  /** Rows of a cell: `[rowsFrom[cell], rowsFrom[cell + 1])`. */
  readonly rowsFrom: Int32Array;
  /** The longest stay of a cell, in seconds. */
  readonly longest: Int32Array;
  readonly people: Directory;
  /** Entries of a person: `[entriesFrom[slot], entriesFrom[slot + 1])`. */
  readonly entriesFrom: Int32Array;
  /** The key of an entry is the slot of its place. */
  readonly entries: PackedStays;
  readonly unsure: Unsure | null;
  /** Null: every value of every column is here. */
  readonly unread: Unread | null;
}

/** Builds both orders by counting and sorting bucket by bucket. Whoever builds many segments hands in one sorter, for its room. */
export function buildSegment(stays: StayColumns, sorter = new GroupSorter()): Segment {
  const size = stays.start.length;
  const places = Directory.of(stays.place);
  const people = Directory.of(stays.person);
  const { slot, cell, minStart, lastStart, maxEnd } = cellOfEach(stays, places);
  const mostPerson = people.size === 0 ? 0 : people.numberAt(people.size - 1);
  // Rows with surest bounds have to be found again, so they carry their position instead of their ordinal.
  const unsure = stays.startLatest !== undefined && stays.endEarliest !== undefined;
  const tag = new Int32Array(size);
  const rows = new StayPacker(size, packedForm(mostPerson, lastStart - minStart), minStart);
  put(sorter, sorter.begin(cell, places.size * CLASSES), cell, stays, stays.person, unsure ? positions(size) : stays.ordinal);
  const cells = cellsOf(rows.pack(sorter, tag), places.size, rows);
  const entries = new StayPacker(size, packedForm(places.size - 1, lastStart - minStart), minStart);
  // The cells are not needed any more.
  const person = slotsOf(stays.person, people, cell);
  put(sorter, sorter.begin(person, people.size), person, stays, slot, person);
  const entriesFrom = entries.pack(sorter, null);
  return {
    size,
    minStart,
    lastStart,
    maxEnd,
    ...ordinalsOf(stays.ordinal),
    mostPerson,
    rows: packedBy(rows),
    ordinal: unsure ? gathered(stays.ordinal, tag) : tag,
    places,
    ...cells,
    people,
    entriesFrom,
    entries: packedBy(entries),
    unsure: unsureOf(stays, tag),
    unread: null,
  };
}

const packedBy = ({ words, form, minStart, overlong }: StayPacker): PackedStays => ({ words, form, minStart, overlong });

function put(
  { records, shift }: GroupSorter,
  next: Int32Array,
  group: Int32Array,
  { start, end }: StayColumns,
  key: Int32Array,
  tag: Int32Array,
): void {
  for (let i = 0; i < group.length; i++) {
    const at = next[group[i]! >> shift]!++ * RECORD;
    records[at] = group[i]!;
    records[at + 1] = start[i]!;
    records[at + 2] = key[i]!;
    records[at + 3] = end[i]!;
    records[at + 4] = tag[i]!;
  }
}

function slotsOf(numbers: Int32Array, directory: Directory, into: Int32Array): Int32Array {
  for (let i = 0; i < numbers.length; i++) into[i] = directory.find(numbers[i]!);
  return into;
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
  const slot = new Int32Array(start.length);
  const cell = new Int32Array(start.length);
  let [minStart, lastStart, maxEnd] = [2 ** 31 - 1, -(2 ** 31), -(2 ** 31)];
  for (let i = 0; i < start.length; i++) {
    const at = places.find(place[i]!);
    slot[i] = at;
    cell[i] = at * CLASSES + classOf(end[i]! - start[i]!);
    if (start[i]! < minStart) minStart = start[i]!;
    if (start[i]! > lastStart) lastStart = start[i]!;
    if (end[i]! > maxEnd) maxEnd = end[i]!;
  }
  return { slot, cell, minStart, lastStart, maxEnd };
}

function ordinalsOf(ordinal: Int32Array) {
  let [lowOrdinal, highOrdinal] = [2 ** 31 - 1, -1];
  for (let i = 0; i < ordinal.length; i++) {
    if (ordinal[i]! < lowOrdinal) lowOrdinal = ordinal[i]!;
    if (ordinal[i]! > highOrdinal) highOrdinal = ordinal[i]!;
  }
  return { lowOrdinal, highOrdinal };
}

function cellsOf(from: Int32Array, slots: number, packer: StayPacker) {
  const rows = packedBy(packer);
  const cellsFrom = new Int32Array(slots + 1);
  let cells = 0;
  for (let k = 0; k < slots * CLASSES; k++) if (from[k + 1]! > from[k]!) cells++;
  const rowsFrom = new Int32Array(cells + 1);
  const longest = new Int32Array(cells);
  for (let slot = 0, cell = 0; slot < slots; slot++) {
    for (let k = slot * CLASSES; k < (slot + 1) * CLASSES; k++) {
      if (from[k + 1] === from[k]) continue;
      let most = 0;
      for (let row = from[k]!; row < from[k + 1]!; row++) most = Math.max(most, endAt(rows, row) - startAt(rows, row));
      longest[cell] = most;
      rowsFrom[++cell] = from[k + 1]!;
    }
    cellsFrom[slot + 1] = cell;
  }
  return { cellsFrom, rowsFrom, longest };
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
  return at < 0 ? startAt(segment.rows, row) : segment.unsure!.startLatest[at]!;
}

export function surestEnd(segment: Segment, row: number): number {
  const at = unsureAt(segment.unsure, row);
  return at < 0 ? endAt(segment.rows, row) : segment.unsure!.endEarliest[at]!;
}

/** The rows as they came in, but in place order: to build another segment from. */
export function rowsOfSegment({ size, rows, ordinal, unsure, places, cellsFrom, rowsFrom }: Segment): StayColumns {
  const [person, place, start, end] = [new Int32Array(size), new Int32Array(size), new Int32Array(size), new Int32Array(size)];
  for (let slot = 0; slot < places.size; slot++)
    place.fill(places.numberAt(slot), rowsFrom[cellsFrom[slot]!]!, rowsFrom[cellsFrom[slot + 1]!]!);
  for (let row = 0; row < size; row++) {
    person[row] = keyAt(rows, row);
    start[row] = startAt(rows, row);
    end[row] = endAt(rows, row);
  }
  if (unsure === null) return { person, place, start, end, ordinal };
  const [startLatest, endEarliest] = [start.slice(), end.slice()];
  for (let i = 0; i < unsure.rows.length; i++) {
    startLatest[unsure.rows[i]!] = unsure.startLatest[i]!;
    endEarliest[unsure.rows[i]!] = unsure.endEarliest[i]!;
  }
  return { person, place, start, end, ordinal, startLatest, endEarliest };
}

/** Memory of a segment's columns and directories. */
export function bytesOfSegment(segment: Segment): number {
  const { rows, entries, unsure } = segment;
  const overlong = [rows, entries].flatMap((stays) => [stays.overlong.positions, stays.overlong.ends]);
  const unsureColumns = unsure === null ? [] : [unsure.flags, unsure.rows, unsure.startLatest, unsure.endEarliest];
  const columns = [...COLUMNS.map((name) => columnOf(segment, name)), ...overlong, ...unsureColumns];
  return columns.reduce((sum, column) => sum + column.byteLength, segment.places.bytes + segment.people.bytes);
}
