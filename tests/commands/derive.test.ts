import { afterAll, describe, expect, test } from 'vitest';
import { answerOf, command, newFolder } from './command-line.js';
import { MIDNIGHT, MINUTE, seeded, written } from './seeded.js';

const folder = newFolder();
afterAll(() => folder.remove());

const HEADERS = 'case,contact,via,class,certainty,rule,first,last,seconds_min,seconds_max,encounters,protocol';

/** A protocol with nothing in it but times: a window, three durations, two classes and a second degree. */
const RULES = [
  { id: 'SHORT', cls: 'GENERAL', priority: 4, min: 5 },
  { id: 'QUARTER', cls: 'CLOSE', priority: 3, min: 15 },
  { id: 'HOUR', cls: 'CLOSE', priority: 2, min: 60 },
] as const;
type Rule = (typeof RULES)[number];
const protocol = (change: object = {}) => ({
  id: 'TIMES',
  infectious: [{ caseKind: 'ANY', anchors: ['ONSET'], startOffset: -2, end: { event: 'ISOLATED' } }],
  exposure: RULES.map(({ min, ...rule }) => ({ ...rule, settings: [], single: { min } })),
  classOrder: ['CLOSE', 'GENERAL'],
  secondDegree: { settings: [] },
  ...change,
});
const TIMES = folder.write('times.json', JSON.stringify(protocol()));

interface Span {
  readonly start: number;
  readonly end: number;
}
interface Stay {
  readonly person: string;
  readonly place: string;
  readonly widest: Span;
  readonly surest: Span;
}
const length = (span: Span) => span.end - span.start;
const shared = (...spans: readonly Span[]): Span => ({
  start: Math.max(...spans.map((s) => s.start)),
  end: Math.min(...spans.map((s) => s.end)),
});

/** Three days of stays, one after the other with a gap, so that no two overlaps of a pair run into each other. */
function randomStays(seed: number): Stay[] {
  const next = seeded(seed);
  return Array.from({ length: 16 }, (_, p) => `p${p}`).flatMap((person) => {
    const stays: Stay[] = [];
    for (let at = next(200); at < 3 * 24 * 60; at += 1 + next(500)) {
      const minutes = 1 + next(120);
      const widest = { start: MIDNIGHT + at * MINUTE, end: MIDNIGHT + (at + minutes) * MINUTE };
      const surest = { start: widest.start + next(12) * MINUTE, end: widest.end - next(12) * MINUTE };
      stays.push({ person, place: `place ${next(4)}`, widest, surest: minutes > 24 ? surest : widest });
      at += minutes;
    }
    return stays;
  });
}

interface Row {
  readonly cls: string;
  readonly rule: string;
  readonly first: number;
  readonly last: number;
  readonly firstSure: number;
  readonly min: number;
  readonly max: number;
  readonly encounters: number;
}
const RANK = ['CLOSE', 'SECOND', 'GENERAL'];

/** One person who infects and one who met them, every two stays looked at: the strictest definite class, and a possible one if stricter. */
function pair(from: readonly Stay[], to: readonly Stay[], windows: { surest: Span; widest: Span }, rules: readonly Rule[]) {
  const meetings = from.flatMap((a) =>
    to.flatMap((b) => {
      const widest = shared(a.widest, b.widest, windows.widest);
      return a.place === b.place && length(widest) > 0 ? [{ widest, surest: shared(a.surest, b.surest, windows.surest) }] : [];
    }),
  );
  const rowBy = (bound: 'surest' | 'widest'): Row | null => {
    const hits = rules.map((rule) => ({
      rule,
      counting: meetings.filter((m) => length(m[bound]) > 0 && length(m[bound]) >= rule.min * MINUTE),
    }));
    const cls = RANK.find((word) => hits.some((h) => h.rule.cls === word && h.counting.length > 0));
    const of = hits.filter((h) => h.rule.cls === cls && h.counting.length > 0);
    if (cls === undefined) return null;
    const counting = [...new Set(of.flatMap((h) => h.counting))];
    const sure = counting.filter((m) => length(m.surest) > 0);
    const seconds = (spans: readonly Span[]) => spans.reduce((sum, span) => sum + length(span) / 1_000, 0);
    return {
      cls,
      rule: [...of].sort((a, b) => a.rule.priority - b.rule.priority)[0]!.rule.id,
      first: Math.min(...counting.map((m) => m.widest.start)),
      last: Math.max(...counting.map((m) => m.widest.end)),
      firstSure: Math.min(...sure.map((m) => m.surest.start)),
      min: seconds(sure.map((m) => m.surest)),
      max: seconds(counting.map((m) => m.widest)),
      encounters: counting.length,
    };
  };
  const [definite, possible] = [rowBy('surest'), rowBy('widest')];
  const stricter = possible !== null && (definite === null || RANK.indexOf(possible.cls) < RANK.indexOf(definite.cls));
  return { definite, possible: stricter ? possible : null };
}

interface Case {
  readonly id: string;
  readonly person: string;
  readonly category: string;
  /** Days after 10 April. */
  readonly onset: number;
  readonly isolated: number | null;
}
const CASES: readonly Case[] = [
  { id: 'one', person: 'p0', category: 'confirmed', onset: 1, isolated: MIDNIGHT + 30 * 60 * MINUTE },
  { id: 'two', person: 'p1', category: 'probable', onset: 3, isolated: null },
  { id: 'three', person: 'p2', category: 'asymptomatic', onset: 4, isolated: null },
  { id: 'none', person: 'p3', category: 'excluded', onset: 1, isolated: null },
];
const ISOLATIONS = new Map([
  ['p4', MIDNIGHT + 40 * 60 * MINUTE],
  ['p9', MIDNIGHT + 10 * 60 * MINUTE],
]);

function contactsOf(stays: readonly Stay[], degree: 1 | 2): string[] {
  const asOf = Math.max(...stays.map((s) => s.widest.end));
  const of = (person: string) => stays.filter((s) => s.person === person);
  const people = [...new Set(stays.map((s) => s.person))];
  const live = CASES.filter((c) => c.category !== 'excluded');
  const own = new Set(live.map((c) => c.person));
  const line = (c: Case, contact: string, via: string, certainty: string, row: Row, cls = row.cls) =>
    [c.id, contact, via, cls, certainty, row.rule, row.first, row.last, row.min, row.max, row.encounters, 'TIMES'].join();
  const rows: string[] = [];
  const first = new Map<string, Map<string, ReturnType<typeof pair>>>();
  for (const c of live) {
    const window = { start: MIDNIGHT + (c.onset - 2) * 24 * 60 * MINUTE, end: c.isolated ?? asOf };
    const pairs = new Map(
      people.map((p) => [p, pair(of(c.person), p === c.person ? [] : of(p), { surest: window, widest: window }, RULES)]),
    );
    first.set(c.id, pairs);
    for (const [p, { definite, possible }] of pairs) {
      if (own.has(p)) continue;
      if (definite) rows.push(line(c, p, '', 'definite', definite));
      if (possible) rows.push(line(c, p, '', 'possible', possible));
    }
  }
  if (degree === 1) return rows.sort();
  const close = [...first.values()].flatMap((pairs) => [...pairs].filter(([, { definite }]) => definite?.cls === 'CLOSE').map(([p]) => p));
  for (const c of live)
    for (const [middle, { definite, possible }] of first.get(c.id)!) {
      const sure = definite?.cls === 'CLOSE';
      const row = sure ? definite : possible?.cls === 'CLOSE' ? possible : null;
      if (!row || own.has(middle)) continue;
      const end = ISOLATIONS.get(middle) ?? asOf;
      const windows = { surest: { start: sure ? row.firstSure : end, end }, widest: { start: row.first, end } };
      for (const p of people) {
        if (p === middle || p === c.person || own.has(p) || close.includes(p)) continue;
        const found = pair(
          of(middle),
          of(p),
          windows,
          RULES.filter((rule) => rule.cls === 'CLOSE'),
        );
        if (found.definite) rows.push(line(c, p, middle, 'definite', found.definite, 'SECOND'));
        if (found.possible) rows.push(line(c, p, middle, 'possible', found.possible, 'SECOND'));
      }
    }
  return rows.sort();
}

test.each([41, 42])('random stays, seed %i: both degrees are those of looking at every two stays', async (seed) => {
  const stays = randomStays(seed);
  const next = seeded(seed);
  const date = (days: number) => new Date(MIDNIGHT + (days * 24 + 8) * 60 * MINUTE).toISOString().slice(0, 10);
  const files = {
    stays: stays.map(({ person, place, widest: w, surest: s }) =>
      [person, place, ...[w.start, w.end, s.start, s.end].map((at) => written(at, next(3)))].join(),
    ),
    cases: CASES.map((c) => [c.id, c.person, c.category, date(c.onset), c.isolated === null ? '' : written(c.isolated, 1)].join()),
    isolations: [...ISOLATIONS].map(([person, at]) => `${person},${written(at, 2)}`),
  };
  const headers = {
    stays: 'person,place,start,end,start_latest,end_earliest',
    cases: 'case,person,category,onset_on,isolated_at',
    isolations: 'person,isolated_at',
  };
  const options = (Object.keys(files) as (keyof typeof files)[]).flatMap((name) => [
    `--${name}`,
    folder.write(`${name}-${seed}.csv`, `${headers[name]}\n${files[name].join('\n')}\n`),
  ]);
  await Promise.all(
    ([1, 2] as const).map(async (degree) => {
      const out = `derived-${seed}-${degree}.csv`;
      const answer = await answerOf(['derive', ...options, '--protocol', TIMES, '--degree', `${degree}`, '--out', `${folder.path}/${out}`]);
      const rows = folder.rows(out);
      const plain = rows.map((r) => Object.values({ ...r, first: Date.parse(r.first!), last: Date.parse(r.last!) }).join());
      const expected = contactsOf(stays, degree);
      expect(plain.sort()).toEqual(expected);
      expect(folder.read(out).split('\r\n')[0]).toBe(HEADERS);
      const people = (of: typeof rows) => new Set(of.map((r) => r.contact)).size;
      const by = (name: string) =>
        Object.fromEntries([...new Set(rows.map((r) => r[name]!))].map((word) => [word, people(rows.filter((r) => r[name] === word))]));
      expect(answer).toEqual({
        contacts: people(rows),
        byClass: by('class'),
        byCertainty: by('certainty'),
        rows: expected.length,
        ignored: 0,
        noWindow: [],
      });
      // The question was one: every class, both certainties.
      expect(new Set(rows.map((r) => `${r.class} ${r.certainty}`)).size).toBeGreaterThanOrEqual(degree === 1 ? 3 : 5);
    }),
  );
});

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
      'with a field that is not handled yet',
      { exposure: [{ ...rule, gridCompanion: { cellM: 800, minutes: 10, ownStayHours: 30, days: 14 } }] },
      /^The protocol TIMES uses what derivation does not handle yet: exposure R: gridCompanion\.$/m,
    ],
    [
      'with a part of a field that is not handled yet',
      { exposure: [{ ...rule, seat: { mode: 'PLANE', scope: 'ROWS', also: ['LAP_INFANTS'] } }] },
      /exposure R: seat\.also/,
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
    for (const word of ['WITH case_stays', "'QUARTER' AS rule", 'windows w JOIN cases']) expect(json.sql).toContain(word);
  });
});
