import { clusters } from '@tracewright/contact-graph';
import { readCaseIds, readLinks } from '../files/links-file.js';
import { LeftOut } from '../files/rows.js';
import { answer } from '../platform/answers.js';
import { flag, needed, readArguments, text, zone } from '../platform/arguments.js';
import type { Command } from './command.js';

export const clustersCommand: Command = {
  name: 'clusters',
  usage: '--contacts F [--cases F] [--errors F]',
  does: 'components, sources and generations of who infected whom; loops are reported',
  async run(args) {
    const { values } = readArguments(args, { contacts: { type: 'string' }, cases: { type: 'string' }, errors: { type: 'string' } });
    const leftOut = new LeftOut();
    const { members, missing, ...found } = clusters(
      await readLinks({ file: needed(values, 'contacts'), tz: zone(values), leftOut, dated: false }),
      await readCaseIds(text(values, 'cases')),
    );
    await leftOut.tell(text(values, 'errors'));
    const document = { ...found, ...(missing === null ? {} : { missing }), ignored: leftOut.count };
    const largest = members[0]?.length ?? 0;
    answer(flag(values, 'json'), document, [
      `${found.persons} people, ${found.links} links, ${found.components} components (the largest ${largest}), ${found.roots} sources, ${found.loops} loops, ${found.selfLinks} links to oneself.`,
    ]);
  },
};
