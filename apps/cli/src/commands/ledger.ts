import { formatInstant } from '@tracewright/epi-core';
import { readLedger } from '@tracewright/investigation';
import { answer } from '../platform/answers.js';
import { flag, instant, oneOf, readArguments, text, zone } from '../platform/arguments.js';
import { withDatabase } from '../platform/database.js';
import type { Command } from './command.js';

export const ledgerCommand: Command = {
  name: 'ledger',
  usage: '[--as-of T] [--class CLOSE|SECOND] [--as ACCOUNT]',
  does: 'the closure ledger and its equations',
  async run(args) {
    const { values } = readArguments(args, { 'as-of': { type: 'string' }, class: { type: 'string' }, as: { type: 'string' } });
    const asked = instant(values, 'as-of', zone(values));
    const cls = text(values, 'class') === undefined ? null : oneOf(values, 'class', ['CLOSE', 'SECOND'] as const, 'CLOSE');
    const needs = { command: 'ledger', desks: ['ledger'], whenEmpty: 'refuse' } as const;
    await withDatabase(values, needs, async ({ desk, actor, clock }) => {
      const { asOf, ledger, left } = await readLedger(desk, actor, asked, cls);
      const document = {
        asOf: formatInstant(asOf, clock.tz),
        closed: ledger.closed,
        counts: ledger.counts,
        lines: ledger.lines.map(({ id, left: l, right, closed, differing }) => ({
          id,
          left: l,
          right,
          closed,
          differing: differing.length,
        })),
        left,
      };
      const lines = ledger.lines.map(
        (l) =>
          `${l.closed ? '=' : '≠'} ${l.id}: ${l.left} against ${l.right}${l.differing.length > 0 ? `, ${l.differing.length} differ` : ''}`,
      );
      answer(flag(values, 'json'), document, [`As of ${document.asOf}: ${ledger.closed ? 'closed' : 'NOT closed'}`, ...lines]);
    });
  },
};
