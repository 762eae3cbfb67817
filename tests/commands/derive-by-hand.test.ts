import { afterAll, describe, expect, test } from 'vitest';
import { answerOf, command, newFolder } from './command-line.js';
import { HEADERS, protocol } from './times-protocol.js';

const folder = newFolder();
afterAll(() => folder.remove());

const TIMES = folder.write('times.json', JSON.stringify(protocol()));

const ONE_CASE = folder.write('one-case.csv', 'case,person,onset_on\nk,a,2022-04-10\n');
const at = (person: string, start: string, end: string, more = '') =>
  `${person},p,${start === '' ? '' : `2022-04-10 ${start}`},${end === '' ? '' : `2022-04-10 ${end}`}${more}`;
const cells = (out: string) =>
  folder.rows(out).map((r) => [r.contact, r.class, r.certainty, r.rule, r.seconds_min, r.seconds_max, r.encounters].join(' '));
let made = 0;
/** Rows that a few stays give under a protocol. */
async function derived(rows: readonly string[], change: object = {}, more: readonly string[] = [], headers = 'person,place,start,end') {
  const name = `hand-${made++}`;
  const stays = folder.write(`${name}.csv`, `\uFEFF${headers}\r\n${rows.join('\r\n')}\r\n`);
  const file = folder.write(`${name}.json`, JSON.stringify(protocol(change)));
  await answerOf(['derive', '--stays', stays, '--cases', ONE_CASE, '--protocol', file, '--out', `${folder.path}/${name}-out.csv`, ...more]);
  return cells(`${name}-out.csv`);
}

describe('one meeting', () => {
  test('told by two sources, or in two stays that touch, is one; a minute between them makes two, unless mergeGap bridges it', async () => {
    const whole = at('a', '10:00', '11:00');
    const gap = [whole, at('b', '10:00', '10:08'), at('b', '10:09', '10:17')];
    const bridged = { exposure: [{ id: 'QUARTER', cls: 'CLOSE', settings: [], single: { min: 15, mergeGap: 1 } }] };
    const [twice, touching, apart, merged] = await Promise.all([
      derived([whole, at('b', '10:00', '10:20'), at('b', '10:10', '10:30')]),
      derived([whole, at('b', '10:00', '10:08'), at('b', '10:08', '10:16')]),
      derived(gap),
      derived(gap, bridged),
    ]);
    expect(twice).toEqual(['b CLOSE definite QUARTER 1800 1800 1']);
    expect(touching).toEqual(['b CLOSE definite QUARTER 960 960 1']);
    expect(apart).toEqual(['b GENERAL definite SHORT 960 960 2']);
    // Bridged, and the bridge adds no seconds.
    expect(merged).toEqual(['b CLOSE definite QUARTER 960 960 1']);
  });

  test('counts from the least duration on; "more than" where the rule is strict; nothing is no meeting', async () => {
    const rule = (single: object, more: object = {}) => ({ exposure: [{ id: 'R', cls: 'CLOSE', settings: [], single, ...more }] });
    const quarter = [at('a', '10:00', '11:00'), at('b', '10:45', '12:00')];
    const [equal, strict, touching, moment] = await Promise.all([
      derived(quarter, rule({ min: 15 })),
      derived(quarter, rule({ min: 15, strict: true })),
      derived([at('a', '10:00', '11:00'), at('b', '11:00', '12:00')], rule({ min: 0 })),
      derived([at('a', '10:00', '11:00'), at('b', '10:30', '10:30')], rule({ min: 0 })),
    ]);
    expect(equal).toEqual(['b CLOSE definite R 900 900 1']);
    expect([strict, touching, moment]).toEqual([[], [], []]);
  });

  test('in the tail that the lag allows counts; a gap of exactly the lag does not', async () => {
    const lag = { exposure: [{ id: 'R', cls: 'CLOSE', settings: [], single: { min: 0 }, lag: 10 }] };
    const [inside, exact] = await Promise.all([
      derived([at('a', '10:00', '11:00'), at('b', '11:09', '12:00')], lag),
      derived([at('a', '10:00', '11:00'), at('b', '11:10', '12:00')], lag),
    ]);
    expect(inside).toEqual(['b CLOSE definite R 60 60 1']);
    expect(exact).toEqual([]);
  });

  test('is at most possible where the end of a scan is estimated; without places there is no such rule and the row is left out', async () => {
    const places = folder.write('places.csv', 'place,category\np,restaurant\n');
    const rows = [at('a', '10:00', '11:00', ',interview'), at('b', '10:30', '', ',venue_code')];
    const headers = 'person,place,start,end,source';
    const [with_, without] = await Promise.all([derived(rows, {}, ['--places', places], headers), derived(rows, {}, [], headers)]);
    expect(with_).toEqual(['b CLOSE possible QUARTER 1200 1800 1']);
    expect(without).toEqual([]);
  });

  test('lies between 00:00 two days before onset and isolation', async () => {
    const cases = folder.write('isolated.csv', 'case,person,onset_on,isolated_at\nk,a,2022-04-12,2022-04-12 09:00\n');
    const stays = folder.write(
      'window.csv',
      [
        'person,place,start,end',
        'a,p,2022-04-09 12:00,2022-04-12 12:00',
        'before,p,2022-04-09 12:00,2022-04-10 00:00',
        'first,p,2022-04-09 12:00,2022-04-10 00:15',
        'last,p,2022-04-12 08:45,2022-04-12 12:00',
        'after,p,2022-04-12 09:00,2022-04-12 12:00',
      ].join('\n'),
    );
    await answerOf(['derive', '--stays', stays, '--cases', cases, '--protocol', TIMES, '--out', `${folder.path}/window-out.csv`]);
    expect(folder.rows('window-out.csv').map(({ contact, first, last }) => [contact, first, last])).toEqual([
      ['first', '2022-04-10T00:00:00+08:00', '2022-04-10T00:15:00+08:00'],
      ['last', '2022-04-12T08:45:00+08:00', '2022-04-12T09:00:00+08:00'],
    ]);
  });
});

describe('people a case names', () => {
  test('are rows of their own: with the class given definite, without one possible of the strictest; who is a case is none', async () => {
    const contacts = folder.write(
      'named.csv',
      [
        'case,contact,class,via,first_exposure_at,last_exposure_at',
        'k,given,GENERAL,,2022-04-10 18:00,2022-04-10 20:00',
        'k,open,,,,',
        'k,second,SECOND,given,2022-04-11,2022-04-11',
        'k,a,CLOSE,,,',
      ].join('\n'),
    );
    const stays = folder.write('nobody.csv', 'person,place,start,end\na,p,2022-04-10,2022-04-10\n');
    const options = ['--stays', stays, '--cases', ONE_CASE, '--protocol', TIMES, '--contacts', contacts];
    const ran = await command(['derive', ...options, '--out', '-']);
    expect(ran.stdout).toBe(
      [
        HEADERS,
        'k,given,,GENERAL,definite,NAMED,2022-04-10T18:00:00+08:00,2022-04-10T20:00:00+08:00,,,1,TIMES',
        'k,open,,CLOSE,possible,NAMED,,,,,1,TIMES',
        'k,second,given,SECOND,definite,NAMED,2022-04-11T00:00:00+08:00,2022-04-12T00:00:00+08:00,,,1,TIMES',
        '',
      ].join('\r\n'),
    );
    expect(await answerOf(['derive', ...options])).toEqual({
      contacts: 3,
      byClass: { CLOSE: 1, GENERAL: 1, SECOND: 1 },
      byCertainty: { definite: 2, possible: 1 },
      rows: 3,
      ignored: 0,
      noWindow: [],
    });
  });

  test('rows that cannot be used, of every file, are counted, said, and written under the columns of their file', async () => {
    const stays = folder.write('dirty-stays.csv', 'person,place,start,end\na,p,2022-04-10,2022-04-10\nb,p,someday,\n');
    const cases = folder.write(
      'dirty-cases.csv',
      'case,person,category,onset_on\nk,a,confirmed,2022-04-10\nl,b,perhaps,\nm,c,excluded,\nn,d,,spring\n',
    );
    const places = folder.write('dirty-places.csv', 'place,category\np,castle\n');
    const contacts = folder.write('dirty-named.csv', 'case,contact,class\nx,e,\nm,e,\nk,,\nk,e,FRIEND\n');
    const isolations = folder.write('dirty-isolations.csv', 'person,isolated_at\na,\n');
    const files = ['--stays', stays, '--cases', cases, '--places', places, '--contacts', contacts, '--isolations', isolations];
    const ran = await command(['derive', ...files, '--protocol', TIMES, '--json', '--errors', `${folder.path}/left.csv`]);
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.stdout)).toMatchObject({ contacts: 0, rows: 0, ignored: 9 });
    expect(ran.stderr).toMatch(/^9 rows were left out: /m);
    expect(folder.read('left.csv').split('\r\n')[0]).toBe(
      'reason,file,row,place,category,person,place,start,end,case,person,category,onset_on,case,contact,class,person,isolated_at',
    );
    const lines = folder.read('left.csv').trim().split('\r\n').slice(1);
    expect(lines.map((line) => [line.split(',')[0], line.split(',')[2]])).toEqual([
      ['"The category ""castle"" is not known."', '2'],
      ['"The moment ""someday"" cannot be read: write 2022-04-10 11:20."', '3'],
      ['"The category ""perhaps"" is not known."', '3'],
      ['The moment in onset_on cannot be read.', '5'],
      ['There is no case x in the file of cases.', '2'],
      ['The case m is excluded and has no contacts.', '3'],
      ['contact is missing.', '4'],
      ['"The class ""FRIEND"" is not one of the protocol."', '5'],
      ['person or isolated_at is missing or cannot be read.', '2'],
    ]);
  });
});

test('a case without a usable anchor is named, in the answer and on standard error; no stays and one stay have no contacts', async () => {
  const cases = folder.write('anchorless.csv', 'case,person\nk,a\n');
  const nothing = { contacts: 0, byClass: {}, byCertainty: {}, rows: 0, ignored: 0, noWindow: ['k'] };
  const [none, one] = await Promise.all(
    ['', 'a,p,2022-04-10,2022-04-10\n'].map((rows, i) => {
      const stays = folder.write(`few-${i}.csv`, `person,place,start,end\n${rows}`);
      return command(['derive', '--stays', stays, '--cases', cases, '--protocol', TIMES, '--json']);
    }),
  );
  for (const ran of [none!, one!]) {
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.stdout)).toEqual(nothing);
    expect(ran.stderr).toMatch(/^Case k has no infectious window: .+\.$/m);
  }
});

describe('a protocol', () => {
  const stays = folder.write('any.csv', 'person,place,start,end\na,p,2022-04-10,2022-04-10\n');
  const rule = { id: 'R', cls: 'CLOSE', settings: [] };
  test.each([
    [
      'with phones in one grid that would make a close contact',
      { exposure: [{ ...rule, gridCompanion: { cellM: 800, minutes: 10, ownStayHours: 30, days: 14 } }] },
      /rule R: phones in one grid give no class stricter than ST_COMPANION/,
    ],
    ['with a field nobody knows', { exposure: [{ ...rule, colour: 'red' }] }, /does not fit the schema: exposure\.0: .*colour/],
    ['with a setting nobody knows', { exposure: [{ ...rule, settings: ['MOON'] }] }, /"MOON" is not a setting class/],
  ])('%s is refused by its name', async (_, change, sentence) => {
    const file = folder.write('refused.json', JSON.stringify(protocol(change)));
    const ran = await command(['derive', '--stays', stays, '--cases', ONE_CASE, '--protocol', file]);
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(ran.stderr).toMatch(sentence);
  });

  test('that is neither shipped nor a file, or no JSON, is refused in a sentence', async () => {
    const [absent, broken] = await Promise.all(
      ['CN-COVID-V7', folder.write('broken.json', '{')].map((name) =>
        command(['derive', '--stays', stays, '--cases', ONE_CASE, '--protocol', name]),
      ),
    );
    expect(absent).toMatchObject({ code: 1, stdout: '' });
    expect(absent!.stderr).toBe('CN-COVID-V7 is neither a shipped protocol ("protocols" lists them) nor a file.\n');
    expect(broken).toMatchObject({ code: 1, stdout: '' });
    expect(broken!.stderr).toMatch(/broken\.json is not JSON: /);
  });

  test('can be had as plain SQL, with --json as one document', async () => {
    const ask = ['derive', '--protocol', TIMES, '--sql'];
    const [sql, json] = await Promise.all([command(ask), answerOf<{ sql: string }>(ask)]);
    expect(sql).toMatchObject({ code: 0, stderr: '', stdout: `${json.sql}\n` });
    expect((await command([...ask, '--degree', '2'])).stdout).toContain('told_2');
    for (const word of ['told_1', "'QUARTER', 'CLOSE'", 'windows w JOIN cases']) expect(json.sql).toContain(word);
  });
});
