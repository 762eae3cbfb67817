import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { SECOND } from '@tracewright/epi-core';
import { type EngineStay, exportCases, exportStays } from '@tracewright/investigation';
import { type ParquetColumn, toParquet } from '@tracewright/tabular';
import { answer, Refused, say, WrongUsage } from '../platform/answers.js';
import { flag, needed, text, type Values } from '../platform/arguments.js';
import { withDatabase } from '../platform/database.js';
import { pathOf } from '../platform/file-access.js';
import { protocolOfDatabase } from './protocol-for.js';

type Cell = string | number | null;
const words = (...names: string[]): ParquetColumn[] => names.map((name) => ({ name, type: 'text' }));
const numbers = (...names: string[]): ParquetColumn[] => names.map((name) => ({ name, type: 'number' }));

/** The tables that `derive --sql` asks; times in seconds since 1970, `[begins, ends)`. */
const STAYS: readonly ParquetColumn[] = [
  ...words('stay', 'person', 'place'),
  ...numbers('begins', 'ends', 'begins_latest', 'ends_earliest'),
  ...words('ceiling', 'setting', 'seat'),
  ...numbers('seats_apart', 'whole_venue'),
  ...words('enclosed', 'ventilation', 'protection'),
];
const CASES = [...words('case_id', 'person', 'category', 'onset_on'), ...numbers('first_positive_sample_at', 'reported_at', 'isolated_at')];
const WINDOWS = [...words('case_id'), ...numbers('begins', 'ends')];
const ISOLATIONS = [...words('person'), ...numbers('isolated_at')];
const DAYS = numbers('begins', 'ends');

const stayCells = (s: EngineStay): Cell[] => [
  ...[s.stay, s.person, s.place, s.begins, s.ends, s.beginsLatest, s.endsEarliest, s.ceiling, s.setting, s.seat],
  ...[Number(s.seatsApart), Number(s.wholeVenue), s.enclosed, s.ventilation, s.protection],
];

/** Rows of one part: some megabytes of columns. */
const PART = 100_000;

/** Rows by day, each written as a part of its own as soon as many are waiting. */
class Days {
  private readonly waiting = new Map<string, Cell[][]>();
  private readonly parts = new Map<string, number>();
  private count = 0;
  rows = 0;

  constructor(private readonly folder: string) {}

  async add(day: string, row: Cell[]): Promise<void> {
    const list = this.waiting.get(day);
    if (list) list.push(row);
    else this.waiting.set(day, [row]);
    this.rows++;
    if (++this.count >= PART) await this.flush();
  }

  async flush(): Promise<void> {
    for (const [day, rows] of this.waiting) {
      const part = this.parts.get(day) ?? 0;
      this.parts.set(day, part + 1);
      await write(join(this.folder, `day=${day}`, `part-${part}.parquet`), STAYS, rows);
    }
    this.waiting.clear();
    this.count = 0;
  }

  get days(): number {
    return this.parts.size;
  }
}

async function write(file: string, columns: readonly ParquetColumn[], rows: readonly (readonly Cell[])[]): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, toParquet(columns, rows));
}

/** A folder that does not hold an earlier export: its parts would be read along and double everybody. */
async function emptyFolder(values: Values): Promise<string> {
  const out = needed(values, 'out');
  if (out === '-') throw new WrongUsage('--out takes a folder: parquet is several files.');
  const folder = pathOf(out);
  const held = await readdir(folder).catch((error: { code?: string }) => {
    if (error.code === 'ENOENT') return [];
    throw new Refused(error.code === 'ENOTDIR' ? `${out} is a file: name a folder.` : `${out} cannot be read: ${error.code}.`);
  });
  if (held.length > 0) throw new Refused(`${out} is not empty: name a new folder, so that nobody is read twice.`);
  return folder;
}

const notSeen = (role: string): Refused =>
  new Refused(`The role ${role} does not see where people were: use --as with an account of a tracer or of the contact database.`);

/** `export --format parquet`: for engines outside, in the tables of `derive --sql`. Same door as the list: desk, purpose, area, audit. */
export async function exportParquet(values: Values, kind: 'stays' | 'cases', purpose: string): Promise<void> {
  const folder = await emptyFolder(values);
  const named = text(values, 'protocol');
  if (kind === 'cases' && named === undefined) throw new WrongUsage('--protocol is missing: the infectious windows are its.');
  const needs = { command: 'export', desks: ['export'], purpose, whenEmpty: 'refuse' } as const;
  await withDatabase(values, needs, async ({ desk, actor }) => {
    const protocol = named === undefined ? null : await protocolOfDatabase(desk, named);
    if (protocol === null) {
      const found = exportStays(desk, actor);
      if (found.kind === 'not-seen') throw notSeen(actor.role);
      const days = new Days(folder);
      for await (const page of found.pages) for (const stay of page) await days.add(stay.day, stayCells(stay));
      await days.flush();
      return answer(flag(values, 'json'), { rows: days.rows, days: days.days, folder }, [
        `${days.rows} stays of ${days.days} days in ${folder}.`,
      ]);
    }
    const found = await exportCases(desk, actor, protocol);
    if (found.kind === 'not-seen') throw notSeen(actor.role);
    const seconds = (at: number | null): number | null => (at === null ? null : Math.floor(at / SECOND));
    const spans = (list: readonly { start: number; end: number }[]) =>
      list.map(({ start, end }) => [seconds(start), Math.ceil(end / SECOND)]);
    const tables: readonly [string, readonly ParquetColumn[], readonly (readonly Cell[])[]][] = [
      [
        'cases',
        CASES,
        found.cases.map((c) => [
          ...[c.id, c.personId, c.category, c.onsetOn],
          ...[c.firstPositiveSampleAt, c.reportedAt, c.isolatedAt].map(seconds),
        ]),
      ],
      ['windows', WINDOWS, spans(found.windows).map((span, i) => [found.windows[i]!.case, ...span])],
      ['isolations', ISOLATIONS, [...found.isolations].map(([person, at]) => [person, seconds(at)])],
      ['days', DAYS, spans(found.days)],
    ];
    for (const [name, columns, rows] of tables) await write(join(folder, `${name}.parquet`), columns, rows);
    for (const id of found.noWindow) say(`Case ${id} has no infectious window under ${protocol.id}: nobody is found by it.`);
    const told = { rows: found.cases.length, windows: found.windows.length, noWindow: found.noWindow, folder };
    answer(flag(values, 'json'), told, [`${told.rows} cases with ${told.windows} infectious windows in ${folder}.`]);
  });
}
