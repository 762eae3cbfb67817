import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The property tests of the two rooms that decide who is a contact, by the seed and for the time that `npm run soak` says. */
export default defineConfig({
  root,
  resolve: {
    alias: [
      { find: /^fast-check$/, replacement: `${root}tests/soak/fast-check.ts` },
      { find: /^@tracewright\/([a-z-]+)$/, replacement: `${root}libs/$1/src/index.ts` },
    ],
  },
  test: {
    environment: 'node',
    include: (process.env.SOAK_FILES ?? '').split(',').filter(Boolean),
    testTimeout: 3_600_000,
  },
});
