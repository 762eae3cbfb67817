import { type KeyedPass, Scratch } from './block-keys.js';

/** Records of each block of one pass, one block after the other, and each record's block; -1 for a record in none. */
export interface PassBlocks {
  readonly name: string;
  readonly blockOf: Int32Array;
  /** Block `k` holds `records[starts[k]]` up to `records[starts[k + 1]]`. */
  readonly starts: Int32Array;
  readonly records: Int32Array;
  /** Records of blocks that were still over the limit after the second key: not compared in this pass. */
  readonly overLimit: number;
}

/** How many records each block holds. */
function sizesOf(blockOf: Int32Array, blocks: number): Int32Array {
  const sizes = new Int32Array(blocks);
  for (const block of blockOf) if (block >= 0) sizes[block]!++;
  return sizes;
}

/** Blocks of one pass over records 0 to `count`; one over the limit is split by the second key, and what is still over is left out. */
export function blocksOf({ name, all, second }: KeyedPass, count: number, limit: number, scratch = new Scratch(count)): PassBlocks {
  const blockOf = new Int32Array(count).fill(-1);
  const numbering = scratch.numbering.empty();
  const keys = all(scratch);
  for (let record = 0; record < count; record++) {
    const key = keys[record]!;
    if (!Number.isNaN(key)) blockOf[record] = numbering.of(key);
  }
  let blocks = numbering.size;
  let sizes = sizesOf(blockOf, blocks);
  if (sizes.some((size) => size > limit)) {
    blocks += split(blockOf, sizes, limit, second, scratch);
    sizes = sizesOf(blockOf, blocks);
  }
  // Blocks of one record are none; the others are numbered anew, so that what is kept is no larger than it must be.
  const numbers = new Int32Array(blocks).fill(-1);
  let kept = 0;
  for (let block = 0; block < blocks; block++) if (sizes[block]! > 1 && sizes[block]! <= limit) numbers[block] = kept++;
  let overLimit = 0;
  for (let record = 0; record < count; record++) {
    const block = blockOf[record]!;
    if (block < 0) continue;
    if (sizes[block]! > limit) overLimit++;
    blockOf[record] = numbers[block]!;
  }
  return { name, blockOf, ...laidOut(blockOf, kept), overLimit };
}

/** Puts the records of blocks over the limit into blocks of their second keys; how many those are. */
function split(blockOf: Int32Array, sizes: Int32Array, limit: number, second: KeyedPass['second'], scratch: Scratch): number {
  const numbering = scratch.numbering.empty();
  for (let record = 0; record < blockOf.length; record++) {
    const block = blockOf[record]!;
    if (block < 0 || sizes[block]! <= limit) continue;
    const key = second?.(record) ?? Number.NaN;
    blockOf[record] = Number.isNaN(key) ? -1 : sizes.length + numbering.of(key);
  }
  return numbering.size;
}

/** Counting sort of records by block. */
function laidOut(blockOf: Int32Array, blocks: number): { starts: Int32Array; records: Int32Array } {
  const starts = new Int32Array(blocks + 1);
  for (const block of blockOf) if (block >= 0) starts[block + 1]!++;
  for (let k = 0; k < blocks; k++) starts[k + 1]! += starts[k]!;
  const records = new Int32Array(starts[blocks]!);
  const next = starts.slice();
  for (let record = 0; record < blockOf.length; record++) {
    const block = blockOf[record]!;
    if (block >= 0) records[next[block]!++] = record;
  }
  return { starts, records };
}
