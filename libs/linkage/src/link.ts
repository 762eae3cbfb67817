import { keyedPasses } from './blocking/block-keys.js';
import { type Candidates, candidatesOf, type Pairing } from './blocking/candidate-pairs.js';
import { type Cluster, correlationClusters, type Edge } from './clusters/correlation.js';
import type { Decision, Profile } from './profile/profile.js';
import { type Cells, RecordTable } from './records/record-table.js';
import { frequenciesOf } from './weighing/frequencies.js';
import { learn } from './weighing/learn.js';
import { type Model, type Overrides, startingModel, withOverrides } from './weighing/model.js';
import { bitsOfProbability, probabilityOf } from './weighing/odds.js';
import { Weigher } from './weighing/weigher.js';

export interface LinkQuestion {
  readonly profile: Profile;
  readonly records: readonly Cells[];
  /** Records of a second file: then only pairs between the two are looked for. */
  readonly against?: readonly Cells[];
  /** A model learnt before; otherwise one is learnt here, or the profile's own is taken when there are too few records. */
  readonly model?: Model;
  readonly overrides?: Overrides;
}

/** Two records that are one person, or may be. Numbers count the records, then those of the second file, from 0 on. */
export interface LinkedPair {
  readonly a: number;
  readonly b: number;
  /** In bits, the prior included: the probability by another name. */
  readonly weight: number;
  readonly probability: number;
  readonly decision: Exclude<Decision, 'no'>;
  /** Name of the veto that holds the pair at review; null when there is none. */
  readonly veto: string | null;
}

export interface Linked {
  /** Surest first. */
  readonly pairs: readonly LinkedPair[];
  readonly candidatePairs: number;
  readonly candidates: Candidates;
  readonly model: Model;
  readonly table: RecordTable;
  readonly weigher: Weigher;
  clusters(): readonly Cluster[];
}

/** Bits at which one pair's say among many is cut off. */
const CUT = 12;

const columnsOf = (records: readonly Cells[]): Set<string> => {
  const columns = new Set<string>();
  for (const record of records) for (const column in record) columns.add(column);
  return columns;
};

/** Finds who is who among records, or between two lists of them. Neither the order of the records nor who comes first in a pair changes the answer. */
export function link({ profile, records, against, model: given, overrides = {} }: LinkQuestion): Linked {
  const all = against === undefined ? records : [...records, ...against];
  const table = new RecordTable(profile, columnsOf(all), all.length);
  for (const record of all) table.add(record);
  const pairing: Pairing = { count: all.length, boundary: against === undefined ? null : records.length };
  const candidates = candidatesOf(table, profile, pairing);
  const starting = startingModel(table, pairing);
  const model = withOverrides(given ?? trained(table, starting, pairing, candidates), overrides);
  const weigher = new Weigher(table, profile, model, frequenciesOf(table));
  const least = Math.min(bitsOfProbability(profile.thresholds.review), bitsOfProbability(profile.clusterFrom));
  const pairs: LinkedPair[] = [];
  const edges: Edge[] = [];
  const candidatePairs = candidates.forEach((a, b) => {
    const weight = weigher.weigh(a, b);
    if (weight < least) return;
    const veto = weigher.lastVeto();
    const decision = weigher.decide(weight, veto);
    if (veto === null) edges.push({ a, b, weight });
    if (decision !== 'no') pairs.push({ a, b, weight, probability: probabilityOf(weight), decision, veto: veto?.name ?? null });
  });
  pairs.sort((x, y) => y.weight - x.weight || x.a - y.a || x.b - y.b);
  const weigh = (a: number, b: number): number => {
    const weight = weigher.weigh(a, b);
    return weigher.lastVeto() === null ? weight : Number.NEGATIVE_INFINITY;
  };
  const clusters = () =>
    correlationClusters({
      count: all.length,
      edges,
      weigh,
      rank: (record) => table.contentOf(record),
      cut: CUT,
      from: bitsOfProbability(profile.clusterFrom),
    });
  return { pairs, candidatePairs, candidates, model, table, weigher, clusters };
}

function trained(table: RecordTable, starting: Model, pairing: Pairing, candidates: Candidates): Model {
  if (table.size < table.profile.learning.fromRecords) return starting;
  const expected = candidates.passes.reduce((sum, { starts }) => {
    for (let k = 0; k + 1 < starts.length; k++) sum += ((starts[k + 1]! - starts[k]!) * (starts[k + 1]! - starts[k]! - 1)) / 2;
    return sum;
  }, 0);
  return learn(table, starting, pairing, candidates, candidates.everyPair ? [] : keyedPasses(table, table.profile), expected);
}
