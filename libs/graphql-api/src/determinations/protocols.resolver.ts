import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Protocol as ProtocolFile, shippedProtocols } from '@tracewright/epi-core';
import { type Verification, verifyProtocol } from '@tracewright/investigation';
import { accountName } from '../contacts/contact.face.js';
import type { Ask } from '../platform/ask.js';
import { Asking } from '../platform/asking.js';
import { SimpleOutcome } from '../platform/problem.type.js';
import { simple } from '../platform/refusal.js';
import { Protocol } from './protocol.type.js';
import { windowWords } from './window-words.js';

function protocolFace(ask: Ask, protocol: ProtocolFile, verification: Verification | undefined): object {
  return {
    id: protocol.id,
    name: protocol.name ?? { zh: protocol.id, en: protocol.id },
    version: protocol.version,
    validFrom: protocol.validFrom ?? null,
    validTo: protocol.validTo ?? null,
    verifiedBy: () => accountName(ask, verification?.by ?? null),
    verifiedAt: verification?.at ?? null,
    demoOnly: verification?.demoOnly ?? false,
    sources: protocol.sources,
    rules: protocol.exposure.map((rule) => ({
      id: rule.id,
      label: rule.label ?? { zh: rule.id, en: rule.id },
      settings: rule.settings,
      cls: rule.cls,
      decision: rule.decision,
      minMinutes: rule.single?.min ?? rule.cumulative?.min ?? null,
    })),
    windows: protocol.infectious.map(windowWords),
  };
}

@Resolver()
export class ProtocolsResolver {
  @Query(() => [Protocol], { description: 'Installed protocols.' })
  async protocols(@Asking() ask: Ask): Promise<object[]> {
    ask.open('protocols');
    const verified = await ask.desk.work.read((tx) => ask.desk.protocols.verifications(tx));
    return shippedProtocols().map((p) =>
      protocolFace(
        ask,
        p,
        verified.find((v) => v.protocolId === p.id && v.version === p.version),
      ),
    );
  }

  @Mutation(() => SimpleOutcome, { description: "Takes responsibility for a protocol, in one's own name." })
  async verifyProtocol(@Asking() ask: Ask, @Args('id', { type: () => ID }) id: string): Promise<object> {
    return simple(ask, await verifyProtocol(ask.desk, ask.actor, id));
  }
}
