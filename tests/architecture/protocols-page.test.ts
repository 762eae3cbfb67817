import { expect, test } from 'vitest';
import { filesUnder, readText } from './project-files.js';

const page = readText('docs/protocols.md');
const files = filesUnder().filter((file) => file.startsWith('libs/epi-core/src/protocols/files/'));

interface ProtocolFile {
  readonly id: string;
  readonly sources: readonly string[];
  readonly unverified?: readonly string[];
}

test('the page on protocols has every shipped one with its sources and open points as the file has them', () => {
  const lacking = files.flatMap((file) => {
    const { id, sources, unverified = [] } = JSON.parse(readText(file)) as ProtocolFile;
    const row = page.split('\n').find((line) => line.startsWith(`| \`${id}\` |`)) ?? '';
    return [id, ...sources, ...unverified].filter((words) => !row.includes(words)).map((words) => `${id}: ${words}`);
  });
  expect(lacking).toEqual([]);
});

test('the page on protocols explains every field a file may have', () => {
  const schema = readText('libs/epi-core/src/protocols/schema.ts');
  const fields = [...schema.matchAll(/^\s+(\w+): (?:z\b|z\.|day|words|minutes|settings|strictly|management|seatRule)/gm)].map((m) => m[1]!);
  expect(fields.length).toBeGreaterThan(50);
  expect(fields.filter((field) => !new RegExp(`\\b${field}\\b`).test(page))).toEqual([]);
});
