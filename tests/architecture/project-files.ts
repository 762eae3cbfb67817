import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

/** What is built, fetched or kept on this machine only; none of it is committed. */
const NOT_OURS = new Set(['node_modules', 'dist', '.git', '.nx', '.tracewright', '.artifacts', 'coverage', '.vite']);

/** Every file below a folder of the project, as a path from its root with forward slashes. */
export function filesUnder(folder = '.'): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !NOT_OURS.has(name))
    .flatMap((entry) => {
      const path = join(root, folder, entry.name);
      const name = relative(root, path).replaceAll('\\', '/');
      return entry.isDirectory() ? filesUnder(name) : entry.isFile() ? [name] : [];
    });
}

export function readText(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}
