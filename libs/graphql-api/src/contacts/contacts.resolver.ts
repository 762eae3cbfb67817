import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { ReviewStep } from '@tracewright/epi-core';
import { contactCard, pushContacts, receiveContact, releaseContacts, reviewContacts, sendNow } from '@tracewright/investigation';
import type { Ask } from '../platform/ask.js';
import { Asking } from '../platform/asking.js';
import { answer, skippedFace } from '../platform/refusal.js';
import { ReceiveContactInput } from '../push/push.input.js';
import { PushContactsOutcome } from '../push/push.outcome.js';
import { contactFace } from './contact.face.js';
import { ContactFilterInput, PushContactsInput, ReviewContactsInput } from './contact.input.js';
import { ReceiveContactOutcome, ReviewContactsOutcome, SendNowOutcome } from './contact.outcome.js';
import { ContactCard, ContactPage } from './contact.type.js';
import { cardFace } from './contact-card.face.js';
import { chosenContacts, contactFilter } from './contact-filter.js';

const MOST = 500;

@Resolver()
export class ContactsResolver {
  @Query(() => ContactPage, { description: 'Contacts, by filter, in order, page by page.' })
  async contacts(
    @Asking() ask: Ask,
    @Args('first', { type: () => Int, defaultValue: 100 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Args('filter', { type: () => ContactFilterInput }) input: ContactFilterInput,
    @Args('sort', { type: () => String, nullable: true }) sort: string | null,
  ): Promise<object> {
    ask.open('contacts');
    const filter = await contactFilter(ask, input, sort ?? null);
    return ask.desk.work.read(async (tx) => {
      const page = await ask.desk.contacts.page(tx, filter, Math.min(Math.max(first, 1), MOST), after ?? null);
      const counts = await ask.desk.contacts.counts(tx, filter);
      return {
        nodes: page.rows.map((contact) => contactFace(ask, contact)),
        total: page.total,
        next: page.next,
        counts: Object.entries(counts).map(([view, count]) => ({ view, count })),
      };
    });
  }

  @Query(() => ContactCard, { nullable: true, description: 'Why this person is here, and everything that happened.' })
  async contactCard(@Asking() ask: Ask, @Args('id', { type: () => ID }) id: string): Promise<object | null> {
    const card = await contactCard(ask.desk, ask.open('contacts'), id);
    if (!card) return null;
    const vias = card.determinations.flatMap((d) => d.via ?? []);
    ask.prime([card.person, ...card.household, ...vias]);
    await ask.people.loadMany(vias.map((p) => p.id));
    return cardFace(ask, card);
  }

  @Mutation(() => SendNowOutcome, { description: "Passes the case's new definite contacts to the database desk now." })
  async sendNow(@Asking() ask: Ask, @Args('caseId', { type: () => ID }) caseId: string): Promise<object> {
    return answer(ask, await sendNow(ask.desk, ask.actor, caseId), 'contacts-sent', 'ContactsSent', ({ count }) => ({ count }));
  }

  @Mutation(() => ReviewContactsOutcome, { description: 'Takes a review step for contacts.' })
  async reviewContacts(
    @Asking() ask: Ask,
    @Args('input', { type: () => ReviewContactsInput }) input: ReviewContactsInput,
  ): Promise<object> {
    const contactIds = await chosenContacts(ask, input);
    const step = { step: input.step as ReviewStep, contactIds, reason: input.reason ?? null, caseId: input.caseId ?? null };
    const outcome = await reviewContacts(ask.desk, ask.actor, step);
    return answer(ask, outcome, 'contacts-reviewed', 'ContactsReviewed', ({ done, skipped }) => this.done(ask, done, skipped));
  }

  private done(
    ask: Ask,
    done: readonly Parameters<typeof contactFace>[1][],
    skipped: readonly { contactId: string; why: string }[],
  ): object {
    return { done: done.map((c) => contactFace(ask, c)), skipped: skipped.map((s) => skippedFace(ask, s)) };
  }

  @Mutation(() => ReviewContactsOutcome, { description: 'Ends the measures of people whose days are over.' })
  async releaseContacts(@Asking() ask: Ask, @Args('contactIds', { type: () => [ID] }) contactIds: string[]): Promise<object> {
    const outcome = await releaseContacts(ask.desk, ask.actor, contactIds);
    return answer(ask, outcome, 'contacts-released', 'ContactsReviewed', ({ done, skipped }) => this.done(ask, done, skipped));
  }

  @Mutation(() => PushContactsOutcome, { description: 'Sends checked contacts to the areas that must act.' })
  async pushContacts(@Asking() ask: Ask, @Args('input', { type: () => PushContactsInput }) input: PushContactsInput): Promise<object> {
    const outcome = await pushContacts(ask.desk, ask.actor, await chosenContacts(ask, input));
    return answer(ask, outcome, 'contacts-pushed', 'ContactsPushed', (o) => ({
      pushed: o.pushed.length,
      skipped: o.skipped.map((s) => skippedFace(ask, s)),
    }));
  }

  @Mutation(() => ReceiveContactOutcome, { description: 'Takes on a contact another area sent.' })
  async receiveContact(
    @Asking() ask: Ask,
    @Args('input', { type: () => ReceiveContactInput }) input: ReceiveContactInput,
  ): Promise<object> {
    const words = { ...input, lastExposureAt: input.lastExposureAt ?? null, note: input.note ?? null };
    const outcome = await receiveContact(ask.desk, ask.actor, words);
    return answer(ask, outcome, 'contact-received', 'ContactReceived', ({ contact }) => ({ contact: contactFace(ask, contact) }));
  }
}
