import { filesUnder, root } from './project-files.js';

export interface Statement {
  readonly file: string;
  readonly name: string;
  readonly cypher: string;
}

type Module = Record<string, unknown>;
const keysOf = (value: unknown): string[] => Object.keys(value as object);

/**
 * What a statement made by a function is tried with, from its module. A function of a *.cypher.ts that is not here fails the
 * tests that read this: give it every kind of arguments that changes its text.
 */
const ARGUMENTS: Record<string, (module: Module) => readonly (readonly unknown[])[]> = {
  contactPage: ({ VIEWS, SORT_KEYS }) => [
    ...keysOf(VIEWS).flatMap((view) => keysOf(SORT_KEYS).map((sort) => [view, sort, false])),
    ...keysOf(SORT_KEYS).map((sort) => ['all', sort, true]),
  ],
  contactIds: ({ VIEWS }) => [...keysOf(VIEWS).map((view) => [view, false]), ['all', true]],
  contactCounts: () => [[false], [true]],
};

/** Every statement that graph-store can send, read from the modules themselves, so that text put together is seen whole. */
export async function statements(): Promise<Statement[]> {
  const files = filesUnder('libs/graph-store/src').filter((file) => file.endsWith('.cypher.ts'));
  const found = await Promise.all(
    files.map(async (file) => {
      const exported: Module = await import(/* @vite-ignore */ `${root}/${file}`);
      return Object.keys(exported).flatMap((name) => textsOf(file, name, exported));
    }),
  );
  return found.flat();
}

function textsOf(file: string, name: string, module: Module): Statement[] {
  const value = module[name];
  if (typeof value === 'string') return [{ file, name, cypher: value }];
  if (typeof value !== 'function') return [];
  const examples = ARGUMENTS[name];
  if (!examples) throw new Error(`${file} exports the function ${name}: add arguments for it in tests/architecture/statements.ts.`);
  return examples(module).map((args) => ({ file, name: `${name}(${args.join(', ')})`, cypher: String(value(...args)) }));
}

/** What follows a statement that writes facts and cannot stand alone: it begins with the node and row that are passed on. */
export const isContinuation = (cypher: string): boolean => /^\s*WITH n\b/.test(cypher);
