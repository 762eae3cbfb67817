import { Args, Float, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { dayOf, startOfDay } from '@tracewright/epi-core';
import {
  type DuplicateDecision,
  decideDuplicate,
  duplicateEvidence,
  duplicateExposures,
  ENGINE,
  identityTuning,
  mergeConsequences,
  PERSON_PROFILE,
  type QueuedPair,
  reviewQueue,
  setThresholds,
  undoMerge,
} from '@tracewright/investigation';
import { accountName, contactFace } from '../contacts/contact.face.js';
import { nameOf, personFace } from '../people/person.face.js';
import type { Ask } from '../platform/ask.js';
import { Asking } from '../platform/asking.js';
import { SimpleOutcome } from '../platform/problem.type.js';
import { answer, simple } from '../platform/refusal.js';
import { DecideDuplicateInput } from './duplicate.input.js';
import { DecideDuplicateOutcome, UndoMergeOutcome } from './duplicate.outcome.js';
import { DuplicateEvidence, DuplicateQueue, Merge } from './duplicate.type.js';
import { IdentityTuning } from './identity-tuning.type.js';

async function pairFace(ask: Ask, { pair, contacts, likelihood, cost, mistake }: QueuedPair): Promise<object> {
  const consequences = await ask.desk.work.read((tx) => mergeConsequences(ask.desk, tx, pair));
  return {
    ...pair,
    likelihood,
    cost,
    mistake,
    people: () => Promise.all([pair.a, pair.b].map((id) => personFace(ask, id))),
    contacts: contacts.map((c) => contactFace(ask, c)),
    differing: consequences.differing,
    mergeWill: consequences.sentences,
  };
}

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
    const shown = queue.slice(Math.max(after, 0), Math.max(after, 0) + Math.min(first, 100));
    return { total: queue.length, today, pairs: () => Promise.all(shown.map((one) => pairFace(ask, one))) };
  }

  @Query(() => DuplicateEvidence, {
    nullable: true,
    description: 'Field by field what speaks for and against two people being one; null when they are gone.',
  })
  async duplicateEvidence(@Asking() ask: Ask, @Args('pairId', { type: () => ID }) pairId: string): Promise<object | null> {
    const actor = ask.open('duplicates');
    return ask.desk.work.read(async (tx) => {
      const evidence = await duplicateEvidence(ask.desk, tx, actor, pairId);
      return evidence && { ...evidence, exposures: await duplicateExposures(ask.desk, tx, actor, pairId) };
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

  @Query(() => IdentityTuning, { description: 'Decisions as labels, and what tried thresholds would change. Nothing is written.' })
  async identityTuning(
    @Asking() ask: Ask,
    @Args('match', { type: () => Float, nullable: true, description: 'Tried; absent: those that count now.' }) match: number | null,
    @Args('review', { type: () => Float, nullable: true, description: 'Tried.' }) review: number | null,
  ): Promise<object> {
    const actor = ask.open('identity');
    const tried = match == null || review == null ? null : { match, review };
    const { setting, ...tuning } = await ask.desk.work.read((tx) => identityTuning(ask.desk, tx, actor, tried));
    return {
      ...tuning,
      profile: PERSON_PROFILE.name,
      setBy: () => accountName(ask, setting?.by ?? null),
      setAt: setting?.at ?? null,
      weights: PERSON_PROFILE.fields.flatMap((field) =>
        Object.values(field.parts).flatMap((levels) =>
          Object.entries(levels).map(([level, { m, u }]) => ({ part: field.name, level, m, u, bits: Math.log2(m / u) })),
        ),
      ),
    };
  }

  @Mutation(() => SimpleOutcome, { description: 'Sets the thresholds of the identity engine for the whole deployment.' })
  async setIdentityThresholds(
    @Asking() ask: Ask,
    @Args('match', { type: () => Float }) match: number,
    @Args('review', { type: () => Float }) review: number,
  ): Promise<object> {
    return simple(ask, await setThresholds(ask.desk, ask.actor, { match, review }));
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

  @Mutation(() => UndoMergeOutcome, { description: 'Takes a merge apart again.' })
  async undoMerge(@Asking() ask: Ask, @Args('id', { type: () => ID }) id: string): Promise<object> {
    return answer(ask, await undoMerge(ask.desk, ask.actor, id), 'merge-undone', 'MergeUndone', ({ mergeId }) => ({ mergeId }));
  }
}
