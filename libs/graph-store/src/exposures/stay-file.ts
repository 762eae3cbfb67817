import { open, readFile, rename } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import type { MetStay } from '@tracewright/investigation';

/** Of another format nothing is read. */
const FORMAT = 1;
/** Stays that are written and read in one go: others are served between two of them. */
const ROWS = 20_000;

/** Which history of a database the stays are of, and up to which revision. */
export interface StayFileHead {
  readonly mark: number;
  /** An entry of the audit chain that was there: another history has none of this number, or with another hash. */
  readonly auditSeq: number;
  readonly auditHash: string;
}

type Kind = Pick<MetStay, 'setting' | 'protection' | 'source' | 'ceiling'>;

/** What a part says in words; numbers of people, places and kinds point into its own lists. */
interface Words {
  readonly ids: string[];
  readonly people: string[];
  readonly places: string[];
  readonly kinds: Kind[];
  readonly seats: [row: number, seat: string | null, carriage: string | null][];
}

/** The file is not as it was written; what it was made from has to be read again. */
export class DamagedStayFile extends Error {}

/**
 * Writes stays beside their place and renames: whoever looks finds the whole file or none. What changes meanwhile may be in it in its old
 * version, its new one or both, the later one last: whoever reads it follows from `mark` on.
 */
export async function writeStayFile(path: string, head: StayFileHead, stays: Iterable<MetStay>): Promise<void> {
  const beside = `${path}.new`;
  const file = await open(beside, 'w', 0o600);
  try {
    await file.writeFile(framed(Buffer.from(JSON.stringify({ format: FORMAT, ...head }))));
    let some: MetStay[] = [];
    const flush = async (): Promise<void> => {
      await file.writeFile(framed(partOf(some)));
      some = [];
      await setImmediate();
    };
    for (const stay of stays) if (some.push(stay) === ROWS) await flush();
    if (some.length > 0) await flush();
    // A part without stays is the last: a file that lacks it was cut off.
    await flush();
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
}

/** Null: there is no file. Throws `DamagedStayFile`. */
export async function readStayFile(path: string): Promise<{ readonly head: StayFileHead; readonly parts: Generator<MetStay[]> } | null> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  const frames = framesIn(bytes, path);
  const first = frames.next();
  const head = first.done ? null : (JSON.parse(first.value.toString()) as StayFileHead & { format: number });
  if (head?.format !== FORMAT) throw new DamagedStayFile(`${path} is of another version.`);
  return { head, parts: partsIn(frames, path) };
}

function* partsIn(frames: Generator<Buffer>, path: string): Generator<MetStay[]> {
  for (const frame of frames) {
    const stays = staysIn(frame);
    if (stays.length === 0) return;
    yield stays;
  }
  throw new DamagedStayFile(`${path} was cut off.`);
}

/** Length and checksum, then the bytes. */
function framed(bytes: Buffer): Buffer {
  const front = Buffer.alloc(8);
  front.writeUInt32LE(bytes.length, 0);
  front.writeUInt32LE(crc32(bytes), 4);
  return Buffer.concat([front, bytes]);
}

function* framesIn(bytes: Buffer, path: string): Generator<Buffer> {
  for (let at = 0; at + 8 <= bytes.length; ) {
    const frame = bytes.subarray(at + 8, at + 8 + bytes.readUInt32LE(at));
    if (crc32(frame) !== bytes.readUInt32LE(at + 4)) throw new DamagedStayFile(`${path} does not have its checksums.`);
    yield frame;
    at += 8 + frame.length;
  }
}

const INT = 4;
const FLOAT = 8;
const INTS = 3;
const FLOATS = 4;

/** Numbers column after column, the wider ones first, then the words. */
function partOf(stays: readonly MetStay[]): Buffer {
  const words: Words = { ids: stays.map(({ id }) => id), people: [], places: [], kinds: [], seats: [] };
  const numbering = <T>(list: T[], keyOf: (value: T) => string) => {
    const known = new Map<string, number>();
    return (value: T): number => {
      const key = keyOf(value);
      const number = known.get(key) ?? list.push(value) - 1;
      known.set(key, number);
      return number;
    };
  };
  const person = numbering(words.people, String);
  const place = numbering(words.places, String);
  const kind = numbering(words.kinds, (one) => JSON.stringify(one));
  const rows = stays.length;
  const floats = new Float64Array(rows * FLOATS);
  const ints = new Int32Array(rows * INTS);
  for (const [row, stay] of stays.entries()) {
    const { setting, protection, source, ceiling } = stay;
    const moments = [stay.start, stay.end, stay.startLatest, stay.endEarliest];
    const numbers = [person(stay.personId), place(stay.placeId), kind({ setting, protection, source, ceiling })];
    for (const [column, value] of moments.entries()) floats[column * rows + row] = value;
    for (const [column, value] of numbers.entries()) ints[column * rows + row] = value;
    if (stay.seat !== null || stay.carriage !== null) words.seats.push([row, stay.seat, stay.carriage]);
  }
  return Buffer.concat([new Uint8Array(floats.buffer), new Uint8Array(ints.buffer), Buffer.from(JSON.stringify(words)), lengthOf(rows)]);
}

function lengthOf(rows: number): Buffer {
  const length = Buffer.alloc(INT);
  length.writeUInt32LE(rows);
  return length;
}

function staysIn(frame: Buffer): MetStay[] {
  const rows = frame.readUInt32LE(frame.length - INT);
  const numbers = rows * (FLOATS * FLOAT + INTS * INT);
  // Copied: within a frame a column seldom begins where an array of such numbers may.
  const copy = new Uint8Array(frame.subarray(0, numbers)).buffer;
  const floats = new Float64Array(copy, 0, rows * FLOATS);
  const ints = new Int32Array(copy, rows * FLOATS * FLOAT, rows * INTS);
  const words = JSON.parse(frame.toString('utf8', numbers, frame.length - INT)) as Words;
  const seats = new Map(words.seats.map(([row, seat, carriage]) => [row, { seat, carriage }]));
  return words.ids.map((id, row) => {
    const kind = words.kinds[ints[2 * rows + row]!]!;
    const seat = seats.get(row);
    return {
      id,
      personId: words.people[ints[row]!]!,
      placeId: words.places[ints[rows + row]!]!,
      start: floats[row]!,
      end: floats[rows + row]!,
      startLatest: floats[2 * rows + row]!,
      endEarliest: floats[3 * rows + row]!,
      setting: kind.setting,
      seat: seat?.seat ?? null,
      carriage: seat?.carriage ?? null,
      protection: kind.protection,
      source: kind.source,
      ceiling: kind.ceiling,
    };
  });
}
