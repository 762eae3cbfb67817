import { Args, Float, Mutation, Query, Resolver } from '@nestjs/graphql';
import {
  GivenLabels,
  identityTuning,
  LABEL_SOURCES,
  type LabelSource,
  type LevelWeights,
  OWN_WEIGHTS,
  PERSON_PROFILE,
  setThresholds,
  setWeights,
} from '@tracewright/investigation';
import { accountName } from '../contacts/contact.face.js';
import type { Ask } from '../platform/ask.js';
import { Asking } from '../platform/asking.js';
import { SimpleOutcome } from '../platform/problem.type.js';
import { simple } from '../platform/refusal.js';
import { LevelWeightInput } from './identity.input.js';
import { IdentityTuning } from './identity-tuning.type.js';
import { flawWords } from './weight-words.js';

const bitsOf = (weights: readonly LevelWeightInput[]): LevelWeights => {
  const told: Record<string, Record<string, number>> = {};
  for (const { part, level, bits } of weights) told[part] = { ...told[part], [level]: bits };
  return told;
};
const countOf = (weights: LevelWeights): number => Object.values(weights).reduce((sum, levels) => sum + Object.keys(levels).length, 0);
const sourceOf = (text: string): LabelSource => LABEL_SOURCES.find((one) => one === text) ?? 'desk';
const FORMER = 20;

@Resolver()
export class IdentityResolver {
  constructor(private readonly givenLabels: GivenLabels) {}

  @Query(() => IdentityTuning, { description: 'Labelled pairs, and what tried thresholds and weights would change. Nothing is written.' })
  async identityTuning(
    @Asking() ask: Ask,
    @Args('match', { type: () => Float, nullable: true, description: 'Tried; absent: those that count now.' }) match: number | null,
    @Args('review', { type: () => Float, nullable: true, description: 'Tried.' }) review: number | null,
    @Args('weights', { type: () => [LevelWeightInput], nullable: true, description: 'All that are tried; absent: those that count now.' })
    weights: LevelWeightInput[] | null,
    @Args('labels', { type: () => String, defaultValue: 'desk', description: 'desk, file or both.' }) labels: string,
  ): Promise<object> {
    const actor = ask.open('identity');
    const { desk } = ask;
    const given = this.givenLabels.by(actor);
    const tried = {
      thresholds: match == null || review == null ? null : { match, review },
      weights: weights && bitsOf(weights),
      source: sourceOf(labels),
      given,
    };
    const [{ setting, stored, weights: set, ...tuning }, former] = await desk.work.read(
      async (tx) => [await identityTuning(desk, tx, actor, tried), await desk.duplicates.settings(tx, FORMER)] as const,
    );
    return {
      ...tuning,
      profile: PERSON_PROFILE.name,
      setBy: () => accountName(ask, setting?.by ?? null),
      setAt: setting?.at ?? null,
      weights: OWN_WEIGHTS.map((one) => ({ ...one, set: set[one.part]?.[one.level] ?? null })),
      fileLabels: (stored?.labels.length ?? 0) + given.length,
      fileLabelsKept: stored?.labels.length ?? 0,
      former: former.map((one) => ({ ...one, by: () => accountName(ask, one.by), moved: countOf(one.weights) })),
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

  @Mutation(() => SimpleOutcome, {
    description: 'Sets weights of the identity engine by hand for the whole deployment; none: its own count.',
  })
  async setIdentityWeights(
    @Asking() ask: Ask,
    @Args('weights', { type: () => [LevelWeightInput] }) weights: LevelWeightInput[],
    @Args('reason', { type: () => String }) reason: string,
  ): Promise<object> {
    const outcome = await setWeights(ask.desk, ask.actor, bitsOf(weights), reason);
    const said = outcome.kind === 'weights-out-of-order' ? { ...outcome, says: flawWords(outcome.flaw) } : outcome;
    return simple(ask, said);
  }
}
