import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { root } from './project-files.js';

test('schema.graphql and the generated client are what the sources say', { timeout: 240_000 }, () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/launch/generate.mjs', '--check'], { cwd: root, encoding: 'utf8' });
  expect(`${stdout}${stderr}`).not.toContain('npm run generate');
  expect(status, stderr).toBe(0);
});
