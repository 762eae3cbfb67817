import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ProtocolTries, type TryProgress } from '@tracewright/investigation';
import type { Ask } from '../platform/ask.js';
import { Asking } from '../platform/asking.js';
import { answer, refusal } from '../platform/refusal.js';
import { countsFace, progressFace, sourceOf } from './protocol.face.js';
import { ProtocolTryOutcome, TriedCasePage, TriedPeoplePage } from './protocol-try.type.js';
import { ProtocolSourceInput } from './protocol-version.type.js';

/** Trying a protocol on more cases than one waits for. */
@Resolver()
export class ProtocolTriesResolver {
  constructor(private readonly tries: ProtocolTries) {}

  @Mutation(() => ProtocolTryOutcome, { description: "Begins to try a protocol; the asker's former try ends. Nothing is written." })
  async beginProtocolTry(
    @Asking() ask: Ask,
    @Args('source', { type: () => ProtocolSourceInput }) source: ProtocolSourceInput,
    @Args('caseIds', { type: () => [ID], nullable: true, description: "Absent: all live cases of the asker's area." })
    caseIds: string[] | null,
  ): Promise<object> {
    const meant = sourceOf(source);
    if (!meant) return refusal(ask, { kind: 'nothing-selected' });
    const outcome = await this.tries.begin(ask.actor, meant, caseIds ?? null);
    return answer(ask, outcome, 'try-begun', 'ProtocolTry', ({ progress }) => progressFace(ask, progress));
  }

  @Query(() => ProtocolTryOutcome, { description: 'How far a try is.' })
  protocolTry(@Asking() ask: Ask, @Args('id', { type: () => ID }) id: string): object {
    return this.found(ask, this.tries.progress(ask.open('protocols'), id));
  }

  @Mutation(() => ProtocolTryOutcome, { description: 'Stops a try; what it found stays to be looked at.' })
  cancelProtocolTry(@Asking() ask: Ask, @Args('id', { type: () => ID }) id: string): object {
    return this.found(ask, this.tries.cancel(ask.open('protocols'), id));
  }

  @Query(() => TriedCasePage, { description: 'Cases whose contacts would differ, or that get no window.' })
  triedCases(
    @Asking() ask: Ask,
    @Args('id', { type: () => ID }) id: string,
    @Args('from', { type: () => Int, defaultValue: 0, description: 'Rows before the page.' }) from: number,
  ): object {
    const page = this.tries.cases(ask.open('protocols'), id, from);
    return { total: page?.total ?? 0, rows: page?.rows.map(({ counts, ...one }) => ({ ...one, counts: countsFace(counts) })) ?? [] };
  }

  @Query(() => TriedPeoplePage, { description: 'Who would move; written into the audit.' })
  async triedPeople(
    @Asking() ask: Ask,
    @Args('id', { type: () => ID }) id: string,
    @Args('caseId', { type: () => ID, nullable: true, description: 'Absent: over all cases, each person once.' }) caseId: string | null,
    @Args('from', { type: () => Int, defaultValue: 0, description: 'Rows before the page.' }) from: number,
  ): Promise<object> {
    return (await this.tries.people(ask.open('protocols'), id, caseId ?? null, from)) ?? { total: 0, rows: [] };
  }

  private found(ask: Ask, progress: TryProgress | null): object {
    return progress ? { kind: 'ProtocolTry', ...progressFace(ask, progress) } : refusal(ask, { kind: 'try-not-found' });
  }
}
