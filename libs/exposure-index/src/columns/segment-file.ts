import { renameSync, writeFileSync } from 'node:fs';
import { endianness } from 'node:os';
import { crc32 } from 'node:zlib';
import { BlockFile, blocksOf, checksumsOf, DamagedSegment } from './block-file.js';
import { Directory } from './directory.js';
import { type PackedForm, type PackedStays, packedForm } from './packed-stays.js';
import { COLUMNS, type ColumnName, columnOf, type Segment } from './segment.js';
import { UnreadColumns } from './unread-columns.js';

/**
 * A header of JSON, filled up with blanks; then the columns one after the other as 32-bit whole numbers, lowest byte first; then the
 * checksum of each block of columns, likewise.
 */
const HEADER = 4_096;
const FORMAT = 'tracewright-segment-4';

/** Read at once: few, or looked at all over. */
const EXTRA = [
  'placesSorted',
  'peopleSorted',
  'longRows',
  'longRowEnds',
  'longEntries',
  'longEntryEnds',
  'unsureFlags',
  'unsureRows',
  'unsureStartLatest',
  'unsureEndEarliest',
] as const;
type AnyColumn = ColumnName | (typeof EXTRA)[number];

interface Header {
  readonly format: typeof FORMAT;
  readonly size: number;
  readonly minStart: number;
  readonly lastStart: number;
  readonly maxEnd: number;
  readonly lowOrdinal: number;
  readonly highOrdinal: number;
  /** The greatest number of a person. */
  readonly mostPerson: number;
  /** Told for other readers than this one. */
  readonly rowForm: PackedForm;
  readonly entryForm: PackedForm;
  readonly places: { readonly low: number; readonly size: number };
  readonly people: { readonly low: number; readonly size: number };
  readonly columns: readonly { readonly name: AnyColumn; readonly length: number }[];
}

const bytesOf = (column: Int32Array | Uint32Array): Uint8Array => new Uint8Array(column.buffer, column.byteOffset, column.byteLength);

function columnsOf(segment: Segment): [AnyColumn, Int32Array | Uint32Array][] {
  const { places, people, rows, entries, unsure } = segment;
  return [
    ...COLUMNS.map((name): [AnyColumn, Int32Array] => [name, columnOf(segment, name)]),
    ...(places.sorted ? [['placesSorted', places.sorted] as [AnyColumn, Int32Array]] : []),
    ...(people.sorted ? [['peopleSorted', people.sorted] as [AnyColumn, Int32Array]] : []),
    ['longRows', rows.overlong.positions],
    ['longRowEnds', rows.overlong.ends],
    ['longEntries', entries.overlong.positions],
    ['longEntryEnds', entries.overlong.ends],
    ...(unsure
      ? ([
          ['unsureFlags', unsure.flags],
          ['unsureRows', unsure.rows],
          ['unsureStartLatest', unsure.startLatest],
          ['unsureEndEarliest', unsure.endEarliest],
        ] as [AnyColumn, Int32Array | Uint32Array][])
      : []),
  ];
}

function onlyLowestFirst(): void {
  if (endianness() !== 'LE') throw new Error('Segment files are written and read on machines that put the lowest byte first.');
}

/**
 * Written beside its place and renamed: whoever looks finds the whole file or none. The segment must be here as a whole. Answers the
 * checksum of the header and of the blocks' checksums, so by it every byte can be told.
 */
export function writeSegment(path: string, segment: Segment): number {
  onlyLowestFirst();
  const columns = columnsOf(segment);
  const header: Header = {
    format: FORMAT,
    size: segment.size,
    minStart: segment.minStart,
    lastStart: segment.lastStart,
    maxEnd: segment.maxEnd,
    lowOrdinal: segment.lowOrdinal,
    highOrdinal: segment.highOrdinal,
    mostPerson: segment.mostPerson,
    rowForm: segment.rows.form,
    entryForm: segment.entries.form,
    places: { low: segment.places.low, size: segment.places.size },
    people: { low: segment.people.low, size: segment.people.size },
    columns: columns.map(([name, { length }]) => ({ name, length })),
  };
  const head = Buffer.alloc(HEADER, ' ');
  head.write(JSON.stringify(header));
  const parts = columns.map(([, column]) => bytesOf(column));
  const sums = bytesOf(checksumsOf(parts));
  writeWhole(path, [head, ...parts, sums]);
  return crc32(sums, crc32(head));
}

export function writeWhole(path: string, parts: readonly Uint8Array[]): void {
  const beside = `${path}.new`;
  writeFileSync(beside, parts[0]!, { flush: true });
  for (const part of parts.slice(1)) writeFileSync(beside, part, { flag: 'a' });
  // The last write, of nothing, brings all of it to the disk before the name says that it is there.
  if (parts.length > 1) writeFileSync(beside, '', { flag: 'a', flush: true });
  renameSync(beside, path);
}

/**
 * A segment whose columns are still in its file and come when they are needed. Throws `DamagedSegment` when the file is not as long as it
 * says, is of another format, or has other checksums than those by which `checksum` was told; what the file system says goes through.
 */
export function openSegment(path: string, checksum: number): Segment {
  onlyLowestFirst();
  const file = new BlockFile(path);
  try {
    return segmentIn(file, checksum);
  } catch (error) {
    file.close();
    throw error;
  }
}

function segmentIn(file: BlockFile, checksum: number): Segment {
  const { path, size } = file;
  if (size < HEADER) throw new DamagedSegment(`${path} is not a segment of this version.`);
  const head = file.read(0, HEADER);
  const header = headerOf(head, path);
  const length = header.columns.reduce((sum, column) => sum + column.length * 4, 0);
  const whole = HEADER + length + blocksOf(length) * 4;
  if (size !== whole) throw new DamagedSegment(`${path} holds ${size} bytes, not ${whole}.`);
  const table = file.read(HEADER + length, blocksOf(length) * 4);
  if (crc32(table, crc32(head)) !== checksum) throw new DamagedSegment(`${path} does not have its checksum.`);
  const buffer = new ArrayBuffer(length);
  file.begin(new Uint8Array(buffer), HEADER, new Uint32Array(table.buffer, table.byteOffset, blocksOf(length)));
  const column: Partial<Record<AnyColumn, Int32Array>> = {};
  const offsets: Partial<Record<AnyColumn, number>> = {};
  let at = 0;
  for (const { name, length: values } of header.columns) {
    column[name] = new Int32Array(buffer, at, values);
    offsets[name] = at;
    at += values * 4;
    if (EXTRA.some((extra) => extra === name)) file.need(at - values * 4, at);
  }
  const { unsureFlags, unsureRows, unsureStartLatest, unsureEndEarliest } = column;
  const packed = (words: Int32Array, mostKey: number, positions: Int32Array, ends: Int32Array): PackedStays => ({
    minStart: header.minStart,
    words,
    form: packedForm(mostKey, header.lastStart - header.minStart),
    overlong: { positions, ends },
  });
  const flags = unsureFlags && new Uint32Array(unsureFlags.buffer, unsureFlags.byteOffset, unsureFlags.length);
  return {
    size: header.size,
    minStart: header.minStart,
    lastStart: header.lastStart,
    maxEnd: header.maxEnd,
    lowOrdinal: header.lowOrdinal,
    highOrdinal: header.highOrdinal,
    mostPerson: header.mostPerson,
    rows: packed(column.rows!, header.mostPerson, column.longRows!, column.longRowEnds!),
    ordinal: column.ordinal!,
    cellsFrom: column.cellsFrom!,
    rowsFrom: column.rowsFrom!,
    longest: column.longest!,
    entriesFrom: column.entriesFrom!,
    entries: packed(column.entries!, header.places.size - 1, column.longEntries!, column.longEntryEnds!),
    places: new Directory(header.places.low, header.places.size, column.placesSorted ?? null),
    people: new Directory(header.people.low, header.people.size, column.peopleSorted ?? null),
    unsure: flags ? { flags, rows: unsureRows!, startLatest: unsureStartLatest!, endEarliest: unsureEndEarliest! } : null,
    unread: new UnreadColumns(file, offsets as Record<ColumnName, number>),
  };
}

function headerOf(bytes: Buffer, path: string): Header {
  try {
    const header = JSON.parse(bytes.toString('utf8')) as Header;
    if (header.format === FORMAT) return header;
  } catch {
    // Not JSON: the same answer as for a foreign format.
  }
  throw new DamagedSegment(`${path} is not a segment of this version.`);
}
