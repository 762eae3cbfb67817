/** An area of the deployment's tree. */
export interface TreeArea {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly outside: boolean;
}

/** What is going on in one area, without those below it. */
export interface AreaCounts {
  readonly areaId: string | null;
  readonly draft: number;
  readonly unacked: number;
  readonly placing: number;
  readonly placed: number;
  readonly worstDueAt: string | null;
}

export interface AreaLine extends AreaCounts {
  readonly name: string;
  readonly outside: boolean;
  readonly depth: number;
  readonly children: readonly AreaLine[];
}

const NOTHING = { draft: 0, unacked: 0, placing: 0, placed: 0, worstDueAt: null } as const;
const LAST = '9';
const byWorst = (a: AreaLine, b: AreaLine): number =>
  Number(a.outside) - Number(b.outside) || (a.worstDueAt ?? LAST).localeCompare(b.worstDueAt ?? LAST) || a.name.localeCompare(b.name, 'zh');

/**
 * Counts as a tree: each area sums what lies below it, and what has the worst clock stands first, our own before those outside. Areas with nothing
 * going on are left out, and so is an area above all of ours that has just one below it. An area outside stands by itself: what lies above both it and us says nothing.
 */
export function areaTree(counts: readonly AreaCounts[], areas: readonly TreeArea[]): AreaLine[] {
  const known = new Map(areas.map((area) => [area.id, area]));
  const above = (area: TreeArea): TreeArea | undefined => (area.parentId === null || area.outside ? undefined : known.get(area.parentId));
  const own = new Map(counts.flatMap((row) => (row.areaId !== null && known.has(row.areaId) ? [[row.areaId, row] as const] : [])));
  const wanted = new Set<string>();
  for (const id of own.keys()) for (let at = known.get(id); at && !wanted.has(at.id); at = above(at)) wanted.add(at.id);
  const below = new Map<string | null, TreeArea[]>();
  for (const id of wanted) {
    const area = known.get(id)!;
    const key = above(area)?.id ?? null;
    below.set(key, [...(below.get(key) ?? []), area]);
  }
  const lineOf = (area: TreeArea, depth: number): AreaLine => {
    const children = (below.get(area.id) ?? []).map((child) => lineOf(child, depth + 1)).sort(byWorst);
    const all = [own.get(area.id) ?? NOTHING, ...children];
    const sum = (pick: (row: Omit<AreaCounts, 'areaId'>) => number) => all.reduce((n, row) => n + pick(row), 0);
    return {
      areaId: area.id,
      name: area.name,
      outside: area.outside,
      depth,
      children,
      draft: sum((row) => row.draft),
      unacked: sum((row) => row.unacked),
      placing: sum((row) => row.placing),
      placed: sum((row) => row.placed),
      worstDueAt: all.reduce<string | null>((worst, row) => earlier(worst, row.worstDueAt), null),
    };
  };
  const top = (area: TreeArea): TreeArea[] => {
    const children = below.get(area.id) ?? [];
    return own.has(area.id) || children.length > 1 || children.length === 0 ? [area] : children.flatMap(top);
  };
  return (below.get(null) ?? [])
    .flatMap(top)
    .map((area) => lineOf(area, 0))
    .sort(byWorst);
}

const earlier = (a: string | null, b: string | null): string | null =>
  a === null || (b !== null && Date.parse(b) < Date.parse(a)) ? b : a;

/** The lines that are to be seen: below an area only while it is open. */
export const openLines = (tree: readonly AreaLine[], open: (areaId: string) => boolean): AreaLine[] =>
  tree.flatMap((line) => [line, ...(open(line.areaId ?? '') ? openLines(line.children, open) : [])]);
