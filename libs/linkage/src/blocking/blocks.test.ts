import { describe, expect, it } from 'vitest';
import { Chains } from '../incremental/chains.js';
import type { KeyedPass } from './block-keys.js';
import { blocksOf } from './blocks.js';

const LIMIT = 4;
/** Of 60 records: block 0 holds 20, which the second key splits into fives of which one is over the limit; others hold three. */
const key = (record: number): number => (record < 20 ? 0 : record % 7 === 0 ? Number.NaN : Math.floor(record / 3));
const second = (record: number): number => (record < 10 ? 100 + Math.floor(record / 3) : record < 20 ? 200 : 300 + record);
const pass: KeyedPass = {
  name: 'p',
  key,
  second,
  fields: new Set(),
  all: () => Float64Array.from({ length: 60 }, (_, record) => key(record)),
};

function pairsOf(passOf: KeyedPass): Set<string> {
  const { starts, records } = blocksOf(passOf, 60, LIMIT);
  const pairs = new Set<string>();
  for (let k = 0; k + 1 < starts.length; k++)
    for (let i = starts[k]!; i < starts[k + 1]!; i++) for (let j = i + 1; j < starts[k + 1]!; j++) pairs.add(`${records[i]}-${records[j]}`);
  return pairs;
}

/** By the definition, pair by pair. */
function expected(withSecond: boolean): Set<string> {
  const size = (of: (record: number) => number, value: number) =>
    Array.from({ length: 60 }, (_, i) => i).filter((i) => of(i) === value).length;
  const pairs = new Set<string>();
  for (let a = 0; a < 60; a++)
    for (let b = a + 1; b < 60; b++) {
      if (!(key(a) === key(b))) continue;
      const fits = size(key, key(a)) <= LIMIT;
      if (fits || (withSecond && second(a) === second(b) && size(second, second(a)) <= LIMIT)) pairs.add(`${a}-${b}`);
    }
  return pairs;
}

describe('blocks', () => {
  it('hold who shares a key; a block over the limit is split by the second key; what is still over is told', () => {
    expect(pairsOf(pass)).toEqual(expected(true));
    expect(expected(true).has('0-1')).toBe(true);
    expect(expected(true).has('10-11')).toBe(false);
    expect(blocksOf(pass, 60, LIMIT).overLimit).toBe(10);
  });

  it('without a second key leave a large block out', () => {
    expect(pairsOf({ ...pass, second: null })).toEqual(expected(false));
    expect(blocksOf({ ...pass, second: null }, 60, LIMIT).overLimit).toBe(0);
  });

  it('that grow record by record bring the same records together', () => {
    const chains = new Chains(key, second, LIMIT);
    for (let record = 0; record < 60; record++) chains.add(record);
    const pairs = new Set<string>();
    for (let record = 0; record < 60; record++) chains.forEach(record, (other) => other > record && pairs.add(`${record}-${other}`));
    expect(pairs).toEqual(expected(true));
  });
});
