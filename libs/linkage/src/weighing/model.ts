import type { Pairing } from '../blocking/candidate-pairs.js';
import { allPairs } from '../blocking/candidate-pairs.js';
import type { RecordTable } from '../records/record-table.js';

/** Probabilities of one part, by level from the best down (the missing level has none: it gives no bits). */
export interface PartChances {
  readonly part: string;
  readonly levels: readonly string[];
  /** Among pairs of one person. */
  readonly m: readonly number[];
  /** Among pairs of two people. */
  readonly u: readonly number[];
}

/** Everything the weights follow from. Plain data: to be looked at, kept and overridden. */
export interface Model {
  /** Probability that two records drawn at random are one person. */
  readonly prior: number;
  readonly parts: readonly PartChances[];
  /** Whether the chances were learnt from records, or are the profile's. */
  readonly learnt: boolean;
}

/** What somebody sets by hand: part to level to either probability. */
export type Overrides = Readonly<Record<string, Readonly<Record<string, { readonly m?: number; readonly u?: number }>>>>;

const normal = (values: readonly number[]): number[] => {
  const sum = values.reduce((all, value) => all + value, 0);
  return values.map((value) => value / sum);
};

/** The profile's own chances for the parts that the table has, and its prior for so many pairs. */
export function startingModel(table: RecordTable, pairing: Pairing): Model {
  const parts = table.parts.map(({ fullName, field, within, levels }): PartChances => {
    const { field: given, comparison } = table.fields[field]!;
    const chances = given.parts[comparison.parts[within]!.name] ?? {};
    return {
      part: fullName,
      levels,
      m: normal(levels.map((level) => chances[level]?.m ?? 0.001)),
      u: normal(levels.map((level) => chances[level]?.u ?? 0.001)),
    };
  });
  return { prior: priorOf(table.profile.matchesPerRecord, pairing), parts, learnt: false };
}

/** `matchesPerRecord` records' worth of pairs among all; in two files the smaller one has so many to be found. */
export function priorOf(matchesPerRecord: number, pairing: Pairing): number {
  const { count, boundary } = pairing;
  const records = boundary === null ? count : Math.min(boundary, count - boundary);
  return Math.min(0.5, (matchesPerRecord * Math.max(1, records)) / Math.max(1, allPairs(pairing)));
}

export const withOverrides = (model: Model, overrides: Overrides): Model => ({
  ...model,
  parts: model.parts.map((one) => ({
    ...one,
    m: one.m.map((m, i) => overrides[one.part]?.[one.levels[i]!]?.m ?? m),
    u: one.u.map((u, i) => overrides[one.part]?.[one.levels[i]!]?.u ?? u),
  })),
});

/**
 * Bits of each level, log2(m/u). Levels run from the best down, so their bits never rise: neighbours that would are counted as one level
 * (pool adjacent violators). The best never speaks against, the worst never for.
 */
export function bitsOf({ m, u }: PartChances): number[] {
  const pools: { m: number; u: number; levels: number }[] = [];
  for (let i = 0; i < m.length; i++) {
    let pool = { m: m[i]!, u: u[i]!, levels: 1 };
    for (let last = pools.at(-1); last && last.m / last.u < pool.m / pool.u; last = pools.at(-1)) {
      pools.pop();
      pool = { m: last.m + pool.m, u: last.u + pool.u, levels: last.levels + pool.levels };
    }
    pools.push(pool);
  }
  const bits = pools.flatMap((pool) => Array<number>(pool.levels).fill(Math.log2(pool.m / pool.u)));
  return bits.map((value, i) => (i === 0 ? Math.max(0, value) : i === bits.length - 1 ? Math.min(0, value) : value));
}

/** Bits that somebody sets by hand: part to level. */
export type LevelWeights = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** The model with these bits instead of its own; of what is not named nothing changes. */
export const withWeights = (model: Model, weights: LevelWeights): Model => ({
  ...model,
  parts: model.parts.map((one) => {
    const own = bitsOf(one);
    // As it counts, not as it was learnt: levels that were counted as one stay so.
    return { ...one, m: one.u.map((u, i) => u * 2 ** (weights[one.part]?.[one.levels[i]!] ?? own[i]!)) };
  }),
});

/** Why bits set by hand cannot stand: more agreement would weigh less. */
export type WeightFlaw =
  | { readonly kind: 'unknown-level'; readonly part: string; readonly level: string }
  | { readonly kind: 'rises'; readonly part: string; readonly level: string; readonly better: string }
  | { readonly kind: 'best-against' | 'worst-for' | 'out-of-bounds'; readonly part: string; readonly level: string };

/** A thousand million to one: nothing that is known of a person says more. */
const MOST_BITS = 30;

/** The first reason against these weights, in the order of the parts; null: more agreement never lowers the weight. */
export function flawOfWeights(model: Model, weights: LevelWeights): WeightFlaw | null {
  for (const [part, levels] of Object.entries(weights))
    for (const level of Object.keys(levels))
      if (!model.parts.some((one) => one.part === part && one.levels.includes(level))) return { kind: 'unknown-level', part, level };
  for (const one of model.parts) {
    const { part, levels } = one;
    const own = bitsOf(one);
    const bits = own.map((value, i) => weights[part]?.[levels[i]!] ?? value);
    for (const [i, value] of bits.entries()) {
      const level = levels[i]!;
      if (!Number.isFinite(value) || Math.abs(value) > MOST_BITS) return { kind: 'out-of-bounds', part, level };
      if (i === 0 && value < 0) return { kind: 'best-against', part, level };
      if (i > 0 && value > bits[i - 1]! + 1e-9) return { kind: 'rises', part, level, better: levels[i - 1]! };
      if (i === bits.length - 1 && value > 0) return { kind: 'worst-for', part, level };
    }
  }
  return null;
}
