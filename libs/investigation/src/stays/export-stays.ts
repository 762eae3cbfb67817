import { dayOf, SECOND, settleStay } from '@tracewright/epi-core';
import { lookupOf, ruleStay } from '../determinations/rule-values.js';
import { sees } from '../people/person-view.js';
import type { Desk } from '../platform/desk.js';
import type { Actor } from '../platform/unit-of-work.js';
import type { Stay } from './stay-store.js';

/** A stay for an engine outside: what the rules ask of it and its place, no word of who the person is. Seconds since 1970, `[begins, ends)`. */
export interface EngineStay {
  readonly stay: string;
  readonly person: string;
  readonly place: string;
  /** Local calendar day of its start. */
  readonly day: string;
  readonly begins: number;
  readonly ends: number;
  /** A stay that is not sure at all ends before it begins here. */
  readonly beginsLatest: number;
  readonly endsEarliest: number;
  readonly ceiling: string;
  readonly setting: string | null;
  readonly seat: string | null;
  readonly seatsApart: boolean;
  readonly wholeVenue: boolean;
  readonly enclosed: string;
  readonly ventilation: string;
  readonly protection: string;
}

export type StaysExport =
  | { readonly kind: 'stays'; readonly pages: AsyncGenerator<readonly EngineStay[]> }
  /** This role does not see where people were. */
  | { readonly kind: 'not-seen' };

const PAGE = 10_000;

/** Every stay of the people of the actor's area, page by page, each page audited before it is given away. */
export function exportStays(desk: Desk, actor: Actor): StaysExport {
  return sees(actor, 'exposure') ? { kind: 'stays', pages: pages(desk, actor) } : { kind: 'not-seen' };
}

async function* pages(desk: Desk, actor: Actor): AsyncGenerator<readonly EngineStay[]> {
  for (let after = ''; ; ) {
    const page = await desk.work.read(async (tx) => {
      const stays = await desk.stays.page(tx, actor.areaPath, after, PAGE);
      const family = await desk.places.family(tx, [...new Set(stays.map((stay) => stay.placeId))]);
      return { stays, lookup: lookupOf(new Map(family.map((place) => [place.id, place]))) };
    });
    const last = page.stays.at(-1);
    if (!last) return;
    await desk.audit.seen(actor, 'export-stays', new Set(page.stays.map((stay) => stay.personId)));
    yield page.stays.map((stay) => engineStay(stay, page.lookup, desk.clock.tz));
    after = last.id;
  }
}

function engineStay(stay: Stay, lookup: ReturnType<typeof lookupOf>, tz: string): EngineStay {
  const settled = settleStay(ruleStay(stay), lookup);
  return {
    stay: stay.id,
    person: stay.personId,
    place: stay.placeId,
    day: dayOf(stay.start, tz),
    // As the index keeps them: what is possible is never missed, what is definite never too much.
    begins: Math.floor(stay.start / SECOND),
    ends: Math.ceil(stay.end / SECOND),
    beginsLatest: Math.ceil(stay.startLatest / SECOND),
    endsEarliest: Math.floor(stay.endEarliest / SECOND),
    ceiling: stay.ceiling,
    setting: settled.resolvedSetting,
    seat: stay.seat === null ? null : stay.seat.normalize('NFKC').trim().toUpperCase(),
    seatsApart: settled.seatsApart,
    wholeVenue: settled.bigPlaceItself,
    enclosed: settled.enclosed,
    ventilation: settled.ventilation,
    protection: stay.protection,
  };
}
