import { expect, test } from 'vitest';
import { filesUnder, readText } from './project-files.js';

// Put together from parts, so that this file does not find itself.
const word = (...parts: string[]): string => parts.join('');
const MACHINE_PATH = new RegExp(
  word('(^|[^a-z.])/(wo', 'rk|fa', 'rm|ho', 'me/[a-z]+|Us', 'ers/[A-Za-z]+|ro', 'ot(?=/[\\w.])|t', 'mp/[a-z]+)/'),
);
const REGISTRY = new RegExp(word('https?', '://[^/ ]*(npm|maven|pypi|crates|debian)[^/ ]*/'));
const UNFINISHED = new RegExp(word('\\b(TO', 'DO|FIX', 'ME)\\b|\\bas a', 'ny\\b|@ts-(ign', 'ore|noch', 'eck)|not imple', 'mented'));
const ALONE = new RegExp(word('\\b(it|test|describe|suite)(\\.\\w+)*\\.(on', 'ly|sk', 'ip|to', 'do)\\b'));

const TEXT = /\.(ts|tsx|mts|mjs|cjs|js|json|md|ya?ml|css|html|cypher|graphql|sh|csv)$|(^|\/)(Dockerfile|run)$/;
const files = filesUnder().filter((file) => TEXT.test(file) && file !== 'package-lock.json');
const code = files.filter((file) => /\.(ts|tsx|mts|mjs)$/.test(file) && !file.includes('/generated/'));

function linesWith(pattern: RegExp, among: readonly string[]): string[] {
  return among.flatMap((file) => {
    const lines = readText(file).split('\n');
    return lines.flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${line.trim().slice(0, 120)}`] : []));
  });
}

test('no committed text names a folder of one machine', () => {
  expect(linesWith(MACHINE_PATH, files)).toEqual([]);
});

test('no committed text names the address of a package registry', () => {
  expect(linesWith(REGISTRY, files)).toEqual([]);
});

test('the lock file says what is installed, not from where', () => {
  const { packages } = JSON.parse(readText('package-lock.json')) as { packages: Record<string, { resolved?: string }> };
  const addressed = Object.entries(packages).filter(([, { resolved = '' }]) => /^[a-z+]+:\/\//.test(resolved));
  expect(addressed.map(([name]) => name)).toEqual([]);
});

test('the lock file holds the programs of other systems, so that npm ci works there', () => {
  const { packages } = JSON.parse(readText('package-lock.json')) as { packages: Record<string, unknown> };
  const names = Object.keys(packages);
  expect(names.some((name) => name.includes('darwin-arm64'))).toBe(true);
  expect(names.some((name) => name.includes('win32-x64'))).toBe(true);
});

test('no code is unfinished or unchecked', () => {
  expect(linesWith(UNFINISHED, code)).toEqual([]);
});

test('no test runs alone or is left out', () => {
  expect(linesWith(ALONE, code)).toEqual([]);
});

test('no file is longer than 350 lines', () => {
  const long = code.map((file) => ({ file, lines: readText(file).trimEnd().split('\n').length })).filter(({ lines }) => lines > 350);
  expect(long).toEqual([]);
});
