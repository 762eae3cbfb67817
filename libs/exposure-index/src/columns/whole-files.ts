import * as fs from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { crc32 } from 'node:zlib';

export interface WholeFile {
  readonly bytes: Buffer;
  /** Of all that comes after the header. */
  readonly checksum: number;
}

/** Below this a second thread takes longer to begin than to help. */
const WORTH_HELP = 64 * 2 ** 20;
/** For one file; a disk that takes longer for it is not there. */
const HELPER_LOST_MS = 60_000;
const [WAITING, READ, FAILED] = [0, 1, 2] as const;

/** Reads and checks at once, while a stretch is still in the processor's own memory. Self-contained: its text is what the helper runs. */
function readInto(files: typeof fs, sum: typeof crc32, path: string, bytes: Uint8Array, header: number): number {
  const file = files.openSync(path, 'r');
  try {
    let checksum = 0;
    for (let at = 0, got = 1; at < bytes.length && got > 0; at += got) {
      got = files.readSync(file, bytes, at, Math.min(at === 0 ? header : 2 ** 19, bytes.length - at), at);
      if (at > 0) checksum = sum(bytes.subarray(at, at + got), checksum);
    }
    return checksum;
  } finally {
    files.closeSync(file);
  }
}

interface Shared {
  readonly paths: readonly string[];
  readonly buffers: readonly SharedArrayBuffer[];
  /** The next file that nobody reads yet. */
  readonly next: Int32Array;
  readonly states: Int32Array;
  readonly checksums: Uint32Array;
  readonly header: number;
}

const HELPER = `
const { workerData } = require('node:worker_threads');
const fs = require('node:fs');
const { crc32 } = require('node:zlib');
const readInto = ${readInto};
const { paths, buffers, next, states, checksums, header } = workerData;
for (let i = Atomics.add(next, 0, 1); i < paths.length; i = Atomics.add(next, 0, 1)) {
  let state = ${FAILED};
  try {
    checksums[i] = readInto(fs, crc32, paths[i], new Uint8Array(buffers[i]), header);
    state = ${READ};
  } catch {}
  Atomics.store(states, i, state);
  Atomics.notify(states, i);
}`;

/**
 * Files as they are, with the checksum of what follows a header of `header` bytes. Large ones are read on two threads: most of the time
 * goes into fresh memory and checking. What the file system says goes through.
 */
export function readWholeFiles(paths: readonly string[], header: number, worthHelp = WORTH_HELP): WholeFile[] {
  const sizes = paths.map((path) => fs.statSync(path).size);
  const shared: Shared = {
    paths,
    buffers: sizes.map((size) => new SharedArrayBuffer(size)),
    next: new Int32Array(new SharedArrayBuffer(4)),
    states: new Int32Array(new SharedArrayBuffer(4 * paths.length)),
    checksums: new Uint32Array(new SharedArrayBuffer(4 * paths.length)),
    header,
  };
  const { buffers, next, states, checksums } = shared;
  const helped = sizes.reduce((sum, size) => sum + size, 0) >= worthHelp && availableParallelism() > 1;
  if (helped) new Worker(HELPER, { eval: true, workerData: shared }).unref();
  const read = (i: number): void => {
    checksums[i] = readInto(fs, crc32, paths[i]!, new Uint8Array(buffers[i]!), header);
    states[i] = READ;
  };
  for (let i = Atomics.add(next, 0, 1); i < paths.length; i = Atomics.add(next, 0, 1)) read(i);
  return paths.map((_, i) => {
    if (helped) Atomics.wait(states, i, WAITING, HELPER_LOST_MS);
    // Read by ourselves after all: an error comes out where it is understood, and a helper that ended early holds nobody up.
    if (Atomics.load(states, i) !== READ) read(i);
    return { bytes: Buffer.from(buffers[i]!), checksum: checksums[i]! };
  });
}
