import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Rooms are tested from their sources, so that a failing line is the line that was written. */
const sources = [
  { find: /^@tracewright\/graph-schema$/, replacement: `${root}graph-schema/src/index.ts` },
  { find: /^@tracewright\/neo4j-local$/, replacement: `${root}tools/neo4j-local/index.mjs` },
  { find: /^@tracewright\/([a-z-]+)$/, replacement: `${root}libs/$1/src/index.ts` },
  // A side door of a room is a folder of it.
  { find: /^@tracewright\/([a-z-]+)\/([a-z-]+)$/, replacement: `${root}libs/$1/src/$2/index.ts` },
];

const never = ['**/node_modules/**', '**/dist/**'];

/** Tests that need a server run one file after the other: there is one database, and it is emptied between them. */
const serial = { fileParallelism: false, testTimeout: 300_000, hookTimeout: 300_000 };

/** One project a stage of `npm test`. */
export default defineConfig({
  root,
  resolve: { alias: sources },
  test: {
    environment: 'node',
    exclude: never,
    projects: [
      {
        extends: true,
        test: { name: 'architecture', include: ['tests/architecture/**/*.test.ts'], testTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          name: 'unit',
          // Not a measure of speed: two cores may be shared with everything else that checks the project.
          testTimeout: 60_000,
          include: [
            'libs/**/*.test.{ts,tsx}',
            'apps/**/*.test.{ts,tsx}',
            'graph-schema/**/*.test.ts',
            'tools/**/*.test.{ts,mjs}',
            'tests/benchmarks/*.test.ts',
          ],
          exclude: [...never, '**/*.graph.test.ts'],
        },
      },
      {
        extends: true,
        test: { ...serial, name: 'graph', include: ['**/*.graph.test.ts'], globalSetup: ['tests/setup/neo4j.ts'] },
      },
      {
        extends: true,
        test: {
          ...serial,
          name: 'journeys',
          include: ['tests/{api,data,faults}/**/*.test.ts'],
          globalSetup: ['tests/setup/neo4j.ts', 'tests/setup/built.ts', 'tests/setup/demo.ts', 'tests/setup/shared-demo.ts'],
        },
      },
      {
        extends: true,
        test: {
          ...serial,
          name: 'commands',
          include: ['tests/commands/**/*.test.ts'],
          globalSetup: ['tests/setup/neo4j.ts', 'tests/setup/built.ts', 'tests/setup/demo.ts', 'tests/setup/shared-demo.ts'],
        },
      },
      {
        extends: true,
        test: {
          ...serial,
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/setup/built.ts', 'tests/setup/demo.ts', 'tests/setup/shared-demo.ts'],
        },
      },
      { extends: true, test: { ...serial, name: 'launch', include: ['tests/launch/**/*.test.ts'] } },
    ],
  },
});
