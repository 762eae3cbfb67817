import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Journeys run against the built server: what is stale is built first, by the same hand as `npm start` does it. */
export default function built(): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/launch/build.mjs'], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The build failed:\n${stdout}${stderr}`);
}
