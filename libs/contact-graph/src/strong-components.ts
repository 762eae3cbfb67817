import type { DirectedGraph } from 'graphology';

interface Visit {
  readonly node: string;
  readonly next: readonly string[];
  at: number;
}

/**
 * Sets of people who reach each other along the arrows (Tarjan 1972), with a stack of its own: the one of graphology-components calls
 * itself once a step, and a chain of some ten thousand people overflows the call stack. An empty graph has none.
 */
export function strongComponents(graph: DirectedGraph): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const open = new Set<string>();
  const opened: string[] = [];
  const components: string[][] = [];
  const path: Visit[] = [];
  const enter = (node: string): void => {
    order.set(node, order.size);
    low.set(node, order.get(node)!);
    open.add(node);
    opened.push(node);
    path.push({ node, next: graph.outNeighbors(node), at: 0 });
  };
  const lower = (node: string, to: number): void => void low.set(node, Math.min(low.get(node)!, to));
  /** What was opened since `node` and is open still reaches it, and it reaches them. */
  const close = (node: string): void => {
    const members: string[] = [];
    for (let member = opened.pop(); member !== undefined; member = member === node ? undefined : opened.pop()) {
      open.delete(member);
      members.push(member);
    }
    components.push(members);
  };
  for (const start of graph.nodes()) {
    if (order.has(start)) continue;
    enter(start);
    while (path.length > 0) {
      const visit = path.at(-1)!;
      const to = visit.next[visit.at++];
      if (to !== undefined) {
        if (!order.has(to)) enter(to);
        else if (open.has(to)) lower(visit.node, order.get(to)!);
        continue;
      }
      path.pop();
      if (low.get(visit.node) === order.get(visit.node)) close(visit.node);
      const above = path.at(-1);
      if (above) lower(above.node, low.get(visit.node)!);
    }
  }
  return components;
}
