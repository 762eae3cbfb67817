import { Directory } from './directory.js';
import { RunSorter } from './sort-runs.js';
import { groupRows, type StayColumns } from './stay-columns.js';

/** Classes of duration, in seconds: a place's rows lie class by class, so that a bound on length keeps each scan tight. */
const CLASS_ENDS = [15 * 60, 30 * 60, 60 * 60, 4 * 60 * 60] as const;
const CLASSES = CLASS_ENDS.length + 1;

const classOf = (seconds: number): number =>
  seconds < CLASS_ENDS[0] ? 0 : seconds < CLASS_ENDS[1] ? 1 : seconds < CLASS_ENDS[2] ? 2 : seconds < CLASS_ENDS[3] ? 3 : 4;

/** Rows whose surest bounds are narrower than the stay; few, so they lie apart. */
interface Unsure {
  readonly flags: Uint32Array;
  /** In order. */
  readonly rows: Int32Array;
  readonly startLatest: Int32Array;
  readonly endEarliest: Int32Array;
}

/**
 * Stays in two orders, never changed: rows by (place, class of duration, start), and row numbers by (person, start). Times in seconds
 * since the index's epoch. A cell is the rows of one class at one place; places without rows of a class have no cell for it.
 */
export interface Segment {
  readonly size: number;
  readonly minStart: number;
  readonly maxEnd: number;
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
  /** Entries of a person in `rowsOf` and `placesOf`. */
  readonly entriesFrom: Int32Array;
  readonly rowsOf: Int32Array;
  readonly placesOf: Int32Array;
  readonly unsure: Unsure | null;
}

/** Builds both orders by counting and radix. */
export function buildSegment(stays: StayColumns): Segment {
  const size = stays.start.length;
  const sorter = new RunSorter();
  const places = Directory.of(stays.place);
  const keys = new Int32Array(size);
  for (let i = 0; i < size; i++) keys[i] = places.find(stays.place[i]!) * CLASSES + classOf(stays.end[i]! - stays.start[i]!);
  const { from, rows } = groupRows(keys, places.size * CLASSES);
  for (let k = 0; k + 1 < from.length; k++) if (from[k + 1]! - from[k]! > 1) sorter.sort(rows, from[k]!, from[k + 1]!, stays.start);
  const [start, end, person, ordinal] = [stays.start, stays.end, stays.person, stays.ordinal].map((column) => gathered(column, rows));
  const cells = cellsOf(from, places.size, start!, end!);
  return {
    size,
    ...hullOf(start!, end!),
    start: start!,
    end: end!,
    person: person!,
    ordinal: ordinal!,
    places,
    ...cells,
    ...byPerson(person!, start!, gathered(stays.place, rows), sorter),
    unsure: unsureOf(stays, rows),
  };
}

function gathered(column: Int32Array, rows: Int32Array): Int32Array {
  const out = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) out[i] = column[rows[i]!]!;
  return out;
}

function hullOf(start: Int32Array, end: Int32Array): { minStart: number; maxEnd: number } {
  let [minStart, maxEnd] = [2 ** 31 - 1, -(2 ** 31)];
  for (let i = 0; i < start.length; i++) {
    if (start[i]! < minStart) minStart = start[i]!;
    if (end[i]! > maxEnd) maxEnd = end[i]!;
  }
  return { minStart, maxEnd };
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

function byPerson(person: Int32Array, start: Int32Array, place: Int32Array, sorter: RunSorter) {
  const people = Directory.of(person);
  const keys = new Int32Array(person.length);
  for (let row = 0; row < person.length; row++) keys[row] = people.find(person[row]!);
  const { from, rows } = groupRows(keys, people.size);
  for (let slot = 0; slot < people.size; slot++)
    if (from[slot + 1]! - from[slot]! > 1) sorter.sort(rows, from[slot]!, from[slot + 1]!, start);
  return { people, entriesFrom: from, rowsOf: rows, placesOf: gathered(place, rows) };
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
function unsureAt(unsure: Unsure | null, row: number): number {
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

/** First position in `[from, to)` of an ascending column whose value is at least `value`; `to` when there is none. */
export function firstAtLeast(column: Int32Array, from: number, to: number, value: number): number {
  // No destructuring: this is the innermost step of every probe.
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (column[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The rows as they came in, but in place order: to build another segment from. */
export function rowsOfSegment(segment: Segment): StayColumns {
  const { size, start, end, person, ordinal, unsure } = segment;
  const place = new Int32Array(size);
  for (let entry = 0; entry < size; entry++) place[segment.rowsOf[entry]!] = segment.placesOf[entry]!;
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
  const columns = [s.start, s.end, s.person, s.ordinal, s.cellsFrom, s.rowsFrom, s.longest, s.entriesFrom, s.rowsOf, s.placesOf];
  const unsure = s.unsure === null ? [] : [s.unsure.flags, s.unsure.rows, s.unsure.startLatest, s.unsure.endEarliest];
  return [...columns, ...unsure].reduce((sum, column) => sum + column.byteLength, s.places.bytes + s.people.bytes);
}
