/**
 * In milliseconds. The columns load nothing of the words of the field, which bring the protocols with them: a process that has an index in
 * files is at its first answer before those are read.
 */
export const SECOND = 1_000;

/**
 * Stays as columns, one row a stay, in any order. People, places and ordinals are small whole numbers that the caller gives out (and
 * leads back to its ids); times are whole seconds since the index's epoch, `[start, end)` the widest bounds.
 */
export interface StayColumns {
  readonly person: Int32Array;
  readonly place: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly ordinal: Int32Array;
  /** The surest bounds, both or neither; absent: as wide as the stay. May be reversed: then nothing is sure. */
  readonly startLatest?: Int32Array;
  readonly endEarliest?: Int32Array;
}

/** An Int32Array that grows by doubling. */
export class GrowingInts {
  values: Int32Array;
  length = 0;

  constructor(capacity = 1024) {
    this.values = new Int32Array(capacity);
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const wider = new Int32Array(this.values.length * 2);
      wider.set(this.values);
      this.values = wider;
    }
    this.values[this.length++] = value;
  }

  /** The values so far, copied to their own length. */
  take(): Int32Array {
    return this.values.slice(0, this.length);
  }
}

/** Columns of one length that grow together, by doubling. */
export class GrowingColumns {
  length = 0;
  columns: Int32Array[];

  constructor(count: number) {
    this.columns = Array.from({ length: count }, () => new Int32Array(1_024));
  }

  /** Room for so many more rows; `columns` are others afterwards. */
  reserve(more: number): void {
    const needed = this.length + more;
    if (needed <= this.columns[0]!.length) return;
    this.columns = this.columns.map((column) => {
      const wider = new Int32Array(needed * 2);
      wider.set(column);
      return wider;
    });
  }

  push(...row: readonly number[]): void {
    this.reserve(1);
    for (let c = 0; c < row.length; c++) this.columns[c]![this.length] = row[c]!;
    this.length++;
  }

  /** The rows so far, copied to their own length. */
  take(): Int32Array[] {
    return this.columns.map((column) => column.slice(0, this.length));
  }
}

/** Rows collected one by one. */
export class GrowingStays {
  private readonly rows = new GrowingColumns(7);
  private anyUnsure = false;

  get length(): number {
    return this.rows.length;
  }

  push(person: number, place: number, start: number, end: number, ordinal: number, startLatest = start, endEarliest = end): void {
    this.rows.push(person, place, start, end, ordinal, startLatest, endEarliest);
    this.anyUnsure ||= startLatest !== start || endEarliest !== end;
  }

  take(): StayColumns {
    const [person, place, start, end, ordinal, startLatest, endEarliest] = this.rows.take();
    const bare = { person: person!, place: place!, start: start!, end: end!, ordinal: ordinal! };
    return this.anyUnsure ? { ...bare, startLatest: startLatest!, endEarliest: endEarliest! } : bare;
  }
}

/** The rows whose value is kept. */
export function keptOf(column: Int32Array, isKept: (value: number) => boolean): Int32Array {
  const rows = new Int32Array(column.length);
  let count = 0;
  for (let row = 0; row < column.length; row++) if (isKept(column[row]!)) rows[count++] = row;
  return rows.subarray(0, count);
}

/** Of each part's column the rows that are kept, one part after the other. */
export function joined(columns: readonly Int32Array[], kept: readonly Int32Array[]): Int32Array {
  const all = new Int32Array(kept.reduce((sum, rows) => sum + rows.length, 0));
  let at = 0;
  for (const [i, column] of columns.entries()) for (const row of kept[i]!) all[at++] = column[row]!;
  return all;
}

/** In seconds. */
export const DAY = 86_400;

/** The rows of every day on which stays start, day after day, each in their former order. */
export function* byDay(stays: StayColumns): Generator<StayColumns> {
  const { start } = stays;
  let [low, high] = [start[0]!, start[0]!];
  for (let i = 1; i < start.length; i++) {
    if (start[i]! < low) low = start[i]!;
    else if (start[i]! > high) high = start[i]!;
  }
  const midnight = Math.floor(low / DAY) * DAY;
  const days = Math.floor((high - midnight) / DAY) + 1;
  const from = new Int32Array(days + 1);
  const dayOf = new Int32Array(start.length);
  let inOrder = true;
  for (let i = 0, before = 0; i < start.length; i++) {
    const day = ((start[i]! - midnight) / DAY) >>> 0;
    if (day < before) inOrder = false;
    before = day;
    dayOf[i] = day;
    from[day + 1]!++;
  }
  for (let day = 0; day < days; day++) from[day + 1]! += from[day]!;
  const given = Object.entries(stays).filter(([, column]) => column !== undefined);
  const columns = given.map(([name, column]) => [name, inOrder ? column : dealt(column, dayOf, from)] as const);
  for (let day = 0; day < days; day++)
    if (from[day + 1]! > from[day]!)
      yield Object.fromEntries(
        columns.map(([name, column]) => [name, column.subarray(from[day]!, from[day + 1]!)]),
      ) as unknown as StayColumns;
}

/** A column's values, day after day. */
function dealt(column: Int32Array, dayOf: Int32Array, from: Int32Array): Int32Array {
  const next = from.slice();
  const out = new Int32Array(column.length);
  for (let i = 0; i < column.length; i++) out[next[dayOf[i]!]!++] = column[i]!;
  return out;
}

/**
 * Rows by a small key, by counting: `rows` holds the row numbers group after group, each group in its former order; group `k` lies in
 * `[from[k], from[k + 1])`.
 */
export function groupRows(keys: Int32Array, groups: number): { from: Int32Array; rows: Int32Array } {
  const from = new Int32Array(groups + 1);
  for (let i = 0; i < keys.length; i++) from[keys[i]! + 1]!++;
  for (let k = 0; k < groups; k++) from[k + 1]! += from[k]!;
  const next = from.slice();
  const rows = new Int32Array(keys.length);
  for (let i = 0; i < keys.length; i++) rows[next[keys[i]!]!++] = i;
  return { from, rows };
}
