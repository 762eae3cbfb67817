import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import {
  type DuplicateDecision,
  type DuplicateState,
  decideDuplicate,
  mergeConsequences,
  type DuplicatePair as Pair,
  undoMerge,
} from '@tracewright/investigation';
import { accountName, contactFace } from '../contacts/contact.face.js';
import { nameOf, personFace } from '../people/person.face.js';
import type { Ask } from '../platform/ask.js';
import { Asking } from '../platform/asking.js';
import { answer } from '../platform/refusal.js';
import { DecideDuplicateInput } from './duplicate.input.js';
import { DecideDuplicateOutcome, UndoMergeOutcome } from './duplicate.outcome.js';
import { DuplicatePair, Merge } from './duplicate.type.js';

const LIKELIHOOD = { 'same-document': 'certain', 'same-document-other-name': 'conflict', 'same-phone-and-name': 'likely' } as const;

async function pairFace(ask: Ask, pair: Pair): Promise<object> {
  const [contacts, consequences] = await ask.desk.work.read(
    async (tx) => [await ask.desk.contacts.byPersonIds(tx, [pair.a, pair.b]), await mergeConsequences(ask.desk, tx, pair)] as const,
  );
  return {
    ...pair,
    likelihood: LIKELIHOOD[pair.reason],
    people: () => Promise.all([pair.a, pair.b].map((id) => personFace(ask, id))),
    contacts: contacts.map((c) => contactFace(ask, c)),
    differing: consequences.differing,
    mergeWill: consequences.sentences,
  };
}

@Resolver()
export class DuplicatesResolver {
  @Query(() => [DuplicatePair], { description: 'Pairs to review.' })
  async duplicates(
    @Asking() ask: Ask,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Args('state', { type: () => String, nullable: true }) state: string | null,
  ): Promise<object[]> {
    const actor = ask.open('duplicates');
    const pairs = await ask.desk.work.read((tx) =>
      ask.desk.duplicates.page(tx, actor.areaPath, (state ?? 'OPEN') as DuplicateState, Math.min(first, 100), after ?? null),
    );
    return Promise.all(pairs.map((pair) => pairFace(ask, pair)));
  }

  @Query(() => [Merge], { description: 'Merges, newest first.' })
  async merges(@Asking() ask: Ask, @Args('first', { type: () => Int, defaultValue: 20 }) first: number): Promise<object[]> {
    const actor = ask.open('duplicates');
    const found = await ask.desk.work.read((tx) => ask.desk.duplicates.recent(tx, actor.areaPath, Math.min(first, 100)));
    return found.map((m) => ({
      ...m,
      keptName: async () => (await nameOf(ask, m.keptId)) ?? '',
      mergedName: async () => (await nameOf(ask, m.mergedId)) ?? '',
      by: () => accountName(ask, m.by),
    }));
  }

  @Mutation(() => DecideDuplicateOutcome, { description: 'Says whether two people are one.' })
  async decideDuplicate(
    @Asking() ask: Ask,
    @Args('input', { type: () => DecideDuplicateInput }) input: DecideDuplicateInput,
  ): Promise<object> {
    const { pairId, keptId = null, note = null } = input;
    const outcome = await decideDuplicate(ask.desk, ask.actor, { pairId, decision: input.decision as DuplicateDecision, keptId, note });
    return answer(ask, outcome, 'duplicate-decided', 'DuplicateDecided', ({ mergeId }) => ({ pairId, mergeId }));
  }

  @Mutation(() => UndoMergeOutcome, { description: 'Takes a merge apart again.' })
  async undoMerge(@Asking() ask: Ask, @Args('id', { type: () => ID }) id: string): Promise<object> {
    return answer(ask, await undoMerge(ask.desk, ask.actor, id), 'merge-undone', 'MergeUndone', ({ mergeId }) => ({ mergeId }));
  }
}
