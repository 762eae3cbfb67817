import { numbers, wholeNumbers } from '../columns.js';
import type { Profile } from '../profile/profile.js';
import type { RecordTable } from '../records/record-table.js';
import { KeyGroups } from './key-groups.js';

/** A record's key in one pass: equal numbers block together; NaN blocks with nobody. */
export type BlockKey = (record: number) => number;

/** Columns that one pass after the other uses: new ones of this size for each would have the whole memory searched for what can go. */
export class Scratch {
  readonly keys: Float64Array;
  readonly low: Int32Array;
  readonly high: Int32Array;
  readonly blockOf: Int32Array;
  readonly groups: KeyGroups;

  constructor(count: number) {
    this.keys = numbers(count);
    this.low = wholeNumbers(count);
    this.high = wholeNumbers(count);
    this.blockOf = wholeNumbers(count);
    this.groups = new KeyGroups(count);
  }
}

/** One key of a pass: by record through the number of its value. */
interface ValueKey {
  readonly field: number;
  readonly keyOf: (value: number) => number;
  readonly all: () => Float64Array;
}

export interface KeyedPass {
  readonly name: string;
  readonly key: BlockKey;
  /** Key that splits a block over the limit; null when the pass names none. */
  readonly second: BlockKey | null;
  /** Fields that the key is made of: between pairs of this pass their agreement tells nothing. */
  readonly fields: ReadonlySet<number>;
  /** The keys of all records at once: each value's key is made once, however many records and passes have it. */
  readonly all: (scratch: Scratch) => Float64Array;
}

/** One to one in the value, so that two days under one name never share a key: each step can be undone. */
const mix = (hash: number, value: number): number => {
  let h = Math.imul(hash ^ value, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
};

const LOW = 0x9e3779b9;
const HIGH = 0x243f6a88;
const together = (low: number, high: number): number => (low >>> 0) + (high & 0x1fffff) * 2 ** 32;

/** Two hashes of 32 and 21 bits make one number: among a million records two different keys meet about once in 20,000 runs, and cost a comparison then. */
function combined(table: RecordTable, keys: readonly ValueKey[]): BlockKey {
  return (record) => {
    let [low, high] = [LOW, HIGH];
    for (const { field, keyOf } of keys) {
      const value = keyOf(table.valueOf(field, record));
      if (value < 0) return Number.NaN;
      low = mix(low, value | 0);
      high = mix(high ^ low, (value / 2 ** 21) | 0);
    }
    return together(low, high);
  };
}

/** The same for every record, a column at a time. */
function combinedAll(table: RecordTable, keys: readonly ValueKey[], scratch: Scratch): Float64Array {
  const count = table.size;
  const { low, high, keys: found } = scratch;
  low.fill(LOW);
  high.fill(HIGH);
  found.fill(0);
  for (const key of keys) {
    const column = key.all();
    for (let record = 0; record < count; record++) {
      const value = table.valueOf(key.field, record);
      const own = value < 0 ? -1 : column[value]!;
      if (own < 0) found[record] = Number.NaN;
      else {
        low[record] = mix(low[record]!, own | 0);
        high[record] = mix(high[record]! ^ low[record]!, (own / 2 ** 21) | 0);
      }
    }
  }
  for (let record = 0; record < count; record++) if (found[record] === 0) found[record] = together(low[record]!, high[record]!);
  return found;
}

function keyNamed(table: RecordTable, name: string): ValueKey | null {
  const [fieldName, keyName = ''] = name.split('.');
  const field = table.fields.findIndex((one) => one.field.name === fieldName);
  if (field < 0) return null;
  const { comparison } = table.fields[field]!;
  return { field, keyOf: comparison.key(keyName), all: () => comparison.keys(keyName) };
}

/** The profile's passes that the table's columns allow. A pass that lacks one of its keys is left out, and so are keys of a second that are not there. */
export function keyedPasses(table: RecordTable, { passes }: Profile): KeyedPass[] {
  return passes.flatMap(({ name, keys, second }): KeyedPass[] => {
    const found = keys.map((key) => keyNamed(table, key)).filter((key) => key !== null);
    if (found.length < keys.length) return [];
    const more = second.flatMap((key) => keyNamed(table, key) ?? []);
    return [
      {
        name,
        key: combined(table, found),
        second: more.length > 0 ? combined(table, [...found, ...more]) : null,
        fields: new Set(found.map(({ field }) => field)),
        all: (scratch) => combinedAll(table, found, scratch),
      },
    ];
  });
}
