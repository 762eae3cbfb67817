import ExcelJS from 'exceljs';
import { afterAll, describe, expect, test } from 'vitest';
import { ask } from '../support/graph-questions.js';
import { sharedGround } from '../support/with-server.js';
import { answerOf, command, newFolder } from './command-line.js';

const folder = newFolder();
const ground = sharedGround();
afterAll(() => folder.remove());

const DERIVED = 'case,contact,via,class,certainty,rule,first,last,seconds_min,seconds_max,encounters,protocol';
const of = <T>(rows: Record<string, unknown>[], name: string): T[] => rows.map((row) => row[name] as T);

describe('export', () => {
  const take = (...args: string[]) => command(['export', '--purpose', '上报名单', ...args], { ground });
  const rowsIn = (csv: string) => csv.trim().split('\r\n').slice(2);
  const count = async (where: string) =>
    of<number>(await ask(ground, `MATCH (c:Contact) MATCH (p:Person {id: c.personId}) WHERE ${where} RETURN count(c) AS n`), 'n')[0]!;

  test('writes everybody of the list: purpose, user and time above, then the headers, in Chinese or English', async () => {
    const [all, english] = await Promise.all([take('--out', '-'), take('--out', '-', '--lang', 'en')]);
    const [zh, en] = [all, english].map(({ stdout }) => stdout.split('\r\n'));
    expect([all.code, all.stderr, english.code, english.stderr]).toEqual([0, '', 0, '']);
    expect(zh![0]).toMatch(/^用途：上报名单；导出人：local-operator；时间：2022-04-14 \d\d:\d\d；共 \d+ 人$/);
    expect(en![0]).toMatch(/^"?Purpose: 上报名单; by local-operator; at 2022-04-14 \d\d:\d\d; \d+ people"?$/);
    expect(zh![1]).toBe('姓名,性别,年龄,证件号,电话,地址,判定,确定性,病例,末次暴露,地点,审核,去向,推送,转运,时限');
    expect(en![1]).toBe('name,sex,age,document,phone,address,class,certainty,cases,last exposure,place,review,stands,push,transfer,due');
    const everybody = await count("c.review <> 'MERGED'");
    expect(everybody).toBeGreaterThan(1_000);
    expect([rowsIn(all.stdout).length, rowsIn(english.stdout).length]).toEqual([everybody, everybody]);
  });

  test('takes a view, a class, a case; as csv and as a workbook; and says how many went where', async () => {
    const csv = `${folder.path}/close.csv`;
    const xlsx = `${folder.path}/possible.xlsx`;
    const ask_ = (...args: string[]) => answerOf(['export', '--purpose', '上报名单', ...args], { ground });
    const [close, possible] = await Promise.all([
      ask_('--out', csv, '--class', 'CLOSE', '--case', 'demo-case-207'),
      ask_('--out', xlsx, '--view', 'to-verify'),
    ]);
    const expected = await count("c.review <> 'MERGED' AND c.cls = 'CLOSE' AND 'demo-case-207' IN c.caseIds");
    expect(expected).toBeGreaterThan(0);
    expect(close).toEqual({ rows: expected, file: csv });
    expect(rowsIn(folder.read('close.csv'))).toHaveLength(expected);
    expect(folder.read('close.csv').split('\r\n')[2]).toContain('密接');
    expect(possible).toEqual({ rows: await count("c.review = 'POSSIBLE'"), file: xlsx });
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(xlsx);
    const sheet = book.worksheets[0]!;
    expect(sheet.rowCount).toBe((possible.rows as number) + 2);
    expect(sheet.getCell('A2').value).toBe('姓名');
  });

  test('no cell runs as a formula', async () => {
    await ask(
      ground,
      "MATCH (c:Contact {review: 'NEW'}) MATCH (p:Person {id: c.personId}) WITH p LIMIT 1 SET p.name = '=HYPERLINK(1)', p.words = ['=hyperlink(1)']",
    );
    const ran = await take('--out', '-', '--view', 'new');
    // The operator is an administrator, to whom names are masked.
    expect(ran.stdout).toContain("\r\n'=**,");
    expect(ran.stdout).not.toMatch(/(^|[\n,"])=/);
  });
});

describe('ledger', () => {
  interface Told {
    asOf: string;
    closed: boolean;
    counts: Record<string, number>;
    lines: { id: string; left: number; right: number; closed: boolean; differing: number }[];
    left: { kind: string; people: number }[];
  }
  const told = (...args: string[]) => answerOf<Told>(['ledger', ...args], { ground });

  /** Where everybody stood: of each contact the last thing that happened up to then, read one after the other. */
  async function standing(asOf: string, cls: string | null): Promise<Record<string, number>> {
    const events = await ask(
      ground,
      `MATCH (e:Event) WHERE e.contactId IS NOT NULL AND e.at <= datetime($asOf)
       RETURN e.contactId AS contact, e.counted AS counted, e.cls AS cls, e.origin AS origin, e.outLevel AS out, e.placed AS placed, e.term AS term
       ORDER BY e.at, e.rev`,
      { asOf },
    );
    const last = [...new Map(events.map((e) => [e.contact, e])).values()].filter((e) => e.counted && (cls === null || e.cls === cls));
    const n = (test_: (e: Record<string, unknown>) => boolean) => last.filter(test_).length;
    const here = (e: Record<string, unknown>) => (e.out ?? null) === null;
    return {
      identified: last.length,
      own: n((e) => e.origin === 'OWN'),
      received: n((e) => e.origin === 'RECEIVED'),
      toCity: n((e) => e.origin === 'OWN' && e.out === 'CITY'),
      managed: n(here),
      placed: n((e) => here(e) && e.placed === true),
      beingPlaced: n((e) => here(e) && e.placed !== true),
      central: n((e) => here(e) && e.term === 'CENTRAL'),
      awaiting: n((e) => here(e) && e.term === 'AWAITING_TRANSFER'),
      home: n((e) => here(e) && e.term === 'HOME'),
      hospital: n((e) => here(e) && e.term === 'HOSPITAL'),
      released: n((e) => here(e) && e.term === 'RELEASED'),
    };
  }

  test('counts everybody where they stood, now and at a past hour, in all and by class; its equations are its own counts', async () => {
    const past = '2022-04-14T03:00:00+08:00';
    const [now, close, second, then] = await Promise.all([
      told(),
      told('--class', 'CLOSE'),
      told('--class', 'SECOND'),
      told('--as-of', '2022-04-14 03:00'),
    ]);
    expect(Object.keys(now)).toEqual(['asOf', 'closed', 'counts', 'lines', 'left']);
    expect(then.asOf).toBe(past);
    expect(now.counts).toMatchObject(await standing(now.asOf, null));
    expect(close.counts).toMatchObject(await standing(close.asOf, 'CLOSE'));
    expect(then.counts).toMatchObject(await standing(past, null));
    expect(then.counts).not.toEqual(now.counts);
    for (const [figure, n] of Object.entries(now.counts))
      expect([figure, n]).toEqual([figure, close.counts[figure]! + second.counts[figure]!]);
    for (const { counts: c, lines, closed } of [now, close, second, then]) {
      expect(closed).toBe(true);
      expect(lines.map(({ id, left, right }) => [id, left, right])).toEqual([
        ['identified', c.identified, c.own! + c.received!],
        ['own', c.own, c.ownHere! + c.toDistrict! + c.toCity! + c.toProvince!],
        ['managed-from', c.managed, c.ownHere! + c.received! - c.passedOn!],
        ['managed', c.managed, c.placed! + c.beingPlaced!],
        ['placed', c.placed, c.observed! + c.released! + c.confirmed! + c.died!],
        ['observed', c.observed, c.central! + c.awaiting! + c.home! + c.hospital!],
      ]);
    }
  });

  test('before anything happened it is empty; after now it is now; for people it is a line an equation', async () => {
    const [before, after, lines] = await Promise.all([
      told('--as-of', '2020-01-01'),
      told('--as-of', '2030-01-01'),
      command(['ledger'], { ground }),
    ]);
    expect(Object.values(before.counts).every((n) => n === 0)).toBe(true);
    expect(after.asOf).toMatch(/^2022-04-14T/);
    expect(lines).toMatchObject({ code: 0, stderr: '' });
    expect(lines.stdout).toMatch(/^As of 2022-04-14T.+: closed\n(= [a-z-]+: \d+ against \d+\n){6}$/);
  });
});

describe('derive --case', () => {
  const LIVE = `MATCH (d:Determination {live: true}) WHERE d.caseId = $id
    RETURN d.personId AS contact, coalesce(d.viaPersonId, '') AS via, d.cls AS class, d.certainty AS certainty, d.rule AS rule ORDER BY contact, via, certainty`;
  const STORED = 'MATCH (d:Determination) RETURN count(d) AS n, max(d.rev) AS rev';
  const columns = (row: Record<string, unknown>) => ['contact', 'via', 'class', 'certainty', 'rule'].map((name) => row[name]).join();

  test('gives the rows that stand in the graph, in the columns of derive from files; derived again, nothing changes', async () => {
    const before = await ask(ground, STORED);
    const out = `${folder.path}/case.csv`;
    const answer = await answerOf(['derive', '--case', 'demo-case-207', '--out', out], { ground });
    const live = await ask(ground, LIVE, { id: 'demo-case-207' });
    const rows = folder.rows('case.csv');
    expect(folder.read('case.csv').split('\r\n')[0]).toBe(DERIVED);
    expect(rows.map(columns).sort()).toEqual(live.map(columns).sort());
    expect(rows.every((row) => row.case === 'demo-case-207' && row.protocol === 'CN-COVID-V8')).toBe(true);
    const people = (list: Record<string, unknown>[]) => new Set(of(list, 'contact')).size;
    expect(answer).toMatchObject({ contacts: people(live), rows: live.length, ignored: 0, noWindow: [] });
    const classes = [...new Set(of<string>(live, 'class'))];
    expect(answer.byClass).toEqual(Object.fromEntries(classes.map((cls) => [cls, people(live.filter((d) => d.class === cls))])));
    expect(await ask(ground, STORED)).toEqual(before);
  });

  test('under another protocol it is tried, and nothing is stored: without a window it finds more', async () => {
    const before = await ask(ground, STORED);
    const ask_ = (protocol: string) =>
      answerOf<{ contacts: number }>(['derive', '--case', 'demo-case-207', '--protocol', protocol], { ground });
    const [own, open] = await Promise.all([ask_('CN-COVID-V8'), ask_('ANY-OVERLAP')]);
    expect(open.contacts).toBeGreaterThan(own.contacts);
    expect(await ask(ground, STORED)).toEqual(before);
  });

  test('a case that is not there is refused in a sentence', async () => {
    const ran = await command(['derive', '--case', 'demo-case-999'], { ground });
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(ran.stderr).toContain('There is no case demo-case-999 in this database.');
  });
});

describe('doctor', () => {
  test('tells what runs, of which version, how far it is, and that nothing is wrong', async () => {
    const told = await answerOf(['doctor'], { ground });
    expect(told).toEqual({
      ok: true,
      wrong: [],
      node: process.version,
      pinnedNeo4j: expect.stringMatching(/^5\.26\./),
      managed: null,
      neo4j: `Neo4j/${told.pinnedNeo4j}`,
      rev: expect.any(Number),
      auditEntries: expect.any(Number),
      empty: false,
      demo: true,
      tz: 'Asia/Shanghai',
      indexWatermark: told.rev,
      migrations: expect.any(Number),
      memory: { freeMb: expect.any(Number), totalMb: expect.any(Number) },
    });
    const [graph] = await ask(ground, "MATCH (c:Counter {id: 'graph'}) RETURN c.rev AS rev, COUNT {(:AuditEntry)} AS entries");
    expect(told).toMatchObject({ rev: graph!.rev, auditEntries: graph!.entries });
  });

  test('ends with 1 when something is wrong, and still tells it as one document: a changed audit, a database that does not answer', async () => {
    const who = 'MATCH (a:AuditEntry {seq: 5}) SET a.who = $who';
    const [entry] = await ask(ground, 'MATCH (a:AuditEntry {seq: 5}) RETURN a.who AS who');
    await ask(ground, who, { who: 'somebody else' });
    const [changed, nobody] = await Promise.all([command(['doctor', '--json'], { ground }), command(['doctor', '--json'])]);
    await ask(ground, who, entry);
    expect(changed.code).toBe(1);
    expect(JSON.parse(changed.stdout)).toMatchObject({ ok: false, wrong: ['The audit chain breaks at entry 5.'] });
    expect(changed.stderr).toBe('The audit chain breaks at entry 5.\n');
    expect(nobody.code).toBe(1);
    expect(JSON.parse(nobody.stdout)).toMatchObject({
      ok: false,
      neo4j: null,
      wrong: [expect.stringMatching(/^No Neo4j answers at .+\.$/)],
    });
  });
});
