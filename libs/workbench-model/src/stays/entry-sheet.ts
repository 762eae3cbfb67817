import type { StayBitsFragment, TrajectoryEdit } from '@tracewright/api-client';
import { clockTime, dayOf, type Instant, SOURCE_WORDS, SOURCES } from '@tracewright/epi-core';
import {
  ENTRY_COLUMNS,
  type EntryColumn,
  type EntryContext,
  type EntryRow,
  emptyRow,
  inputOf,
  missingOf,
  moveEdge,
  rowOfStay,
  settleCell,
  typeCell,
} from './entry-row.js';

/** The rows of the grid with what was before, for undo. */
export interface EntrySheet {
  readonly rows: readonly EntryRow[];
  readonly former: readonly (readonly EntryRow[])[];
  readonly undone: readonly (readonly EntryRow[])[];
  /** Counts the new rows, so that each keeps its own key. */
  readonly made: number;
}

const MOST_STEPS = 100;

export function sheetOf(stays: readonly StayBitsFragment[], tz: string): EntrySheet {
  const rows = [...stays].sort((a, b) => Date.parse(a.start) - Date.parse(b.start)).map((stay) => rowOfStay(stay, tz));
  return { rows, former: [], undone: [], made: 0 };
}

const isBlank = (row: EntryRow): boolean => row.stayId === null && !row.changed;

/** Rows that would be saved or removed. */
export const changedRows = (sheet: EntrySheet): EntryRow[] => sheet.rows.filter((row) => row.changed || row.removed);

/** The one step that is remembered for each change, however many rows it touches. */
function step(sheet: EntrySheet, rows: readonly EntryRow[], made = sheet.made): EntrySheet {
  return { rows, made, former: [...sheet.former.slice(-MOST_STEPS), sheet.rows], undone: [] };
}

export function undo(sheet: EntrySheet): EntrySheet {
  const before = sheet.former.at(-1);
  return before ? { ...sheet, rows: before, former: sheet.former.slice(0, -1), undone: [...sheet.undone, sheet.rows] } : sheet;
}

export function redo(sheet: EntrySheet): EntrySheet {
  const after = sheet.undone.at(-1);
  return after ? { ...sheet, rows: after, undone: sheet.undone.slice(0, -1), former: [...sheet.former, sheet.rows] } : sheet;
}

/** Typing on in one cell is one step for undo. */
export function changeRow(sheet: EntrySheet, key: string, change: (row: EntryRow) => EntryRow, quietly = false): EntrySheet {
  const rows = sheet.rows.map((row) => (row.key === key ? change(row) : row));
  return quietly ? { ...sheet, rows } : step(sheet, rows);
}

/** A new row after the last one, on the day of the row before it; with times when it was begun from a gap. */
export function addRow(sheet: EntrySheet, context: EntryContext, times?: { from: Instant; to: Instant }): EntrySheet {
  const last = sheet.rows.at(-1);
  if (last && isBlank(last) && !times) return sheet;
  const key = `new-${sheet.made + 1}`;
  const day = last?.to ? dayOf(last.to, context.tz) : (last?.day ?? null);
  let row = emptyRow(key, times ? dayOf(times.from, context.tz) : day);
  if (times) row = moveEdge(moveEdge(row, 'from', times.from, context), 'to', times.to, context);
  else if (last?.to && clockTime(last.to, context.tz) !== '00:00') row = { ...moveEdge(row, 'from', last.to, context), changed: false };
  return step(sheet, [...sheet.rows.filter((r) => !isBlank(r) || !times), row], sheet.made + 1);
}

/** A new row is dropped at once; a known stay is struck through until it is saved. */
export function removeRow(sheet: EntrySheet, key: string): EntrySheet {
  const row = sheet.rows.find((r) => r.key === key);
  if (!row) return sheet;
  if (row.stayId === null)
    return step(
      sheet,
      sheet.rows.filter((r) => r.key !== key),
    );
  return step(
    sheet,
    sheet.rows.map((r) => (r.key === key ? { ...r, removed: !r.removed } : r)),
  );
}

/** What would be saved; null while a changed row cannot be saved yet. */
export function editOf(sheet: EntrySheet, tz: string): TrajectoryEdit | null {
  const changed = changedRows(sheet);
  const kept = changed.filter((row) => !row.removed);
  if (kept.some((row) => missingOf(row) !== null)) return null;
  return {
    stays: kept.flatMap((row) => inputOf(row, tz) ?? []),
    removed: changed.flatMap((row) => (row.removed && row.stayId ? [row.stayId] : [])),
  };
}

/** Cells of a clipboard text: tabs and line ends, with quoted cells that hold either, as spreadsheets write them. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (quoted && c === '"' && text[i + 1] === '"') {
      cell += '"';
      i++;
    } else if (c === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (!quoted && (c === '\t' || c === '\n')) {
      rows.at(-1)!.push(cell);
      cell = '';
      if (c === '\n') rows.push([]);
    } else if (quoted || c !== '\r') cell += c;
  }
  rows.at(-1)!.push(cell);
  return rows.filter((row) => row.some((one) => one.trim() !== ''));
}

/** Pastes right and down from a cell, adding rows as needed: one step for undo. Cells that cannot be read keep their text and turn red. */
export function pasteCells(
  sheet: EntrySheet,
  key: string,
  column: EntryColumn,
  cells: readonly (readonly string[])[],
  context: EntryContext,
): EntrySheet {
  const first = Math.max(
    sheet.rows.findIndex((row) => row.key === key),
    0,
  );
  const left = ENTRY_COLUMNS.indexOf(column);
  const rows = [...sheet.rows];
  let made = sheet.made;
  cells.forEach((line, i) => {
    const row = rows[first + i] ?? emptyRow(`new-${++made}`, rows.at(-1)?.day ?? null);
    rows[first + i] = line.reduce<EntryRow>((filled, text, j) => {
      const into = ENTRY_COLUMNS[left + j];
      return into === undefined || text.trim() === ''
        ? filled
        : settleCell(typeCell(filled, into, wordFor(into, text.trim()), context), into, context);
    }, row);
  });
  return step(sheet, rows, made);
}

/** A source written in words is taken by its code. */
function wordFor(column: EntryColumn, text: string): string {
  if (column !== 'source') return text;
  return (
    SOURCES.find((code) => code === text || SOURCE_WORDS[code]?.zh === text || SOURCE_WORDS[code]?.en === text.toLowerCase()) ?? 'other'
  );
}
