import { deriveCase } from '@tracewright/investigation';
import { smallOutbreak, withGraph, write } from '@tracewright/testkit';
import { expect, test } from 'vitest';

const graph = withGraph();

test('what is derived for one person alone is what the whole derivation says of that person, in both degrees', async () => {
  const { desk } = graph();
  await smallOutbreak(
    desk,
    ['a', 'b', 'c'].map((person) => ({ person, name: `客人${person}` })),
  );
  await write(desk, 'places', [
    { place: 'office', name: '办公室', category: 'workplace', area: 'street' },
    { place: 'table', name: '火锅店', category: 'restaurant', area: 'street' },
  ]);
  await write(
    desk,
    'people',
    ['d', 'e', 'f'].map((person) => ({ person, name: `同事${person}`, area: 'street' })),
  );
  const at = (person: string, place: string, start: string, end: string, n: number) => ({
    stay: `${person}-${n}`,
    person,
    place,
    start: `2022-04-${start}`,
    end: `2022-04-${end}`,
    source: 'interview',
  });
  await write(desk, 'stays', [
    at('a', 'office', '11 09:00', '11 17:00', 1),
    at('b', 'office', '11 10:00', '11 12:00', 1),
    at('d', 'office', '11 11:00', '11 18:00', 1),
    at('e', 'table', '12 08:00', '12 09:00', 1),
    at('c', 'table', '12 08:30', '12 09:30', 1),
    at('index', 'table', '10 08:00', '10 09:00', 1),
    at('f', 'table', '10 08:20', '10 08:40', 1),
  ]);
  await desk.work.read(async (tx) => {
    const one = (await desk.cases.byIds(tx, ['case']))[0]!;
    const whole = await deriveCase(desk, tx, one);
    const people = new Set(whole.values.map((v) => v.personId));
    expect(whole.values.some((v) => v.viaPersonId !== null)).toBe(true);
    expect([...people].sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    for (const person of people) {
      const middles = whole.values.flatMap((v) => (v.personId === person ? (v.viaPersonId ?? []) : []));
      const alone = await deriveCase(desk, tx, one, { scope: { people: [person], middles } });
      const of = (rows: typeof whole.rows) =>
        [...rows].filter(([key]) => key.split('|')[1] === person).sort(([a], [b]) => (a < b ? -1 : 1));
      expect(of(alone.rows)).toEqual(of(whole.rows));
      expect(of(alone.rows).length).toBeGreaterThan(0);
    }
  });
});
