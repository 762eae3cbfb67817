import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { test } from 'vitest';

const beside = new URL('../../../shared/data/', import.meta.url);
const here = new URL('./', import.meta.url);

/** A file of the public data that lie beside the project and do not belong to it. */
export const publicFile = (path: string): string => fileURLToPath(new URL(path, beside));

/** A mapping or protocol file of these tests. */
export const ownFile = (name: string): string => fileURLToPath(new URL(name, here));

export const publicRows = (path: string): Record<string, string>[] =>
  parse(readFileSync(publicFile(path)), { columns: true, bom: true, relax_column_count: true }) as Record<string, string>[];

/**
 * Tests that need a folder of the public data. Where it is absent one test stands for them that says so, aloud and in its name: the run
 * passes, and nobody thinks that the data were tried.
 */
export function withPublicData(folder: string, tests: () => void): void {
  if (existsSync(publicFile(folder))) {
    tests();
    return;
  }
  test(`${folder}: the data are absent, nothing was tried`, () => {
    console.warn(`NOT TRIED: ${folder} is not in ${fileURLToPath(beside)}, so its numbers were not checked.`);
  });
}
