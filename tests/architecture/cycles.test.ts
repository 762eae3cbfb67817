import { expect, test } from 'vitest';
import { importsOf, resolveRelative } from './imports.js';
import { filesUnder } from './project-files.js';

/** Groups of two or more files that import each other in a circle (Tarjan's strongly connected components). */
export function cycles(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (node: string): void => {
    index.set(node, index.size);
    low.set(node, index.get(node)!);
    stack.push(node);
    for (const next of edges.get(node) ?? []) {
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(node, Math.min(low.get(node)!, low.get(next)!));
    }
    if (low.get(node) !== index.get(node)) return;
    const group = stack.splice(stack.indexOf(node));
    if (group.length > 1) found.push(group.sort());
  };
  for (const node of edges.keys()) if (!index.has(node)) visit(node);
  return found;
}

test('a circle of three files is found, and a diamond is none', () => {
  const circle = new Map([
    ['a', ['b']],
    ['b', ['c']],
    ['c', ['a']],
  ]);
  const diamond = new Map([
    ['a', ['b', 'c']],
    ['b', ['d']],
    ['c', ['d']],
    ['d', []],
  ]);
  expect(cycles(circle)).toEqual([['a', 'b', 'c']]);
  expect(cycles(diamond)).toEqual([]);
});

test('no files of the project import each other in circles', () => {
  const files = filesUnder().filter((file) => /\.(tsx?|mjs)$/.test(file));
  const edges = files.map((file): [string, string[]] => {
    const relative = importsOf(file).filter(({ specifier, typeOnly }) => specifier.startsWith('.') && !typeOnly);
    return [file, relative.map(resolveRelative).filter((target) => target !== undefined)];
  });
  expect(cycles(new Map(edges))).toEqual([]);
});
