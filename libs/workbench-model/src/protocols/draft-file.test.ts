import { readProtocol, shippedProtocol } from '@tracewright/epi-core';
import { expect, test } from 'vitest';
import { draftDiff, everyField } from './draft-diff.js';
import {
  duplicatedItem,
  fileIn,
  isUnder,
  type Json,
  movedItem,
  pathIn,
  schemaKeyOf,
  textOf,
  valueAt,
  withItem,
  withoutItem,
  withValue,
} from './draft-file.js';
import { edited, redone, startDraft, undone } from './draft-history.js';
import { FILE_SECTIONS, RULE_SECTIONS, sectionsOf } from './form-sections.js';

const v8 = JSON.parse(JSON.stringify(shippedProtocol('CN-COVID-V8'))) as Json;
const rules = (file: Json) => (file.exposure as { id: string }[]).map(({ id }) => id);

test('a value is written in one place and nothing else is touched', () => {
  const changed = withValue(v8, ['infectious', 0, 'startOffset'], -4);
  expect(valueAt(changed, ['infectious', 0, 'startOffset'])).toBe(-4);
  expect(changed.exposure).toBe(v8.exposure);
  expect(valueAt(v8, ['infectious', 0, 'startOffset'])).toBe(-2);
  expect(withValue(changed, ['infectious', 0, 'startOffset'], -2)).toEqual(v8);
});

test('a field that is emptied leaves the file, and one below what is not there makes it', () => {
  expect(withValue({ id: 'X', note: 'a' }, ['note'], undefined)).toEqual({ id: 'X' });
  expect(withValue({ id: 'X' } as Json, ['management', 'CLOSE', 'checksPerDay'], 2)).toEqual({
    id: 'X',
    management: { CLOSE: { checksPerDay: 2 } },
  });
});

test('rules are added, moved, copied under an id of their own and taken away', () => {
  const [first, second] = rules(v8);
  expect(rules(movedItem(v8, ['exposure'], 1, -1)).slice(0, 2)).toEqual([second, first]);
  expect(movedItem(v8, ['exposure'], 0, -1)).toBe(v8);
  const copied = duplicatedItem(duplicatedItem(v8, ['exposure'], 0), ['exposure'], 0);
  expect(rules(copied).slice(0, 4)).toEqual([first, `${first}-3`, `${first}-2`, second]);
  expect(readProtocol(copied).kind).toBe('protocol');
  expect(rules(withoutItem(v8, ['exposure'], 0))[0]).toBe(second);
  expect(rules(withItem(v8, ['exposure'], 1, { id: 'NEW', cls: 'CLOSE' }))[1]).toBe('NEW');
});

test('a text that is no file yet is none, and a path is known in the schema whichever rule or class it is in', () => {
  expect([fileIn('{"id": '), fileIn('[]'), fileIn('null')]).toEqual([null, null, null]);
  expect(fileIn(textOf(v8))).toEqual(v8);
  expect(schemaKeyOf(['exposure', 3, 'single', 'min'])).toBe('exposure.single.min');
  expect(schemaKeyOf(['management', 'CLOSE', 'phases', 0, 'days'])).toBe('management.phases.days');
  expect(pathIn('exposure.10.id')).toEqual(['exposure', 10, 'id']);
  expect([isUnder('exposure.1.id', ['exposure', 1]), isUnder('exposure.10.id', ['exposure', 1])]).toEqual([true, false]);
});

test('what is typed into one field is one step back; another field, or a step back, begins a new one', () => {
  const typed = ['a', 'ab', 'abc'].reduce((history, text) => edited(history, text, 'note'), startDraft(''));
  expect(undone(typed).now).toBe('');
  expect(redone(undone(typed)).now).toBe('abc');
  const other = edited(typed, 'abc!', 'id');
  expect(undone(other).now).toBe('abc');
  expect(undone(edited(undone(other), 'abcd', 'note')).now).toBe('abc');
  expect(redone(edited(undone(other), 'x')).now).toBe('x');
  expect(undone(startDraft('a')).now).toBe('a');
});

test('the difference is told field by field; what is left out and its usual value are the same', () => {
  const said = (was: Json, now: Json) =>
    draftDiff(was, now).map(({ path, was: a, now: b, moved }) => `${path.join('.')} ${moved ? 'moved ' : ''}${String(a)} → ${String(b)}`);
  expect(said(v8, v8)).toEqual([]);
  expect(
    said({ id: 'X', infectious: [], exposure: [] }, { id: 'X', infectious: [], exposure: [], sources: [], secondDegree: null }),
  ).toEqual([]);
  expect(said(v8, withValue(v8, ['infectious', 0, 'startOffset'], -4))).toEqual(['infectious.0.startOffset -2 → -4']);
  expect(said(v8, withValue(v8, ['management', 'CLOSE', 'phases', 1, 'days'], 9))).toEqual(['management.CLOSE.phases.1.days 7 → 9']);
  expect(said(v8, { ...v8, colour: 'red' })).toEqual(['colour undefined → red']);
});

test('a rule is compared with its namesake wherever it stands; one under another id is that rule still', () => {
  const [first, second] = rules(v8);
  const moved = withValue(movedItem(v8, ['exposure'], 0, 1), ['exposure', 1, 'priority'], 3);
  expect(draftDiff(v8, moved)).toEqual([
    { path: ['exposure', 0], was: 2, now: 1, moved: true, rule: second },
    { path: ['exposure', 1, 'priority'], was: 1, now: 3, moved: false, rule: first },
    { path: ['exposure', 1], was: 1, now: 2, moved: true, rule: first },
  ]);
  expect(draftDiff(v8, withValue(v8, ['exposure', 0, 'id'], 'LIVING'))).toEqual([
    { path: ['exposure', 0, 'id'], was: first, now: 'LIVING', moved: false, rule: 'LIVING' },
  ]);
  const [gone] = draftDiff(v8, withoutItem(v8, ['exposure'], 0));
  expect(gone).toMatchObject({ rule: first, now: undefined });
  expect(draftDiff(v8, duplicatedItem(v8, ['exposure'], 0))).toMatchObject([{ path: ['exposure', 1], was: undefined, rule: `${first}-2` }]);
});

test('the arrangement of the form puts every field somewhere, one that nobody arranged under "other"', () => {
  const field = (key: string) => ({ key, shape: { kind: 'text' }, needed: false, nullable: false, fallback: undefined }) as const;
  const known = everyField();
  const placed = (arrangement: typeof RULE_SECTIONS) => arrangement.flatMap(([, keys]) => [...keys]);
  expect(placed(FILE_SECTIONS).sort()).toEqual(known.filter((key) => !key.includes('.')).sort());
  expect(
    placed(RULE_SECTIONS)
      .map((key) => `exposure.${key}`)
      .sort(),
  ).toEqual(known.filter((key) => /^exposure\.\w+$/.test(key)).sort());
  expect(sectionsOf([field('id'), field('brandNew')], FILE_SECTIONS)).toMatchObject([
    { id: 'about' },
    { id: 'other', fields: [{ key: 'brandNew' }] },
  ]);
});
