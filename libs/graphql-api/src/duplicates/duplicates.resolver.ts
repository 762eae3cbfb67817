import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { dayOf, startOfDay } from '@tracewright/epi-core';
import {
  askAreaAbove,
  type DuplicateDecision,
  decideDuplicate,
  duplicateEvidence,
  duplicateExposures,
  ENGINE,
  mergeFacts,
  mergeGroup,
  type QueuedPair,
  reviewGroups,
  reviewQueue,
  thresholdsOf,
  undoMerge,
} from '@tracewright/investigation';
import { accountName } from '../contacts/contact.face.js';
import { nameOf } from '../people/person.face.js';
import type { Ask } from '../platform/ask.js';
import { Asking } from '../platform/asking.js';
import { SimpleOutcome } from '../platform/problem.type.js';
import { answer, simple } from '../platform/refusal.js';
import { groupFace, pairFace } from './duplicate.face.js';
import { DecideDuplicateInput, MergeGroupInput } from './duplicate.input.js';
import { DecideDuplicateOutcome, MergeGroupOutcome, UndoMergeOutcome } from './duplicate.outcome.js';
import { DuplicateEvidence, DuplicateQueue, Merge } from './duplicate.type.js';

@Resolver()
export class DuplicatesResolver {
  @Query(() => DuplicateQueue, { description: 'Pairs to review, the dearest mistake first.' })
  async duplicates(
    @Asking() ask: Ask,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Args('after', { type: () => Int, defaultValue: 0, description: 'So many are passed over.' }) after: number,
  ): Promise<object> {
    const actor = ask.open('duplicates');
    const { clock } = ask.desk;
    const midnight = startOfDay(dayOf(clock.now(), clock.tz), clock.tz);
    const [queue, today] = await ask.desk.work.read(
      async (tx) => [await reviewQueue(ask.desk, tx, actor), await ask.desk.duplicates.decidedSince(tx, actor.areaPath, midnight)] as const,
    );
    const groups = reviewGroups(queue);
    const shown = <T>(all: readonly T[]): T[] => all.slice(Math.max(after, 0), Math.max(after, 0) + Math.min(first, 100));
    const facts = (pairs: readonly QueuedPair[]) =>
      ask.desk.work.read((tx) =>
        mergeFacts(
          ask.desk,
          tx,
          pairs.flatMap(({ pair }) => [pair.a, pair.b]),
        ),
      );
    return {
      total: queue.pairs.length,
      groupTotal: groups.length,
      today,
      pairs: async () => {
        const told = await facts(shown(queue.pairs));
        return shown(queue.pairs).map((one) => pairFace(ask, told, one));
      },
      groups: async () => {
        const told = await facts(shown(groups).flatMap(({ candidates }) => candidates));
        return shown(groups).map((one) => groupFace(ask, told, one));
      },
    };
  }

  @Query(() => DuplicateEvidence, {
    nullable: true,
    description: 'Field by field what speaks for and against two people being one; null when they are gone.',
  })
  async duplicateEvidence(@Asking() ask: Ask, @Args('pairId', { type: () => ID }) pairId: string): Promise<object | null> {
    const actor = ask.open('duplicates');
    return ask.desk.work.read(async (tx) => {
      const evidence = await duplicateEvidence(ask.desk, tx, actor, pairId);
      if (!evidence) return null;
      const { match } = await thresholdsOf(ask.desk, tx);
      return { ...evidence, match, exposures: await duplicateExposures(ask.desk, tx, actor, pairId) };
    });
  }

  @Query(() => [Merge], { description: 'Merges, newest first.' })
  async merges(@Asking() ask: Ask, @Args('first', { type: () => Int, defaultValue: 20 }) first: number): Promise<object[]> {
    const actor = ask.open('duplicates');
    const found = await ask.desk.work.read((tx) => ask.desk.duplicates.recent(tx, actor.areaPath, Math.min(first, 100)));
    return found.map((m) => ({
      ...m,
      keptName: async () => (await nameOf(ask, m.keptId)) ?? '',
      mergedName: async () => (await nameOf(ask, m.mergedId)) ?? '',
      by: () => (m.by === ENGINE ? null : accountName(ask, m.by)),
    }));
  }

  @Mutation(() => DecideDuplicateOutcome, { description: 'Says whether two people are one.' })
  async decideDuplicate(
    @Asking() ask: Ask,
    @Args('input', { type: () => DecideDuplicateInput }) input: DecideDuplicateInput,
  ): Promise<object> {
    const { pairId, keptId = null, seconds = null, note = null } = input;
    const outcome = await decideDuplicate(ask.desk, ask.actor, {
      pairId,
      decision: input.decision as DuplicateDecision,
      keptId,
      seconds,
      note,
    });
    return answer(ask, outcome, 'duplicate-decided', 'DuplicateDecided', ({ mergeId }) => ({ pairId, mergeId }));
  }

  @Mutation(() => MergeGroupOutcome, { description: 'Says that all records of a group are one person: all of them or none.' })
  async mergeGroup(@Asking() ask: Ask, @Args('input', { type: () => MergeGroupInput }) input: MergeGroupInput): Promise<object> {
    const { pairIds, keptId = null, seconds = null } = input;
    const outcome = await mergeGroup(ask.desk, ask.actor, { pairIds, keptId, seconds });
    return answer(ask, outcome, 'group-merged', 'GroupMerged', ({ keptId: stays, mergeIds }) => ({ keptId: stays, mergeIds }));
  }

  @Mutation(() => SimpleOutcome, { description: 'Asks the area above to decide about somebody who is known in another area as well.' })
  async askAreaAbove(@Asking() ask: Ask, @Args('personId', { type: () => ID }) personId: string): Promise<object> {
    return simple(ask, await askAreaAbove(ask.desk, ask.actor, personId));
  }

  @Mutation(() => UndoMergeOutcome, { description: 'Takes a merge apart again.' })
  async undoMerge(@Asking() ask: Ask, @Args('id', { type: () => ID }) id: string): Promise<object> {
    return answer(ask, await undoMerge(ask.desk, ask.actor, id), 'merge-undone', 'MergeUndone', ({ mergeId }) => ({ mergeId }));
  }
}
