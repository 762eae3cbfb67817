import type { RecordTable } from '../records/record-table.js';
import { bitsOf, type Model, type PartChances } from './model.js';
import { bitsOfProbability, probabilityOf } from './odds.js';

/** One pattern of levels among pairs. */
export interface Pattern {
  readonly key: string;
  readonly levels: Uint8Array;
  /** Passes in which its pairs met, as bits. */
  readonly met: number;
  count: number;
  /** A veto says that it is two people, whatever the weights say. */
  barred?: boolean;
}

export interface Patterns {
  readonly patterns: readonly Pattern[];
  /** Of the candidates, how large a share they are. */
  readonly share: number;
}

/** Expected counts by part and level, of pairs of one person and of two. */
export interface Sums {
  readonly one: readonly Float64Array[];
  readonly two: readonly Float64Array[];
}

/** Bits of a pattern in the parts of fields that did not block it. */
function bitsIn(pattern: Pattern, bits: readonly (readonly number[])[], open: readonly number[]): number {
  let sum = 0;
  for (const part of open) {
    const level = pattern.levels[part]!;
    if (level > 0) sum += bits[part]![level - 1]!;
  }
  return sum;
}

/** The share of one person's pairs among these, by a few turns of its own: within a block it is another than among all pairs. */
function shareOf(patterns: readonly Pattern[], weights: readonly number[]): number {
  let share = 0.3;
  const all = patterns.reduce((sum, { count }) => sum + count, 0);
  for (let turn = 0; turn < 12; turn++) {
    const prior = bitsOfProbability(Math.min(0.999, Math.max(share, 1e-6)));
    let expected = 0;
    patterns.forEach(({ count, barred }, i) => {
      if (!barred) expected += count * probabilityOf(prior + weights[i]!);
    });
    share = expected / all;
  }
  return Math.min(0.999, Math.max(share, 1e-6));
}

/** Expectation: how much of every pattern is one person's. The fields that block are left out, since they agree in all of it. */
export function expectation(
  table: RecordTable,
  model: Model,
  patterns: readonly Pattern[],
  blocked: ReadonlySet<number>,
  prior: number | null,
): Sums {
  const open = table.parts.flatMap(({ field }, part) => (blocked.has(field) ? [] : [part]));
  const bits = model.parts.map(bitsOf);
  const empty = () => model.parts.map(({ levels }) => new Float64Array(levels.length));
  const [one, two] = [empty(), empty()];
  if (patterns.length === 0) return { one, two };
  const weights = patterns.map((pattern) => bitsIn(pattern, bits, open));
  const share = bitsOfProbability(prior ?? shareOf(patterns, weights));
  patterns.forEach(({ levels, count, barred }, i) => {
    const p = barred ? 0 : probabilityOf(share + weights[i]!);
    for (const part of open) {
      const level = levels[part]!;
      if (level === 0) continue;
      one[part]![level - 1]! += count * p;
      two[part]![level - 1]! += count * (1 - p);
    }
  });
  return { one, two };
}

/** Maximisation: m by the expected counts, with the profile's own as so many pairs; u too where every pair was looked at. */
export function maximised(model: Model, starting: Model, sums: readonly Sums[], trust: number, withU: boolean): PartChances[] {
  return model.parts.map((part, p) => {
    const one = part.levels.map((_, level) => sums.reduce((sum, s) => sum + s.one[p]![level]!, 0));
    const two = part.levels.map((_, level) => sums.reduce((sum, s) => sum + s.two[p]![level]!, 0));
    const [all, allTwo] = [one, two].map((counts) => counts.reduce((sum, n) => sum + n, 0)) as [number, number];
    const given = starting.parts[p]!;
    return {
      ...part,
      m: given.m.map((m, level) => (trust * m + one[level]!) / (trust + all)),
      u: withU ? given.u.map((u, level) => (trust * u + two[level]!) / (trust + allTwo)) : part.u,
    };
  });
}
