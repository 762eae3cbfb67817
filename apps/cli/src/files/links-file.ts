import type { DatedLink } from '@tracewright/contact-graph';
import { parseMoment } from '@tracewright/epi-core';
import { dayNumber } from '../platform/arguments.js';
import { type LeftOut, rowsOf } from './rows.js';

export interface LinksQuestion {
  readonly file: string;
  readonly tz: string;
  readonly leftOut: LeftOut;
  /** Whether a link without a date is of any use. */
  readonly dated: boolean;
}

/** Directed contacts `from,to,date`, the date as a calendar day of the zone. */
export async function readLinks({ file, tz, leftOut, dated }: LinksQuestion): Promise<DatedLink[]> {
  const table = await rowsOf('contacts', file, dated ? ['from', 'to', 'date'] : ['from', 'to']);
  return table.rows.flatMap((row): DatedLink[] => {
    const { from = '', to = '', date = '' } = row.fields;
    const moment = date === '' ? null : parseMoment(date, tz);
    const reason =
      from === '' || to === ''
        ? 'from or to is missing.'
        : date !== '' && !moment
          ? 'The date cannot be read.'
          : dated && !moment
            ? 'It has no date, so it is part of no chain.'
            : null;
    if (reason === null) return [{ from, to, day: moment === null ? null : dayNumber(moment, tz) }];
    leftOut.from(table, row, reason);
    return [];
  });
}

/** People of a case file, by its `person` column, else by `case`, else by its first. */
export async function readCaseIds(file: string | undefined): Promise<Set<string> | null> {
  if (file === undefined) return null;
  const table = await rowsOf('cases', file, []);
  return new Set(table.rows.map((r) => r.fields.person || r.fields.case || r.cells[0] || '').filter((id) => id !== ''));
}
