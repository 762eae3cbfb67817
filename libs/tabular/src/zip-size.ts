import { createInflateRaw } from 'node:zlib';

const LOCAL = 0x04034b50;
const ENTRY = 0x02014b50;
const STORED = 0;
const DEFLATED = 8;
const HEADER = 30;
/** Unpacked at once, in bytes. */
const PIECE = 2 ** 20;
/** The longest descriptor that may follow a part: signature, checksum and two sizes of eight bytes. */
const DESCRIPTOR = 24;

/**
 * What the parts of a zip come to unpacked, in bytes, up to the first that goes beyond the limit; null when it is not a whole zip. The parts are
 * unpacked for it and thrown away: what a zip says of its own sizes is whatever its maker wanted to say. They are found one after the other from the
 * front, as a reader of a stream finds them, so that none can be left out of a directory.
 */
export async function unpackedBytes(zip: Uint8Array, limit: number): Promise<number | null> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const signature = (at: number): number => (at + 4 <= zip.byteLength ? view.getUint32(at, true) : 0);
  let total = 0;
  let at = 0;
  while (signature(at) === LOCAL) {
    if (at + HEADER > zip.byteLength) return null;
    const method = view.getUint16(at + 8, true);
    const begins = at + HEADER + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    const part =
      method === DEFLATED
        ? await inflate(zip.subarray(begins), limit - total)
        : method === STORED
          ? { packed: view.getUint32(at + 18, true), unpacked: view.getUint32(at + 18, true) }
          : null;
    if (part === null) return null;
    total += part.unpacked;
    if (total > limit) return total;
    const ends = begins + part.packed;
    at = ends;
    while (at <= ends + DESCRIPTOR && signature(at) !== LOCAL && signature(at) !== ENTRY) at++;
  }
  return at > 0 && signature(at) === ENTRY ? total : null;
}

/** How many bytes one part takes and gives; no more is unpacked than it takes to know that it goes beyond the limit. */
function inflate(from: Uint8Array, limit: number): Promise<{ packed: number; unpacked: number } | null> {
  return new Promise((resolve) => {
    const engine = createInflateRaw({ chunkSize: PIECE });
    let unpacked = 0;
    engine.on('data', (chunk: Buffer) => {
      unpacked += chunk.byteLength;
      if (unpacked <= limit) return;
      resolve({ packed: 0, unpacked });
      engine.destroy();
    });
    engine.on('end', () => resolve({ packed: engine.bytesWritten, unpacked }));
    engine.on('error', () => resolve(null));
    engine.end(from);
  });
}
