import { allPairs, type Candidates, type Pairing } from '../blocking/candidate-pairs.js';

export interface BlockingMeasure {
  readonly candidatePairs: number;
  /** Share of the true pairs that are candidates (pairs completeness). */
  readonly completeness: number;
  /** Share of all pairs that need not be compared. */
  readonly reduction: number;
  /** Of the true pairs, how many each pass brings together, and how many it alone. */
  readonly byPass: readonly { readonly pass: string; readonly pairs: number; readonly alone: number; readonly overLimit: number }[];
}

/** What blocking costs and what it loses, against known true pairs. */
export function measureBlocking(
  candidates: Candidates,
  pairing: Pairing,
  truth: readonly (readonly [a: number, b: number])[],
): BlockingMeasure {
  const met = truth.map(([a, b]) => candidates.meetIn(a, b));
  const candidatePairs = candidates.forEach(() => {});
  const together = candidates.everyPair ? truth.length : met.filter((bits) => bits !== 0).length;
  return {
    candidatePairs,
    completeness: truth.length === 0 ? 1 : together / truth.length,
    reduction: 1 - candidatePairs / Math.max(1, allPairs(pairing)),
    byPass: candidates.passes.map(({ name, overLimit }, pass) => ({
      pass: name,
      pairs: met.filter((bits) => (bits & (1 << pass)) !== 0).length,
      alone: met.filter((bits) => bits === 1 << pass).length,
      overLimit,
    })),
  };
}
