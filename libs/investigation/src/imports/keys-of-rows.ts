import type { Desk } from '../platform/desk.js';

/** A file that came in without ids of its own, with the keys its rows were given: what a corrected edition of it is recognised by. */
export interface ImportedFile {
  readonly source: string;
  /** Stands for its bytes. */
  readonly mark: string;
  /** Stands for its header row. */
  readonly headers: string;
  readonly rows: readonly { readonly print: string; readonly key: string }[];
}

/** A file whose rows have to be told apart by their numbers (`row: true` of a mapping). */
export interface NumberedFile {
  readonly mark: string;
  readonly headers: string;
  readonly rows: readonly {
    /** What stands in it, as a hash. */
    readonly print: string;
    readonly key: string;
    /** The key is not this file's: the row came back in a table of refused rows. */
    readonly kept: boolean;
  }[];
}

type Former = readonly (number | null)[];

/** For each row the place of the same one in the earlier file, by what stands in it; of rows that are alike the first is the first. */
function sameRows(file: NumberedFile, earlier: ImportedFile): Former {
  const places = new Map<string, number[]>();
  for (const [i, { print }] of earlier.rows.entries()) places.set(print, [...(places.get(print) ?? []), i]);
  for (const list of places.values()) list.reverse();
  return file.rows.map(({ print }) => places.get(print)?.pop() ?? null);
}

/** Half of the shorter one stands in the other, word for word: the same list, mended or gone on with. Of mere namesakes hardly any row does. */
const isEdition = (file: NumberedFile, earlier: ImportedFile, same: number): boolean =>
  same > 0 && same * 2 >= Math.min(file.rows.length, earlier.rows.length);

/**
 * Rows that were changed: as many as stood between the same two neighbours before, in their order. Where there are more or fewer of them
 * than before, nobody can say which is which, and they are new.
 */
function withChanged(same: Former, earlierLength: number): Former {
  const found = [...same];
  const taken = new Set(same);
  for (let from = 0; from < same.length; from++) {
    if (same[from] !== null) continue;
    let end = from;
    while (end < same.length && same[end] === null) end++;
    const left = from === 0 ? -1 : same[from - 1]!;
    const right = end === same.length ? earlierLength : same[end]!;
    const free = right - left - 1 === end - from && !Array.from({ length: end - from }, (_, i) => left + 1 + i).some((i) => taken.has(i));
    for (let i = from; free && i < end; i++) found[i] = left + 1 + i - from;
    from = end;
  }
  return found;
}

/**
 * Keys of rows that have no id of their own (ruling 20). A row number alone is nobody's: it belongs to the file in which the row first
 * stood. A row that came back in a table of refused rows says itself which that was. Of a corrected file it is found by comparing it with
 * the files of the same source and headers that were there before; in a file that is none of these, every row is new.
 */
export function keysOf(file: NumberedFile, earlier: readonly ImportedFile[]): string[] {
  const compared = earlier.map((one) => {
    const same = sameRows(file, one);
    return { one, same, count: same.filter((at) => at !== null).length };
  });
  const best = compared.filter(({ one, count }) => isEdition(file, one, count)).sort((a, b) => b.count - a.count)[0];
  const former = best ? withChanged(best.same, best.one.rows.length) : [];
  return file.rows.map(({ key, kept }, i) => {
    const at = former[i] ?? null;
    return kept || at === null ? key : best!.one.rows[at]!.key;
  });
}

export async function keysOfRows(desk: Desk, source: string, file: NumberedFile): Promise<string[]> {
  return keysOf(file, await desk.work.read((tx) => desk.imports.filesLike(tx, source, file)));
}

export const importedFile = (source: string, file: NumberedFile, keys: readonly string[]): ImportedFile => ({
  source,
  mark: file.mark,
  headers: file.headers,
  rows: file.rows.map(({ print }, i) => ({ print, key: keys[i]! })),
});
