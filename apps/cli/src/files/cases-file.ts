import {
  CASE_CATEGORIES,
  CASE_MOMENTS,
  type CaseCategory,
  type CaseFacts,
  type CaseMoment,
  type Instant,
  isLiveCase,
  type Moment,
  momentEnd,
  momentStart,
  parseMoment,
} from '@tracewright/epi-core';
import type { NamedContact } from '@tracewright/exposure-index';
import { type LeftOut, rowsOf } from './rows.js';

/** Cases with their anchors, by the columns of the contract and of ruling 14. A row without `case` is numbered by its person. */
export async function readCases(file: string, tz: string, leftOut: LeftOut): Promise<CaseFacts[]> {
  const table = await rowsOf('cases', file, ['person']);
  const cases: CaseFacts[] = [];
  for (const row of table.rows) {
    const { fields } = row;
    const person = fields.person ?? '';
    if (person === '') {
      leftOut.from(table, row, 'person is missing.');
      continue;
    }
    const category = (fields.category || 'confirmed') as CaseCategory;
    if (!CASE_CATEGORIES.includes(category)) {
      leftOut.from(table, row, `The category "${category}" is not known.`);
      continue;
    }
    const moments: Partial<Record<CaseMoment, Moment>> = {};
    const unreadable = (Object.entries(CASE_MOMENTS) as [CaseMoment, string][]).find(([name, column]) => {
      const text = fields[column] ?? '';
      const moment = text === '' ? null : parseMoment(text, tz);
      if (moment) moments[name] = moment;
      return text !== '' && !moment;
    });
    if (unreadable) {
      leftOut.from(table, row, `The moment in ${unreadable[1]} cannot be read.`);
      continue;
    }
    const { bacteriology = '', severe = '' } = fields;
    cases.push({
      id: fields.case || person,
      person,
      category,
      moments,
      ...(bacteriology === 'positive' || bacteriology === 'negative' ? { bacteriology } : {}),
      ...(severe === '' ? {} : { severe: severe === 'yes' || severe === 'true' || severe === '1' }),
    });
  }
  return cases;
}

export interface NamedQuestion {
  readonly file: string | undefined;
  readonly tz: string;
  readonly leftOut: LeftOut;
  readonly cases: readonly CaseFacts[];
  /** Classes of the protocol. */
  readonly classes: readonly string[];
}

/** People cases name, as rows of the second contacts layout of the contract. */
export async function readNamed({ file, tz, leftOut, cases, classes }: NamedQuestion): Promise<NamedContact[]> {
  if (file === undefined) return [];
  const table = await rowsOf('contacts', file, ['case', 'contact']);
  const known = new Map(cases.map((c) => [c.id, c]));
  const problemOf = (fields: Readonly<Record<string, string>>): string | null => {
    if (!fields.case || !fields.contact) return `${fields.case ? 'contact' : 'case'} is missing.`;
    const one = known.get(fields.case);
    if (!one) return `There is no case ${fields.case} in the file of cases.`;
    if (!isLiveCase(one)) return `The case ${fields.case} is excluded and has no contacts.`;
    if (fields.class && !classes.includes(fields.class)) return `The class "${fields.class}" is not one of the protocol.`;
    const unreadable = ['first_exposure_at', 'last_exposure_at'].find((name) => fields[name] && !parseMoment(fields[name], tz));
    return unreadable ? `The moment in ${unreadable} cannot be read.` : null;
  };
  return table.rows.flatMap((row) => {
    const { fields } = row;
    const problem = problemOf(fields);
    if (problem !== null) {
      leftOut.from(table, row, problem);
      return [];
    }
    const at = (name: string, end: boolean) => {
      const m = fields[name] ? parseMoment(fields[name], tz) : null;
      return m === null ? null : end ? momentEnd(m, tz) : momentStart(m, tz);
    };
    return [
      {
        case: fields.case!,
        contact: fields.contact!,
        class: fields.class || null,
        via: fields.via || null,
        first: at('first_exposure_at', false),
        last: at('last_exposure_at', true),
      },
    ];
  });
}

/** When people were isolated: `person,isolated_at`. */
export async function readIsolations(file: string | undefined, tz: string, leftOut: LeftOut): Promise<Map<string, Instant>> {
  const isolations = new Map<string, Instant>();
  if (file === undefined) return isolations;
  const table = await rowsOf('cases', file, ['person', 'isolated_at']);
  for (const row of table.rows) {
    const moment = row.fields.isolated_at ? parseMoment(row.fields.isolated_at, tz) : null;
    if (moment && row.fields.person) isolations.set(row.fields.person, momentStart(moment, tz));
    else leftOut.from(table, row, 'person or isolated_at is missing or cannot be read.');
  }
  return isolations;
}
