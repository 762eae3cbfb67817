import { expect, test } from 'vitest';
import { z } from 'zod';
import { type FieldShape, type ProtocolField, protocolFields, starterOf } from './protocol-fields.js';
import { protocolFile } from './schema.js';
import { readProtocol } from './shipped.js';

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly anyOf?: readonly JsonSchema[];
}

/** Every property of the schema, by zod's own account of it, which knows nothing of forms. */
function properties(schema: JsonSchema, under = ''): string[] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([key, inner]) => [
    `${under}${key}`,
    ...properties(inner, `${under}${key}.`),
  ]);
  const { items, additionalProperties: entry, anyOf = [] } = schema;
  const below = [...(items ? [items] : []), ...(typeof entry === 'object' ? [entry] : []), ...anyOf];
  return [...new Set([...own, ...below.flatMap((inner) => properties(inner, under))])];
}

const groupIn = (shape: FieldShape): readonly ProtocolField[] => {
  if (shape.kind === 'group') return shape.fields;
  return shape.kind === 'list' || shape.kind === 'by-class' ? groupIn(shape.item) : [];
};
const paths = (fields: readonly ProtocolField[], under = ''): string[] =>
  fields.flatMap(({ key, shape }) => [`${under}${key}`, ...paths(groupIn(shape), `${under}${key}.`)]);

test('the form has every field of the schema, and none that the schema has not', () => {
  const schema = z.toJSONSchema(protocolFile, { io: 'input' }) as JsonSchema;
  expect(properties(schema).length).toBeGreaterThan(80);
  expect(paths(protocolFields()).sort()).toEqual(properties(schema).sort());
});

test('a field says what it needs and what holds without it', () => {
  const of = (...keys: string[]) =>
    keys.reduce<ProtocolField | undefined>(
      (field, key) => (field ? groupIn(field.shape) : protocolFields()).find((one) => one.key === key),
      undefined,
    );
  expect(of('id')).toMatchObject({ needed: true, shape: { kind: 'text' } });
  expect(of('exposure', 'priority')).toMatchObject({ needed: false, fallback: 5, shape: { kind: 'number', whole: true, least: 1 } });
  expect(of('exposure', 'single', 'strict')).toMatchObject({ shape: { kind: 'flag', onlyTrue: true } });
  expect(of('exposure', 'cumulative', 'window')).toMatchObject({
    shape: { kind: 'number-or-word', values: ['CALENDAR_DAY', 'WHOLE_PERIOD'] },
  });
  expect(of('infectious', 'anchors')).toMatchObject({ shape: { kind: 'list', least: 1, item: { kind: 'choice' } } });
  expect(of('secondDegree')).toMatchObject({ nullable: true, fallback: null });
  expect(of('secondDegree', 'settings')).toMatchObject({ shape: { kind: 'settings' } });
  expect(of('validFrom')).toMatchObject({ shape: { kind: 'day' } });
});

test('what is added to a file begins as something the schema takes, but for words and numbers that only its writer knows', () => {
  const sound = (rest: object) => readProtocol({ id: 'X', infectious: [], exposure: [], ...rest });
  const starter = (key: string) => {
    const { shape } = protocolFields().find((field) => field.key === key)!;
    return starterOf(shape.kind === 'list' || shape.kind === 'by-class' ? shape.item : shape);
  };
  for (const rest of [
    { infectious: [starter('infectious')] },
    { management: { CLOSE: starter('management') } },
    { secondDegree: starter('secondDegree') },
    { exposure: [{ ...(starter('exposure') as object), id: 'A', cls: 'CLOSE' }] },
  ])
    expect(sound(rest), JSON.stringify(rest)).toMatchObject({ kind: 'protocol' });
});

test('problems name their field, in words of both languages, all of them at once', () => {
  const read = readProtocol({
    id: 'X',
    validFrom: '14 April',
    infectious: [{ caseKind: 'ANY', anchors: [], startOffset: 1.5 }],
    exposure: [
      { id: 'A', cls: 'NEAR', settings: ['KITCHEN'], single: { min: 'ten', gap: 1 } },
      { id: 'A', cls: 'CLOSE', priority: 9, cumulative: { min: -1, window: 'WEEK' } },
    ],
  });
  expect(read.kind === 'refused' && read.problems.map(({ field, en }) => `${field}: ${en}`)).toEqual([
    'validFrom: write the day as 2022-04-14',
    'infectious.0.anchors: must not be empty',
    'infectious.0.startOffset: must be a whole number',
    'exposure.0.settings: "KITCHEN" is not a setting class',
    'exposure.0.single.min: must be a number',
    'exposure.0.single: unknown field "gap"',
    'exposure.1.priority: at most 5',
    'exposure.1.cumulative.min: at least 0',
    'exposure.1.cumulative.window: must be a number or one of the words',
    'exposure.0.cls: rule A: class "NEAR" is missing in classOrder',
    'exposure.1.id: rule id "A" is used twice',
  ]);
  expect(read.kind === 'refused' && read.problems.every(({ zh }) => /[一-龥]/.test(zh))).toBe(true);
});
