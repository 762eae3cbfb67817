import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder, root } from './project-files.js';

/** Which rooms a room may reach directly, as docs/architecture.md draws them; what those reach, it may reach as well. */
const ARROWS: Record<string, readonly string[]> = {
  'libs/epi-core': [],
  'graph-schema': [],
  'libs/tabular': ['libs/epi-core'],
  'libs/api-client': [],
  'libs/exposure-index': ['libs/epi-core'],
  'libs/linkage': ['libs/epi-core'],
  'libs/contact-graph': ['libs/epi-core'],
  'libs/demo': ['libs/epi-core'],
  'libs/investigation': ['libs/exposure-index', 'libs/linkage', 'libs/contact-graph'],
  'libs/graph-store': ['libs/investigation', 'graph-schema'],
  'libs/graphql-api': ['libs/investigation'],
  'libs/workbench-model': ['libs/epi-core', 'libs/api-client'],
  'apps/workbench': ['libs/workbench-model'],
  'apps/api': ['libs/graphql-api', 'libs/graph-store', 'libs/tabular', 'libs/demo', 'tools/neo4j-local'],
  'apps/cli': ['apps/api'],
};

/** For tests only: it may reach every library, and only tests may reach it. */
export const TESTKIT = 'libs/testkit';

export interface Room {
  readonly folder: string;
  readonly packageName: string;
  /** By what names others may import it: its door, and side doors that spare them what the rest of it loads. */
  readonly doors: ReadonlySet<string>;
  /** Folders of the rooms that it may import. */
  readonly mayReach: ReadonlySet<string>;
  /** Declared in its package.json. */
  readonly declared: ReadonlySet<string>;
  /** Rooms that its tsconfig.json refers to, as folders. */
  readonly references: readonly string[];
  /** Sources and tests, relative to the project. */
  readonly files: readonly string[];
}

export const packageNameOf = (folder: string): string => `@tracewright/${folder.split('/').at(-1)}`;

function reachable(folder: string, seen = new Set<string>()): Set<string> {
  for (const next of ARROWS[folder] ?? []) {
    if (seen.has(next)) continue;
    seen.add(next);
    reachable(next, seen);
  }
  return seen;
}

const readJson = (file: string): Record<string, never> => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {});

function room(folder: string): Room {
  const { dependencies = {}, devDependencies = {}, exports = {} } = readJson(join(root, folder, 'package.json'));
  const { references = [] } = readJson(join(root, folder, 'tsconfig.json')) as { references?: { path: string }[] };
  const everyLibrary = new Set(Object.keys(ARROWS).filter((name) => !name.startsWith('apps/')));
  return {
    folder,
    packageName: packageNameOf(folder),
    doors: new Set(Object.keys(exports).map((door) => join(packageNameOf(folder), door).replaceAll('\\', '/'))),
    mayReach: folder === TESTKIT ? everyLibrary : reachable(folder),
    declared: new Set([...Object.keys(dependencies), ...Object.keys(devDependencies)]),
    references: references.map(({ path }) => join(folder, path)),
    files: filesUnder(folder).filter((file) => /\.tsx?$/.test(file)),
  };
}

/** Every room that exists. A folder that ARROWS does not name is a room nobody has given arrows to. */
export function rooms(): Room[] {
  const folders = ['apps', 'libs'].flatMap((group) => readdirSync(join(root, group)).map((name) => `${group}/${name}`));
  return [...folders, 'graph-schema'].filter((folder) => existsSync(join(root, folder, 'package.json'))).map(room);
}

export const hasArrows = (folder: string): boolean => folder in ARROWS || folder === TESTKIT;
