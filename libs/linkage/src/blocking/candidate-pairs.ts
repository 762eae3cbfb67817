import { wholeNumbers } from '../columns.js';
import type { Profile } from '../profile/profile.js';
import type { RecordTable } from '../records/record-table.js';
import { type KeyedPass, keyedPasses, Scratch } from './block-keys.js';
import { blocksOf, type PassBlocks } from './blocks.js';

/** How records are paired: all with each other, or those before `boundary` with those from it on. */
export interface Pairing {
  readonly count: number;
  readonly boundary: number | null;
}

export const allPairs = ({ count, boundary }: Pairing): number =>
  boundary === null ? (count * (count - 1)) / 2 : boundary * (count - boundary);

/** Told each pair once, the smaller number first. */
export type OnPair = (a: number, b: number) => void;

export interface Candidates {
  /** Every pair is one: no blocking, so none is missed. */
  readonly everyPair: boolean;
  readonly passes: readonly PassBlocks[];
  forEach(onPair: OnPair): number;
  /** Passes, as bits, in which two records meet. */
  meetIn(a: number, b: number): number;
}

function everyPair({ count, boundary }: Pairing): Candidates {
  return {
    everyPair: true,
    passes: [],
    forEach(onPair) {
      let pairs = 0;
      const last = boundary ?? count;
      for (let a = 0; a < last; a++)
        for (let b = boundary ?? a + 1; b < count; b++) {
          onPair(a, b);
          pairs++;
        }
      return pairs;
    },
    meetIn: () => 0,
  };
}

/** The union of the passes: a pair that an earlier pass has is left to it, so no pair is told twice and none is remembered. */
function union(keyed: readonly KeyedPass[], limit: number, { count, boundary }: Pairing): Candidates {
  const scratch = new Scratch(count);
  const width = keyed.length;
  // A record's blocks, a number for each pass, stand side by side: whether two meet in any is then seen in two places of memory.
  const blocks = wholeNumbers(count * width);
  const passes = keyed.map((one, pass) => {
    const found = blocksOf(one, count, limit, scratch);
    for (let record = 0, at = pass; record < count; record++, at += width) blocks[at] = scratch.blockOf[record]!;
    return found;
  });
  const together = (pass: number, a: number, b: number): boolean => {
    const block = blocks[a * width + pass]!;
    return block >= 0 && block === blocks[b * width + pass];
  };
  return {
    everyPair: false,
    passes,
    forEach(onPair) {
      let pairs = 0;
      passes.forEach(({ starts, records }, pass) => {
        for (let k = 0; k + 1 < starts.length; k++) {
          const end = starts[k + 1]!;
          for (let i = starts[k]!; i < end; i++) {
            const a = records[i]!;
            if (boundary !== null && a >= boundary) break;
            for (let j = i + 1; j < end; j++) {
              const b = records[j]!;
              if (boundary !== null && b < boundary) continue;
              let earlier = 0;
              while (earlier < pass && !together(earlier, a, b)) earlier++;
              if (earlier < pass) continue;
              onPair(a, b);
              pairs++;
            }
          }
        }
      });
      return pairs;
    },
    meetIn: (a, b) => passes.reduce((bits, _, pass) => (together(pass, a, b) ? bits | (1 << pass) : bits), 0),
  };
}

export function candidatesOf(table: RecordTable, profile: Profile, pairing: Pairing): Candidates {
  if (allPairs(pairing) <= profile.everyPairUpTo) return everyPair(pairing);
  return union(keyedPasses(table, profile), profile.blockLimit, pairing);
}
