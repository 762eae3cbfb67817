import { shippedProtocol, shippedProtocols } from '@tracewright/epi-core';
import { answer, Refused } from '../platform/answers.js';
import { flag, readArguments, text } from '../platform/arguments.js';
import type { Command } from './command.js';

export const protocolsCommand: Command = {
  name: 'protocols',
  usage: '[--show ID]',
  does: 'the shipped protocols, their windows, rules and sources',
  async run(args) {
    const { values } = readArguments(args, { show: { type: 'string' } });
    const id = text(values, 'show');
    if (id === undefined) {
      const all = shippedProtocols();
      return answer(
        flag(values, 'json'),
        all.map(({ id: one, name, version, validFrom, validTo, infectious, exposure, sources }) => ({
          id: one,
          name,
          version,
          validFrom,
          validTo,
          windows: infectious.length,
          rules: exposure.length,
          sources,
        })),
        all.map((p) => `${p.id}\t${p.version}\t${p.name?.en ?? ''}`),
      );
    }
    const protocol = shippedProtocol(id);
    if (!protocol) throw new Refused(`There is no shipped protocol ${id}; "protocols" lists them.`);
    const windows = protocol.infectious.map(
      (w) =>
        `  infectious, ${w.caseKind}: ${w.anchors.join(' / ')} ${w.startOffset} d until ${[w.end.event, w.end.offset === undefined ? undefined : `+${w.end.offset} d`].filter(Boolean).join(', ') || 'open'}`,
    );
    const rules = protocol.exposure.map(
      (r) =>
        `  ${r.id}: ${r.cls} (${r.decision}) ${r.settings.join(' ') || 'every setting'}${r.single ? `, at least ${r.single.min} min` : ''}${r.cumulative ? `, ${r.cumulative.min} min in all within ${r.cumulative.window}` : ''}`,
    );
    answer(flag(values, 'json'), protocol, [
      `${protocol.id} ${protocol.version} ${protocol.name?.en ?? ''}`,
      ...windows,
      ...rules,
      ...protocol.sources.map((s) => `  source: ${s}`),
      ...protocol.unverified.map((s) => `  unverified: ${s}`),
    ]);
  },
};
