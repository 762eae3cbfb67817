import { sortDoubles } from './sort-runs.js';

/** Rows of one bucket: so few that they and what sorts them stay in the processor's own memory. */
const BUCKET_ROWS = 4_096;
const BUCKETS_AT_MOST = 2_048;
/** A record: its group, its start, three more values. */
export const RECORD = 5;

/** Called bucket by bucket, in order: the sorted rows `[from, to)` are the records that begin at `order[0 … to - from)`. */
export type TakeBucket = (records: Int32Array, order: Int32Array, from: number, to: number) => void;

/**
 * Records by (group, start), equal ones in the order in which they were put. First each goes to the bucket of its group's high bits; then
 * each bucket is sorted by itself. So memory is read and written in stretches, never row by row all over the input. Used in three steps:
 * `begin`, `put` for every row's group, `sort`.
 */
export class GroupSorter {
  records = new Int32Array(0);
  /** Bits by which a group is shifted to tell its bucket. */
  shift = 0;
  private groups = 0;
  private bucketFrom = new Int32Array(0);
  private order = new Int32Array(0);
  private packed = new Float64Array(0);

  /** Answers where the records of each bucket go: the caller puts row after row at `next[group >> shift]++ * RECORD`. */
  begin(group: Int32Array, groups: number): Int32Array {
    const size = group.length;
    if (this.records.length < size * RECORD) this.records = new Int32Array(size * RECORD);
    const wanted = Math.min(BUCKETS_AT_MOST, Math.ceil(size / BUCKET_ROWS));
    let shift = 0;
    while ((groups - 1) >> shift >= wanted) shift++;
    const buckets = ((groups - 1) >> shift) + 1;
    const from = new Int32Array(buckets + 1);
    for (let i = 0; i < size; i++) from[(group[i]! >> shift) + 1]!++;
    for (let bucket = 0; bucket < buckets; bucket++) from[bucket + 1]! += from[bucket]!;
    this.shift = shift;
    this.groups = groups;
    this.bucketFrom = from;
    return from.slice();
  }

  /** Once all are put. Answers where each group begins: group `k` are the sorted rows `[from[k], from[k + 1])`. */
  sort(low: number, take: TakeBucket): Int32Array {
    const { groups, shift, bucketFrom } = this;
    const from = new Int32Array(groups + 1);
    const next = new Int32Array(1 << shift);
    for (let bucket = 0; bucket + 1 < bucketFrom.length; bucket++) {
      const first = bucket << shift;
      const [begin, end] = [bucketFrom[bucket]!, bucketFrom[bucket + 1]!];
      const here = Math.min(1 << shift, groups - first);
      this.sortBucket(begin, end, low, first, here, next);
      for (let g = 0; g < here; g++) from[first + g + 1] = begin + next[g]!;
      if (end > begin) take(this.records, this.order, begin, end);
    }
    return from;
  }

  /** Leaves in `order` the positions of the bucket's records, in `next` the end of each group, counted from the bucket's first row. */
  private sortBucket(begin: number, end: number, low: number, first: number, groups: number, next: Int32Array): void {
    const size = end - begin;
    if (this.order.length < size) {
      this.order = new Int32Array(size * 2);
      this.packed = new Float64Array(size * 2);
    }
    const { records, order, packed } = this;
    const base = begin * RECORD;
    next.fill(0, 0, groups);
    for (let i = 0, at = base; i < size; i++, at += RECORD) next[records[at]! - first]!++;
    for (let g = 0, sum = 0; g < groups; g++) {
      const count = next[g]!;
      next[g] = sum;
      sum += count;
    }
    // Start and position in one double, exact up to 53 bits: what is compared lies side by side, and equal starts keep their order.
    const unit = 2 ** (32 - Math.clz32(size));
    for (let i = 0, at = base; i < size; i++, at += RECORD) packed[next[records[at]! - first]!++] = (records[at + 1]! - low) * unit + i;
    for (let g = 0, from = 0; g < groups; g++) {
      const to = next[g]!;
      sortDoubles(packed, from, to);
      from = to;
    }
    for (let i = 0; i < size; i++) {
      const value = packed[i]!;
      order[i] = base + (value - Math.floor(value / unit) * unit) * RECORD;
    }
  }
}
