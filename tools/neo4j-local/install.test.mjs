import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compareJars } from './checksums.mjs';
import { requireFreeSpace } from './disk.mjs';
import { mavenFailed } from './install.mjs';
import { readVersion } from './java.mjs';

test.each([
  ['Could not transfer artifact org.neo4j:neo4j from/to central', /does not answer.*docs\/offline\.md/],
  ["No plugin found for prefix 'dependency' in the current project", /does not answer.*docs\/offline\.md/],
  ['java.io.IOException: No space left on device', /disk is full/],
  ['BUILD FAILURE for another reason', /could not fetch Neo4j.*\n.*another reason/],
])('what Maven says becomes a sentence on what to do: %s', (output, sentence) => {
  expect(mavenFailed(output).message).toMatch(sentence);
});

test('a jar that was changed, one that is missing and one too many are each named', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tracewright-jars-'));
  writeFileSync(join(folder, 'a.jar'), 'not what was published');
  writeFileSync(join(folder, 'extra.jar'), '');
  const expected = new Map([
    ['a.jar', '00'],
    ['b.jar', '00'],
  ]);
  expect(compareJars(folder, expected)).toEqual({ changed: ['a.jar'], missing: ['b.jar'], unknown: ['extra.jar'] });
  rmSync(folder, { recursive: true });
});

test('a disk with too little room is refused with what is left and what is needed', () => {
  const look = (/** @type {number} */ free) => requireFreeSpace('/', 300, 'by the database', () => free);
  expect(() => look(299.9)).toThrow(/299 MB left and 300 MB are needed by the database/);
  expect(() => look(300)).not.toThrow();
});

test.each([
  ['openjdk version "17.0.15" 2025-04-15', 17],
  ['openjdk version "25" 2025-09-16', 25],
  ['java version "1.8.0_402"', 8],
  ['no Java at all', undefined],
])('the version of Java is read from %s', (text, version) => {
  expect(readVersion(text)).toBe(version);
});
