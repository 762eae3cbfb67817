import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { accountName } from '../contacts/contact.face.js';
import type { Ask } from '../platform/ask.js';
import { Asking } from '../platform/asking.js';
import { AuditEntry } from './audit.type.js';

@Resolver()
export class AuditResolver {
  @Query(() => [AuditEntry], { description: 'The audit, newest first.' })
  async audit(
    @Asking() ask: Ask,
    @Args('first', { type: () => Int, defaultValue: 100 }) first: number,
    @Args('before', { type: () => Int, nullable: true }) before: number | null,
    @Args('who', { type: () => String, nullable: true }) who: string | null,
    @Args('subject', { type: () => String, nullable: true }) subject: string | null,
  ): Promise<object[]> {
    ask.open('audit');
    const page = await ask.desk.audit.page({
      first: Math.min(first, 500),
      before: before ?? null,
      who: who ?? null,
      subject: subject ?? null,
    });
    return page.map((entry) => ({ ...entry, who: () => accountName(ask, entry.who) }));
  }
}
