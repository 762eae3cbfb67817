import { Directory } from '../columns/directory.js';
import type { Segment } from '../columns/segment.js';

type Column = Int32Array | Uint32Array;

/** A segment whose columns lie in memory that threads share. All of it must be here. */
export function sharedSegment(segment: Segment): Segment {
  const { places, people, ...rest } = segment;
  return { ...(inSharedMemory(rest) as typeof rest), places: sharedDirectory(places), people: sharedDirectory(people) };
}

/** What came from another thread: columns are the same memory there and here, but a directory comes without what it can do. */
export function receivedSegment(segment: Segment): Segment {
  const revived = ({ low, size, sorted }: Directory): Directory => new Directory(low, size, sorted);
  return { ...segment, places: revived(segment.places), people: revived(segment.people) };
}

const sharedDirectory = ({ low, size, sorted }: Directory): Directory =>
  new Directory(low, size, sorted === null ? null : (inSharedMemory(sorted) as Int32Array));

function inSharedMemory(value: unknown): unknown {
  if (value instanceof Int32Array || value instanceof Uint32Array) return sharedColumn(value);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, inSharedMemory(part)]));
}

function sharedColumn(column: Column): Column {
  if (column.buffer instanceof SharedArrayBuffer) return column;
  const buffer = new SharedArrayBuffer(column.byteLength);
  const copy = column instanceof Int32Array ? new Int32Array(buffer) : new Uint32Array(buffer);
  copy.set(column);
  return copy;
}
