import type { DatedLink } from './dated-link.js';

export interface ChainQuestion {
  readonly direction: 'in' | 'out' | 'both';
  /** Inclusive bounds, in days; null: open. */
  readonly from: number | null;
  readonly to: number | null;
  readonly maxDistance: number | null;
}

export interface ChainAnswer {
  inDegree: number;
  outDegree: number;
  ingoingChain: number;
  outgoingChain: number;
  byDistance: { in: number[]; out: number[] };
}

interface Step {
  readonly other: string;
  readonly day: number;
}
export interface ChainIndex {
  readonly out: ReadonlyMap<string, readonly Step[]>;
  readonly in: ReadonlyMap<string, readonly Step[]>;
}

/** Dated links by their ends; links without a date or of a person with themselves are not part of any chain. */
export function chainIndex(links: readonly DatedLink[], { from, to }: Pick<ChainQuestion, 'from' | 'to'>): ChainIndex {
  const [out, into] = [new Map<string, Step[]>(), new Map<string, Step[]>()];
  const add = (map: Map<string, Step[]>, who: string, step: Step) => {
    const list = map.get(who);
    if (list) list.push(step);
    else map.set(who, [step]);
  };
  for (const link of links) {
    if (link.day === null || link.from === link.to || (from !== null && link.day < from) || (to !== null && link.day > to)) continue;
    add(out, link.from, { other: link.to, day: link.day });
    add(into, link.to, { other: link.from, day: link.day });
  }
  return { out, in: into };
}

/**
 * People reached from `root` step by step with time respected: out on the same day or later, in on the same day or earlier. Breadth
 * first over distance, keeping for each person the best day reached so far, because a longer way may arrive earlier and reach further.
 * Answers how many are first reached at each distance, by the shortest chain; the root is not counted. An unknown root reaches nobody.
 */
export function reach(steps: ReadonlyMap<string, readonly Step[]>, root: string, outward: boolean, maxDistance: number | null): number[] {
  const better = (a: number, b: number) => (outward ? a < b : a > b);
  const goesOn = (day: number, since: number) => (outward ? day >= since : day <= since);
  const best = new Map<string, number>([[root, outward ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY]]);
  const distances: number[] = [];
  const seen = new Set([root]);
  let frontier = new Map(best);
  for (let distance = 1; frontier.size > 0 && (maxDistance === null || distance <= maxDistance); distance++) {
    const next = new Map<string, number>();
    for (const [person, since] of frontier)
      for (const { other, day } of steps.get(person) ?? []) {
        const known = best.get(other);
        if (other === root || !goesOn(day, since) || (known !== undefined && !better(day, known))) continue;
        best.set(other, day);
        next.set(other, day);
      }
    const fresh = [...next.keys()].filter((person) => !seen.has(person));
    for (const person of fresh) seen.add(person);
    if (next.size > 0) distances.push(fresh.length);
    frontier = next;
  }
  while (distances.at(-1) === 0) distances.pop();
  return distances;
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const neighbours = (steps: readonly Step[] | undefined): number => new Set(steps?.map((s) => s.other)).size;

/** The contact chain of one person (`contracts.md`, chains). Degrees are distinct neighbours within the bounds of time. */
export function chainOf(index: ChainIndex, root: string, { direction, maxDistance }: ChainQuestion): ChainAnswer {
  const out = direction === 'in' ? [] : reach(index.out, root, true, maxDistance);
  const into = direction === 'out' ? [] : reach(index.in, root, false, maxDistance);
  return {
    inDegree: direction === 'out' ? 0 : neighbours(index.in.get(root)),
    outDegree: direction === 'in' ? 0 : neighbours(index.out.get(root)),
    ingoingChain: sum(into),
    outgoingChain: sum(out),
    byDistance: { in: into, out },
  };
}

export interface AllChains {
  readonly roots: number;
  readonly sums: Omit<ChainAnswer, 'byDistance'>;
  readonly max: Omit<ChainAnswer, 'byDistance'>;
}

/** Sums and maxima over every person of the file as a root, people without a dated link among them. */
export function allChains(links: readonly DatedLink[], question: ChainQuestion): AllChains {
  const index = chainIndex(links, question);
  const roots = new Set(links.flatMap((l) => [l.from, l.to]));
  const nothing = () => ({ inDegree: 0, outDegree: 0, ingoingChain: 0, outgoingChain: 0 });
  const [sums, max] = [nothing(), nothing()];
  for (const root of roots) {
    const answer = chainOf(index, root, question);
    for (const name of Object.keys(sums) as (keyof typeof sums)[]) {
      sums[name] += answer[name];
      max[name] = Math.max(max[name], answer[name]);
    }
  }
  return { roots: roots.size, sums, max };
}
