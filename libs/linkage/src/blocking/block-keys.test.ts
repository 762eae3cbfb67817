import { expect, it } from 'vitest';
import { aPerson } from '../people.fixture.js';
import { CN_PERSON } from '../profile/cn-person.js';
import { parseProfile } from '../profile/parse-profile.js';
import { RecordTable } from '../records/record-table.js';
import { keyedPasses, Scratch } from './block-keys.js';

const profile = parseProfile({
  ...CN_PERSON,
  passes: [
    { name: 'surname and birth', keys: ['name.surname', 'birth.day'] },
    { name: 'phone', keys: ['phone.phone'] },
  ],
});

it('no two surnames and days share a key, all at once and one by one alike; what is missing has none', () => {
  const table = new RecordTable(profile, new Set(['name', 'birth_on', 'phone']));
  const days = Array.from({ length: 1_500 }, (_, i) => new Date(Date.UTC(1960, 0, 1 + i)).toISOString().slice(0, 10));
  for (const surname of '王李张刘陈杨赵黄周吴')
    for (const birth_on of days) table.add(aPerson({ name: `${surname}静`, birth_on, phone: '' }));
  const nobody = table.add(aPerson({ name: '', phone: '13800001234' }));
  const [pass, phone] = keyedPasses(table, profile);
  const keys = pass!.all(new Scratch(table.size)).slice();
  expect(new Set(keys.slice(0, nobody)).size).toBe(15_000);
  expect(Number.isNaN(keys[nobody])).toBe(true);
  for (const record of [0, 7, 14_999]) expect(pass!.key(record)).toBe(keys[record]);
  expect(phone!.all(new Scratch(table.size)).filter((key) => !Number.isNaN(key))).toHaveLength(1);
});
