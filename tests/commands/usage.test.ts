import { afterAll, describe, expect, test } from 'vitest';
import { command, newFolder } from './command-line.js';

const folder = newFolder();
afterAll(() => folder.remove());
const stays = folder.write('stays.csv', 'person,place,start,end\na,p,2022-04-10,2022-04-10\n');
const absent = `${folder.path}/absent.csv`;
const broken = folder.write('broken.csv', 'person,place,start\na,p,"2022-04-10\n');
const other = folder.write('other.csv', 'colour,weight\nred,1\n');
const empty = folder.write('empty.csv', '');

const refusedBy = async (args: readonly string[]) => {
  const ran = await command(args);
  return { code: ran.code, stdout: ran.stdout, first: ran.stderr.split('\n')[0], all: ran.stderr };
};

describe('wrong usage ends with 2, nothing on standard output, a sentence and the way to call it on standard error', () => {
  test.concurrent.each([
    [['co-presence', '--stays', stays, '--colour', 'red'], 'There is no option --colour: the options are these.'],
    [['co-presence', '--stays'], '--stays needs a value: write it after the option (--stays=… when it begins with a dash).'],
    [['co-presence'], '--stays is missing.'],
    [['co-presence', 'stays.csv', '--stays', stays], '"stays.csv" belongs to no option: leave it out, or write the option before it.'],
    [['co-presence', '--stays', absent, '--min-seconds', 'ten'], '--min-seconds takes a number from 0 on, not "ten".'],
    [
      ['co-presence', '--stays', stays, '--json', '--out', '-'],
      '--out - and --json both want standard output: write one of them to a file.',
    ],
    [['co-presence', '--stays', stays, '--errors', '-'], '--errors takes a file: standard output belongs to the answer.'],
    [['rings', '--stays', absent], '--person is missing.'],
    [['rings', '--stays', stays, '--person', 'a', '--tz', 'Mars'], '--tz: there is no zone "Mars"; write one such as Asia/Shanghai.'],
    [['rings', '--stays', stays, '--person', 'a', '--as-of', 'noon'], '--as-of: "noon" is not a time; write 2022-04-14T09:38.'],
    [['chains', '--contacts', absent, '--root', 'a', '--direction', 'up'], '--direction is one of in, out, both, not "up".'],
    [['chains', '--contacts', absent, '--root', 'a', '--max-distance', '1.5'], '--max-distance takes a whole number, not "1.5".'],
    [['chains', '--contacts', absent, '--root', 'a', '--from', 'May'], '--from: "May" is not a day; write 2022-04-14.'],
    [['clusters'], '--contacts is missing.'],
    [['derive', '--stays', absent, '--cases', absent], '--protocol is missing.'],
    [['derive', '--stays', absent, '--cases', absent, '--protocol', 'CN-COVID-V8', '--degree', '3'], '--degree is one of 1, 2, not "3".'],
    [['derive', '--case', 'c', '--stays', stays], '--stays is for files and --case for the database: leave one of them out.'],
    [['import'], 'Name one file to import.'],
    [['import', '--kind', 'cars', stays], '--kind is one of areas, places, people, cases, stays, evidence, contacts, accounts.'],
    [['import', '--kind', 'stays', stays, '--map', 'person'], '--map takes field=COL, not "person".'],
    [['export', '--out', '-', '--purpose', 'looking', '--view', 'pretty'], /^--view is one of all, new, .+, not "pretty"\.$/],
    [['export', '--purpose', 'looking'], '--out is missing.'],
    [['ledger', '--class', 'GENERAL'], '--class is one of CLOSE, SECOND, not "GENERAL".'],
    [['seed', '--seed', 'x'], '--seed takes a number from 0 on, not "x".'],
    [['doctor', 'now'], '"now" belongs to no option: leave it out, or write the option before it.'],
    [['protocols', '--show'], '--show needs a value: write it after the option (--show=… when it begins with a dash).'],
  ] as const)('%j', async (args, sentence) => {
    const ran = await refusedBy(args);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.first).toMatch(sentence);
    if (typeof sentence === 'string') expect(ran.first).toBe(sentence);
    expect(ran.all.split('\n')[1]).toMatch(new RegExp(`^npm run -s tracewright -- ${args[0]}`));
  });

  test('no command, and one that there is not, list what there is', async () => {
    for (const args of [[], ['dance']]) {
      const ran = await command(args);
      expect(ran).toMatchObject({ code: 2, stdout: '' });
      for (const name of [
        'co-presence',
        'derive',
        'rings',
        'chains',
        'clusters',
        'link',
        'protocols',
        'import',
        'export',
        'ledger',
        'seed',
        'doctor',
      ])
        expect(ran.stderr).toContain(`  ${name.padEnd(12)} `);
    }
  });
});

test('--help is an answer: on standard output, with 0', async () => {
  const [all, one] = await Promise.all([command(['--help']), command(['chains', '--help'])]);
  expect([all.code, all.stderr, one.code, one.stderr]).toEqual([0, '', 0, '']);
  expect(one.stdout).toContain('--contacts F --root ID|all [--direction in|out|both] [--from D --to D] [--max-distance N]');
});

describe('a file that cannot be used ends with 1, nothing on standard output, and a sentence that names it', () => {
  test.concurrent.each([
    [['co-presence', '--stays', absent], `There is no file ${absent}: check its name.`],
    [['co-presence', '--stays', folder.path], /^\/.+ cannot be read: .+$/],
    [['co-presence', '--stays', empty], `${empty}: The file is empty.`],
    [['co-presence', '--stays', broken], /A quote in the CSV is never closed: .+\.$/],
    [['rings', '--stays', other, '--person', 'a'], `${other} has no column person, place, start: its headers are colour, weight.`],
    [['rings', '--stays', stays, '--person', 'zoe'], `${stays} has no usable stay of the person zoe: check the id.`],
    [['chains', '--contacts', other, '--root', 'all'], `${other} has no column from, to, date: its headers are colour, weight.`],
    [['clusters', '--contacts', other], `${other} has no column from, to: its headers are colour, weight.`],
    [['protocols', '--show', 'XX'], 'XX is neither a shipped protocol ("protocols" lists them) nor a file.'],
    [['import', '--kind', 'stays', absent], `There is no file ${absent}: check its name.`],
    [['ledger'], /^No Neo4j answers at bolt:\/\/127\.0\.0\.1:1: start it, or unset NEO4J_URI to use the managed one\.$/],
  ] as const)('%j', async (args, sentence) => {
    const ran = await refusedBy(args);
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(ran.first).toMatch(sentence);
    if (typeof sentence === 'string') expect(ran.all).toBe(`${sentence}\n`);
  });
});

test('files are named from where the user stood', async () => {
  const ran = await command(['co-presence', '--stays', 'stays.csv', '--out', 'pairs.csv', '--json'], { stood: folder.path });
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  expect(folder.read('pairs.csv')).toBe('person_a,person_b,stay_pairs,seconds,first_start,last_end\r\n');
});
