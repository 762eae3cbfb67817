import { DAY_24H } from '@tracewright/epi-core';

export interface LaidNode {
  readonly id: string;
  readonly kind: string;
  readonly at: string | null;
  readonly generation: number | null;
}
export interface LaidEdge {
  readonly from: string;
  readonly to: string;
}

/** Units: one day is 1 along x; lanes are 1 along y, growing upwards as the picture does. */
export interface Position {
  readonly x: number;
  readonly y: number;
}

/** A name beside a node takes about a seventh of the picture's width: a closer child goes into a lane of its own. */
const NAME_WIDTH = 0.14;

/**
 * Time to the right; lanes by the tree of who infected whom, so that a chain reads as a line and its branches lie beside it. Whoever hangs on
 * nobody begins a tree of their own; places and contacts lie beside the first case they hang on. A node without a date stands left of the
 * first day.
 */
export function chainLayout(nodes: readonly LaidNode[], edges: readonly LaidEdge[]): Map<string, Position> {
  const dated = nodes.flatMap((node) => (node.at === null ? [] : [Date.parse(node.at)]));
  const zero = dated.length > 0 ? Math.min(...dated) : 0;
  const room = dated.length > 0 ? ((Math.max(...dated) - zero) / DAY_24H) * NAME_WIDTH : 0;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const children = childrenOf(nodes, edges, byId);
  const hung = new Set([...children.values()].flat());
  const x = (node: LaidNode): number => (node.at === null ? -1.5 : (Date.parse(node.at) - zero) / DAY_24H);
  const placed = new Map<string, Position>();
  let lane = 0;
  const place = (id: string): void => {
    const node = byId.get(id);
    if (!node || placed.has(id)) return;
    placed.set(id, { x: x(node), y: lane });
    (children.get(id) ?? []).forEach((child, i) => {
      // The first child goes on in its parent's lane when it lies to the right of it and of its name.
      const below = byId.get(child);
      if (below && (i > 0 || x(below) <= x(node) + room)) lane++;
      place(child);
    });
  };
  for (const root of [...nodes].sort(byDay)) {
    if (hung.has(root.id) || placed.has(root.id)) continue;
    place(root.id);
    lane++;
  }
  return placed;
}

const byDay = (a: LaidNode, b: LaidNode): number => (a.at ?? '').localeCompare(b.at ?? '') || a.id.localeCompare(b.id);

/** Each node hangs on one other: a case on its source, anything else on the first case that reaches it. Loops are cut where they close. */
function childrenOf(nodes: readonly LaidNode[], edges: readonly LaidEdge[], byId: ReadonlyMap<string, LaidNode>): Map<string, string[]> {
  const parent = new Map<string, string>();
  const reaches = (from: string, to: string): boolean => {
    for (let at: string | undefined = from; at !== undefined; at = parent.get(at)) if (at === to) return true;
    return false;
  };
  const infections = edges.filter((edge) => byId.get(edge.from)?.kind === 'case' && byId.get(edge.to)?.kind === 'case');
  for (const edge of [...infections, ...edges])
    if (byId.has(edge.from) && byId.has(edge.to) && !parent.has(edge.to) && !reaches(edge.from, edge.to)) parent.set(edge.to, edge.from);
  const children = new Map<string, string[]>();
  for (const node of [...nodes].sort(byDay)) {
    const above = parent.get(node.id);
    if (above !== undefined) children.set(above, [...(children.get(above) ?? []), node.id]);
  }
  return children;
}

/** Node ids of a shortest way between two, following links either way; empty when they do not hang together. */
export function pathBetween(from: string, to: string, edges: readonly LaidEdge[]): string[] {
  const next = new Map<string, string[]>();
  for (const edge of edges) {
    next.set(edge.from, [...(next.get(edge.from) ?? []), edge.to]);
    next.set(edge.to, [...(next.get(edge.to) ?? []), edge.from]);
  }
  const before = new Map<string, string>([[from, from]]);
  const queue = [from];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    if (id === to) break;
    for (const other of next.get(id) ?? [])
      if (!before.has(other)) {
        before.set(other, id);
        queue.push(other);
      }
  }
  if (!before.has(to)) return [];
  const path = [to];
  while (path[0] !== from) path.unshift(before.get(path[0]!)!);
  return path;
}

/** How many groups hang together, links taken either way. */
export function groupsOf(nodes: readonly { readonly id: string }[], edges: readonly LaidEdge[]): number {
  const parent = new Map(nodes.map((node) => [node.id, node.id]));
  const root = (id: string): string => {
    let at = id;
    while (parent.get(at) !== at) at = parent.get(at) ?? at;
    return at;
  };
  for (const edge of edges) if (parent.has(edge.from) && parent.has(edge.to)) parent.set(root(edge.from), root(edge.to));
  return new Set([...parent.keys()].map(root)).size;
}
