import type { Case } from '../cases/case-store.js';
import { refreshContacts } from '../contacts/refresh-contacts.js';
import type { Desk } from '../platform/desk.js';
import type { WriteTx } from '../platform/unit-of-work.js';
import { type Derivation, deriveCase } from './derive-case.js';
import { type Determination, type DeterminationValues, determinationKey, pairKey } from './determination-store.js';
import { isUnasked } from './left-out.js';

const sameValues = (a: DeterminationValues, b: DeterminationValues): boolean =>
  a.cls === b.cls &&
  a.first === b.first &&
  a.last === b.last &&
  a.rule === b.rule &&
  a.secondsMin === b.secondsMin &&
  a.secondsMax === b.secondsMax &&
  a.encounters === b.encounters &&
  a.protocolId === b.protocolId &&
  a.protocolVersion === b.protocolVersion &&
  a.placeId === b.placeId &&
  a.unsupported === b.unsupported &&
  a.origin === b.origin;

/**
 * Derives a case anew and stores what changed: new determinations supersede the live ones of their key, gone ones end. An exclusion
 * stays with its key; an acceptance too, and what differs since shows on the contact as a proposal.
 */
export async function rederiveCase(desk: Desk, tx: WriteTx, one: Case): Promise<Derivation> {
  const derivation = await deriveCase(desk, tx, one);
  const live = new Map((await desk.determinations.liveOfCase(tx, one.id)).map((d) => [d.key, d]));
  const fresh: Determination[] = [];
  const kept = new Set<string>();
  // Sure or possible, an excluded person stays excluded: the key changes with the certainty, the decision does not.
  const excluded = new Map([...live.values()].filter((d) => d.decision === 'EXCLUDED').map((d) => [pairKey(d), d]));
  const names = [...live.values()].filter((d) => d.origin === 'NAMED' && derivation.unsupported.has(pairKey(d)));
  const derived = new Set(derivation.values.map(pairKey));
  const stale = names.filter((d) => !derived.has(pairKey(d))).map((d) => ({ ...d, unsupported: true }));
  for (const values of [...derivation.values, ...stale]) {
    const key = determinationKey(values);
    const same = live.get(key);
    const former = same?.decision ? same : (excluded.get(pairKey(values)) ?? same);
    kept.add(key);
    if (same && same.decision === (former?.decision ?? null) && sameValues(same, values)) continue;
    fresh.push({
      ...values,
      id: desk.ids.next('determination'),
      key,
      live: true,
      watermark: tx.rev,
      at: tx.now,
      decision: former?.decision ?? null,
      decidedBy: former?.decidedBy ?? null,
      decidedAt: former?.decidedAt ?? null,
      reason: former?.reason ?? null,
      decidedCls: former?.decidedCls ?? null,
      decidedFirst: former?.decidedFirst ?? null,
      decidedLast: former?.decidedLast ?? null,
    });
  }
  // Ready-made contacts of a list were not derived, so derivation cannot take them away.
  const ended = [...live.values()].filter((d) => !kept.has(d.key) && d.origin !== 'LISTED' && !isUnasked(d, derivation));
  await desk.determinations.replace(
    tx,
    fresh,
    ended.map((d) => d.id),
  );
  await desk.determinations.markDerived(tx, [one.id], derivation.leftOut);
  await refreshContacts(
    desk,
    tx,
    [...fresh, ...ended].map((d) => d.personId),
  );
  tx.announce('cases', one.id);
  return derivation;
}

/** Second contacts hang on a middle person's stays, and being a case ends being a contact: these cases must be derived again too. */
export async function casesTouching(desk: Desk, tx: WriteTx, personIds: readonly string[]): Promise<Case[]> {
  const live = await desk.determinations.liveOfPeople(tx, personIds);
  const own = await desk.cases.byPerson(tx, personIds);
  const ids = new Set([...live.map((d) => d.caseId), ...own.map((c) => c.id)]);
  return desk.cases.byIds(tx, [...ids]);
}

/** Longer than air stays infectious under any protocol shipped: who came in afterwards counts as met. */
const AFTERWARDS_MS = 3 * 3_600_000;

/**
 * Cases that may have exposed a person who was a case until now, and so was nobody's contact: those they met or are named by, and those
 * whose contacts they met, for the second degree.
 */
export async function casesMeeting(desk: Desk, tx: WriteTx, personId: string): Promise<Case[]> {
  const stays = (await desk.stays.ofPerson(tx, personId)).map((stay) => ({ ...stay, start: stay.start - AFTERWARDS_MS }));
  const question = {
    stays,
    from: Math.min(...stays.map((s) => s.start)),
    to: Math.max(...stays.map((s) => s.end)),
    lagMs: AFTERWARDS_MS,
    without: new Set([personId]),
    among: null,
    airZones: true,
    // Under the protocols of cases that are not known yet.
    least: null,
  };
  const met = stays.length === 0 ? [] : (await (await desk.exposures.seen(tx)).meetings(question)).meetings.map((m) => m.contact.personId);
  const people = [...new Set(met)];
  const contacts = (await desk.determinations.liveOfPeople(tx, people)).filter((d) => d.viaPersonId === null);
  const names = await desk.determinations.namingsOfPerson(tx, personId);
  const own = await desk.cases.byPerson(tx, people);
  const naming = names.flatMap((n) => n.caseId ?? []);
  const events = names.flatMap((n) => (n.caseId === null ? (n.placeId ?? []) : []));
  const visitors = await desk.cases.visiting(tx, [...new Set(events)]);
  return desk.cases.byIds(tx, [...new Set([...own.map((c) => c.id), ...contacts.map((d) => d.caseId), ...naming, ...visitors])]);
}
