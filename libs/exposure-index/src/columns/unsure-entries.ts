import { entryOfRow } from './entries.js';
import { firstAtLeast } from './first-at-least.js';
import type { Segment, Unsure } from './segment.js';

const known = new WeakMap<Segment, Unsure>();

/** The unsure rows of a segment by their entries. Found when they are first asked for, and kept as long as the segment. */
export function unsureEntriesOf(segment: Segment): Unsure | null {
  if (segment.unsure === null) return null;
  const found = known.get(segment) ?? find(segment, segment.unsure);
  known.set(segment, found);
  return found;
}

export function bytesOfUnsureEntries(segment: Segment): number {
  const found = known.get(segment);
  if (found === undefined) return 0;
  return [found.flags, found.rows, found.startLatest, found.endEarliest].reduce((sum, column) => sum + column.byteLength, 0);
}

function find(segment: Segment, { flags, rows, startLatest, endEarliest }: Unsure): Unsure {
  const { cellsFrom, rowsFrom } = segment;
  const entryOf = Int32Array.from(rows, (row) => {
    const cell = firstAtLeast(rowsFrom, 0, rowsFrom.length, row + 1) - 1;
    const slot = firstAtLeast(cellsFrom, 0, cellsFrom.length, cell + 1) - 1;
    return entryOfRow(segment, slot, rowsFrom[cell]!, row);
  });
  const order = Int32Array.from(rows, (_, i) => i).sort((a, b) => entryOf[a]! - entryOf[b]!);
  const entries = Int32Array.from(order, (i) => entryOf[i]!);
  const marked = new Uint32Array(flags.length);
  for (const entry of entries) marked[entry >> 5]! |= 1 << (entry & 31);
  return {
    flags: marked,
    rows: entries,
    startLatest: Int32Array.from(order, (i) => startLatest[i]!),
    endEarliest: Int32Array.from(order, (i) => endEarliest[i]!),
  };
}
