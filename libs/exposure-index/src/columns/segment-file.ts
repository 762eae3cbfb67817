import { renameSync, writeFileSync } from 'node:fs';
import { endianness } from 'node:os';
import { crc32 } from 'node:zlib';
import { Directory } from './directory.js';
import type { Segment } from './segment.js';
import { readWholeFiles, type WholeFile } from './whole-files.js';

/** A header of JSON, filled up with blanks, then the columns one after the other as 32-bit whole numbers, lowest byte first. */
const HEADER = 4_096;
const FORMAT = 'tracewright-segment-1';

const COLUMNS = ['start', 'end', 'person', 'ordinal', 'cellsFrom', 'rowsFrom', 'longest', 'entriesFrom', 'rowsOf', 'placesOf'] as const;
const EXTRA = ['placesSorted', 'peopleSorted', 'unsureFlags', 'unsureRows', 'unsureStartLatest', 'unsureEndEarliest'] as const;
type ColumnName = (typeof COLUMNS)[number] | (typeof EXTRA)[number];

interface Header {
  readonly format: typeof FORMAT;
  readonly size: number;
  readonly minStart: number;
  readonly maxEnd: number;
  readonly places: { readonly low: number; readonly size: number };
  readonly people: { readonly low: number; readonly size: number };
  readonly columns: readonly { readonly name: ColumnName; readonly length: number }[];
  readonly checksum: number;
}

const bytesOf = (column: Int32Array | Uint32Array): Uint8Array => new Uint8Array(column.buffer, column.byteOffset, column.byteLength);

function columnsOf(segment: Segment): [ColumnName, Int32Array | Uint32Array][] {
  const { places, people, unsure } = segment;
  return [
    ...COLUMNS.map((name): [ColumnName, Int32Array] => [name, segment[name]]),
    ...(places.sorted ? [['placesSorted', places.sorted] as [ColumnName, Int32Array]] : []),
    ...(people.sorted ? [['peopleSorted', people.sorted] as [ColumnName, Int32Array]] : []),
    ...(unsure
      ? ([
          ['unsureFlags', unsure.flags],
          ['unsureRows', unsure.rows],
          ['unsureStartLatest', unsure.startLatest],
          ['unsureEndEarliest', unsure.endEarliest],
        ] as [ColumnName, Int32Array | Uint32Array][])
      : []),
  ];
}

function onlyLowestFirst(): void {
  if (endianness() !== 'LE') throw new Error('Segment files are written and read on machines that put the lowest byte first.');
}

/** Written beside its place and renamed: whoever looks finds the whole file or none. Answers the checksum of what it holds. */
export function writeSegment(path: string, segment: Segment): number {
  onlyLowestFirst();
  const columns = columnsOf(segment);
  const checksum = columns.reduce((sum, [, column]) => crc32(bytesOf(column), sum), 0);
  const header: Header = {
    format: FORMAT,
    size: segment.size,
    minStart: segment.minStart,
    maxEnd: segment.maxEnd,
    places: { low: segment.places.low, size: segment.places.size },
    people: { low: segment.people.low, size: segment.people.size },
    columns: columns.map(([name, { length }]) => ({ name, length })),
    checksum,
  };
  const head = Buffer.alloc(HEADER, ' ');
  head.write(JSON.stringify(header));
  writeWhole(path, [head, ...columns.map(([, column]) => bytesOf(column))]);
  return checksum;
}

export function writeWhole(path: string, parts: readonly Uint8Array[]): void {
  const beside = `${path}.new`;
  writeFileSync(beside, parts[0]!, { flush: true });
  for (const part of parts.slice(1)) writeFileSync(beside, part, { flag: 'a' });
  // The last write, of nothing, brings all of it to the disk before the name says that it is there.
  if (parts.length > 1) writeFileSync(beside, '', { flag: 'a', flush: true });
  renameSync(beside, path);
}

/** A file that is not whole, or not one of ours. */
export class DamagedSegment extends Error {}

/** Throws `DamagedSegment` when a file is cut short, changed or of another format; what the file system says goes through. */
export function readSegments(paths: readonly string[]): Segment[] {
  onlyLowestFirst();
  return readWholeFiles(paths, HEADER).map((file, i) => segmentOf(file, paths[i]!));
}

function segmentOf({ bytes, checksum }: WholeFile, path: string): Segment {
  const header = headerOf(bytes, path);
  const length = header.columns.reduce((sum, column) => sum + column.length * 4, HEADER);
  if (bytes.length !== length) throw new DamagedSegment(`${path} holds ${bytes.length} bytes, not ${length}.`);
  if (checksum !== header.checksum) throw new DamagedSegment(`${path} does not have its checksum.`);
  const column: Partial<Record<ColumnName, Int32Array>> = {};
  let at = bytes.byteOffset + HEADER;
  for (const { name, length: values } of header.columns) {
    column[name] = new Int32Array(bytes.buffer, at, values);
    at += values * 4;
  }
  const { unsureFlags, unsureRows, unsureStartLatest, unsureEndEarliest } = column;
  const flags = unsureFlags && new Uint32Array(unsureFlags.buffer, unsureFlags.byteOffset, unsureFlags.length);
  return {
    size: header.size,
    minStart: header.minStart,
    maxEnd: header.maxEnd,
    ...(Object.fromEntries(COLUMNS.map((name) => [name, column[name]])) as Pick<Segment, (typeof COLUMNS)[number]>),
    places: new Directory(header.places.low, header.places.size, column.placesSorted ?? null),
    people: new Directory(header.people.low, header.people.size, column.peopleSorted ?? null),
    unsure: flags ? { flags, rows: unsureRows!, startLatest: unsureStartLatest!, endEarliest: unsureEndEarliest! } : null,
  };
}

function headerOf(bytes: Buffer, path: string): Header {
  try {
    const header = JSON.parse(bytes.subarray(0, HEADER).toString('utf8')) as Header;
    if (header.format === FORMAT) return header;
  } catch {
    // Not JSON: the same answer as for a foreign format.
  }
  throw new DamagedSegment(`${path} is not a segment of this version.`);
}
