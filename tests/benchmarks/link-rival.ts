import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Model, Profile } from '@tracewright/linkage';
import type { Answer } from './answer.js';
import { FEATURES } from './link-features.js';
import { answerSql, COUNTS, keysSql, ONE_EDIT, pairsSql } from './link-sql.js';
import { timed } from './rounds.js';

/** DuckDB over the cleaned columns, in a file of its own. */
export class LinkRival {
  private constructor(
    private readonly instance: DuckDBInstance,
    private readonly connection: DuckDBConnection,
  ) {}

  static async open(folder: string, threads: number): Promise<LinkRival> {
    const instance = await DuckDBInstance.create(join(folder, 'link.duckdb'), { threads: String(threads) });
    return new LinkRival(instance, await instance.connect());
  }

  /** Reads the columns; not part of any measure. */
  async read(csv: string): Promise<void> {
    const types = Object.entries(FEATURES)
      .map(([name, type]) => `'${name}': '${type}'`)
      .join(', ');
    await this.connection.run(
      `CREATE OR REPLACE TABLE raw AS FROM read_csv('${csv}', header = true, nullstr = '\\N', columns = {${types}})`,
    );
    await this.connection.run(ONE_EDIT);
  }

  /** Counts, blocks, pairs, then levels, bits, vetoes and decisions. */
  async answered(profile: Profile, model: Model): Promise<{ ms: number; answer: Answer }> {
    const { ms, value } = await timed(async () => {
      await this.connection.run(COUNTS);
      await this.connection.run(keysSql(profile));
      await this.connection.run(pairsSql(profile));
      return (await this.connection.runAndReadAll(answerSql(profile, model))).getRowObjects()[0] ?? {};
    });
    return { ms, answer: Object.fromEntries(Object.entries(value).map(([name, figure]) => [name, Number(figure ?? 0)])) };
  }

  /** Levels of every pair, for whoever looks for a difference. */
  async ask(sql: string): Promise<Record<string, unknown>[]> {
    return (await this.connection.runAndReadAll(sql)).getRowObjects() as Record<string, unknown>[];
  }

  close(): void {
    this.connection.closeSync();
    this.instance.closeSync();
  }
}
