import { attachCertain } from '../duplicates/attach-certain.js';
import type { Desk } from '../platform/desk.js';
import type { Actor } from '../platform/unit-of-work.js';
import { deriveTouched } from './derive-touched.js';
import type { ImportBatch } from './import-store.js';
import { IMPORT_KINDS, type ImportKind, isRejection, type RawRecord, type Rejection, type Written } from './raw-record.js';
import type { Slice } from './record-writer.js';
import { wholeFileOf } from './records/stays.js';
import { WRITERS } from './writers.js';

/** A row of the file with the records its mapping made of it. */
export interface ImportRow {
  /** In the original file, counted from 1. */
  readonly row: number;
  readonly records: readonly { readonly kind: string; readonly record: RawRecord }[];
}

export interface RowProblem {
  /** Place of the record in the order of writing: what is told twice after a crash is told once. */
  readonly index: number;
  readonly row: number;
  readonly kind: string;
  readonly problem: Rejection;
}

/** A problem in one language, for a table or a screen. */
export const toldIn = ({ row, kind, problem }: RowProblem, lang: 'zh' | 'en') => ({
  row,
  kind,
  field: problem.field,
  reason: problem[lang],
});

export interface ImportRun {
  readonly desk: Desk;
  readonly actor: Actor;
  readonly batch: ImportBatch;
  readonly rows: readonly ImportRow[];
  readonly createMissing: boolean;
  /** What was refused before a crash, so that its rows are counted with the others. */
  readonly refusedBefore: readonly RowProblem[];
  /** Told before the slice is committed; after a crash perhaps once more. */
  readonly refused: (problems: readonly RowProblem[]) => void;
  readonly progress: (done: number, all: number) => void;
}

interface Queued {
  readonly index: number;
  readonly row: number;
  readonly kind: ImportKind;
  readonly record: RawRecord;
}

/** Records a transaction: large enough to be fast, small enough for a heap of 512 MB and for a cancel to be felt. */
const SLICE = 5_000;
/** What a preview looks at; a larger file is previewed by its beginning, and the answer says so. */
export const PREVIEW_RECORDS = 20_000;

const isKind = (kind: string): kind is ImportKind => (IMPORT_KINDS as readonly string[]).includes(kind);

/** All records in the order of writing: areas before places before people and so on, so that one file may feed several kinds. */
export function queueOf(rows: readonly ImportRow[]): Queued[] {
  const byKind = new Map<ImportKind, { row: number; record: RawRecord }[]>(IMPORT_KINDS.map((kind) => [kind, []]));
  for (const { row, records } of rows) for (const { kind, record } of records) if (isKind(kind)) byKind.get(kind)!.push({ row, record });
  let index = 0;
  return IMPORT_KINDS.flatMap((kind) => byKind.get(kind)!.map(({ row, record }) => ({ index: index++, row, kind, record })));
}

/** Consecutive records of one kind, at most a slice of them. */
function* slices(queue: readonly Queued[], from: number): Generator<readonly Queued[]> {
  for (let at = from; at < queue.length; ) {
    let end = at;
    while (end < queue.length && end - at < SLICE && queue[end]!.kind === queue[at]!.kind) end++;
    yield queue.slice(at, end);
    at = end;
  }
}

type Counts = Pick<ImportBatch, 'inserted' | 'updated' | 'unchanged' | 'rejected'>;
function counted(counts: Counts, written: readonly Written[]): Counts {
  const sum = { ...counts };
  for (const one of written) sum[isRejection(one) ? 'rejected' : one]++;
  return sum;
}

const problemsOf = (slice: readonly Queued[], written: readonly Written[]): RowProblem[] =>
  slice.flatMap(({ index, row, kind }, i) => {
    const one = written[i]!;
    return isRejection(one) ? [{ index, row, kind, problem: one }] : [];
  });

/** The rest of a slice's inputs, read once for the whole file. */
async function prepared(desk: Desk, queue: readonly Queued[]): Promise<Pick<Slice, 'whole'>> {
  const areas = new Map((await desk.work.read((tx) => desk.areas.all(tx))).map((a) => [a.id, a]));
  return {
    whole: wholeFileOf(
      queue.filter((q) => q.kind === 'stays').map((q) => q.record),
      desk.clock.tz,
      areas,
    ),
  };
}

/**
 * Writes a batch from where it stands to its end, then derives the cases that it touched. Each slice is committed together with the
 * batch's progress, and the batch keeps from which revision on nothing is derived yet: a crash loses and doubles nothing, and the next
 * run goes on from there, be it among the rows or among the cases. A cancelled batch stops before its next slice; what it has written
 * by then is derived like any other.
 */
export async function runImport(run: ImportRun): Promise<ImportBatch> {
  return deriveAndFinish(run.desk, run.actor, await writeRows(run));
}

async function writeRows(run: ImportRun): Promise<ImportBatch> {
  const { desk, actor } = run;
  const queue = queueOf(run.rows);
  const { whole } = await prepared(desk, queue);
  let { batch } = run;
  const badRows = new Set(run.refusedBefore.filter(({ index }) => index < batch.doneRows).map(({ row }) => row));
  for (const slice of slices(queue, batch.doneRows)) {
    const result = await desk.work.write(actor, `import-${slice[0]!.kind}`, async (tx) => {
      const now = await desk.imports.byId(tx, batch.id);
      if (now?.state === 'CANCELLED') return null;
      const written = await WRITERS[slice[0]!.kind]({
        desk,
        tx,
        source: batch.source,
        batchId: batch.id,
        createMissing: run.createMissing,
        records: slice.map((q) => q.record),
        whole,
      });
      const problems = problemsOf(slice, written);
      run.refused(problems);
      const after: ImportBatch = {
        ...batch,
        ...counted(batch, written),
        state: 'RUNNING',
        doneRows: slice.at(-1)!.index + 1,
        rowsWithErrors: new Set([...badRows, ...problems.map((p) => p.row)]).size,
        underivedFrom: batch.underivedFrom ?? tx.rev,
      };
      await desk.imports.save(tx, after);
      tx.touch(batch.id);
      tx.announce('imports', batch.id);
      return { after, problems };
    });
    if (result === null) return { ...batch, state: 'CANCELLED' };
    for (const { row } of result.problems) badRows.add(row);
    batch = result.after;
    run.progress(batch.doneRows, queue.length);
  }
  return { ...batch, state: 'DONE' };
}

/** Derives what a batch has left to derive, and attaches whoever is certainly known already; that nothing is left any more is committed together with the batch's end. */
export async function deriveAndFinish(desk: Desk, actor: Actor, batch: ImportBatch): Promise<ImportBatch> {
  if (batch.underivedFrom !== null) {
    await deriveTouched(desk, actor, batch.underivedFrom);
    await attachCertain(desk, actor);
  }
  return finish(desk, actor, { ...batch, underivedFrom: null });
}

export async function finish(desk: Desk, actor: Actor, batch: ImportBatch): Promise<ImportBatch> {
  await desk.work.write(actor, 'import-done', async (tx) => {
    await desk.imports.save(tx, batch);
    tx.touch(batch.id);
    for (const topic of ['imports', 'cases', 'contacts', 'ledger'] as const) tx.announce(topic);
  });
  return batch;
}

/** Carries a preview's answer out of its transaction, which is rolled back. */
class Previewed extends Error {
  constructor(readonly answer: Preview) {
    super('previewed');
  }
}
export interface Preview extends Counts {
  readonly records: number;
  readonly rows: number;
  readonly rowsWithErrors: number;
  /** Records looked at; fewer than `records` for a very large file. */
  readonly looked: number;
  readonly refused: readonly RowProblem[];
}

/** What an import would do: the same writing in one transaction that is rolled back. Nothing is stored, not even an audit entry. */
export async function previewImport(
  run: Pick<ImportRun, 'desk' | 'actor' | 'rows' | 'createMissing'> & { readonly source: string },
): Promise<Preview> {
  const { desk, actor, source, createMissing } = run;
  const queue = queueOf(run.rows);
  const looked = queue.slice(0, PREVIEW_RECORDS);
  const { whole } = await prepared(desk, looked);
  try {
    await desk.work.write(actor, 'preview-import', async (tx) => {
      let counts: Counts = { inserted: 0, updated: 0, unchanged: 0, rejected: 0 };
      const refused: RowProblem[] = [];
      for (const slice of slices(looked, 0)) {
        const written = await WRITERS[slice[0]!.kind]({
          desk,
          tx,
          source,
          batchId: null,
          createMissing,
          records: slice.map((q) => q.record),
          whole,
        });
        counts = counted(counts, written);
        refused.push(...problemsOf(slice, written));
      }
      throw new Previewed({
        ...counts,
        records: queue.length,
        rows: run.rows.length,
        rowsWithErrors: new Set(refused.map((r) => r.row)).size,
        looked: looked.length,
        refused,
      });
    });
  } catch (error) {
    if (error instanceof Previewed) return error.answer;
    throw error;
  }
  throw new Error('A preview was committed.');
}
