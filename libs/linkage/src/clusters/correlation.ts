/** A pair with its weight in bits; positive says one person. */
export interface Edge {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

/** One person's records. */
export interface Cluster {
  readonly members: readonly number[];
  /** The link that holds least: without it the records would fall into two. Null for a record alone. */
  readonly weakest: Edge | null;
}

export interface CorrelationQuestion {
  /** Records are numbered from 0 to this. */
  readonly count: number;
  /** Pairs that speak for one person, in any order. */
  readonly edges: readonly Edge[];
  /** Weight of any pair, also of one that is no edge; negative infinity bars it. */
  readonly weigh: (a: number, b: number) => number;
  /** A number for a record that does not depend on the order of the input; decides between equal weights. */
  readonly rank: (record: number) => number;
  /** Bits at which a pair's say is cut off, so that no single pair outvotes a handful. */
  readonly cut: number;
  /** Two groups are joined from so many bits on, as the mean of all their pairs. */
  readonly from: number;
}

/** Pairs between two groups beyond which a sample of them speaks for all. */
const ENOUGH = 2_000;

/**
 * Correlation clustering from the surest edge down: two groups become one when the pairs between them, those that speak against included, say so on
 * the whole, and no pair between them is barred. No blind transitive closure: A with B and B with C join A and C only if A and C do not object.
 */
export function correlationClusters({ count, edges, weigh, rank, cut, from }: CorrelationQuestion): Cluster[] {
  const groupOf = Int32Array.from({ length: count }, (_, i) => i);
  const groups = new Map<number, number[]>();
  const weakest = new Map<number, Edge>();
  const membersOf = (group: number): number[] => groups.get(group) ?? [group];
  const between = (one: readonly number[], other: readonly number[]): number => {
    let [sum, pairs] = [0, 0];
    const step = Math.max(1, Math.floor((one.length * other.length) / ENOUGH));
    for (let i = 0; i < one.length * other.length; i += step) {
      const weight = weigh(one[i % one.length]!, other[Math.floor(i / one.length)]!);
      if (weight === Number.NEGATIVE_INFINITY) return weight;
      sum += Math.max(-cut, Math.min(cut, weight));
      pairs++;
    }
    return sum / pairs;
  };
  /** Two groups that were refused, as they were then: many edges between them ask the same. */
  const refused = new Set<string>();
  const join = (edge: Edge): boolean => {
    const [one, other] = [groupOf[edge.a]!, groupOf[edge.b]!];
    if (one === other) return false;
    const [left, right] = [membersOf(one), membersOf(other)];
    const asked = one < other ? `${one} ${left.length} ${other} ${right.length}` : `${other} ${right.length} ${one} ${left.length}`;
    if (refused.has(asked)) return false;
    if (between(left, right) < from) {
      refused.add(asked);
      return false;
    }
    const all = [...left, ...right];
    for (const member of right) groupOf[member] = one;
    groups.set(one, all);
    groups.delete(other);
    weakest.set(one, edge);
    return true;
  };
  const sorted = [...edges].sort((x, y) => y.weight - x.weight || low(x, rank) - low(y, rank) || high(x, rank) - high(y, rank));
  // What was refused early may be welcome when both groups have grown.
  for (let grew = true; grew; ) {
    grew = false;
    for (const edge of sorted) if (join(edge)) grew = true;
  }
  const seen = new Set<number>();
  const clusters: Cluster[] = [];
  for (let record = 0; record < count; record++) {
    const group = groupOf[record]!;
    if (seen.has(group)) continue;
    seen.add(group);
    clusters.push({
      members: [...membersOf(group)].sort((x, y) => x - y),
      weakest: groups.has(group) ? (weakest.get(group) ?? null) : null,
    });
  }
  return clusters;
}

const low = ({ a, b }: Edge, rank: (record: number) => number): number => Math.min(rank(a), rank(b));
const high = ({ a, b }: Edge, rank: (record: number) => number): number => Math.max(rank(a), rank(b));
