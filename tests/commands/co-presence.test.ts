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
  return Array.from({ length: 160 }, () => {
    const start = MIDNIGHT + next(24 * 60) * MINUTE;
    return { person: `p${next(14)}`, place: `place ${next(5)}`, start, end: start + next(4) * next(40) * MINUTE };
  });
}

interface Question {
  readonly min: number;
  readonly lag: number;
  readonly persons: readonly string[];
}

/** Every two stays looked at, in plain words of the contract; seconds. */
function everyPair(stays: readonly Stay[], { min, lag, persons }: Question) {
  const pairs = new Map<string, { stay_pairs: number; seconds: number; first: number; last: number }>();
  for (const [i, one] of stays.entries())
    for (const two of stays.slice(i + 1)) {
      if (one.person === two.person || one.place !== two.place) continue;
      if (persons.length > 0 && !persons.includes(one.person) && !persons.includes(two.person)) continue;
      // Of two that begin at once the one that ends first is the earlier.
      const [early, late] = one.start < two.start || (one.start === two.start && one.end <= two.end) ? [one, two] : [two, one];
      const end = Math.min(early.end + lag * 1_000, late.end);
      const overlap = (end - late.start) / 1_000;
      if (!(overlap > 0 && overlap >= min)) continue;
      const key = [one.person, two.person].sort().join();
      const pair = pairs.get(key) ?? { stay_pairs: 0, seconds: 0, first: Number.POSITIVE_INFINITY, last: 0 };
      pairs.set(key, {
        stay_pairs: pair.stay_pairs + 1,
        seconds: pair.seconds + Math.max(0, Math.min(early.end, late.end) - late.start) / 1_000,
        first: Math.min(pair.first, late.start),
        last: Math.max(pair.last, end),
      });
    }
  return pairs;
}

describe.each([1, 2, 3])('random stays, seed %i', (seed) => {
  const stays = randomStays(seed);
  const next = seeded(seed);
  const file = folder.write(
    `stays-${seed}.csv`,
    `person,place,start,end\n${stays.map((s) => [s.person, s.place, written(s.start, next(3)), written(s.end, next(3))].join()).join('\n')}\n`,
  );

  test('the answer and its file are those of looking at every two stays', async () => {
    const questions: Question[] = [
      { min: 0, lag: 0, persons: [] },
      { min: 900, lag: 0, persons: [] },
      { min: 600, lag: 1_800, persons: [] },
      { min: 0, lag: 60, persons: ['p1', 'p2', 'nobody'] },
    ];
    await Promise.all(
      questions.map(async (question, i) => {
        const out = `out-${seed}-${i}.csv`;
        const options = ['--min-seconds', `${question.min}`, '--lag-seconds', `${question.lag}`, '--out', `${folder.path}/${out}`];
        const persons = question.persons.length > 0 ? ['--persons', question.persons.join()] : [];
        const answer = await answerOf(['co-presence', '--stays', file, ...options, ...persons]);
        const expected = everyPair(stays, question);
        const all = [...expected.values()];
        expect(expected.size).toBeGreaterThan(5);
        expect(answer).toEqual({
          pairs: expected.size,
          stayPairs: all.reduce((n, p) => n + p.stay_pairs, 0),
          seconds: all.reduce((n, p) => n + p.seconds, 0),
          persons: new Set([...expected.keys()].flatMap((key) => key.split(','))).size,
          ignored: 0,
        });
        const rows = folder
          .rows(out)
          .map((row) => ({ ...row, first_start: Date.parse(row.first_start!), last_end: Date.parse(row.last_end!) }));
        expect(rows).toEqual(
          [...expected].sort().map(([key, p]) => ({
            person_a: key.split(',')[0],
            person_b: key.split(',')[1],
            stay_pairs: `${p.stay_pairs}`,
            seconds: `${p.seconds}`,
            first_start: p.first,
            last_end: p.last,
          })),
        );
      }),
    );
  });
});

/** A case of its own at a place of its own: who meets there, as the file says it. */
const EDGES: readonly (readonly [string, string, string, string])[] = [
  ['a', 'touching', '2022-04-10 10:00', '2022-04-10 11:00'],
  ['b', 'touching', '2022-04-10 11:00', '2022-04-10 12:00'],
  ['c', 'one second', '2022-04-10 10:00', '2022-04-10 11:00:01'],
  ['d', 'one second', '2022-04-10 11:00', '2022-04-10 12:00'],
  ['e', 'no length', '2022-04-10 10:30', '2022-04-10 10:30'],
  ['f', 'no length', '2022-04-10 10:00', '2022-04-10 11:00'],
  ['g', 'alone', '2022-04-10 10:00', '2022-04-10 11:00'],
  ['g', 'alone', '2022-04-10 10:30', '2022-04-10 11:30'],
  ['h', 'day', '2022-04-10', '2022-04-10'],
  ['i', 'day', '2022-04-10T15:59:00Z', '2022-04-10T16:01:00Z'],
  ['j', 'minute', '2022-04-10 10:00', '2022-04-10 10:10'],
  ['k', 'minute', '2022-04-10 10:00', '2022-04-10 10:10'],
];
const edges = (line = '\n', before = '') => `${before}person,place,start,end${line}${EDGES.map((row) => row.join()).join(line)}${line}`;

describe('at the edges', () => {
  test('touching is not together, a moment is not a stay, nobody meets oneself, a day is a whole day', async () => {
    const file = folder.write('edges.csv', edges());
    await answerOf(['co-presence', '--stays', file, '--out', `${folder.path}/edges-out.csv`]);
    expect(folder.read('edges-out.csv')).toBe(
      [
        'person_a,person_b,stay_pairs,seconds,first_start,last_end',
        'c,d,1,1,2022-04-10T11:00:00+08:00,2022-04-10T11:00:01+08:00',
        // In China the day ends one minute after i came.
        'h,i,1,60,2022-04-10T23:59:00+08:00,2022-04-11T00:00:00+08:00',
        'j,k,1,600,2022-04-10T10:00:00+08:00,2022-04-10T10:10:00+08:00',
        '',
      ].join('\r\n'),
    );
  });

  test('a gap of exactly the lag does not count, one of less does and adds no seconds; the least duration is reached by being equal', async () => {
    const file = folder.write(
      'lag.csv',
      'person,place,start,end\na,p,2022-04-10 10:00,2022-04-10 11:00\nb,p,2022-04-10 11:10,2022-04-10 11:40\n',
    );
    const ask = (...more: string[]) => answerOf(['co-presence', '--stays', file, ...more]);
    const [exact, less, least, more] = await Promise.all([
      ask('--lag-seconds', '600'),
      ask('--lag-seconds', '601'),
      ask('--lag-seconds', '1200', '--min-seconds', '600'),
      ask('--lag-seconds', '1200', '--min-seconds', '601'),
    ]);
    expect(exact).toMatchObject({ pairs: 0, stayPairs: 0, persons: 0 });
    expect(less).toMatchObject({ pairs: 1, stayPairs: 1, seconds: 0, persons: 2 });
    expect(least).toMatchObject({ pairs: 1, seconds: 0 });
    expect(more).toMatchObject({ pairs: 0 });
  });

  test('line ends, byte order mark, order and names of columns, Chinese in GB18030 and standard input change nothing', async () => {
    const turned = `seat,结束时间,开始时间,地点,人员编号\n${EDGES.map(([person, place, start, end]) => ['', end, start, place, person].join()).join('\n')}\n`;
    const gb = Buffer.concat([
      // 人员编号,地点,start,end and a place called 店, as GB18030 writes them.
      Buffer.from([0xc8, 0xcb, 0xd4, 0xb1, 0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xb5, 0xd8, 0xb5, 0xe3]),
      Buffer.from(',start,end\n'),
      ...['j', 'k'].flatMap((who) => [
        Buffer.from(`${who},`),
        Buffer.from([0xb5, 0xea]),
        Buffer.from(',2022-04-10 10:00,2022-04-10 10:10\n'),
      ]),
    ]);
    const [plain, crlf, bom, swapped, piped, chinese] = await Promise.all([
      answerOf(['co-presence', '--stays', folder.write('plain.csv', edges())]),
      answerOf(['co-presence', '--stays', folder.write('crlf.csv', edges('\r\n'))]),
      answerOf(['co-presence', '--stays', folder.write('bom.csv', edges('\r\n', '\uFEFF'))]),
      answerOf(['co-presence', '--stays', folder.write('turned.csv', turned)]),
      answerOf(['co-presence', '--stays', '-'], { stdin: edges() }),
      answerOf(['co-presence', '--stays', folder.write('gb.csv', gb)]),
    ]);
    expect(plain).toEqual({ pairs: 3, stayPairs: 3, seconds: 661, persons: 6, ignored: 0 });
    for (const same of [crlf, bom, swapped, piped]) expect(same).toEqual(plain);
    expect(chinese).toMatchObject({ pairs: 1, seconds: 600 });
  });

  test('no row, and one row, have no pair', async () => {
    const nothing = { pairs: 0, stayPairs: 0, seconds: 0, persons: 0, ignored: 0 };
    const [none, one] = await Promise.all([
      answerOf(['co-presence', '--stays', folder.write('none.csv', 'person,place,start,end\n')]),
      answerOf(['co-presence', '--stays', folder.write('one.csv', 'person,place,start,end\na,p,2022-04-10,2022-04-10\n')]),
    ]);
    expect([none, one]).toEqual([nothing, nothing]);
  });

  test('another zone moves what has none; stays are cut at --as-of', async () => {
    const file = folder.write('edges.csv', edges());
    const [berlin, cut] = await Promise.all([
      answerOf(['co-presence', '--stays', file, '--tz', 'Europe/Berlin']),
      answerOf(['co-presence', '--stays', file, '--as-of', '2022-04-10 10:05', '--errors', `${folder.path}/cut.csv`]),
    ]);
    // The two minutes of i lie wholly in the day as Berlin counts it.
    expect(berlin).toMatchObject({ pairs: 3, seconds: 721 });
    expect(cut).toMatchObject({ pairs: 1, seconds: 300, persons: 2 });
  });
});

test('rows that cannot be used are counted, said on standard error, and written with the reason first and the row as it came', async () => {
  const file = folder.write(
    'dirty.csv',
    [
      'person,place,start,end,source,remark',
      'a,p,2022-04-10 10:00,2022-04-10 11:00,,=1+1',
      'b,p,2022-04-10 10:00,2022-04-10 11:00,register,',
      ',p,2022-04-10 10:00,2022-04-10 11:00,,nobody',
      'c,,2022-04-10 10:00,2022-04-10 11:00,,nowhere',
      'c,p,soon,2022-04-10 11:00,,unreadable',
      'c,p,2022-04-10 11:00,2022-04-10 10:00,,turned',
      'c,p,2022-04-10 11:00,,,open',
      'c,p,2022-04-10 10:00,2022-04-10 11:00,mobile_signal,track',
      'c,p,2022-04-10 10:00,2022-04-10 11:00,crystal ball,unknown',
    ].join('\n'),
  );
  const errors = `${folder.path}/left.csv`;
  const ran = await command(['co-presence', '--stays', file, '--errors', errors, '--json']);
  expect(ran.code).toBe(0);
  expect(JSON.parse(ran.stdout)).toEqual({ pairs: 1, stayPairs: 1, seconds: 3_600, persons: 2, ignored: 7 });
  expect(ran.stderr).toMatch(/^7 rows were left out: /);
  expect(folder.read('left.csv').split('\r\n')[0]).toBe('reason,row,person,place,start,end,source,remark');
  expect(folder.rows('left.csv').map(({ row, remark, reason }) => [row, remark, reason])).toEqual([
    ['4', 'nobody', 'person is missing.'],
    ['5', 'nowhere', 'place is missing.'],
    ['6', 'unreadable', 'The moment "soon" cannot be read: write 2022-04-10 11:20.'],
    ['7', 'turned', 'It ends before it starts: correct the times.'],
    ['8', 'open', 'There is no end, and the category of the place has no dwell rule.'],
    ['9', 'track', 'A mobile signal never proves a stay.'],
    ['10', 'unknown', 'The source "crystal ball" is not known.'],
  ]);
  // The same file mended leaves nothing to mend.
  await answerOf([
    'co-presence',
    '--stays',
    folder.write('mended.csv', 'person,place,start,end\na,p,2022-04-10,2022-04-10\n'),
    '--errors',
    errors,
  ]);
  expect(folder.rows('left.csv')).toEqual([]);
});
