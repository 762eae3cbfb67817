import { entryOfRow } from './entries.js';
import type { RemovedOrdinals } from './removed-ordinals.js';
import type { Segment } from './segment.js';

interface Looked {
  /** How many of the removed ordinals were looked at. */
  seen: number;
  mayLack: boolean;
}

interface Found {
  seen: number;
  /** Entries that were asked about one by one since. */
  asked: number;
  /** A bit for each entry; null: none is removed. */
  bits: Uint32Array | null;
  /** The same by rows: a row's ordinal lies apart from what else is read of it. */
  rows: Uint32Array | null;
}

const NOT_YET = { seen: 0, asked: 0, bits: null, rows: null };

/** To search for one row takes as long as to look at the ordinals of so many. */
const ROWS_A_SEARCH = 64;

/** Which rows of a segment were removed, in the order by person, kept from question to question. */
export class RemovedEntries {
  private readonly looked = new WeakMap<Segment, Looked>();
  private readonly found = new WeakMap<Segment, Found>();

  constructor(private readonly removed: RemovedOrdinals) {}

  /** False: no row of it was removed, as its lowest and highest ordinal tell. Nothing of its columns is looked at. */
  mayLack(segment: Segment): boolean {
    const { count } = this.removed;
    if (count === 0) return false;
    const known = this.looked.get(segment) ?? { seen: 0, mayLack: false };
    if (known.seen === count) return known.mayLack;
    known.mayLack ||= this.anyIn(segment, known.seen);
    known.seen = count;
    this.looked.set(segment, known);
    return known.mayLack;
  }

  /** All of the segment must be here. */
  of(segment: Segment): Uint32Array | null {
    const { count } = this.removed;
    if (count === 0) return null;
    const known: Found = this.found.get(segment) ?? { ...NOT_YET };
    if (known.seen === count) return known.bits;
    if (this.anyIn(segment, known.seen)) [known.bits, known.rows] = this.find(segment);
    known.seen = count;
    this.found.set(segment, known);
    return known.bits;
  }

  /** The same, where it is known, or so much was asked one by one that it is worth it; undefined: it is not, yet. */
  whenWorth(segment: Segment, entries: number): Uint32Array | null | undefined {
    const known: Found = this.found.get(segment) ?? { ...NOT_YET };
    if (known.seen === this.removed.count) return known.bits;
    known.asked += entries;
    this.found.set(segment, known);
    if (segment.unread !== null || known.asked * ROWS_A_SEARCH < segment.size) return undefined;
    known.asked = 0;
    return this.of(segment);
  }

  /** A bit for each row that was removed, where that is known of all removed so far; null: it is not, or there is none. */
  rowsIn(segment: Segment): Uint32Array | null {
    const known = this.found.get(segment);
    return known?.seen === this.removed.count ? known.rows : null;
  }

  bytes(segment: Segment): number {
    const known = this.found.get(segment);
    return (known?.bits?.byteLength ?? 0) + (known?.rows?.byteLength ?? 0);
  }

  /** Whether any of those removed since then lies between its lowest and its highest ordinal. */
  private anyIn({ lowOrdinal, highOrdinal }: Segment, seen: number): boolean {
    const { values, length } = this.removed.inTurn;
    for (let i = seen; i < length; i++) if (values[i]! >= lowOrdinal && values[i]! <= highOrdinal) return true;
    return false;
  }

  private find(segment: Segment): [bits: Uint32Array | null, rows: Uint32Array | null] {
    const { size, places, cellsFrom, rowsFrom, ordinal } = segment;
    let bits: Uint32Array | null = null;
    let rows: Uint32Array | null = null;
    for (let slot = 0; slot < places.size; slot++)
      for (let cell = cellsFrom[slot]!; cell < cellsFrom[slot + 1]!; cell++)
        for (let row = rowsFrom[cell]!; row < rowsFrom[cell + 1]!; row++) {
          if (!this.removed.has(ordinal[row]!)) continue;
          bits ??= new Uint32Array((size + 31) >> 5);
          rows ??= new Uint32Array((size + 31) >> 5);
          rows[row >> 5]! |= 1 << (row & 31);
          const entry = entryOfRow(segment, slot, rowsFrom[cell]!, row);
          bits[entry >> 5]! |= 1 << (entry & 31);
        }
    return [bits, rows];
  }
}
