import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { setArea } from '@tracewright/investigation';
import type { Ask } from '../platform/ask.js';
import { Asking } from '../platform/asking.js';
import { SimpleOutcome } from '../platform/problem.type.js';
import { simple } from '../platform/refusal.js';
import { Area } from './area.type.js';

@Resolver()
export class AreasResolver {
  @Query(() => [Area], { description: 'The areas the asker may choose from, outside areas included, by path.' })
  async areas(@Asking() ask: Ask): Promise<object[]> {
    const { actor } = ask;
    const all = await ask.desk.work.read((tx) => ask.desk.areas.all(tx));
    return all.filter((a) => a.outside || a.path.startsWith(actor.areaPath) || actor.areaPath.startsWith(a.path));
  }

  @Mutation(() => SimpleOutcome, { description: 'Confirms the area that must act for a person; null: to be located.' })
  async setArea(
    @Asking() ask: Ask,
    @Args('personId', { type: () => ID }) personId: string,
    @Args('areaId', { type: () => ID, nullable: true }) areaId: string | null,
  ): Promise<object> {
    return simple(ask, await setArea(ask.desk, ask.actor, personId, areaId ?? null));
  }
}
