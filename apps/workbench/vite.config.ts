import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const out = fileURLToPath(new URL('dist', import.meta.url));

/** Puts a `.gz` beside every text file, so that the server compresses nothing while people wait. */
const precompressed = (): Plugin => ({
  name: 'precompressed',
  apply: 'build',
  closeBundle() {
    for (const name of readdirSync(out, { recursive: true, encoding: 'utf8' }))
      if (/\.(js|css|html|svg|json)$/.test(name))
        writeFileSync(join(out, `${name}.gz`), gzipSync(readFileSync(join(out, name)), { level: 9 }));
  },
});

const rooms = /\/libs\/(epi-core|workbench-model|api-client)\//;

export default defineConfig({
  plugins: [react(), precompressed()],
  build: {
    target: 'es2023',
    emptyOutDir: true,
    sourcemap: false,
    // Our own rooms do nothing when they are merely imported: what a screen does not use of them stays out of the first script.
    rolldownOptions: { treeshake: { moduleSideEffects: (id) => !rooms.test(id) } },
  },
  server: { proxy: { '/graphql': { target: process.env.API ?? 'http://127.0.0.1:4000', ws: true } } },
});
