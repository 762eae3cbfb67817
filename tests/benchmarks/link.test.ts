import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shippedProfile } from '@tracewright/linkage';
import { generateContactList } from '@tracewright/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeFeatures } from './link-features.js';
import { LinkRival } from './link-rival.js';
import { cleaned, modelOf, ours } from './link-rows.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'link-bench-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('the rival in SQL comes to the same pairs, levels, weights and decisions, also where blocks are split', async () => {
  const { rows } = generateContactList({ records: 3_000, seed: 6 });
  const csv = join(folder, 'features.csv');
  writeFeatures(csv, rows);
  const rival = await LinkRival.open(folder, 1);
  try {
    await rival.read(csv);
    for (const blockLimit of [500, 4]) {
      const profile = { ...shippedProfile('CN-PERSON')!, everyPairUpTo: 0, blockLimit };
      const table = cleaned(profile, rows);
      const model = modelOf(table);
      const { answer } = await ours(table, profile, model);
      expect(answer.matches).toBeGreaterThan(300);
      expect((await rival.answered(profile, model)).answer).toEqual(answer);
    }
  } finally {
    rival.close();
  }
}, 60_000);
