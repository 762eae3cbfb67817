import { expect, it } from 'vitest';
import { fieldOfColumn, guessedMapping, mapColumn, mapConstant, mapValues, valuesOf } from './mapping.js';

const sheet = {
  name: '',
  headerRow: 1,
  rows: 3,
  headers: [
    { column: '姓名', samples: ['王某'] },
    { column: '名字', samples: [] },
  ],
  fields: { name: '姓名' },
};

it('what the server recognised is the first mapping; a file without sheets names none', () => {
  expect(guessedMapping('people', 'hotel', sheet)).toMatchObject({
    sheet: null,
    groups: [{ kind: 'people', fields: { name: { column: '姓名' } } }],
  });
});

it('giving a field to another column takes it from the first', () => {
  const mapped = mapColumn(guessedMapping('people', 'hotel', sheet), 0, '名字', 'name');
  expect(fieldOfColumn(mapped.groups[0]!, '姓名')).toBeNull();
  expect(fieldOfColumn(mapped.groups[0]!, '名字')).toBe('name');
});

it('a constant stands in for a missing column and can be taken away', () => {
  const mapped = mapConstant(guessedMapping('people', 'hotel', sheet), 0, 'sex', 'female');
  expect(mapped.groups[0]!.fields.sex).toEqual({ value: 'female' });
  expect('sex' in mapConstant(mapped, 0, 'sex', '').groups[0]!.fields).toBe(false);
});

it('values are mapped word by word, and an empty map is none', () => {
  const values = valuesOf('男 = male\n女=female\n不详 =\n');
  expect(values).toEqual({ 男: 'male', 女: 'female' });
  const mapped = mapValues(guessedMapping('people', 'hotel', sheet), 0, 'name', { values, format: 'DD/MM/YYYY' });
  expect(mapped.groups[0]!.fields.name).toEqual({ column: '姓名', values, format: 'DD/MM/YYYY' });
  expect(mapValues(mapped, 0, 'name', {}).groups[0]!.fields.name).toEqual({ column: '姓名' });
});
