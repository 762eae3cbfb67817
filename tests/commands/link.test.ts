import { afterAll, describe, expect, test } from 'vitest';
import { answerOf, command, newFolder } from './command-line.js';

const folder = newFolder();
afterAll(() => folder.remove());

interface Answer {
  readonly records: number;
  readonly against?: number;
  readonly candidatePairs: number;
  readonly matches: number;
  readonly reviews: number;
  readonly seconds: number;
  readonly ignored: number;
  readonly columns: Readonly<Record<string, string>>;
  readonly clusters?: number;
}

const HEADER = '序号,姓名,性别,出生日期,身份证号,联系电话,现住址';
const LI = [
  '李静雯,女,1988-02-13,440105198802133629,13800004321,翠竹花园3号楼2单元501室',
  '李静雯,女,,440105880213362,138 0000 4321,翠竹花园3-2-501',
];
const others = Array.from(
  { length: 30 },
  (_, i) =>
    `${i + 10},陈${'一二三四五六七八九十'[i % 10]}${'安宁平和顺'[i % 5]},男,19${60 + i}-0${1 + (i % 9)}-1${i % 10},,139${10_000_000 + i * 7_919},锦绣小区${i + 1}号楼1单元101室`,
);
const list = (...rows: readonly string[]) => `\uFEFF${[HEADER, ...rows, ...others].join('\r\n')}\r\n`;
const out = `${folder.path}/pairs.csv`;
const groups = `${folder.path}/clusters.csv`;

describe('within one list', () => {
  test('finds who stands in it twice, names both, and puts them in one cluster', async () => {
    const file = folder.write('list.csv', list(`1,${LI[0]}`, `2,${LI[1]}`));
    const answer = await answerOf<Answer>(['link', '--records', file, '--profile', 'CN-PERSON', '--out', out, '--clusters', groups]);
    expect(answer).toMatchObject({ records: 32, candidatePairs: (32 * 31) / 2, matches: 1, reviews: 0, ignored: 0, clusters: 31 });
    expect(answer.seconds).toBeGreaterThan(0);
    expect(answer.columns).toMatchObject({
      name: '姓名',
      doc_no: '身份证号',
      phone: '联系电话',
      current_address: '现住址',
      birth_on: '出生日期',
      sex: '性别',
    });
    expect(folder.read('pairs.csv').split('\n')[0]?.trim()).toBe('record_a,record_b,probability,weight,decision');
    const pairs = folder.rows('pairs.csv');
    expect(pairs).toMatchObject([{ record_a: '1', record_b: '2', decision: 'match' }]);
    expect(Number(pairs[0]!.probability)).toBeCloseTo(1 / (1 + 2 ** -Number(pairs[0]!.weight)), 5);
    const clusters = folder.rows('clusters.csv');
    expect(Object.keys(clusters[0]!)).toEqual(['record', 'cluster']);
    expect(clusters).toHaveLength(32);
    expect(clusters[0]!.cluster).toBe(clusters[1]!.cluster);
    expect(new Set(clusters.map(({ cluster }) => cluster)).size).toBe(31);
  });

  test('in another order of rows and columns the answer is the same', async () => {
    const rows = [`1,${LI[0]}`, `2,${LI[1]}`, ...others];
    const turn = (row: string) => row.split(',').reverse().join();
    const file = folder.write('turned.csv', [HEADER, ...rows.toReversed()].map(turn).join('\n'));
    const turned = `${folder.path}/turned-pairs.csv`;
    await answerOf([
      'link',
      '--records',
      folder.write('straight.csv', [HEADER, ...rows].join('\n')),
      '--profile',
      'CN-PERSON',
      '--out',
      out,
    ]);
    await answerOf(['link', '--records', file, '--profile', 'CN-PERSON', '--id', '序号', '--out', turned]);
    expect(folder.read('turned-pairs.csv')).toBe(folder.read('pairs.csv'));
  });

  test('the id is never compared; rows that nothing can name or compare are left out, counted and written; an id that repeats is told', async () => {
    const file = folder.write('dirty.csv', list(`1,${LI[0]}`, '', `1,${LI[1]}`, `,${LI[1]}`, '5,,,,,,'));
    const errors = `${folder.path}/errors.csv`;
    const ran = await command(['link', '--records', file, '--profile', 'CN-PERSON', '--out', out, '--errors', errors, '--json']);
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.stdout)).toMatchObject({ records: 32, matches: 1, ignored: 2 });
    expect(folder.rows('pairs.csv')).toMatchObject([{ record_a: '1', record_b: '1' }]);
    expect(ran.stderr).toContain('compared: 姓名 as name');
    expect(ran.stderr).toContain('1 rows have a 序号 that another row has');
    expect(folder.rows('errors.csv').map(({ row, reason }) => [row, reason])).toEqual([
      ['5', 'It has nothing in 序号, which names the rows.'],
      ['6', 'It holds nothing that could be compared.'],
    ]);
  });

  test('--ignore takes a column out, --map puts one in, --threshold moves the line between match and review', async () => {
    const file = folder.write('other.csv', list(`1,${LI[0]}`, `2,${LI[1]}`).replace('身份证号', '编码'));
    const ask = (...more: string[]) => answerOf<Answer>(['link', '--records', file, '--profile', 'CN-PERSON', ...more]);
    const [plain, mapped, ignored] = await Promise.all([
      ask(),
      ask('--map', 'doc_no=编码'),
      ask('--ignore', '姓名,联系电话,现住址,性别,出生日期', '--map', 'doc_no=编码'),
    ]);
    expect([plain.columns.doc_no, mapped.columns.doc_no]).toEqual([undefined, '编码']);
    expect(ignored.columns).toEqual({ doc_no: '编码' });
    await ask('--out', out);
    const probability = Number(folder.rows('pairs.csv')[0]!.probability);
    expect(await ask('--threshold', String(Math.min(0.999999, probability + 1e-6)))).toMatchObject({
      matches: probability > 0.9999985 ? 1 : 0,
    });
    expect(await ask('--threshold', '0.6')).toMatchObject({ matches: 1, reviews: 0 });
  });
});

describe('between two lists', () => {
  test('only pairs across are told, the first file’s record first; both files’ ids are named', async () => {
    const first = folder.write('first.csv', list(`1,${LI[0]}`, `2,${LI[1]}`));
    const second = folder.write('second.csv', `name,身份证号,code\n李静雯,44010519880213362９,b7\n王不知,,b8\n`);
    const answer = await answerOf<Answer>([
      'link',
      '--records',
      first,
      '--against',
      second,
      '--against-id',
      'code',
      '--profile',
      'cn-person',
      '--out',
      out,
      '--clusters',
      groups,
    ]);
    expect(answer).toMatchObject({ records: 32, against: 2, candidatePairs: 64, matches: 2 });
    expect(
      folder
        .rows('pairs.csv')
        .map(({ record_a, record_b }) => [record_a, record_b])
        .sort(),
    ).toEqual([
      ['1', 'b7'],
      ['2', 'b7'],
    ]);
    const clusters = folder.rows('clusters.csv');
    expect(new Set(clusters.filter(({ record }) => ['1', '2', 'b7'].includes(record!)).map(({ cluster }) => cluster)).size).toBe(1);
    expect(clusters.map(({ file }) => file)).toContain('against');
  });

  test('one of the two may come from standard input, and the pairs may go to standard output', async () => {
    const first = folder.write('first.csv', list(`1,${LI[0]}`));
    const ran = await command(['link', '--records', '-', '--against', first, '--profile', 'CN-PERSON', '--out', '-'], {
      stdin: `id,姓名,身份证\nx,李静雯,440105198802133629\n`,
    });
    expect(ran).toMatchObject({ code: 0, stdout: expect.stringMatching(/^record_a,record_b,probability,weight,decision\r?\nx,1,/) });
  });
});

describe('any other table by a profile of its own', () => {
  const profile = {
    name: 'SHOPS',
    columns: { title: ['shop'], town: [] },
    fields: [
      {
        name: 'title',
        compare: 'text',
        columns: { text: 'title' },
        parts: {
          text: {
            same: { m: 0.8, u: 0.001 },
            near: { m: 0.15, u: 0.001 },
            similar: { m: 0.03, u: 0.01 },
            different: { m: 0.02, u: 0.988 },
          },
        },
      },
      {
        name: 'town',
        compare: 'text',
        columns: { text: 'town' },
        parts: {
          text: { same: { m: 0.9, u: 0.05 }, near: { m: 0.05, u: 0.01 }, similar: { m: 0.02, u: 0.02 }, different: { m: 0.03, u: 0.92 } },
        },
      },
    ],
    passes: [{ name: 'town', keys: ['town.text'] }],
    thresholds: { match: 0.9, review: 0.5 },
    matchesPerRecord: 0.5,
  };
  const shops = 'no,shop,town\n1,Golden Dragon,Foshan\n2,Golden Dragn,Foshan\n3,Blue Lotus,Foshan\n4,Golden Dragon,Shantou\n';

  test('links shops by title and town', async () => {
    const file = folder.write('shops.csv', shops);
    const own = folder.write('shops.json', JSON.stringify(profile));
    expect(await answerOf<Answer>(['link', '--records', file, '--profile', own, '--out', out])).toMatchObject({
      records: 4,
      candidatePairs: 3,
      matches: 1,
    });
    expect(folder.rows('pairs.csv')).toMatchObject([{ record_a: '1', record_b: '2', decision: 'match' }]);
  });

  test('a profile that cannot be used is refused with the reason', async () => {
    const file = folder.write('shops.csv', shops);
    const wrong = folder.write('wrong.json', JSON.stringify({ ...profile, passes: [{ name: 'town', keys: ['village.text'] }] }));
    const ran = await command(['link', '--records', file, '--profile', wrong]);
    expect(ran).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('Pass "town" looks at "village", which is no field.'),
    });
    expect(await command(['link', '--records', file, '--profile', folder.write('broken.json', '{')])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('is not JSON'),
    });
  });
});

describe('what it refuses', () => {
  const strange = folder.write('strange.csv', 'a,b\n1,2\n3,4\n');
  const good = folder.write('good.csv', list(`1,${LI[0]}`));
  test.each<[string[], number, string]>([
    [
      ['--records', strange, '--profile', 'CN-PERSON'],
      1,
      'none of its headers (a, b) is known to CN-PERSON. Say which is which with --map field=COLUMN',
    ],
    [
      ['--records', good, '--profile', 'EN-PERSON'],
      1,
      'There is no profile "EN-PERSON": there are CN-PERSON, LATIN-PERSON, or a file that ends in .json.',
    ],
    [['--records', good, '--profile', 'CN-PERSON', '--id', '编号'], 1, 'has no column 编号 (--id)'],
    [['--records', good, '--profile', 'CN-PERSON', '--ignore', '病名'], 1, 'There is no column 病名'],
    [['--records', 'nowhere.csv', '--profile', 'CN-PERSON'], 1, 'There is no file nowhere.csv'],
    [['--records', good], 2, '--profile is missing.'],
    [['--records', good, '--profile', 'CN-PERSON', '--threshold', '7'], 2, '--threshold takes a probability between 0 and 1, not "7".'],
    [['--records', good, '--profile', 'CN-PERSON', '--map', 'height=身高'], 2, 'CN-PERSON has no field "height"'],
    [['--records', good, '--profile', 'CN-PERSON', '--map', '身高'], 2, '--map takes field=COLUMN, not "身高".'],
    [['--records', good, '--profile', 'CN-PERSON', '--against-id', 'x'], 2, '--against-id names a column of the second file'],
  ])('%j', async (args, code, says) => {
    const ran = await command(['link', ...args]);
    expect(ran).toMatchObject({ code, stdout: '' });
    expect(ran.stderr).toContain(says);
  });

  test('an empty list has nobody twice', async () => {
    expect(
      await answerOf<Answer>(['link', '--records', folder.write('empty.csv', `${HEADER}\n`), '--profile', 'CN-PERSON', '--out', out]),
    ).toMatchObject({ records: 0, candidatePairs: 0, matches: 0 });
    expect(folder.rows('pairs.csv')).toEqual([]);
  });
});
