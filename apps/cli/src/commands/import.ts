import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  beginImport,
  IMPORT_KINDS,
  importedFile,
  keysOfRows,
  previewImport,
  type RowProblem,
  runImport,
  toldIn,
} from '@tracewright/investigation';
import {
  FIELDS,
  guessSheet,
  type Mapping,
  mappingSchema,
  openMapped,
  readTable,
  refusedTable,
  sheetOf,
  simpleMapping,
  Unreadable,
} from '@tracewright/tabular';
import { answer, Refused, say, WrongUsage } from '../platform/answers.js';
import { flag, readArguments, text, type Values } from '../platform/arguments.js';
import { type Database, withDatabase } from '../platform/database.js';
import { bytesOf, pathOf, writeOut } from '../platform/file-access.js';
import type { Command } from './command.js';

const OPTIONS = {
  kind: { type: 'string' },
  source: { type: 'string' },
  sheet: { type: 'string' },
  map: { type: 'string' },
  mapping: { type: 'string' },
  'create-missing': { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  errors: { type: 'string' },
  as: { type: 'string' },
} as const;

export const importCommand: Command = {
  name: 'import',
  usage: `[--kind ${IMPORT_KINDS.join('|')}] FILE [--source NAME] [--sheet NAME] [--map field=COL,…] [--mapping FILE|NAME] [--create-missing] [--dry-run] [--errors F] [--as ACCOUNT]`,
  does: 'brings a csv or xlsx file into the database',
  async run(args) {
    const { values, positionals } = readArguments(args, OPTIONS, 1);
    const [file] = positionals;
    if (file === undefined) throw new WrongUsage('Name one file to import.');
    const bytes = await bytesOf(file);
    try {
      const given = await mappingFor(values, bytes);
      // A trial run writes nothing, so it begins nothing either.
      const whenEmpty = flag(values, 'dry-run') ? 'leave' : 'begin';
      await withDatabase(values, { command: 'import', desks: ['import'], whenEmpty }, async (database) => {
        const mapping = given ?? (await savedMapping(database, values));
        await bring(database, values, file, bytes, mapping);
      });
    } catch (error) {
      if (error instanceof Unreadable) throw new Refused(`${file}: ${error.message}`);
      throw error;
    }
  },
};

/** A mapping file, or the guesses of the headers with `--map` on top; null: a name under which a screen saved one. */
async function mappingFor(values: Values, bytes: Uint8Array): Promise<Mapping | null> {
  const file = text(values, 'mapping');
  if (file !== undefined)
    return existsSync(pathOf(file)) ? checked(values, parsed(await readFile(pathOf(file), 'utf8'), file), file) : null;
  const kind = text(values, 'kind');
  if (kind === undefined || !(IMPORT_KINDS as readonly string[]).includes(kind))
    throw new WrongUsage(`--kind is one of ${IMPORT_KINDS.join(', ')}.`);
  const given = mapped(values, kind);
  const sheet = sheetOf(await readTable(bytes), text(values, 'sheet'));
  const { fields, headerRow } = guessSheet(kind, sheet);
  const guessed = Object.fromEntries(Object.entries(fields).filter(([, column]) => !Object.values(given).includes(column)));
  return simpleMapping(kind, { ...guessed, ...given }, headerRow, text(values, 'sheet') ?? null);
}

/** `--map field=COL,…`: fields of the kind to headers of the file. */
function mapped(values: Values, kind: string): Record<string, string> {
  const pairs = (text(values, 'map') ?? '').split(',').filter(Boolean);
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      const [field, column] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
      if (at < 1 || column === '') throw new WrongUsage(`--map takes field=COL, not "${pair}".`);
      if (!(field in FIELDS[kind]!))
        throw new WrongUsage(`--map: ${kind} have no field "${field}"; theirs are ${Object.keys(FIELDS[kind]!).join(', ')}.`);
      return [field, column];
    }),
  );
}

async function savedMapping({ desk }: Database, values: Values): Promise<Mapping> {
  const name = text(values, 'mapping')!;
  const saved = await desk.work.read((tx) => desk.imports.mappingNamed(tx, name));
  if (saved === null) throw new Refused(`${name} is neither a mapping file nor the name of a saved mapping: check its name.`);
  return checked(values, parsed(saved, name), name);
}

function checked(values: Values, json: unknown, name: string): Mapping {
  const read = mappingSchema.safeParse(json);
  if (!read.success) throw new Refused(`${name}: ${read.error.issues[0]!.path.join('.')}: ${read.error.issues[0]!.message}`);
  return { ...read.data, sheet: text(values, 'sheet') ?? read.data.sheet ?? null };
}

function parsed(json: string, file: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new Refused(`${file} is not JSON: ${(error as Error).message}`);
  }
}

async function bring(database: Database, values: Values, file: string, bytes: Uint8Array, mapping: Mapping): Promise<void> {
  const { desk, actor } = database;
  const source = text(values, 'source') ?? mapping.source ?? 'local';
  const opened = await openMapped(bytes, mapping, (numbered) => keysOfRows(desk, source, numbered));
  const { rows, keyed } = opened;
  const createMissing = flag(values, 'create-missing');
  const problems = new Map<number, RowProblem>();
  const errorsFile = text(values, 'errors') ?? null;
  const tell = async () => {
    if (errorsFile !== null)
      await writeOut(
        errorsFile,
        refusedTable(
          opened,
          [...problems.values()].map((one) => toldIn(one, 'en')),
          'en',
        ),
      );
  };
  if (flag(values, 'dry-run')) {
    const preview = await previewImport({ desk, actor, rows, createMissing, source });
    for (const p of preview.refused) problems.set(p.index, p);
    await tell();
    const { inserted, updated, unchanged, rejected, rowsWithErrors } = preview;
    return answer(
      flag(values, 'json'),
      { batch: null, rows: rows.length, rowsWithErrors, inserted, updated, unchanged, rejected, errorsFile },
      [
        `Nothing was written. In ${inserted}, changes ${updated}, unchanged ${unchanged}, refused ${rejected}${preview.looked < preview.records ? ` (of the first ${preview.looked} records)` : ''}.`,
      ],
    );
  }
  const about = {
    id: `import-${randomUUID()}`,
    kind: mapping.kind ?? mapping.groups[0]!.kind,
    source,
    fileName: basename(file),
    fileHash: createHash('sha256').update(bytes).digest('hex'),
    sheet: mapping.sheet ?? null,
    headerRow: mapping.headerRow,
    mapping: JSON.stringify(mapping),
    rows: rows.length,
  };
  desk.exposures.beginInBackground();
  const batch = await beginImport(desk, actor, about, {
    mapping: null,
    file:
      keyed &&
      importedFile(
        source,
        keyed,
        rows.map(({ key }) => key),
      ),
  });
  const refused = (list: readonly RowProblem[]) => list.forEach((p) => void problems.set(p.index, p));
  const progress = (n: number, all: number) => say(`${n} of ${all} records`);
  const done = await runImport({ desk, actor, batch, rows, createMissing, refusedBefore: [], refused, progress });
  await tell();
  const { inserted, updated, unchanged, rejected, rowsWithErrors } = done;
  answer(flag(values, 'json'), { batch: done.id, rows: rows.length, rowsWithErrors, inserted, updated, unchanged, rejected, errorsFile }, [
    `${rows.length} rows: in ${inserted}, changed ${updated}, unchanged ${unchanged}, refused ${rejected}.`,
  ]);
}
