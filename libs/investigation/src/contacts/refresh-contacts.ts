import { classRank, type Instant, USUAL_CLASS_ORDER } from '@tracewright/epi-core';
import { homePathOf } from '../areas/home-path.js';
import type { Determination } from '../determinations/determination-store.js';
import { protocolOf } from '../determinations/protocol-of.js';
import { markDuplicates } from '../duplicates/mark-duplicates.js';
import type { Desk } from '../platform/desk.js';
import { groupBy } from '../platform/group-by.js';
import type { WriteTx } from '../platform/unit-of-work.js';
import type { ChangeKind, Contact } from './contact-store.js';

type Summary = Pick<Contact, 'cls' | 'certainty' | 'first' | 'last' | 'caseIds'>;

/** Classes of different cases' protocols meet in one person: they are compared in the usual order. */
const rank = (cls: string): number => classRank({ classOrder: USUAL_CLASS_ORDER }, cls);
const least = (values: readonly (Instant | null)[]): Instant | null =>
  values.reduce<Instant | null>((m, v) => (v === null ? m : m === null ? v : Math.min(m, v)), null);
const most = (values: readonly (Instant | null)[]): Instant | null =>
  values.reduce<Instant | null>((m, v) => (v === null ? m : m === null ? v : Math.max(m, v)), null);

/**
 * One person over all their determinations that are not excluded: the strictest definite class and the span of exposures that gave it;
 * a weaker class does not extend the dates (ruling 13). Only possible ones: the strictest possible. None: null.
 */
export function derivedSummary(determinations: readonly Determination[]): Summary | null {
  const counted = determinations.filter((d) => d.decision !== 'EXCLUDED');
  const sure = counted.filter((d) => d.certainty === 'definite' || d.decision === 'CONFIRMED');
  const from = sure.length > 0 ? sure : counted;
  if (from.length === 0) return null;
  const best = Math.min(...from.map((d) => rank(d.cls)));
  const strictest = from.filter((d) => rank(d.cls) === best);
  return {
    cls: strictest[0]!.cls,
    certainty: sure.length > 0 ? 'definite' : 'possible',
    first: least(strictest.map((d) => d.first)),
    last: most(strictest.map((d) => d.last)),
    caseIds: [...new Set(counted.map((d) => d.caseId))].sort(),
  };
}

/** Only names hold this contact, and what they were named under is gone or lies outside the window: proposed to go, never taken away (ruling 17). */
const removedName = (live: readonly Determination[]): boolean => {
  const counted = live.filter((d) => d.decision !== 'EXCLUDED');
  return counted.length > 0 && counted.every((d) => d.unsupported);
};

export function changeBetween(
  accepted: Pick<Contact, 'cls' | 'last'>,
  derived: Summary | null,
  live: readonly Determination[] = [],
): ChangeKind | null {
  if (derived === null || derived.certainty === 'possible' || removedName(live)) return 'REMOVED';
  if (rank(derived.cls) < rank(accepted.cls)) return 'UPGRADED';
  if (rank(derived.cls) > rank(accepted.cls)) return 'DOWNGRADED';
  return derived.last === accepted.last ? null : 'DATES';
}

/**
 * Brings the contacts of these people in line with their live determinations. New ones appear, ones nobody has accepted yet follow or
 * disappear; what was accepted stays as it is and carries the difference as a proposal. Derivation never undoes a decision.
 */
export async function refreshContacts(desk: Desk, tx: WriteTx, personIds: readonly string[]): Promise<void> {
  const ids = [...new Set(personIds)];
  if (ids.length === 0) return;
  const determinations = groupBy(await desk.determinations.liveOfPeople(tx, ids), (d) => d.personId);
  const contacts = new Map((await desk.contacts.byPersonIds(tx, ids)).map((c) => [c.personId, c]));
  const people = new Map((await desk.people.byIds(tx, ids)).map((p) => [p.id, p]));
  const caseIds = [...new Set([...determinations.values()].flat().map((d) => d.caseId))];
  const cases = new Map((await desk.cases.byIds(tx, caseIds)).map((c) => [c.id, c]));
  const placeIds = [...new Set([...determinations.values()].flat().flatMap((d) => d.placeId ?? []))];
  const places = new Map((await desk.places.byIds(tx, placeIds)).map((p) => [p.id, p.name]));
  const areas = await desk.areas.all(tx);
  const home = await desk.areas.homeArea(tx);
  const changes: { contact: Contact; kind: string; was: string | null }[] = [];

  for (const personId of ids) {
    const live = determinations.get(personId) ?? [];
    const person = people.get(personId);
    const former = contacts.get(personId);
    const summary = derivedSummary(live);
    if (!person || person.mergedInto !== null) continue;
    if (!former) {
      if (!summary) continue;
      const first = cases.get(summary.caseIds[0]!)!;
      const fresh: Contact = {
        id: desk.ids.next('contact'),
        personId,
        review: summary.certainty === 'definite' ? 'NEW' : 'POSSIBLE',
        ...summary,
        caseNos: numbersOf(summary, cases),
        placeName: placeOf(live, places),
        areaId: person.areaState === 'CONFIRMED' ? (person.currentAreaId ?? person.areaId) : null,
        areaPath: person.areaState === 'CONFIRMED' ? person.areaPath : null,
        homePath: homePathOf(first.areaPath, areas, home),
        observation: null,
        origin: 'OWN',
        outLevel: null,
        placed: false,
        push: null,
        pushId: null,
        transfer: null,
        owner: first.ownerId,
        identifiedAt: tx.now,
        dueAt: tx.now + placeWithinMs((await protocolOf(desk, tx, first.protocolId)).sla),
        changed: null,
        changedFrom: null,
        duplicate: false,
        resend: false,
        hold: null,
      };
      changes.push({ contact: fresh, kind: 'identified', was: null });
      continue;
    }
    // A case, or dead: no derivation concerns them as a contact any more, and they keep their place in the ledger.
    if (former.observation === 'CONFIRMED' || former.observation === 'DIED') continue;
    const accepted = former.review === 'ACCEPTED' || former.review === 'CHECKED' || former.review === 'RETURNED';
    const base = { ...former, caseIds: summary?.caseIds ?? former.caseIds, caseNos: summary ? numbersOf(summary, cases) : former.caseNos };
    if (accepted) {
      const found = changeBetween(former, summary, live);
      // What another area found is not ours to take back, and who was released leaves nothing to remove.
      const kept = former.origin === 'RECEIVED' || former.observation === 'RELEASED';
      const changed = kept && (found === 'REMOVED' || found === 'DOWNGRADED') ? null : found;
      const changedFrom =
        changed === null ? null : JSON.stringify({ cls: summary?.cls ?? null, first: summary?.first ?? null, last: summary?.last ?? null });
      if (changed !== former.changed || changedFrom !== former.changedFrom || base.caseIds.join() !== former.caseIds.join())
        changes.push({
          contact: { ...base, changed, changedFrom },
          kind: changed === null ? 'derived' : `proposed-${changed.toLowerCase()}`,
          was: former.review,
        });
      continue;
    }
    if (former.review === 'MERGED') continue;
    if (!summary) {
      if (former.review !== 'EXCLUDED')
        changes.push({
          contact: { ...former, review: 'EXCLUDED', changed: null, changedFrom: null },
          kind: 'no-exposure',
          was: former.review,
        });
      continue;
    }
    const review = summary.certainty === 'definite' ? 'NEW' : 'POSSIBLE';
    const same =
      former.review === review &&
      former.cls === summary.cls &&
      former.first === summary.first &&
      former.last === summary.last &&
      (former.changed === 'REMOVED') === removedName(live) &&
      base.caseIds.join() === former.caseIds.join();
    if (!same)
      changes.push({
        contact: {
          ...base,
          ...summary,
          review,
          placeName: placeOf(live, places) ?? former.placeName,
          // Excluded once, exposed by another case now: counted anew when accepted.
          observation: former.review === 'EXCLUDED' ? null : former.observation,
          changed: removedName(live) ? 'REMOVED' : null,
          changedFrom: null,
        },
        kind: 'derived',
        was: former.review,
      });
  }

  await desk.contacts.save(
    tx,
    changes.map(({ contact, kind, was }) => ({
      contact,
      event: {
        contactId: contact.id,
        personId: contact.personId,
        subject: 'contact',
        subjectId: contact.id,
        kind,
        was,
        became: contact.review,
        reason: null,
        note: contact.changedFrom,
      },
    })),
  );
  await markDuplicates(
    desk,
    tx,
    changes.map((c) => c.contact),
  );
  tx.touch(...changes.map((c) => c.contact.personId));
  if (changes.length > 0) for (const topic of ['contacts', 'ledger'] as const) tx.announce(topic);
}

const numbersOf = (summary: Summary, cases: ReadonlyMap<string, { no: string }>): string[] =>
  summary.caseIds.flatMap((id) => cases.get(id)?.no ?? []);

function placeOf(live: readonly Determination[], places: ReadonlyMap<string, string>): string | null {
  const latest = [...live].filter((d) => d.placeId !== null).sort((a, b) => (b.last ?? 0) - (a.last ?? 0))[0];
  return latest ? (places.get(latest.placeId!) ?? null) : null;
}

/** From identified to the isolation site: the protocol's limit. A protocol that names none leaves a day. */
function placeWithinMs(sla: readonly { trigger: string; target: string; hours: number }[]): number {
  const limit = sla.find((rule) => /identif/i.test(rule.trigger)) ?? { hours: 24 };
  return limit.hours * 3_600_000;
}
