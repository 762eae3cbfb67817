import { afterAll, describe, expect, test } from 'vitest';
import { answerOf, command, newFolder } from './command-line.js';
import { MIDNIGHT, MINUTE, seeded, written } from './seeded.js';

const folder = newFolder();
afterAll(() => folder.remove());

interface Stay {
  readonly person: string;
  readonly place: string;
  readonly start: number;
  readonly end: number;
}

function randomStays(seed: number): Stay[] {
  const next = seeded(seed);
  return Array.from({ length: 45 }, () => {
    const start = MIDNIGHT + next(10 * 60) * MINUTE;
    return { person: `p${next(24)}`, place: `place ${next(9)}`, start, end: start + next(3) * next(60) * MINUTE };
  });
}

/** The words of the contract, asked of every two stays. */
function ringsOf(stays: readonly Stay[], person: string, min: number, timely: boolean) {
  const overlaps = (a: string, b: string) =>
    stays.flatMap((x) =>
      stays.flatMap((y) => {
        const [start, end] = [Math.max(x.start, y.start), Math.min(x.end, y.end)];
        const met = x.person === a && y.person === b && x.place === y.place && end > start && end - start >= min * 1_000;
        return met ? [{ start, end }] : [];
      }),
    );
  const everybody = [...new Set(stays.map((s) => s.person))].filter((p) => p !== person);
  const first = everybody.filter((p) => overlaps(person, p).length > 0);
  const second = everybody.filter(
    (o) =>
      !first.includes(o) &&
      first.some((c) => {
        const since = Math.min(...overlaps(person, c).map((m) => m.start));
        return overlaps(c, o).some((m) => !timely || m.end > since);
      }),
  );
  return { ring1: first.length, ring2: second.length };
}

test.each([11, 12])('random stays, seed %i: both rings, with and without time, are those of looking at every two stays', async (seed) => {
  const stays = randomStays(seed);
  const next = seeded(seed);
  const rows = stays.map((s) => [s.person, s.place, written(s.start, next(3)), written(s.end, next(3))].join());
  const file = folder.write(`stays-${seed}.csv`, `person,place,start,end\n${rows.join('\n')}\n`);
  const questions = ['p0', 'p7'].flatMap((person) => [0, 1_200].flatMap((min) => [false, true].map((timely) => ({ person, min, timely }))));
  const people = new Set(stays.map((s) => s.person));
  const asked = questions.map((q) => ({ ...q, person: people.has(q.person) ? q.person : stays[0]!.person }));
  const answers = await Promise.all(
    asked.map(({ person, min, timely }) =>
      answerOf(['rings', ...['--stays', file, '--person', person, '--min-seconds', `${min}`], ...(timely ? ['--time-respecting'] : [])]),
    ),
  );
  const expected = asked.map(({ person, min, timely }) => ({ ...ringsOf(stays, person, min, timely), ignored: 0 }));
  expect(answers).toEqual(expected);
  expect(expected.some(({ ring2 }) => ring2 > 0)).toBe(true);
});

describe('by hand', () => {
  const at = (person: string, place: string, start: string, end: string) => `${person},${place},2022-04-10 ${start},2022-04-10 ${end}`;
  const file = folder.write(
    'rings.csv',
    `\uFEFF${[
      'person,place,start,end',
      at('a', 'x', '10:00', '11:00'),
      at('c', 'x', '10:30', '12:00'),
      // Met c before a did, until the very moment a did, and one minute longer.
      at('early', 'y', '08:00', '09:00'),
      at('until', 'y', '09:00', '10:30'),
      at('over', 'z', '10:00', '10:31'),
      at('c', 'y', '08:00', '10:30'),
      at('c', 'z', '10:00', '10:31'),
      // Touches a, but meets nobody.
      at('touch', 'x', '12:00', '13:00'),
      // Of the first ring and of c's as well: counted once, in the first.
      at('both', 'x', '10:00', '10:40'),
    ].join('\r\n')}\r\n`,
  );

  test('the second ring leaves out the person and the first ring; in time it takes what ended after the first meeting began', async () => {
    const [all, timely, half, long] = await Promise.all([
      answerOf(['rings', '--stays', file, '--person', 'a']),
      answerOf(['rings', '--stays', file, '--person', 'a', '--time-respecting']),
      answerOf(['rings', '--stays', file, '--person', 'a', '--min-seconds', '1800']),
      answerOf(['rings', '--stays', file, '--person', 'a', '--min-seconds', '1801']),
    ]);
    expect(all).toEqual({ ring1: 2, ring2: 3, ignored: 0 });
    expect(timely).toEqual({ ring1: 2, ring2: 1, ignored: 0 });
    // c met a for half an hour, which is less than half an hour and a second.
    expect(half).toMatchObject({ ring1: 2 });
    expect(long).toEqual({ ring1: 1, ring2: 0, ignored: 0 });
  });

  test('one row: nobody, twice; for people it is a sentence', async () => {
    const one = folder.write('one.csv', 'person,place,start,end\na,p,2022-04-10,2022-04-10\n');
    expect(await answerOf(['rings', '--stays', one, '--person', 'a'])).toEqual({ ring1: 0, ring2: 0, ignored: 0 });
    expect(await command(['rings', '--stays', file, '--person', 'a'])).toEqual({
      code: 0,
      stdout: 'First ring 2 people, second ring 3.\n',
      stderr: '1 people are at two places at once: both count, look which is right: c.\n',
    });
  });
});
