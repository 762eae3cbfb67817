import { whoIsHere } from '../people/who-is-here.js';
import type { Desk } from '../platform/desk.js';
import type { WriteTx } from '../platform/unit-of-work.js';
import { type ImportKind, idIn, type RawRecord, type Written } from './raw-record.js';

/** One slice of a file on its way into the graph, in one transaction. */
export interface Slice {
  readonly desk: Desk;
  readonly tx: WriteTx;
  readonly source: string;
  readonly batchId: string | null;
  /** Unknown people, places and areas are made from what the row says instead of refused (`--create-missing`). */
  readonly createMissing: boolean;
  readonly records: readonly RawRecord[];
  /** What the whole file says that one record needs; filled once before the first slice. */
  readonly whole: WholeFile;
}

export interface WholeFile {
  /** Start of the same person's next stay or evidence in the file, for ends that have to be estimated. */
  nextAfter(person: string, at: number): { readonly at: number; readonly place: string } | null;
  /** An area by its graph id, as the tree stood when the file was opened. */
  area(id: string): { readonly id: string; readonly path: string } | undefined;
}

/** Answers one outcome a record, in their order. */
export type WriteRecords = (slice: Slice) => Promise<Written[]>;

export interface KindOfRecord {
  readonly kind: ImportKind;
  readonly write: WriteRecords;
}

/**
 * Which graph ids these references mean: the file's own source first, then the deployment's bare ids. Ids that are not known are not in
 * the map.
 */
export async function resolveIds(slice: Slice, label: string, references: Iterable<string>): Promise<Map<string, string>> {
  const wanted = [...new Set([...references].filter((r) => r !== ''))];
  const own = wanted.map((r) => idIn(slice.source, r));
  const known = await slice.desk.imports.knownKeys(slice.tx, label, [...own, ...wanted]);
  const found = wanted.flatMap((reference, i): [string, string][] => {
    if (known.has(own[i]!)) return [[reference, own[i]!]];
    return known.has(reference) ? [[reference, reference]] : [];
  });
  if (label !== 'Person') return new Map(found);
  // What a file says of somebody who was merged is said of whom they are kept under.
  const kept = await slice.desk.people.keptAs(
    slice.tx,
    found.map(([, id]) => id),
  );
  return new Map(found.map(([reference, id]) => [reference, kept.get(id) ?? id]));
}

/** Of these people those whose records whoever imports may write. Whoever this slice has just made is among them. */
export async function ownPeople({ desk, tx }: Slice, ids: Iterable<string>): Promise<Set<string>> {
  const asked = [...new Set(ids)];
  if (tx.actor.areaPath === '/') return new Set(asked);
  return whoIsHere(desk, tx, tx.actor, await desk.people.byIds(tx, asked));
}

/**
 * Columns that no noun has a place for stand in the row's note (`contracts.md`, Files). What has no note of its own keeps such a row beside the
 * person it tells of, as one of the records that sources gave.
 */
export async function keepNotes(
  { desk, tx, source, batchId }: Slice,
  kind: ImportKind,
  rows: readonly { readonly record: RawRecord; readonly key: string; readonly personId: string }[],
): Promise<void> {
  const told = rows.filter(({ record }) => record.note);
  await desk.people.addSourceRecords(
    tx,
    told.map(({ record, key, personId }) => ({
      personId,
      record: { id: `${source}|${kind}|${key}`, source, key, batchId, name: record.name ?? '', raw: record },
    })),
  );
}

/** Equal but for the revision: the row says nothing new. */
export function sameValues(a: object, b: object): boolean {
  const plain = (value: object) =>
    JSON.stringify(
      Object.entries(value)
        .filter(([name, v]) => name !== 'rev' && v !== null && v !== undefined && !(Array.isArray(v) && v.length === 0))
        .sort(([x], [y]) => (x < y ? -1 : 1)),
    );
  return plain(a) === plain(b);
}
