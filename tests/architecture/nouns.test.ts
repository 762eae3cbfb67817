import { basename } from 'node:path';
import { NODES } from '@tracewright/graph-schema';
import { expect, test } from 'vitest';
import { importsOf } from './imports.js';
import { filesUnder, readText } from './project-files.js';

const ROOM = 'libs/investigation/src';

/** What people write, by its label, and the one schema that guards it at every door. */
const SCHEMAS: Readonly<Record<string, string>> = {
  Area: `${ROOM}/areas/area.schema.ts`,
  Place: `${ROOM}/places/place.schema.ts`,
  Person: `${ROOM}/people/person.schema.ts`,
  CaseEpisode: `${ROOM}/cases/case.schema.ts`,
  Stay: `${ROOM}/stays/stay.schema.ts`,
  Evidence: `${ROOM}/stays/evidence.schema.ts`,
  Naming: `${ROOM}/determinations/naming.schema.ts`,
  Account: `${ROOM}/accounts/account.schema.ts`,
  // What another area says of a contact has a door of its own; the person it is about passes that of people.
  Contact: `${ROOM}/contacts/received-contact.schema.ts`,
};

/** Facts that nobody writes by themselves, and why. */
const NO_DOOR: Readonly<Record<string, string>> = {
  IdDocument: 'written with its person',
  Phone: 'written with its person',
  SourceRecord: 'the row as it came, good or bad',
  Version: 'former values of facts that were checked when they came',
  Vehicle: 'made by the demo alone',
  Site: 'made by the demo alone',
  Room: 'made by the demo alone',
};

/** How each noun is put into the graph. A file that does one of these is a door. */
const WAYS_IN: readonly [label: string, call: RegExp][] = [
  ['Area', /desk\.areas\.save\(/],
  ['Place', /desk\.places\.save\(/],
  ['Person', /desk\.people\.save\(/],
  ['CaseEpisode', /desk\.cases\.save\(/],
  ['Stay', /desk\.stays\.(add|save)\(/],
  ['Evidence', /desk\.stays\.add(Evidence)?\(/],
  ['Naming', /desk\.determinations\.saveNamings\(/],
  ['Account', /desk\.accounts\.save\(/],
];

/** Doors through which no value comes that anybody has typed. */
const NOTHING_TYPED: Readonly<Record<string, string>> = {
  [`Person ${ROOM}/areas/set-area.ts`]: 'which of the known areas acts',
  [`Person ${ROOM}/duplicates/undo-merge.ts`]: 'values as they stood before the merge',
  [`Person ${ROOM}/duplicates/merge-people.ts`]: 'of two records of one person the better values',
  [`CaseEpisode ${ROOM}/cases/file-core-report.ts`]: 'the moment, by the clock',
  [`CaseEpisode ${ROOM}/cases/save-trajectory.ts`]: 'its revision',
};

const sources = filesUnder(ROOM).filter((file) => file.endsWith('.ts') && !/\.(test|schema)\.ts$/.test(file));
const doors = sources.flatMap((file) => WAYS_IN.filter(([, call]) => call.test(readText(file))).map(([label]) => ({ label, file })));
const brings = (file: string, module: string): boolean =>
  importsOf(file).some((one) => !one.typeOnly && basename(one.specifier) === `${basename(module, '.ts')}.js`);

test('every fact that people write has exactly one schema', () => {
  const facts = Object.entries(NODES).flatMap(([label, { kind }]) => (kind === 'fact' ? [label] : []));
  expect(facts.filter((label) => !(label in SCHEMAS) && !(label in NO_DOOR))).toEqual([]);
  expect(Object.keys(SCHEMAS).filter((label) => label in NO_DOOR)).toEqual([]);
  const schemas = filesUnder('libs').filter((file) => file.endsWith('.schema.ts'));
  expect(schemas.sort()).toEqual(Object.values(SCHEMAS).sort());
});

test('whoever puts a noun into the graph asks its schema first: imports, the desk and the demo alike', () => {
  expect(doors.filter(({ file }) => file.startsWith(`${ROOM}/imports/records/`)).map(({ label }) => label)).toEqual(
    expect.arrayContaining(WAYS_IN.map(([label]) => label)),
  );
  const unguarded = doors
    .filter(({ label, file }) => !(`${label} ${file}` in NOTHING_TYPED))
    .filter(({ label, file }) => !(brings(file, SCHEMAS[label]!) && brings(file, 'flaw.ts')))
    .map(({ label, file }) => `${label} in ${file}`);
  expect(unguarded).toEqual([]);
  expect(brings(`${ROOM}/contacts/receive-contact.ts`, SCHEMAS.Contact!)).toBe(true);
});

test('no exception outlives its door', () => {
  const known = new Set(doors.map(({ label, file }) => `${label} ${file}`));
  expect(Object.keys(NOTHING_TYPED).filter((door) => !known.has(door))).toEqual([]);
});
