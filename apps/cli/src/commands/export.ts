import { USUAL_CLASS_ORDER } from '@tracewright/epi-core';
import { CONTACT_VIEWS, exportContacts } from '@tracewright/investigation';
import { answer, WrongUsage } from '../platform/answers.js';
import { flag, needed, oneOf, readArguments, text, type Values } from '../platform/arguments.js';
import { withDatabase } from '../platform/database.js';
import { writeOut } from '../platform/file-access.js';
import type { Command } from './command.js';
import { exportParquet } from './export-parquet.js';

export const exportCommand: Command = {
  name: 'export',
  usage: `--out F.csv|F.xlsx|- --purpose "…" [--view ${CONTACT_VIEWS.join('|')}] [--class C] [--case ID] [--text T] [--lang zh|en] [--as ACCOUNT]   |   --kind stays|cases --format parquet --out FOLDER --purpose "…" [--protocol P] [--as ACCOUNT]`,
  does: 'the contact list as a file, with purpose, user and time in it; with --format parquet, stays or cases for engines outside',
  async run(args) {
    const { values } = readArguments(args, {
      out: { type: 'string' },
      view: { type: 'string' },
      class: { type: 'string' },
      case: { type: 'string' },
      text: { type: 'string' },
      lang: { type: 'string' },
      as: { type: 'string' },
      purpose: { type: 'string' },
      kind: { type: 'string' },
      format: { type: 'string' },
      protocol: { type: 'string' },
    });
    const out = needed(values, 'out');
    const purpose = statedPurpose(values);
    const kind = oneOf(values, 'kind', ['contacts', 'stays', 'cases'] as const, 'contacts');
    const format = oneOf(values, 'format', ['table', 'parquet'] as const, 'table');
    if ((kind === 'contacts') !== (format === 'table'))
      throw new WrongUsage(
        'Stays and cases go out as parquet (--kind stays --format parquet), contacts as csv or xlsx: write both options or neither.',
      );
    if (kind !== 'contacts') return exportParquet(values, kind, purpose);
    const view = oneOf(values, 'view', CONTACT_VIEWS, 'all');
    const cls = text(values, 'class') === undefined ? null : oneOf(values, 'class', USUAL_CLASS_ORDER, '');
    const lang = oneOf(values, 'lang', ['zh', 'en'] as const, 'zh');
    const needs = { command: 'export', desks: ['export'], purpose, whenEmpty: 'refuse' } as const;
    await withDatabase(values, needs, async ({ desk, actor }) => {
      const filter = {
        homePath: actor.areaPath,
        view,
        cls,
        caseId: text(values, 'case') ?? null,
        areaPath: null,
        observation: null,
        text: text(values, 'text') ?? null,
        sort: 'due' as const,
      };
      const table = await exportContacts(desk, actor, filter, lang);
      await writeOut(out, { name: 'contacts', ...table });
      if (out !== '-') answer(flag(values, 'json'), { rows: table.rows.length, file: out }, [`${table.rows.length} contacts in ${out}.`]);
    });
  },
};

/** It stands in the file and in the audit: nobody takes a list away without saying what for. */
function statedPurpose(values: Values): string {
  const purpose = text(values, 'purpose')?.trim() ?? '';
  if (purpose.length < 2) throw new WrongUsage('Say what the list is for: --purpose "report to the city".');
  return purpose;
}
