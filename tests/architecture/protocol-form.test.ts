import { type FieldShape, type ProtocolField, protocolFields } from '@tracewright/epi-core';
import { FILE_SECTIONS, RULE_SECTIONS } from '@tracewright/workbench-model';
import { describe, expect, test } from 'vitest';
import { readText } from './project-files.js';

type Words = Readonly<Record<string, unknown>>;
const wordsOf = (lang: string) => JSON.parse(readText(`apps/workbench/src/words/protocols/${lang}.json`)) as Words;
const at = (words: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, key) => (typeof inner === 'object' && inner !== null ? (inner as Words)[key] : undefined), words);

const groupIn = (shape: FieldShape): readonly ProtocolField[] => {
  if (shape.kind === 'group') return shape.fields;
  return shape.kind === 'list' || shape.kind === 'by-class' ? groupIn(shape.item) : [];
};
const choicesIn = (shape: FieldShape): readonly string[] => {
  if (shape.kind === 'choice' || shape.kind === 'number-or-word') return shape.values;
  return shape.kind === 'list' ? choicesIn(shape.item) : [];
};
interface Place {
  readonly path: string;
  readonly choices: readonly string[];
}
const places = (fields: readonly ProtocolField[], under = ''): Place[] =>
  fields.flatMap(({ key, shape }) => [{ path: `${under}${key}`, choices: choicesIn(shape) }, ...places(groupIn(shape), `${under}${key}.`)]);
const all = places(protocolFields());

describe.each(['zh', 'en'])('the editor of protocols in %s', (lang) => {
  const words = wordsOf(lang);
  const said = (path: string) => [`${path}._`, path].some((one) => typeof at(words, one) === 'string');

  test('has a label for every field of the schema', () => {
    // The rules have a heading of their own and no label.
    expect(all.map(({ path }) => path).filter((path) => !said(`field.${path}`))).toEqual([]);
  });

  test('has a word for everything that can be chosen', () => {
    const lacking = all.flatMap(({ path, choices }) =>
      choices.filter((one) => !said(`option.${path}.${one}`) && !said(`option.any.${one}`)).map((one) => `${path} ${one}`),
    );
    expect(lacking).toEqual([]);
  });

  test('explains no field that the schema has not', () => {
    const keys = (one: unknown, path = ''): string[] =>
      typeof one !== 'object' || one === null
        ? [path.replace(/\._$/, '')]
        : Object.entries(one).flatMap(([key, inner]) => keys(inner, path ? `${path}.${key}` : key));
    const known = new Set(all.map(({ path }) => path));
    for (const kind of ['field', 'hint', 'left'])
      expect(
        keys(words[kind]).filter((path) => !known.has(path)),
        kind,
      ).toEqual([]);
  });

  test('names its sections', () => {
    for (const [name, sections] of [
      ['section', FILE_SECTIONS],
      ['ruleSection', RULE_SECTIONS],
    ] as const)
      for (const id of [...sections.map(([one]) => one), 'other']) expect(said(`${name}.${id}`), `${name}.${id}`).toBe(true);
  });
});
