import { type Chain, chain, localOperator } from '@tracewright/investigation';
import type { Ground } from '../support/built-server.js';
import { opened } from '../support/graph-questions.js';

/** What the chain view is given, read as the use case behind it reads it; of all cases, or of these and so many steps around them. */
export async function chainOf(ground: Ground, caseIds: readonly string[] = [], degree = 8): Promise<Chain> {
  const graph = await opened(ground);
  try {
    return await chain(graph.desk, localOperator('/', 'test'), caseIds, degree);
  } finally {
    await graph.driver.close();
  }
}

/** Sizes of what hangs together, largest first. */
export function sizes(ids: readonly string[], links: readonly { readonly from: string; readonly to: string }[]): number[] {
  const group = new Map(ids.map((id) => [id, new Set([id])]));
  for (const { from, to } of links) {
    const [a, b] = [group.get(from)!, group.get(to)!];
    if (a === b) continue;
    for (const id of b) group.set(id, a.add(id));
  }
  return [...new Set(group.values())].map((members) => members.size).sort((a, b) => b - a);
}
