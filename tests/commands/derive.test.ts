import { afterAll, expect, test } from 'vitest';
import { answerOf, newFolder } from './command-line.js';
import { MIDNIGHT, MINUTE, seeded, written } from './seeded.js';
import { HEADERS, protocol, RULES, type Rule } from './times-protocol.js';

const folder = newFolder();
afterAll(() => folder.remove());

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
