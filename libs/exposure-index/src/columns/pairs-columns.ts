import type { ExposureColumns } from './exposure-columns.js';
import { endAt, keyAt, startAt } from './packed-stays.js';
import { RunSorter } from './sort-runs.js';
import { GrowingInts } from './stay-columns.js';

/** Two stays of different people at one place; the first began no later. Seconds; `overlap` is true overlap, 0 when only the lag joins. */
export type VisitPair = (firstOrdinal: number, secondOrdinal: number, first: number, second: number, overlap: number) => void;

/**
 * Every pair of stays of different people at the same place that overlap, the earlier one extended by the lag (a gap of exactly the lag
 * does not count, ruling 10), by more than 0 and at least `minSeconds` then. Streamed place by place: nothing is kept.
 */
export function coPresencePairs(
  index: ExposureColumns,
  { minSeconds, lagSeconds }: { minSeconds: number; lagSeconds: number },
  visit: VisitPair,
): void {
  const { canonical } = index.same;
  const least = Math.max(1, minSeconds);
  const sorter = new RunSorter();
  const [start, end, person, ordinal] = [new GrowingInts(), new GrowingInts(), new GrowingInts(), new GrowingInts()];
  for (const place of placesOf(index)) {
    for (const column of [start, end, person, ordinal]) column.length = 0;
    for (const segment of index.segments()) {
      const slot = segment.places.find(place);
      if (slot < 0) continue;
      const last = segment.rowsFrom[segment.cellsFrom[slot + 1]!]!;
      for (let row = segment.rowsFrom[segment.cellsFrom[slot]!]!; row < last; row++) {
        if (index.isRemoved(segment.ordinal[row]!)) continue;
        start.push(startAt(segment.rows, row));
        end.push(endAt(segment.rows, row));
        person.push(canonical[keyAt(segment.rows, row)]!);
        ordinal.push(segment.ordinal[row]!);
      }
    }
    const rows = Int32Array.from({ length: start.length }, (_, i) => i);
    // Of two that begin at once the one that ends first is the earlier: the lag is its.
    if (rows.length > 1) {
      sorter.sort(rows, 0, rows.length, end.values);
      sorter.sort(rows, 0, rows.length, start.values);
    }
    for (let i = 0; i < rows.length; i++) {
      const first = rows[i]!;
      const until = end.values[first]! + lagSeconds;
      for (let j = i + 1; j < rows.length && start.values[rows[j]!]! + least <= until; j++) {
        const second = rows[j]!;
        const begins = start.values[second]!;
        if (person.values[first] === person.values[second] || end.values[second]! - begins < least) continue;
        const overlap = Math.max(0, Math.min(end.values[first]!, end.values[second]!) - begins);
        visit(ordinal.values[first]!, ordinal.values[second]!, person.values[first]!, person.values[second]!, overlap);
      }
    }
  }
}

/** Every place that has rows, once. */
function placesOf(index: ExposureColumns): Set<number> {
  const places = new Set<number>();
  for (const { places: directory, cellsFrom } of index.segments())
    for (let slot = 0; slot < directory.size; slot++) if (cellsFrom[slot + 1]! > cellsFrom[slot]!) places.add(directory.numberAt(slot));
  return places;
}
