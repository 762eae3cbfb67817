import { describe, expect, test } from 'vitest';
import { type Import, importsOf, packageOf, resolveRelative } from './imports.js';
import { filesUnder, readText } from './project-files.js';
import { hasArrows, packageNameOf, type Room, rooms, TESTKIT } from './rooms.js';

const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file);
const all = rooms();
const byName = new Map(all.map((room) => [room.packageName, room]));
const say = ({ from, specifier }: Import): string => `${from} imports ${specifier}`;
const importsIn = (room: Room, which: (file: string) => boolean = () => true): Import[] => room.files.filter(which).flatMap(importsOf);

/** Frameworks and stores that a room must know nothing of. */
const FOREIGN: Record<string, RegExp> = {
  'libs/epi-core': /^(@nestjs\/|neo4j-driver|graphql|react|antd|graphology)/,
  'libs/exposure-index': /^(@nestjs\/|neo4j-driver|graphql|react|antd)/,
  'libs/linkage': /^(@nestjs\/|neo4j-driver|graphql|react|antd|node:)/,
  'libs/contact-graph': /^(@nestjs\/|neo4j-driver|graphql|react|antd)/,
  'libs/tabular': /^(@nestjs\/|neo4j-driver|graphql|react|antd)/,
  'libs/investigation': /^(@nestjs\/|neo4j-driver|graphql|react|antd|exceljs|csv-parse)/,
  'libs/graph-store': /^(@nestjs\/|graphql|react|antd)/,
  'libs/graphql-api': /^(neo4j-driver|react|antd)/,
  'libs/workbench-model': /^(react|antd|@nestjs\/|neo4j-driver|@react-sigma\/)/,
  'libs/demo': /^(@nestjs\/|neo4j-driver|graphql|react|antd|node:fs)/,
};

describe.each(all)('$folder', (room) => {
  test('has arrows in the drawing of the house', () => {
    expect(hasArrows(room.folder)).toBe(true);
  });

  test('imports only rooms on its right, by their door', () => {
    const wrong = importsIn(room)
      .filter(({ specifier }) => specifier.startsWith('@tracewright/'))
      .filter(({ from, specifier }) => {
        const owner = byName.get(packageOf(specifier));
        const target = owner?.folder ?? specifier.replace('@tracewright/', 'tools/');
        const forTests = isTest(from) && (target === TESTKIT || target === 'libs/demo' || target.startsWith('tools/'));
        const closed = owner !== undefined && !owner.doors.has(specifier);
        return closed || target === room.folder || !(room.mayReach.has(target) || forTests);
      });
    expect(wrong.map(say)).toEqual([]);
  });

  test('reaches another room by its name, never by its folder', () => {
    const wrong = importsIn(room)
      .filter(({ specifier }) => specifier.startsWith('.'))
      .filter((one) => {
        const file = resolveRelative(one);
        return file !== undefined && !file.startsWith(`${room.folder}/`);
      });
    expect(wrong.map(say)).toEqual([]);
  });

  test('names in package.json and tsconfig.json the rooms that it imports, and no other kind', () => {
    const used = new Set(importsIn(room, (file) => !isTest(file)).map(({ specifier }) => packageOf(specifier)));
    const mine = [...used].filter((name) => byName.has(name));
    expect(mine.filter((name) => !room.declared.has(name))).toEqual([]);
    if (room.folder !== 'apps/workbench') expect(mine.filter((name) => !room.references.map(packageNameOf).includes(name))).toEqual([]);
    const allowed = [...room.mayReach].map(packageNameOf);
    const ours = [...room.declared, ...room.references.map(packageNameOf)].filter((name) => name.startsWith('@tracewright/'));
    expect(ours.filter((name) => !allowed.includes(name))).toEqual([]);
  });

  test('knows nothing of the frameworks of other rooms', () => {
    const foreign = FOREIGN[room.folder];
    expect(
      foreign
        ? importsIn(room, (file) => !isTest(file))
            .filter(({ specifier }) => foreign.test(specifier))
            .map(say)
        : [],
    ).toEqual([]);
  });

  test('imports only packages that the project declares', () => {
    const { dependencies, devDependencies } = JSON.parse(readText('package.json'));
    const known = new Set([...Object.keys(dependencies), ...Object.keys(devDependencies), ...room.declared]);
    const wrong = importsIn(room)
      .filter(({ specifier }) => !/^(\.|node:|@tracewright\/|virtual:)/.test(specifier))
      .filter(({ specifier }) => !known.has(packageOf(specifier)));
    expect(wrong.map(say)).toEqual([]);
  });
});

test('tools run before node_modules exists: they import Node and each other only', () => {
  const wrong = filesUnder('tools')
    .filter((file) => file.endsWith('.mjs') && !file.endsWith('.test.mjs'))
    .flatMap(importsOf)
    .filter((one) => !one.specifier.startsWith('node:') && !resolveRelative(one)?.startsWith('tools/') && !isLazy(one));
  expect(wrong.map(say)).toEqual([]);
});

/** Generating code needs the generators, which are there by then. */
function isLazy({ from }: Import): boolean {
  return from.startsWith('tools/launch/generate');
}
