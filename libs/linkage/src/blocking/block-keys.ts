import type { Profile } from '../profile/profile.js';
import type { RecordTable } from '../records/record-table.js';

/** A record's key in one pass: equal numbers block together; NaN blocks with nobody. */
export type BlockKey = (record: number) => number;

export interface KeyedPass {
  readonly name: string;
  readonly key: BlockKey;
  /** Key that splits a block over the limit; null when the pass names none. */
  readonly second: BlockKey | null;
  /** Fields that the key is made of: between pairs of this pass their agreement tells nothing. */
  readonly fields: ReadonlySet<number>;
}

const mix = (hash: number, value: number): number => {
  let h = Math.imul(hash ^ value, 0x85ebca6b);
  h ^= h >>> 13;
  return Math.imul(h, 0xc2b2ae35) ^ (h >>> 16);
};

/** Two hashes of 32 and 21 bits make one number: among a million records two different keys meet about once in 20,000 runs, and cost a comparison then. */
function combined(keys: readonly BlockKey[]): BlockKey {
  return (record) => {
    let [low, high] = [0x9e3779b9, 0x243f6a88];
    for (const key of keys) {
      const value = key(record);
      if (value < 0 || Number.isNaN(value)) return Number.NaN;
      low = mix(low, value | 0);
      high = mix(high ^ low, (value / 2 ** 21) | 0);
    }
    return (low >>> 0) + (high & 0x1fffff) * 2 ** 32;
  };
}

function keyNamed(table: RecordTable, name: string): { key: BlockKey; field: number } | null {
  const [fieldName, keyName = ''] = name.split('.');
  const field = table.fields.findIndex((one) => one.field.name === fieldName);
  if (field < 0) return null;
  const keyOf = table.fields[field]!.comparison.key(keyName);
  return { key: (record) => keyOf(table.valuesOf(field)[record]!), field };
}

/** The profile's passes that the table's columns allow. A pass that lacks one of its keys is left out, and so are keys of a second that are not there. */
export function keyedPasses(table: RecordTable, { passes }: Profile): KeyedPass[] {
  return passes.flatMap(({ name, keys, second }): KeyedPass[] => {
    const found = keys.map((key) => keyNamed(table, key));
    if (found.some((one) => one === null)) return [];
    const whole = found.map((one) => one!.key);
    const more = second.flatMap((key) => keyNamed(table, key)?.key ?? []);
    return [
      {
        name,
        key: combined(whole),
        second: more.length > 0 ? combined([...whole, ...more]) : null,
        fields: new Set(found.map((one) => one!.field)),
      },
    ];
  });
}
