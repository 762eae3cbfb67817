import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Mapping } from '@tracewright/tabular';
import { afterAll, expect, test } from 'vitest';
import { ImportFiles } from './import-files.js';

const home = mkdtempSync(join(tmpdir(), 'tracewright-imports-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const mapping: Mapping = { kind: 'people', headerRow: 1, groups: [{ kind: 'people', fields: { person: { column: 'id' } } }] };
const files = new ImportFiles(home);
const kept = () => files.keep(new Uint8Array(), { fileName: 'a.csv', kind: 'people', source: 'local', by: 'account-1', areaPath: '/' }).id;

test.each(['核对密接名单', null])('an import that a restart goes on with has the purpose it was started with: %s', (purpose) => {
  const id = kept();
  files.begin(id, { mapping, createMissing: false, purpose });
  expect(new ImportFiles(home).started(id)).toMatchObject({ createMissing: false, purpose });
});

test('one that was started before purposes were kept is called an import', () => {
  const id = kept();
  writeFileSync(join(home, 'imports', id, 'started.json'), JSON.stringify({ mapping, createMissing: true }));
  expect(files.started(id)).toMatchObject({ createMissing: true, purpose: 'import' });
});
