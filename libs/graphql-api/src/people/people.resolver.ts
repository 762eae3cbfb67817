import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { mayOpen } from '@tracewright/epi-core';
import { lookUpPerson, namePeople, openPhone, peopleByNumber, removeNaming, whoIsHere } from '@tracewright/investigation';
import type { Ask } from '../platform/ask.js';
import { Asking } from '../platform/asking.js';
import { SimpleOutcome } from '../platform/problem.type.js';
import { answer, simple } from '../platform/refusal.js';
import { NamePeopleInput } from './name-people.input.js';
import { NamePeopleOutcome, OpenPhoneOutcome } from './people.outcome.js';
import { nameOf } from './person.face.js';
import { KnownPerson, SearchHit } from './person.type.js';

const LEAST_LETTERS = 1;

@Resolver()
export class PeopleResolver {
  @Query(() => KnownPerson, { description: 'Whether somebody with this phone or document is known already.' })
  async lookUpPerson(
    @Asking() ask: Ask,
    @Args('phone', { type: () => String, nullable: true }) phone: string | null,
    @Args('docNo', { type: () => String, nullable: true }) docNo: string | null,
  ): Promise<object> {
    const found = await lookUpPerson(ask.desk, ask.open('cases', 'contacts'), { phone: phone ?? null, docNo: docNo ?? null });
    const { person = null, known = null, elsewhere = false } = found ?? {};
    return {
      found: person !== null,
      elsewhere,
      personId: person?.id ?? null,
      name: () => (person === null ? null : nameOf(ask, person.id)),
      alreadyContactOf: known?.caseNos ?? [],
      sentTo: known?.sentTo ?? null,
    };
  }

  @Query(() => [SearchHit], { description: 'Cases, people, places by name, pinyin, or a full phone or document number.' })
  async search(
    @Asking() ask: Ask,
    @Args('text', { type: () => String }) text: string,
    @Args('first', { type: () => Int, defaultValue: 12 }) first: number,
  ): Promise<object[]> {
    const words = text.trim();
    const { actor, desk } = ask;
    if (words.length < LEAST_LETTERS || (!mayOpen(actor.role, 'cases') && !mayOpen(actor.role, 'contacts'))) return [];
    const size = Math.min(Math.max(first, 1), 50);
    const found = await desk.work.read(async (tx) => {
      const numbered = /\d{7}/.test(words) ? await peopleByNumber(desk, tx, words) : [];
      const here: string[] = [];
      here.push(...(await whoIsHere(desk, tx, actor, numbered)));
      return {
        here: await Promise.all(
          here.map(async (id) => ({
            id,
            contact: (await desk.contacts.byPersonIds(tx, [id]))[0],
            own: (await desk.cases.byPerson(tx, [id]))[0],
          })),
        ),
        elsewhere: numbered.length > here.length,
        people: await desk.people.search(tx, actor.areaPath, words, size),
        places: await desk.places.search(tx, words, 5),
      };
    });
    ask.prime(found.people.map((p) => p.person));
    const title = async (personId: string, no: string | null) => `${no === null ? '' : `#${no} `}${(await nameOf(ask, personId)) ?? '**'}`;
    const hits: object[] = [];
    for (const { id, contact, own } of found.here)
      hits.push({
        kind: own ? 'case' : 'contact',
        id: own?.id ?? contact?.id ?? null,
        title: () => title(id, own?.no ?? null),
        detail: contact?.caseNos.map((no) => `#${no}`).join(' ') ?? '',
      });
    if (found.elsewhere)
      hits.push({ kind: 'elsewhere', id: null, title: ask.lang === 'zh' ? '在其他辖区有记录' : 'Known in another area', detail: '' });
    for (const { person, contactId, caseId } of found.people) {
      const one = caseId === null ? null : await ask.cases.load(caseId);
      hits.push({
        kind: one ? 'case' : 'contact',
        id: caseId ?? contactId,
        title: () => title(person.id, one?.no ?? null),
        detail: one?.category ?? '',
      });
    }
    for (const place of found.places) hits.push({ kind: 'place', id: place.id, title: place.name, detail: place.category });
    return hits.slice(0, size);
  }

  @Mutation(() => NamePeopleOutcome, { description: 'Adds people a case names.' })
  async namePeople(@Asking() ask: Ask, @Args('input', { type: () => NamePeopleInput }) input: NamePeopleInput): Promise<object> {
    const outcome = await namePeople(ask.desk, ask.actor, {
      caseId: input.caseId,
      stayId: input.stayId ?? null,
      viaPersonId: input.viaPersonId ?? null,
      relation: input.relation ?? null,
      cls: input.cls ?? null,
      reason: input.reason ?? null,
      people: input.people,
    });
    return answer(ask, outcome, 'people-named', 'PeopleNamed', (o) => ({
      named: o.named,
      already: o.already.map((k) => ({
        name: async () => (await nameOf(ask, k.person.id)) ?? '',
        alreadyContactOf: k.caseNos,
        sentTo: k.sentTo,
      })),
      refused: o.refused.map((r) => ({ field: r.field, message: r[ask.lang] })),
    }));
  }

  @Mutation(() => SimpleOutcome, { description: 'Takes a naming back.' })
  async removeNaming(@Asking() ask: Ask, @Args('id', { type: () => ID }) id: string): Promise<object> {
    return simple(ask, await removeNaming(ask.desk, ask.actor, id));
  }

  @Mutation(() => OpenPhoneOutcome, { description: 'Shows a number in full; logged.' })
  async openPhone(@Asking() ask: Ask, @Args('personId', { type: () => ID }) personId: string): Promise<object> {
    return answer(ask, await openPhone(ask.desk, ask.actor, personId), 'phone-opened', 'PhoneOpened', ({ phones }) => ({ phones }));
  }
}
