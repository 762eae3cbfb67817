import { evidenceCeiling, HOUR, type Instant, type Protection, type Source } from '@tracewright/epi-core';
import type { ValueProblem } from '../cases/create-case.js';
import type { Place } from '../places/place-store.js';
import { flawOf } from '../platform/flaw.js';
import type { staySchema } from './stay.schema.js';
import type { Stay } from './stay-store.js';

/** A row of the entry grid. Bounds left out are as sure as the times themselves. */
export interface StayRow {
  readonly id?: string | null | undefined;
  readonly placeId: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly startLatest?: Instant | null | undefined;
  readonly endEarliest?: Instant | null | undefined;
  readonly setting?: string | null | undefined;
  readonly seat?: string | null | undefined;
  readonly carriage?: string | null | undefined;
  readonly protection?: string | null | undefined;
  readonly source?: string | null | undefined;
  readonly companions?: number | null | undefined;
  readonly activity?: string | null | undefined;
  readonly note?: string | null | undefined;
}

/** The longest stay anybody enters by hand: a month. Longer is a slip of the year. */
const LONGEST_MS = 31 * 24 * HOUR;

/** What a row belongs to. */
interface RowOf {
  readonly personId: string;
  readonly id: string;
  readonly place: Place | undefined;
  readonly now: Instant;
  readonly schema: ReturnType<typeof staySchema>;
}

/** One row as a stay, or what is wrong with it and what to do; `row` counts from 1 as the grid does. */
export function stayOfRow(
  row: StayRow,
  at: number,
  { personId, id, place, now, schema }: RowOf,
): { stay: Stay } | { problem: ValueProblem } {
  const wrong = (field: string, code: string, zh: string, en: string) => ({
    problem: { field: `stays.${at}.${field}`, code, zh: `第 ${at + 1} 行：${zh}`, en: `Row ${at + 1}: ${en}` },
  });
  if (!place)
    return wrong('placeId', 'place-unknown', '请从列表中选地点，或新建一个。', 'choose a place from the list, or make a new one.');
  // Nobody types whole days here, which may end after now.
  if (row.end > now) return wrong('end', 'in-future', '时间还没到，请核对日期。', 'it lies in the future: check the date.');
  if (row.end - row.start > LONGEST_MS)
    return wrong('end', 'too-long', '停留超过 31 天，请核对日期。', 'it is longer than 31 days: check the dates.');
  const source = (row.source ?? 'interview') as Source;
  const ceiling = evidenceCeiling(source, true);
  if (ceiling === 'never-a-stay')
    return wrong(
      'source',
      'never-a-stay',
      '手机信令不能成为停留，只能作线索。',
      'a mobile signal never proves a stay: it raises a question.',
    );
  const startLatest = Math.min(Math.max(row.startLatest ?? row.start, row.start), row.end);
  const endEarliest = Math.max(Math.min(row.endEarliest ?? row.end, row.end), row.start);
  const stay: Stay = {
    id,
    personId,
    placeId: place.id,
    start: row.start,
    end: row.end,
    startLatest,
    endEarliest,
    setting: row.setting?.trim() || null,
    seat: row.seat?.trim() || null,
    carriage: row.carriage?.trim() || null,
    protection: (row.protection ?? 'unknown') as Protection,
    source,
    ceiling,
    companions: row.companions ?? null,
    activity: row.activity?.trim() || null,
    note: row.note?.trim() || null,
  };
  const flaw = flawOf(schema, stay);
  return flaw ? wrong(flaw.field, flaw.code, flaw.zh, flaw.en) : { stay };
}
