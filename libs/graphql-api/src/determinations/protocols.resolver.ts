import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { shippedProtocols } from '@tracewright/epi-core';
import {
  draftProtocol,
  protocolChoices,
  protocolExample,
  stepProtocol,
  tryProtocol,
  type Verification,
  verifyProtocol,
} from '@tracewright/investigation';
import type { Ask } from '../platform/ask.js';
import { Asking } from '../platform/asking.js';
import { SimpleOutcome } from '../platform/problem.type.js';
import { answer, refusal, simple } from '../platform/refusal.js';
import { protocolFace, sourceOf, triedFace, versionFace } from './protocol.face.js';
import { Protocol, ProtocolChoice } from './protocol.type.js';
import {
  ExampleCaseInput,
  ProtocolSourceInput,
  ProtocolVersion,
  ProtocolVersionOutcome,
  ReadProtocolOutcome,
  StepProtocolInput,
  TryProtocolOutcome,
} from './protocol-version.type.js';

const verifications = (ask: Ask): Promise<Verification[]> => ask.desk.work.read((tx) => ask.desk.protocols.verifications(tx));

@Resolver()
export class ProtocolsResolver {
  @Query(() => [Protocol], { description: 'Installed protocols, as they came with the program.' })
  async protocols(@Asking() ask: Ask): Promise<object[]> {
    ask.open('protocols');
    const verified = await verifications(ask);
    return shippedProtocols().map((p) => protocolFace(ask, p, verified));
  }

  @Query(() => [ProtocolChoice], { description: 'Protocols that a case can be judged by.' })
  async protocolChoices(@Asking() ask: Ask): Promise<object[]> {
    ask.open('cases');
    return ask.desk.work.read((tx) => protocolChoices(ask.desk, tx));
  }

  @Query(() => [ProtocolVersion], { description: 'Versions written here.' })
  async protocolVersions(@Asking() ask: Ask): Promise<object[]> {
    ask.open('protocols');
    return (await ask.desk.work.read((tx) => ask.desk.protocols.stored(tx))).map((one) => versionFace(ask, one));
  }

  @Query(() => Int, { description: 'Cases still to be derived anew since a version became active or was retired.' })
  async casesBehindProtocol(@Asking() ask: Ask): Promise<number> {
    ask.open('protocols');
    return (await ask.desk.work.read((tx) => ask.desk.cases.behindProtocol(tx))).length;
  }

  @Query(() => ReadProtocolOutcome, { description: 'Reads a protocol, with every problem of its text, and the window of an example case.' })
  async readProtocol(
    @Asking() ask: Ask,
    @Args('source', { type: () => ProtocolSourceInput }) source: ProtocolSourceInput,
    @Args('example', { type: () => ExampleCaseInput }) example: ExampleCaseInput,
  ): Promise<object> {
    ask.open('protocols');
    const meant = sourceOf(source);
    if (!meant) return refusal(ask, { kind: 'nothing-selected' });
    const { onsetOn = null, firstPositiveSampleAt = null, isolatedAt = null } = example;
    const outcome = await protocolExample(ask.desk, meant, { onsetOn, firstPositiveSampleAt, isolatedAt });
    const verified = await verifications(ask);
    return answer(ask, outcome, 'protocol-read', 'ProtocolRead', ({ protocol, windows, noWindow }) => ({
      protocol: protocolFace(ask, protocol, verified),
      text: JSON.stringify(protocol, null, 2),
      windows: windows.filter((w) => !w.unbounded),
      noWindow,
    }));
  }

  @Query(() => TryProtocolOutcome, { description: 'What a protocol would change in the contacts. Nothing is written.' })
  async tryProtocol(
    @Asking() ask: Ask,
    @Args('source', { type: () => ProtocolSourceInput }) source: ProtocolSourceInput,
    @Args('caseIds', { type: () => [ID], nullable: true, description: "Absent: all cases of the asker's area." }) caseIds: string[] | null,
  ): Promise<object> {
    const started = performance.now();
    const actor = ask.open('protocols');
    const meant = sourceOf(source);
    if (!meant) return refusal(ask, { kind: 'nothing-selected' });
    const outcome = await tryProtocol(ask.desk, actor, meant, caseIds ?? null);
    return answer(ask, outcome, 'protocol-tried', 'ProtocolTried', (tried) => triedFace(ask, tried, performance.now() - started));
  }

  @Mutation(() => SimpleOutcome, { description: "Takes responsibility for a protocol, in one's own name." })
  async verifyProtocol(@Asking() ask: Ask, @Args('id', { type: () => ID }) id: string): Promise<object> {
    return simple(ask, await verifyProtocol(ask.desk, ask.actor, id));
  }

  @Mutation(() => ProtocolVersionOutcome, { description: 'Stores a draft, or its new text.' })
  async draftProtocol(
    @Asking() ask: Ask,
    @Args('text', { type: () => String }) text: string,
    @Args('rev', { type: () => Int, nullable: true, description: 'Revision of the draft that was edited; absent: a new one.' })
    rev: number | null,
    @Args('found', { type: () => Boolean, defaultValue: false, description: 'Makes a new protocol of an id that is not known yet.' })
    found: boolean,
  ): Promise<object> {
    return this.saved(ask, await draftProtocol(ask.desk, ask.actor, text, rev ?? null, found));
  }

  @Mutation(() => ProtocolVersionOutcome, { description: 'Verifies, activates or retires a version.' })
  async stepProtocol(@Asking() ask: Ask, @Args('input', { type: () => StepProtocolInput }) input: StepProtocolInput): Promise<object> {
    return this.saved(ask, await stepProtocol(ask.desk, ask.actor, { ...input, insteadOf: input.insteadOf ?? null }));
  }

  private saved(ask: Ask, outcome: Awaited<ReturnType<typeof draftProtocol | typeof stepProtocol>>): object {
    return answer(ask, outcome, 'protocol-version-saved', 'ProtocolVersionSaved', ({ version }) => ({
      version: versionFace(ask, version),
    }));
  }
}
