import type { KeyedPass } from './block-keys.js';

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

/** Numbers from 0 on for keys, open addressing. */
class KeyNumbering {
  private readonly mask: number;
  private readonly keys: Float64Array;
  private readonly numbers: Int32Array;
  size = 0;

  constructor(atMost: number) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(16, atMost * 2)));
    this.mask = slots - 1;
    this.keys = new Float64Array(slots);
    this.numbers = new Int32Array(slots).fill(-1);
  }

  of(key: number): number {
    let slot = (Math.imul(key | 0, 0x9e3779b1) >>> 0) & this.mask;
    while (this.numbers[slot]! >= 0) {
      if (this.keys[slot] === key) return this.numbers[slot]!;
      slot = (slot + 1) & this.mask;
    }
    this.keys[slot] = key;
    this.numbers[slot] = this.size;
    return this.size++;
  }
}

/** How many records each block holds. */
function sizesOf(blockOf: Int32Array, blocks: number): Int32Array {
  const sizes = new Int32Array(blocks);
  for (const block of blockOf) if (block >= 0) sizes[block]!++;
  return sizes;
}

/** Blocks of one pass over records 0 to `count`; one over the limit is split by the second key, and what is still over is left out. */
export function blocksOf({ name, all, second }: KeyedPass, count: number, limit: number): PassBlocks {
  const blockOf = new Int32Array(count).fill(-1);
  const numbering = new KeyNumbering(count);
  const keys = all();
  for (let record = 0; record < count; record++) {
    const key = keys[record]!;
    if (!Number.isNaN(key)) blockOf[record] = numbering.of(key);
  }
  let blocks = numbering.size;
  let sizes = sizesOf(blockOf, blocks);
  if (sizes.some((size) => size > limit)) {
    blocks += split(blockOf, sizes, limit, second);
    sizes = sizesOf(blockOf, blocks);
  }
  let overLimit = 0;
  for (let record = 0; record < count; record++) {
    const block = blockOf[record]!;
    if (block < 0) continue;
    if (sizes[block]! > limit) overLimit++;
    if (sizes[block]! > limit || sizes[block] === 1) blockOf[record] = -1;
  }
  return { name, blockOf, ...laidOut(blockOf, blocks), overLimit };
}

/** Puts the records of blocks over the limit into blocks of their second keys; how many those are. */
function split(blockOf: Int32Array, sizes: Int32Array, limit: number, second: KeyedPass['second']): number {
  const numbering = new KeyNumbering(blockOf.length);
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
