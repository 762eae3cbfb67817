import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { cancelImport, mayReadFile } from '@tracewright/investigation';
import type { Ask } from '../platform/ask.js';
import { Asking } from '../platform/asking.js';
import { SimpleOutcome } from '../platform/problem.type.js';
import { simple } from '../platform/refusal.js';
import { Import } from './import.type.js';

@Resolver()
export class ImportsResolver {
  @Query(() => [Import], { description: 'Imports, newest first.' })
  async imports(@Asking() ask: Ask, @Args('first', { type: () => Int, defaultValue: 20 }) first: number): Promise<object[]> {
    const actor = ask.open('import');
    const batches = await ask.desk.work.read((tx) => ask.desk.imports.recent(tx, actor.areaPath, Math.min(first, 100)));
    return batches.map((b) => ({ ...b, hasErrors: b.rowsWithErrors > 0 && mayReadFile(actor, b) }));
  }

  @Mutation(() => SimpleOutcome, { description: 'Stops an import.' })
  async cancelImport(@Asking() ask: Ask, @Args('id', { type: () => ID }) id: string): Promise<object> {
    return simple(ask, await cancelImport(ask.desk, ask.open('import'), id));
  }
}
