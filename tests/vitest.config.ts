import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Rooms are tested from their sources, so that a failing line is the line that was written. */
const sources = [
  { find: /^@tracewright\/graph-schema$/, replacement: `${root}graph-schema/src/index.ts` },
  { find: /^@tracewright\/([a-z-]+)$/, replacement: `${root}libs/$1/src/index.ts` },
];

export default defineConfig({
  root,
  resolve: { alias: sources },
  test: {
    environment: 'node',
    exclude: ['**/node_modules/**', '**/dist/**'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'libs/**/*.test.ts',
            'apps/**/*.test.ts',
            'graph-schema/**/*.test.ts',
            'tools/**/*.test.ts',
            'tests/architecture/**/*.test.ts',
          ],
          exclude: ['**/*.graph.test.ts', '**/dist/**', '**/node_modules/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'graph',
          include: ['libs/**/*.graph.test.ts', 'tests/graph/**/*.test.ts'],
          globalSetup: ['tests/setup/neo4j.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['tests/api/**/*.test.ts', 'tests/faults/**/*.test.ts', 'tests/browser/**/*.test.ts', 'tests/commands/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
