import { firstOf, wholeNumbers } from '../columns.js';
import { type KeyedPass, Scratch } from './block-keys.js';

/** Records of each block of one pass, one block after the other. */
export interface PassBlocks {
  readonly name: string;
  /** Block `k` holds `records[starts[k]]` up to `records[starts[k + 1]]`. */
  readonly starts: Int32Array;
  readonly records: Int32Array;
  /** Records of blocks that were still over the limit after the second key: not compared in this pass. */
  readonly overLimit: number;
}

/**
 * Blocks of one pass over records 0 to `count`; one over the limit is split by the second key, and what is still over is left out. Each record's
 * block stands in `scratch.blockOf` until the next pass, -1 for a record in none.
 */
export function blocksOf({ name, all, second }: KeyedPass, count: number, limit: number, scratch = new Scratch(count)): PassBlocks {
  const { blockOf } = scratch;
  let sizes = scratch.groups.number(all(scratch), blockOf);
  if (sizes.some((size) => size > limit)) sizes = split(blockOf, sizes, limit, second, scratch);
  // Numbered in the order of their first records: pairs of one block after the other then go through memory from one end to the other.
  const numbers = scratch.low.fill(-1);
  const starts = scratch.high;
  starts[0] = 0;
  let [kept, overLimit] = [0, 0];
  for (let record = 0; record < count; record++) {
    const block = blockOf[record]!;
    if (block < 0) continue;
    if (sizes[block]! > limit) {
      overLimit++;
      blockOf[record] = -1;
      continue;
    }
    if (numbers[block]! < 0) {
      numbers[block] = kept;
      starts[kept + 1] = starts[kept]! + sizes[block]!;
      kept++;
    }
    blockOf[record] = numbers[block]!;
  }
  return { name, starts: firstOf(starts, kept + 1), records: laidOut(blockOf, starts, numbers, kept), overLimit };
}

/** Puts the records of blocks over the limit into blocks of their second keys; the sizes of all blocks then, those that nobody is left in among them. */
function split(blockOf: Int32Array, sizes: Int32Array, limit: number, second: KeyedPass['second'], scratch: Scratch): Int32Array {
  const keys = scratch.keys.fill(Number.NaN);
  for (let record = 0; record < blockOf.length; record++) {
    const block = blockOf[record]!;
    if (block < 0 || sizes[block]! <= limit) continue;
    keys[record] = second?.(record) ?? Number.NaN;
    blockOf[record] = -1;
  }
  const before = firstOf(sizes, sizes.length);
  const splitOf = scratch.low;
  const more = scratch.groups.number(keys, splitOf);
  for (let record = 0; record < blockOf.length; record++) if (splitOf[record]! >= 0) blockOf[record] = before.length + splitOf[record]!;
  const all = wholeNumbers(before.length + more.length);
  all.set(before);
  all.set(more, before.length);
  return all;
}

/** Counting sort of records by block. */
function laidOut(blockOf: Int32Array, starts: Int32Array, next: Int32Array, blocks: number): Int32Array {
  const records = wholeNumbers(blocks === 0 ? 0 : starts[blocks]!);
  for (let block = 0; block < blocks; block++) next[block] = starts[block]!;
  for (let record = 0; record < blockOf.length; record++) {
    const block = blockOf[record]!;
    if (block >= 0) records[next[block]!++] = record;
  }
  return records;
}
