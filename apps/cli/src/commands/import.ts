import { createHash, randomUUID } from 'node:crypto';
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
  usage: `[--kind ${IMPORT_KINDS.join('|')}] FILE [--source NAME] [--sheet NAME] [--map field=COL,…] [--mapping FILE] [--create-missing] [--dry-run] [--errors F] [--as ACCOUNT]`,
  does: 'brings a csv or xlsx file into the database',
  async run(args) {
    const { values, positionals } = readArguments(args, OPTIONS);
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) throw new WrongUsage('Name one file to import.');
    const bytes = await bytesOf(file);
    try {
      const mapping = await mappingFor(values, bytes);
      // A trial run writes nothing, so it begins nothing either.
      const whenEmpty = flag(values, 'dry-run') ? 'leave' : 'begin';
      await withDatabase(values, { command: 'import', desks: ['import'], whenEmpty }, (database) =>
        bring(database, values, file, bytes, mapping),
      );
    } catch (error) {
      if (error instanceof Unreadable) throw new Refused(`${file}: ${error.message}`);
      throw error;
    }
  },
};

/** A mapping file, or the guesses of the headers with `--map` on top. */
async function mappingFor(values: Values, bytes: Uint8Array): Promise<Mapping> {
  const file = text(values, 'mapping');
  if (file !== undefined) {
    const json = await readFile(pathOf(file), 'utf8').catch(() => {
      throw new Refused(`There is no mapping file ${file}.`);
    });
    const read = mappingSchema.safeParse(parsed(json, file));
    if (!read.success) throw new Refused(`${file}: ${read.error.issues[0]!.path.join('.')}: ${read.error.issues[0]!.message}`);
    return { ...read.data, sheet: text(values, 'sheet') ?? read.data.sheet ?? null };
  }
  const kind = text(values, 'kind');
  if (kind === undefined || !(IMPORT_KINDS as readonly string[]).includes(kind))
    throw new WrongUsage(`--kind is one of ${IMPORT_KINDS.join(', ')}.`);
  const sheet = sheetOf(await readTable(bytes), text(values, 'sheet'));
  const { fields, headerRow } = guessSheet(kind, sheet);
  const given = Object.fromEntries(
    (text(values, 'map') ?? '')
      .split(',')
      .filter(Boolean)
      .map((pair) => pair.split('=') as [string, string]),
  );
  const guessed = Object.fromEntries(Object.entries(fields).filter(([, column]) => !Object.values(given).includes(column)));
  return simpleMapping(kind, { ...guessed, ...given }, headerRow, text(values, 'sheet') ?? null);
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
