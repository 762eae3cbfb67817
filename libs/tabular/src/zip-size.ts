const END = 0x06054b50;
const ENTRY = 0x02014b50;

/** Unpacked size of a zip by its own directory, in bytes; null when it is not a zip. ZIP64 entries count as 4 GB each. */
export function inflatedBytes(zip: Uint8Array): number | null {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const lowest = Math.max(0, zip.byteLength - 65_557);
  let end = zip.byteLength - 22;
  while (end >= lowest && view.getUint32(end, true) !== END) end--;
  if (end < lowest || end < 0) return null;
  let at = view.getUint32(end + 16, true);
  let total = 0;
  for (
    let entries = view.getUint16(end + 10, true);
    entries > 0 && at + 46 <= zip.byteLength && view.getUint32(at, true) === ENTRY;
    entries--
  ) {
    total += view.getUint32(at + 24, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return total;
}
