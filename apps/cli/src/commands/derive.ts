import { type Protocol, SECOND } from '@tracewright/epi-core';
import { type Derived, type DerivedRow, deriveFromStays } from '@tracewright/exposure-index';
import { readCases, readIsolations, readNamed } from '../files/cases-file.js';
import { LeftOut } from '../files/rows.js';
import { readPlaces, readStays } from '../files/stays-file.js';
import { answer, Refused, say, WrongUsage } from '../platform/answers.js';
import { flag, instant, needed, oneOf, readArguments, text, type Values, zone } from '../platform/arguments.js';
import { writeOut } from '../platform/file-access.js';
import { exposureSql } from '../sql/exposure-sql.js';
import { notInSql, possibleOnly } from '../sql/rules-sql.js';
import { inSteps } from '../sql/steps-sql.js';
import type { Command } from './command.js';
import { HEADERS, rowCells } from './contact-rows.js';
import { protocolFor } from './protocol-for.js';

const OPTIONS = {
  stays: { type: 'string' },
  cases: { type: 'string' },
  protocol: { type: 'string' },
  places: { type: 'string' },
  isolations: { type: 'string' },
  contacts: { type: 'string' },
  degree: { type: 'string' },
  'as-of': { type: 'string' },
  out: { type: 'string' },
  errors: { type: 'string' },
  sql: { type: 'boolean' },
  steps: { type: 'boolean' },
  case: { type: 'string' },
  as: { type: 'string' },
} as const;

/** Options that have no meaning for a case of the database. */
const OF_FILES = ['stays', 'cases', 'places', 'isolations', 'contacts', 'degree', 'as-of', 'errors', 'sql', 'steps'] as const;

export const deriveCommand: Command = {
  name: 'derive',
  usage:
    '--stays F --cases F --protocol P [--places F] [--isolations F] [--contacts F] [--degree 1|2] [--as-of T] [--out F.csv] [--errors F] [--sql [--steps]]   |   --case ID|all [--protocol P] [--out F.csv]',
  does: 'contacts of cases under a protocol, from files; with --case, of a case in the database',
  async run(args) {
    const { values } = readArguments(args, OPTIONS);
    const caseId = text(values, 'case');
    if (caseId !== undefined) {
      const file = OF_FILES.find((name) => values[name] !== undefined);
      if (file !== undefined) throw new WrongUsage(`--${file} is for files and --case for the database: leave one of them out.`);
      const { deriveCaseCommand } = await import('./derive-case.js');
      return deriveCaseCommand(caseId, values);
    }
    const sqlOnly = flag(values, 'sql');
    if (flag(values, 'steps') && !sqlOnly) throw new WrongUsage('--steps is for --sql: it prints the question part by part.');
    const protocol = await protocolFor(needed(values, 'protocol'), sqlOnly ? 'stays' : 'stays and signals');
    if (sqlOnly) {
      return printSql(values, protocol);
    }
    await fromFiles(values, protocol);
  },
};

/** The question instead of its answer, for an engine of one's own. What the tables do not carry is named, never left out in silence. */
function printSql(values: Values, protocol: Protocol): void {
  const missing = notInSql(protocol);
  if (missing.length > 0)
    throw new Refused(
      `Plain SQL cannot carry ${missing.join(', ')}: derive ${protocol.id} from files, without --sql, or leave these rules out of a protocol file of your own.`,
    );
  const tz = zone(values);
  const asOf = instant(values, 'as-of', tz);
  const unjudged = possibleOnly(protocol);
  if (unjudged.length > 0) say(`At most possible in SQL, for its tables do not carry it: ${unjudged.join(', ')}.`);
  const whole = exposureSql(protocol, degreeOf(values), asOf === null ? null : asOf / SECOND);
  const sql = flag(values, 'steps') ? inSteps(whole).join(';\n\n') : whole;
  answer(flag(values, 'json'), { sql }, [sql]);
}

const degreeOf = (values: Values): 1 | 2 => Number(oneOf(values, 'degree', ['1', '2'] as const, '1')) as 1 | 2;

async function fromFiles(values: Values, protocol: Protocol): Promise<void> {
  const tz = zone(values);
  const leftOut = new LeftOut();
  const [file, casesFile, asked] = [needed(values, 'stays'), needed(values, 'cases'), instant(values, 'as-of', tz)];
  const degree = degreeOf(values);
  const { places, at } = await readPlaces(text(values, 'places'), leftOut);
  const usesSignals = protocol.exposure.some((rule) => rule.gridCompanion);
  const { stays, signals, asOf } = await readStays({ file, tz, asOf: asked, places, at, usesSignals, leftOut });
  const cases = await readCases(casesFile, tz, leftOut);
  const derived = deriveFromStays({
    protocol,
    cases,
    stays,
    signals,
    places,
    named: await readNamed({ file: text(values, 'contacts'), tz, leftOut, cases, classes: protocol.classOrder }),
    isolations: await readIsolations(text(values, 'isolations'), tz, leftOut),
    degree,
    asOf,
    tz,
  });
  const out = text(values, 'out');
  if (out !== undefined)
    await writeOut(out, { name: 'contacts', headers: HEADERS, rows: derived.rows.map((r) => rowCells(r, protocol.id, tz)) });
  for (const { case: one, en } of derived.noWindow) say(`Case ${one} has no infectious window: ${en}.`);
  await leftOut.tell(text(values, 'errors'));
  const totals = totalsOf(derived, leftOut.count);
  if (out !== '-')
    answer(flag(values, 'json'), totals, [
      `${totals.contacts} contacts in ${totals.rows} rows: ${Object.entries(totals.byClass)
        .map(([cls, n]) => `${cls} ${n}`)
        .join(', ')}.`,
    ]);
}

/** `byClass` and `byCertainty` count people (ruling 11). */
export function totalsOf({ rows, noWindow }: Derived, ignored: number) {
  const people = (of: readonly DerivedRow[]) => new Set(of.map((r) => r.contact)).size;
  const by = (pick: (row: DerivedRow) => string) =>
    Object.fromEntries([...new Set(rows.map(pick))].sort().map((word) => [word, people(rows.filter((r) => pick(r) === word))]));
  return {
    contacts: people(rows),
    byClass: by((r) => r.cls),
    byCertainty: by((r) => r.certainty),
    rows: rows.length,
    ignored,
    noWindow: noWindow.map((n) => n.case),
  };
}
