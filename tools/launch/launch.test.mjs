import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fingerprint } from './build.mjs';
import { dependenciesAreCurrent } from './dependencies.mjs';
import { isLoopback, readOptions } from './options.mjs';
import { countTests } from './stages.mjs';

/** @type {string} */
let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tracewright-unit-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('counting the tests of a stage', () => {
  const report = (/** @type {object} */ fields) => JSON.stringify({ numPassedTests: 3, numFailedTests: 0, testResults: [], ...fields });

  test('adds what failed and every file that could not be loaded', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{}] },
    ];
    expect(countTests(report({ numFailedTests: 1, testResults }), 1)).toEqual({ passed: 3, failed: 2 });
  });

  test('a run that ended badly without naming a test is one failure', () => {
    expect(countTests(report({}), 1)).toEqual({ passed: 3, failed: 1 });
    expect(countTests('', 137)).toEqual({ passed: 0, failed: 1 });
  });

  test('a stage without tests is no failure', () => {
    expect(countTests('', 0)).toEqual({ passed: 0, failed: 0 });
  });
});

describe('dependencies', () => {
  const write = (/** @type {string} */ name, /** @type {object} */ packages) => {
    mkdirSync(join(folder, 'node_modules'), { recursive: true });
    writeFileSync(join(folder, name), JSON.stringify({ packages }));
  };
  const wanted = {
    '': {},
    'libs/a': {},
    'node_modules/x': { version: '1.0.0' },
    'node_modules/a': { link: true },
    'node_modules/other-system': { version: '1.0.0', optional: true },
  };

  test('are current when every package of the lock is installed in its version, but for those of other systems', () => {
    write('package-lock.json', wanted);
    write('node_modules/.package-lock.json', { 'node_modules/x': { version: '1.0.0' }, 'node_modules/a': { link: true } });
    expect(dependenciesAreCurrent(folder)).toBe(true);
  });

  test.each([
    ['another version', { 'node_modules/x': { version: '1.0.1' }, 'node_modules/a': { link: true } }],
    ['a room that is not linked yet', { 'node_modules/x': { version: '1.0.0' } }],
  ])('are not current with %s', (_what, installed) => {
    write('package-lock.json', wanted);
    write('node_modules/.package-lock.json', installed);
    expect(dependenciesAreCurrent(folder)).toBe(false);
  });

  test('are not current when nothing is installed', () => {
    write('package-lock.json', wanted);
    expect(dependenciesAreCurrent(folder)).toBe(false);
  });
});

describe('what a build is made from', () => {
  test('changes with a source, and not with a test or what is built', () => {
    const write = (/** @type {string} */ name) => {
      writeFileSync(join(folder, name), 'text');
      utimesSync(join(folder, name), 1, 1);
    };
    write('a.ts');
    const before = fingerprint(['.'], folder);
    mkdirSync(join(folder, 'dist'));
    write('dist/a.js');
    write('a.test.ts');
    expect(fingerprint(['.'], folder)).toBe(before);
    utimesSync(join(folder, 'a.ts'), 2, 2);
    expect(fingerprint(['.'], folder)).not.toBe(before);
  });
});

describe('options', () => {
  test('a plain start serves loopback, with a port of its own choice', () => {
    expect(readOptions([], {})).toEqual({ live: false, allowHttp: false, host: '127.0.0.1', port: undefined, publicUrl: undefined });
  });

  test('another host needs TLS in front or an explicit word', () => {
    expect(() => readOptions([], { HOST: '0.0.0.0' })).toThrow(/TLS/);
    expect(() => readOptions([], { HOST: '0.0.0.0', TRACEWRIGHT_PUBLIC_URL: 'http://tracing.example' })).toThrow(/TLS/);
    expect(readOptions([], { HOST: '0.0.0.0', TRACEWRIGHT_PUBLIC_URL: 'https://tracing.example' }).host).toBe('0.0.0.0');
    expect(readOptions(['--allow-http'], { HOST: '0.0.0.0' }).allowHttp).toBe(true);
  });

  test.each(['127.0.0.1', '127.1.2.3', '::1', 'localhost'])('%s is this machine', (host) => {
    expect(isLoopback(host)).toBe(true);
  });

  test('a word that is no option, and a port that is none, are refused by name', () => {
    expect(() => readOptions(['--lvie'], {})).toThrow(/"--lvie"/);
    expect(() => readOptions([], { PORT: '70000' })).toThrow(/70000/);
  });
});
