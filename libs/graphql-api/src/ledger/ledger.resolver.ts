import { Args, Query, Resolver } from '@nestjs/graphql';
import { mayOpen } from '@tracewright/epi-core';
import { ledgerPeople, readLedger } from '@tracewright/investigation';
import { contactFace } from '../contacts/contact.face.js';
import { Contact } from '../contacts/contact.type.js';
import type { Ask } from '../platform/ask.js';
import { Asking } from '../platform/asking.js';
import { InstantMark } from '../platform/scalars.js';
import { Ledger } from './ledger.type.js';

const word = { type: () => String, nullable: true };

@Resolver()
export class LedgerResolver {
  @Query(() => Ledger, { description: 'The ledger as of a moment.' })
  async ledger(
    @Asking() ask: Ask,
    @Args('asOf', { type: () => InstantMark, nullable: true }) asOf: number | null,
    @Args('cls', word) cls: string | null,
  ): Promise<object> {
    const at = await readLedger(ask.desk, ask.open('ledger'), asOf ?? null, cls ?? null);
    const { counts, lines, closed } = at.ledger;
    return {
      asOf: at.asOf,
      closed,
      counts: Object.entries(counts).map(([figure, people]) => ({ figure, people })),
      lines: lines.map((line) => ({ ...line, differing: line.differing.length })),
      left: at.left,
    };
  }

  @Query(() => [Contact], { description: 'The people behind a figure of the ledger, or behind the difference of an equation.' })
  async ledgerPeople(
    @Asking() ask: Ask,
    @Args('asOf', { type: () => InstantMark, nullable: true }) asOf: number | null,
    @Args('cls', word) cls: string | null,
    @Args('figure', word) figure: string | null,
    @Args('differing', word) differing: string | null,
  ): Promise<object[]> {
    const actor = ask.open('ledger');
    if (!mayOpen(actor.role, 'contacts')) return [];
    const people = await ledgerPeople(ask.desk, actor, {
      asOf: asOf ?? null,
      cls: cls ?? null,
      figure: figure ?? null,
      differing: differing ?? null,
    });
    return people.map((c) => contactFace(ask, c));
  }
}
