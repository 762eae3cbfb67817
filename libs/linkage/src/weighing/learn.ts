import type { KeyedPass } from '../blocking/block-keys.js';
import type { Candidates, Pairing } from '../blocking/candidate-pairs.js';
import { allPairs } from '../blocking/candidate-pairs.js';
import type { RecordTable } from '../records/record-table.js';
import { expectation, maximised, type Pattern, type Patterns } from './expectation.js';
import { bitsOf, type Model, type PartChances } from './model.js';
import { bitsOfProbability, probabilityOf } from './odds.js';
import { Vetoes } from './vetoes.js';

/** Pairs that teach; of more candidates a part is drawn by what the records hold. */
const TEACHING_PAIRS = 600_000;
const RANDOM_PAIRS = 200_000;
/** Random pairs that the profile's own u counts for; of a rare level at least as many as show it half a time. */
const TRUST_IN_U = 500;
const trustIn = (u: number): number => Math.max(TRUST_IN_U, 0.5 / u);

const scramble = (x: number): number => {
  let h = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return (h ^ (h >>> 16)) >>> 0;
};

/** Records by what they hold: the same order however the file was sorted. */
function canonical(table: RecordTable): Int32Array {
  const keys = new Float64Array(table.size);
  for (let record = 0; record < table.size; record++) keys[record] = scramble(table.contentOf(record)) * 2 ** 21 + (record & 0x1fffff);
  return Int32Array.from({ length: table.size }, (_, i) => i).sort((a, b) => keys[a]! - keys[b]!);
}

/** Both sides of a random pair; of two files the same one stands first whichever was named first. */
function sides(table: RecordTable, order: Int32Array, boundary: number | null): [Int32Array, Int32Array] {
  if (boundary === null) return [order, order];
  const [one, other] = [order.filter((r) => r < boundary), order.filter((r) => r >= boundary)];
  if (one.length === 0 || other.length === 0) return [one, other];
  const first = one.length - other.length || table.contentOf(one[0]!) - table.contentOf(other[0]!);
  return first <= 0 ? [one, other] : [other, one];
}

/** Levels counted among random pairs, by part. */
export function randomLevels(table: RecordTable, { boundary }: Pairing): Float64Array[] {
  const order = canonical(table);
  const [left, right] = sides(table, order, boundary);
  const counts = table.parts.map(({ levels }) => new Float64Array(levels.length + 1));
  const levels = new Uint8Array(table.parts.length);
  const wanted = Math.min(RANDOM_PAIRS, left.length * right.length);
  let state = 0x2545f491;
  for (let i = 0; i < wanted; i++) {
    state = scramble(state + i);
    const a = left[state % left.length]!;
    state = scramble(state ^ 0x9e3779b9);
    const b = right[state % right.length]!;
    if (a === b) continue;
    table.compare(a, b, levels);
    for (let part = 0; part < levels.length; part++) counts[part]![levels[part]!]!++;
  }
  return counts.map((seen) => seen.subarray(1));
}

/** The same of patterns. */
function levelsIn(table: RecordTable, patterns: readonly Pattern[]): Float64Array[] {
  const counts = table.parts.map(({ levels }) => new Float64Array(levels.length + 1));
  for (const { levels, count } of patterns) for (let part = 0; part < levels.length; part++) counts[part]![levels[part]!]! += count;
  return counts.map((seen) => seen.subarray(1));
}

/** u by what random pairs show, less what pairs of one person among them show: a list full of duplicates would hide how rarely strangers agree. */
function uFrom(seen: Float64Array, given: PartChances, m: readonly number[], prior: number): number[] {
  const all = seen.reduce((sum, n) => sum + n, 0);
  return given.u.map((u, i) => (trustIn(u) * u + Math.max(0, seen[i]! - prior * m[i]! * all)) / (trustIn(u) + all));
}

/** Patterns of levels among the candidates, and in which passes they met. */
function patternsOf(table: RecordTable, candidates: Candidates, expected: number): Patterns {
  const share = Math.min(1, TEACHING_PAIRS / Math.max(1, expected));
  const limit = share * 2 ** 32;
  const found = new Map<string, Pattern>();
  const levels = new Uint8Array(table.parts.length);
  candidates.forEach((a, b) => {
    if (share < 1 && scramble(scramble(table.contentOf(a)) ^ scramble(table.contentOf(b))) > limit) return;
    table.compare(a, b, levels);
    const met = candidates.meetIn(a, b);
    const key = `${String.fromCharCode(...levels)}${met}`;
    const known = found.get(key);
    if (known) known.count++;
    else found.set(key, { key, levels: levels.slice(), met, count: 1 });
  });
  // Sums in one order give one result whatever the order of the input.
  return { patterns: [...found.values()].sort((a, b) => (a.key < b.key ? -1 : 1)), share };
}

/** How often each value met decides between m and u; both are looked at anew while every pair is a candidate. */
export function learn(
  table: RecordTable,
  starting: Model,
  pairing: Pairing,
  candidates: Candidates,
  passes: readonly KeyedPass[],
  candidatePairs: number,
): Model {
  const { learning } = table.profile;
  const { patterns, share } = patternsOf(table, candidates, candidatePairs);
  // Where every pair was looked at, no pair need be drawn at random.
  const random = candidates.everyPair ? levelsIn(table, patterns) : randomLevels(table, pairing);
  const withU = (parts: readonly PartChances[], prior: number): PartChances[] =>
    candidates.everyPair ? [...parts] : parts.map((one, p) => ({ ...one, u: uFrom(random[p]!, starting.parts[p]!, one.m, prior) }));
  const vetoes = new Vetoes(table, table.profile);
  for (const pattern of patterns) pattern.barred = vetoes.at(pattern.levels)?.atMost === 'no';
  let model: Model = {
    prior: starting.prior,
    parts: starting.parts.map((one, p) => ({ ...one, u: uFrom(random[p]!, one, one.m, starting.prior) })),
    learnt: true,
  };
  const groups = candidates.everyPair
    ? [{ patterns, blocked: new Set<number>() }]
    : passes.map(({ fields }, pass) => ({ patterns: patterns.filter(({ met }) => (met & (1 << pass)) !== 0), blocked: fields }));
  for (let round = 0; round < learning.rounds; round++) {
    const sums = groups.map((group) => expectation(table, model, group.patterns, group.blocked, candidates.everyPair ? model.prior : null));
    const next = maximised(model, starting, sums, learning.trust, candidates.everyPair);
    const change = next.reduce((most, one, p) => Math.max(most, ...one.m.map((m, i) => Math.abs(m - model.parts[p]!.m[i]!))), 0);
    const prior = priorFrom(model, patterns, share, pairing, starting.prior);
    model = { ...model, parts: withU(next, prior), prior };
    if (change < 1e-4) break;
  }
  return model;
}

/** The expected pairs of one person among the candidates, with the profile's own expectation as a tenth of the say. */
function priorFrom(model: Model, patterns: readonly Pattern[], share: number, pairing: Pairing, startingPrior: number): number {
  const bits = model.parts.map(bitsOf);
  const prior = bitsOfProbability(model.prior);
  let expected = 0;
  for (const { levels, count, barred } of patterns) {
    if (barred) continue;
    let weight = prior;
    for (let part = 0; part < levels.length; part++) if (levels[part]! > 0) weight += bits[part]![levels[part]! - 1]!;
    expected += count * probabilityOf(weight);
  }
  const all = allPairs(pairing);
  return Math.min(0.5, Math.max(0.9 * (expected / share) + 0.1 * startingPrior * all, 0.1) / all);
}
