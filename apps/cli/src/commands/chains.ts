import { allChains, type ChainQuestion, chainIndex, chainOf } from '@tracewright/contact-graph';
import { readLinks } from '../files/links-file.js';
import { LeftOut } from '../files/rows.js';
import { answer, Refused } from '../platform/answers.js';
import { day, flag, needed, oneOf, readArguments, text, wholeNumber, zone } from '../platform/arguments.js';
import type { Command } from './command.js';

export const chainsCommand: Command = {
  name: 'chains',
  usage: '--contacts F --root ID|all [--direction in|out|both] [--from D --to D] [--max-distance N] [--errors F]',
  does: 'the chain of contacts before and after somebody, with time respected',
  async run(args) {
    const { values } = readArguments(args, {
      contacts: { type: 'string' },
      root: { type: 'string' },
      direction: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      'max-distance': { type: 'string' },
      errors: { type: 'string' },
    });
    const leftOut = new LeftOut();
    const file = needed(values, 'contacts');
    const tz = zone(values);
    const root = needed(values, 'root');
    const question: ChainQuestion = {
      direction: oneOf(values, 'direction', ['in', 'out', 'both'] as const, 'both'),
      from: day(values, 'from', tz),
      to: day(values, 'to', tz),
      maxDistance: text(values, 'max-distance') === undefined ? null : wholeNumber(values, 'max-distance', 0),
    };
    const links = await readLinks({ file, tz, leftOut, dated: true });
    await leftOut.tell(text(values, 'errors'));
    const ignored = leftOut.count;
    if (root === 'all') {
      const all = allChains(links, question);
      return answer(flag(values, 'json'), { ...all, ignored }, [
        `${all.roots} roots; outgoing chains ${all.sums.outgoingChain} in sum, ${all.max.outgoingChain} at most; ingoing ${all.sums.ingoingChain} and ${all.max.ingoingChain}.`,
      ]);
    }
    if (!links.some((l) => l.from === root || l.to === root)) throw new Refused(`${file} has no link of ${root}: check the id.`);
    const found = chainOf(chainIndex(links, question), root, question);
    answer(flag(values, 'json'), { ...found, ignored }, [
      `Out: ${found.outDegree} contacts, ${found.outgoingChain} in the chain. In: ${found.inDegree} and ${found.ingoingChain}.`,
    ]);
  },
};
