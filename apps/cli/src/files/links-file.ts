import type { DatedLink } from '@tracewright/contact-graph';
import { parseMoment } from '@tracewright/epi-core';
import { type LeftOut, rowsOf } from './rows.js';

const DAY_MS = 86_400_000;

/** Dated directed contacts `from,to,date`. A date that is empty stays (not usable in `chains`); one that cannot be read leaves the row out. */
export async function readLinks(file: string, leftOut: LeftOut): Promise<DatedLink[]> {
  const table = await rowsOf('contacts', file, ['from', 'to']);
  return table.rows.flatMap((row): DatedLink[] => {
    const { from = '', to = '', date = '' } = row.fields;
    const moment = date === '' ? null : parseMoment(date, 'UTC');
    if (from === '' || to === '' || (date !== '' && !moment)) {
      leftOut.from(table, row, date !== '' && !moment ? 'The date cannot be read.' : 'from or to is missing.');
      return [];
    }
    const day = moment === null ? null : Math.floor((moment.precision === 'day' ? Date.parse(moment.on) : moment.at) / DAY_MS);
    return [{ from, to, day }];
  });
}

/** Ids of a case file, by its `case` or `person` column. */
export async function readCaseIds(file: string | undefined): Promise<Set<string> | null> {
  if (file === undefined) return null;
  const table = await rowsOf('cases', file, []);
  return new Set(table.rows.map((r) => r.fields.case || r.fields.person || r.cells[0] || '').filter((id) => id !== ''));
}
