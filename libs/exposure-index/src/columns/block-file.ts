import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/** A file that is not whole, or not one of ours: what it held has to be built again from the record. */
export class DamagedSegment extends Error {
  override readonly name = 'DamagedSegment';
}

/**
 * Bytes that are read and checked together. Small, since a question looks at few rows far apart, and a page of fresh memory costs more
 * than what is read into it.
 */
export const BLOCK = 4_096;

export const blocksOf = (bytes: number): number => Math.ceil(bytes / BLOCK);

/** The checksum of each block of bytes that lie in parts one after the other. */
export function checksumsOf(parts: readonly Uint8Array[]): Uint32Array {
  const sums = new Uint32Array(blocksOf(parts.reduce((sum, part) => sum + part.length, 0)));
  let at = 0;
  for (const part of parts)
    for (let from = 0; from < part.length; ) {
      const to = Math.min(part.length, from + BLOCK - (at % BLOCK));
      const block = Math.floor(at / BLOCK);
      sums[block] = crc32(part.subarray(from, to), sums[block]);
      at += to - from;
      from = to;
    }
  return sums;
}

/** Whoever drops a half-read index need not say so. */
const leftOpen = new FinalizationRegistry<number>((file) => closeSync(file));

/**
 * A stretch of a file that is held in memory and comes there block by block, when it is needed. Memory that nothing was read into was never
 * touched and costs nothing. The file stays open until all of it is read, so it may lose its name meanwhile.
 */
export class BlockFile {
  private readonly file: number;
  private bytes: Uint8Array = new Uint8Array(0);
  private sums: Uint32Array = new Uint32Array(0);
  private at = 0;
  /** 1 for each block that is here and was found whole. */
  private here = new Uint8Array(0);
  private missing = 0;

  /** What the file system says goes through. */
  constructor(readonly path: string) {
    this.file = openSync(path, 'r');
    leftOpen.register(this, this.file, this);
  }

  get size(): number {
    return fstatSync(this.file).size;
  }

  get isWhole(): boolean {
    return this.missing === 0;
  }

  /** Bytes that no block's checksum covers, at once. */
  read(from: number, length: number): Buffer {
    const bytes = Buffer.alloc(length);
    this.fill(bytes, 0, length, from);
    return bytes;
  }

  /** The stretch that begins at byte `at` of the file, as long as `bytes`, and the checksums of its blocks. */
  begin(bytes: Uint8Array, at: number, sums: Uint32Array): void {
    this.bytes = bytes;
    this.at = at;
    this.sums = sums;
    this.missing = blocksOf(bytes.length);
    this.here = new Uint8Array(this.missing);
  }

  /** Brings in `[from, to)` of the stretch. Throws `DamagedSegment` when a block of it is not as it was written, now and each time it is needed. */
  need(from: number, to: number): void {
    if (this.missing === 0 || from >= to) return;
    const last = Math.floor((to - 1) / BLOCK);
    for (let block = Math.floor(from / BLOCK); block <= last; block++) {
      if (this.here[block] === 1) continue;
      let until = block + 1;
      while (until <= last && this.here[until] === 0) until++;
      this.bring(block, until);
      block = until;
    }
  }

  /** Brings in all of it, and closes the file. */
  needAll(): void {
    // A stretch at a time is checked while it is still in the processor's own memory.
    for (let from = 0; from < this.bytes.length; from += STRETCH) this.need(from, Math.min(from + STRETCH, this.bytes.length));
  }

  close(): void {
    if (leftOpen.unregister(this)) closeSync(this.file);
  }

  private bring(block: number, until: number): void {
    const { bytes, here, sums } = this;
    this.fill(bytes, block * BLOCK, Math.min(until * BLOCK, bytes.length), this.at + block * BLOCK);
    for (let b = block; b < until; b++) {
      if (crc32(bytes.subarray(b * BLOCK, Math.min((b + 1) * BLOCK, bytes.length))) !== sums[b])
        throw new DamagedSegment(`${this.path} is damaged after byte ${this.at + b * BLOCK}.`);
      here[b] = 1;
      this.missing--;
    }
    if (this.missing === 0) this.close();
  }

  private fill(bytes: Uint8Array, from: number, to: number, position: number): void {
    for (let at = from, got = 1; at < to; at += got) {
      got = readSync(this.file, bytes, at, to - at, position + at - from);
      if (got === 0) throw new DamagedSegment(`${this.path} ends too early.`);
    }
  }
}

const STRETCH = 2 ** 19;
