import type { Cells } from '@tracewright/linkage';
import { whoIsHere } from '../people/who-is-here.js';
import type { Desk } from '../platform/desk.js';
import type { Actor, Tx } from '../platform/unit-of-work.js';
import type { Label, StoredLabel } from './identity-labels.js';
import { PERSON_PROFILE } from './identity-setting.js';

export interface LabelProblem {
  /** As the file counts them, its headers being row 1. */
  readonly row: number;
  readonly zh: string;
  readonly en: string;
}
export interface ReadLabels {
  /** Of people of the database: kept. */
  readonly stored: readonly StoredLabel[];
  /** Of rows that the file itself holds: kept nowhere. */
  readonly given: readonly Label[];
  readonly problems: readonly LabelProblem[];
}

export const MOST_LABELS = 5_000;
const SAME = new Set(['same', 'yes', 'y', 'true', '1', '是', '同一人', '相同']);
const NOT = new Set(['not', 'no', 'n', 'false', '0', '否', '不是', '不同', 'different']);
const SAME_HEADERS = new Set(['same', 'label', 'match', '同一人', '是否同一人', '标注']);
const ID_HEADERS = new Set(['id', 'record', 'person', '编号', '记录', '记录号']);

const plain = (text: string): string => text.trim().toLowerCase();
const problem = (row: number, zh: string, en: string): LabelProblem => ({ row, zh, en });

/** Headers of the profile to its columns. */
const COLUMN_OF: ReadonlyMap<string, string> = new Map([
  ...Object.entries(PERSON_PROFILE.columns).flatMap(([column, words]) => [column, ...words].map((word) => [plain(word), column] as const)),
  ...([
    ['姓名', 'name'],
    ['性别', 'sex'],
    ['出生日期', 'birth_on'],
    ['证件号码', 'doc_no'],
    ['证件号', 'doc_no'],
    ['身份证号', 'doc_no'],
    ['电话', 'phone'],
    ['手机', 'phone'],
    ['手机号', 'phone'],
    ['联系电话', 'phone'],
    ['住址', 'address'],
    ['地址', 'address'],
    ['现住址', 'current_address'],
  ] as const),
]);

type Header = { readonly kind: 'same' } | { readonly kind: 'id' | 'cell'; readonly side: 0 | 1; readonly column: string } | null;

/** `same`, `id_a`, `name_2`, `姓名1`; two bare headers `a` and `b` are ids. */
function headerOf(text: string): Header {
  const word = plain(text);
  if (SAME_HEADERS.has(word)) return { kind: 'same' };
  const [, base = '', mark = ''] = /^(.*?)[\s_.-]?([ab12])$/.exec(word) ?? [];
  if (mark === '') return null;
  const side = mark === 'a' || mark === '1' ? 0 : 1;
  if (base === '' || ID_HEADERS.has(base)) return { kind: 'id', side, column: 'id' };
  const column = COLUMN_OF.get(base);
  return column === undefined ? null : { kind: 'cell', side, column };
}

/**
 * Labels of a file, row by row: two ids of people, or two records in columns of the profile, and whether they are one person. What cannot be used is told by
 * its row.
 */
export async function readLabels(
  desk: Desk,
  tx: Tx,
  actor: Actor,
  [head = [], ...rows]: readonly (readonly string[])[],
): Promise<ReadLabels> {
  const headers = head.map(headerOf);
  if (!headers.some((one) => one?.kind === 'same') || headers.filter((one) => one && one.kind !== 'same').length < 2)
    return {
      stored: [],
      given: [],
      problems: [
        problem(
          1,
          '表头须有 same（同一人），以及 id_a、id_b，或成对的列，如 name_a、name_b。',
          'The headers must have same, and id_a and id_b, or columns in pairs such as name_a and name_b.',
        ),
      ],
    };
  const here = await peopleHere(desk, tx, actor, headers, rows);
  const problems: LabelProblem[] = [];
  const stored = new Map<string, StoredLabel>();
  const given: Label[] = [];
  for (const [i, row] of rows.entries()) {
    const at = i + 2;
    if (row.every((cell) => cell.trim() === '')) continue;
    if (i >= MOST_LABELS) {
      problems.push(problem(at, `最多 ${MOST_LABELS} 行，此后的未读。`, `At most ${MOST_LABELS} rows: from here on nothing was read.`));
      break;
    }
    const told = readRow(headers, row);
    if (told.same === null)
      problems.push(
        problem(at, `“${told.said}”看不出是否同一人：请写是或否。`, `"${told.said}" does not say whether they are one: write yes or no.`),
      );
    else if (told.ids[0] !== '' || told.ids[1] !== '') {
      const unknown = told.ids.find((id) => !here.has(id));
      const [a, b] = [...told.ids].sort() as [string, string];
      if (unknown !== undefined) problems.push(problem(at, `没有编号为“${unknown}”的人。`, `There is nobody by the id "${unknown}".`));
      else if (a === b) problems.push(problem(at, '两个编号相同。', 'Both ids are the same.'));
      else stored.set(`${a}|${b}`, { a, b, same: told.same });
    } else if (told.cells.some((cells) => Object.values(cells).every((cell) => !cell)))
      problems.push(problem(at, '有一方全空。', 'One of the two is empty.'));
    else given.push({ a: { cells: told.cells[0] }, b: { cells: told.cells[1] }, same: told.same });
  }
  return { stored: [...stored.values()], given, problems };
}

function readRow(headers: readonly Header[], row: readonly string[]) {
  const ids: [string, string] = ['', ''];
  const cells: [Record<string, string>, Record<string, string>] = [{}, {}];
  let said = '';
  for (const [i, header] of headers.entries()) {
    const text = (row[i] ?? '').trim();
    if (header?.kind === 'same') said = text;
    if (header?.kind === 'id') ids[header.side] = text;
    if (header?.kind === 'cell') cells[header.side][header.column] ||= text;
  }
  const same = SAME.has(plain(said)) ? true : NOT.has(plain(said)) ? false : null;
  return { ids, cells: cells as [Cells, Cells], said, same };
}

async function peopleHere(
  desk: Desk,
  tx: Tx,
  actor: Actor,
  headers: readonly Header[],
  rows: readonly (readonly string[])[],
): Promise<Set<string>> {
  const columns = headers.flatMap((header, i) => (header?.kind === 'id' ? [i] : []));
  const ids = new Set(rows.slice(0, MOST_LABELS).flatMap((row) => columns.map((column) => (row[column] ?? '').trim())));
  return whoIsHere(desk, tx, actor, await desk.people.byIds(tx, [...ids]));
}
