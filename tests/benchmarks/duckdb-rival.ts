import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Answer } from './answer.js';
import type { Case } from './questions.js';
import { timed } from './rounds.js';

/** The cases' stays cut to their windows; shorter ones expose nobody. `by_person` and `by_place` are the same rows in two orders. */
const PIECES = `pieces AS (
  SELECT c.k, v.person, v.place, greatest(v.s, c.f) AS s, least(v.e, c.t) AS e
  FROM cases c JOIN by_person v ON v.person = c.person
  WHERE v.s < c.t AND v.e > c.f AND least(v.e, c.t) - greatest(v.s, c.f) >= $least)`;

/** A hash join on the place, the times as a filter on it: the quickest of the forms that the notes on exposure tried. */
const MEETINGS = `met AS (
  SELECT p.k, v.person, greatest(p.s, v.s) AS s, least(p.e, v.e) AS e
  FROM pieces p JOIN by_place v ON v.place = p.place AND v.person <> p.person
    AND v.s <= p.e - $least AND v.e >= p.s + $least AND v.e - v.s >= $least
  WHERE least(p.e, v.e) - greatest(p.s, v.s) >= $least)`;

const PAIRS = `pairs AS (
  SELECT k, person, min(s) AS f, sum(e - s)::BIGINT AS total, count(*) AS n FROM met GROUP BY k, person)`;

const FIRST = `WITH ${PIECES}, ${MEETINGS}, ${PAIRS}
  SELECT count(*) AS pairs, sum(f)::DOUBLE AS first, sum(total)::DOUBLE AS total, sum(n)::DOUBLE AS encounters,
    sum(((k * 7919 + person) % 9973) * ((f + total * 31 + n * 17) % 9967))::DOUBLE AS rows
  FROM pairs`;

/** Presence of the people in the middle shortened by the least overlap and united place by place; then each stay's next island. */
const SECOND = `WITH ${PIECES}, ${MEETINGS},
  middles AS (
    SELECT person, min(s) AS f FROM met WHERE person NOT IN (SELECT person FROM cases) GROUP BY person),
  presence AS (
    SELECT v.place, greatest(v.s, m.f) AS s, v.e - $least AS t
    FROM middles m JOIN by_person v ON v.person = m.person WHERE v.e - greatest(v.s, m.f) >= $least),
  begins AS (
    SELECT place, s, t, s > coalesce(max(t) OVER (PARTITION BY place ORDER BY s, t ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), -1) AS new
    FROM presence),
  numbered AS (
    SELECT place, s, t, sum(new::INT) OVER (PARTITION BY place ORDER BY s, t ROWS UNBOUNDED PRECEDING) AS island FROM begins),
  islands AS (SELECT place, min(s) AS s, max(t) AS t FROM numbered GROUP BY place, island),
  reached AS (
    SELECT v.person, min(greatest(v.s, i.s)) AS met_at
    FROM by_place v ASOF JOIN islands i ON v.place = i.place AND v.s <= i.t
    WHERE v.e - v.s >= $least AND i.s <= v.e - $least
    GROUP BY v.person)
  SELECT count(*) AS people, sum(met_at)::DOUBLE AS earliest, sum((person % 9973) * (met_at % 9967))::DOUBLE AS rows
  FROM reached
  WHERE person NOT IN (SELECT person FROM middles) AND person NOT IN (SELECT person FROM cases)`;

/** DuckDB, its tables in a file of its own. */
export class DuckDbRival {
  private constructor(
    private readonly instance: DuckDBInstance,
    private readonly connection: DuckDBConnection,
  ) {}

  static async open(folder: string, threads: number): Promise<DuckDbRival> {
    const instance = await DuckDBInstance.create(join(folder, 'rival.duckdb'), { threads: String(threads) });
    return new DuckDbRival(instance, await instance.connect());
  }

  async version(): Promise<string> {
    return String((await this.one('SELECT version() AS version')).version);
  }

  /** Reads the file and puts it in both orders; how many rows it holds. */
  async build(csv: string): Promise<{ ms: number; answer: Answer }> {
    for (const table of ['raw', 'by_place', 'by_person']) await this.connection.run(`DROP TABLE IF EXISTS ${table}`);
    const types = "{'person': 'INTEGER', 'place': 'INTEGER', 's': 'INTEGER', 'e': 'INTEGER'}";
    const { ms } = await timed(async () => {
      await this.connection.run(`CREATE TABLE raw AS FROM read_csv('${csv}', header = true, columns = ${types})`);
      await this.connection.run('CREATE TABLE by_place AS FROM raw ORDER BY place, s');
      await this.connection.run('CREATE TABLE by_person AS FROM raw ORDER BY person, s');
    });
    await this.connection.run('DROP TABLE raw');
    return { ms, answer: { rows: Number((await this.one('SELECT count(*) AS rows FROM by_place')).rows) } };
  }

  /** Whom the next questions are about: a table of just these, so that the planner knows how many there are. */
  async about(cases: readonly Case[]): Promise<void> {
    const rows = cases.map(({ person, from, to }, k) => `(${k}, ${person}, ${from}, ${to})`).join();
    await this.connection.run('CREATE OR REPLACE TABLE cases (k INTEGER, person INTEGER, f INTEGER, t INTEGER)');
    await this.connection.run(`INSERT INTO cases VALUES ${rows}`);
    await this.connection.run('ANALYZE cases');
  }

  first = (least: number) => this.answered(FIRST, least);
  second = (least: number) => this.answered(SECOND, least);

  private async answered(sql: string, least: number): Promise<{ ms: number; answer: Answer }> {
    const { ms, value } = await timed(() => this.one(sql.replaceAll('$least', String(least))));
    return { ms, answer: Object.fromEntries(Object.entries(value).map(([name, figure]) => [name, Number(figure ?? 0)])) };
  }

  private async one(sql: string): Promise<Record<string, unknown>> {
    const reader = await this.connection.runAndReadAll(sql);
    return reader.getRowObjects()[0] ?? {};
  }

  close(): void {
    this.connection.closeSync();
    this.instance.closeSync();
  }
}
