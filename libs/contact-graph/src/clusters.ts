import { DirectedGraph } from 'graphology';
import { connectedComponents } from 'graphology-components';
import type { DatedLink } from './dated-link.js';
import { strongComponents } from './strong-components.js';

export interface Clusters {
  readonly persons: number;
  /** Distinct links between different people. */
  readonly links: number;
  readonly components: number;
  /** Largest first. */
  readonly sizes: readonly number[];
  /** People nobody is known to have infected. */
  readonly roots: number;
  /** Depth of the longest chain below a root, to how many roots have it. */
  readonly generations: Readonly<Record<string, number>>;
  readonly selfLinks: number;
  /** Sets of two or more people who reach each other (ruling 35). */
  readonly loops: number;
  /** People of links who are not among the cases; null when no cases were given. */
  readonly missing: number | null;
  readonly members: readonly (readonly string[])[];
}

/**
 * Components, sources and generations of who infected whom. A loop counts as one node: it is reported, and nothing hangs on it. An
 * empty file has no persons and no components.
 */
export function clusters(links: readonly DatedLink[], cases: ReadonlySet<string> | null): Clusters {
  const graph = new DirectedGraph();
  for (const person of cases ?? []) graph.mergeNode(person);
  let selfLinks = 0;
  for (const { from, to } of links) {
    graph.mergeNode(from);
    graph.mergeNode(to);
    if (from === to) selfLinks++;
    else graph.mergeEdge(from, to);
  }
  const strong = strongComponents(graph);
  const loopOf = new Map<string, number>();
  strong.forEach((members, i) => {
    for (const member of members) loopOf.set(member, i);
  });
  const components = connectedComponents(graph).sort((a, b) => b.length - a.length || (a[0]! < b[0]! ? -1 : 1));
  const depth = depths(graph, strong, loopOf);
  const sources = strong
    .map((_, i) => i)
    .filter((i) => strong[i]!.every((node) => graph.inNeighbors(node).every((from) => loopOf.get(from) === i)));
  const generations: Record<string, number> = {};
  for (const source of sources) generations[String(depth[source])] = (generations[String(depth[source])] ?? 0) + 1;
  return {
    persons: graph.order,
    links: graph.size,
    components: components.length,
    sizes: components.map((c) => c.length),
    roots: sources.length,
    generations,
    selfLinks,
    loops: strong.filter((members) => members.length > 1).length,
    missing: cases === null ? null : new Set(links.flatMap((l) => [l.from, l.to]).filter((p) => !cases.has(p))).size,
    members: components,
  };
}

/** Generations below each strongly connected set, itself the first; on a stack of its own, for chains of any length. */
function depths(graph: DirectedGraph, strong: readonly string[][], loopOf: ReadonlyMap<string, number>): number[] {
  const depth: number[] = strong.map(() => 0);
  const of = (i: number): number => {
    if (depth[i] !== 0) return depth[i]!;
    const pending = [i];
    while (pending.length > 0) {
      const at = pending.at(-1)!;
      const below = [...new Set(strong[at]!.flatMap((node) => graph.outNeighbors(node).map((to) => loopOf.get(to)!)))].filter(
        (j) => j !== at,
      );
      const open = below.filter((j) => depth[j] === 0);
      if (open.length > 0) {
        for (const j of open) pending.push(j);
        continue;
      }
      depth[at] = 1 + Math.max(0, ...below.map((j) => depth[j]!));
      pending.pop();
    }
    return depth[i]!;
  };
  for (const i of strong.keys()) of(i);
  return depth;
}
