import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { type ChainNode, chain } from '@tracewright/investigation';
import { nameOf } from '../people/person.face.js';
import type { Ask } from '../platform/ask.js';
import { Asking } from '../platform/asking.js';
import { Chain } from './chain.type.js';

const nodeFace = (ask: Ask, { person, ...node }: ChainNode): object => ({
  ...node,
  label: async () => {
    if (node.kind === 'place') return node.placeName ?? '';
    const name = person === null ? null : await nameOf(ask, person.id);
    return [node.caseNo === null ? '' : `#${node.caseNo}`, name ?? ''].filter(Boolean).join(' ');
  },
});

@Resolver()
export class ChainsResolver {
  @Query(() => Chain, { description: 'Cases, contacts and places that hang together, from these cases on.' })
  async chain(
    @Asking() ask: Ask,
    @Args('caseIds', { type: () => [ID] }) caseIds: string[],
    @Args('degree', { type: () => Int, defaultValue: 1 }) degree: number,
  ): Promise<object> {
    const found = await chain(ask.desk, ask.open('chains'), caseIds, degree);
    ask.prime(found.nodes.flatMap((n) => n.person ?? []));
    return { ...found, nodes: found.nodes.map((n) => nodeFace(ask, n)) };
  }
}
