import { type InfectiousWindow, infectiousWindow } from '@tracewright/epi-core';
import type { Determination, Naming } from '../determinations/determination-store.js';
import { protocolOf } from '../determinations/protocol-of.js';
import { caseFacts } from '../determinations/rule-values.js';
import type { Person } from '../people/person-store.js';
import type { Place } from '../places/place-store.js';
import type { Desk } from '../platform/desk.js';
import { groupBy } from '../platform/group-by.js';
import type { Actor } from '../platform/unit-of-work.js';
import type { Evidence, Stay } from '../stays/stay-store.js';
import type { Case, QuestionAnswer } from './case-store.js';
import { leftOutWords } from './left-out-words.js';
import { completenessOf, type Question, questionsOf } from './questions.js';

export interface StayOnSheet {
  readonly stay: Stay;
  readonly place: Place | null;
  /** Every kind of source that supports it. */
  readonly sources: readonly string[];
  readonly contactsDefinite: number;
  readonly contactsPossible: number;
}

export interface CaseSheet {
  readonly case: Case;
  readonly person: Person;
  readonly windows: readonly InfectiousWindow[];
  readonly noWindow: { readonly zh: string; readonly en: string } | null;
  readonly stays: readonly StayOnSheet[];
  readonly evidence: readonly { readonly evidence: Evidence; readonly place: Place | null }[];
  readonly questions: readonly { readonly question: Question; readonly answer: QuestionAnswer | null }[];
  readonly namings: readonly { readonly naming: Naming; readonly person: Person }[];
  readonly determinations: readonly Determination[];
  readonly completeness: number;
}

/** A source said the same within half an hour: corroboration. */
const NEAR_MS = 30 * 60_000;

const corroborates = (e: Evidence, s: Stay): boolean =>
  e.stayId === s.id || (e.placeId === s.placeId && s.start - NEAR_MS <= e.start && e.start <= s.end + NEAR_MS);

/** Everything the case desk shows; null when there is no such case in the asker's area. */
export async function caseSheet(desk: Desk, actor: Actor, caseId: string): Promise<CaseSheet | null> {
  return desk.work.read(async (tx) => {
    const one = (await desk.cases.byIds(tx, [caseId]))[0];
    if (!one?.areaPath.startsWith(actor.areaPath)) return null;
    const stays = await desk.stays.ofPerson(tx, one.personId);
    const evidence = await desk.stays.evidenceOf(tx, one.personId);
    const namings = await desk.determinations.namingsOfCase(tx, one.id);
    const determinations = await desk.determinations.liveOfCase(tx, one.id);
    const answers = new Map((await desk.cases.answers(tx, one.id)).map((a) => [a.key, a]));
    const people = new Map(
      (await desk.people.byIds(tx, [...new Set([one.personId, ...namings.map((n) => n.personId)])])).map((p) => [p.id, p]),
    );
    const placeIds = [...new Set([...stays.map((s) => s.placeId), ...evidence.flatMap((e) => e.placeId ?? [])])];
    const places = new Map((await desk.places.byIds(tx, placeIds)).map((p) => [p.id, p]));
    const { tz } = desk.clock;
    const answer = infectiousWindow(await protocolOf(desk, tx, one.protocolId), caseFacts(one, tz), { asOf: tx.now, tz });
    const windows = answer.kind === 'windows' ? answer.windows : [];
    const namedUnder = new Map([...groupBy(namings, (n) => n.stayId ?? '')].map(([id, list]) => [id, list.length]));
    const placeNames = new Map([...places].map(([id, p]) => [id, p.name]));
    const missing = await desk.determinations.leftOutOfCase(tx, one.id);
    const words = await leftOutWords(desk, tx, missing);
    const leftOut = missing && words && { placeId: missing.placeId, words };
    const trajectory = { stays, evidence, windows, placeNames, namedUnder, leftOut, now: tx.now, tz };
    return {
      case: one,
      person: people.get(one.personId)!,
      windows,
      noWindow: answer.kind === 'no-window' ? answer.reason : null,
      stays: stays.map((stay) => onSheet(stay, evidence, places, determinations, namings)),
      evidence: evidence.map((e) => ({ evidence: e, place: e.placeId === null ? null : (places.get(e.placeId) ?? null) })),
      questions: questionsOf(trajectory).map((question) => ({ question, answer: answers.get(question.key) ?? null })),
      namings: namings.flatMap((naming) => (people.has(naming.personId) ? [{ naming, person: people.get(naming.personId)! }] : [])),
      determinations,
      completeness: completenessOf(trajectory),
    };
  });
}

function onSheet(
  stay: Stay,
  evidence: readonly Evidence[],
  places: ReadonlyMap<string, Place>,
  determinations: readonly Determination[],
  namings: readonly Naming[],
): StayOnSheet {
  const named = new Set(namings.filter((n) => n.stayId === stay.id).map((n) => n.personId));
  // A determination belongs to the stays at its place within its span; a named one to the stay it was named under.
  const mine = determinations.filter(
    (d) =>
      d.viaPersonId === null &&
      (named.has(d.personId) ||
        (d.origin === 'DERIVED' &&
          d.placeId === stay.placeId &&
          d.first !== null &&
          d.last !== null &&
          d.first < stay.end &&
          d.last > stay.start)),
  );
  const count = (certainty: string) =>
    new Set(mine.filter((d) => d.certainty === certainty && d.decision !== 'EXCLUDED').map((d) => d.personId)).size;
  return {
    stay,
    place: places.get(stay.placeId) ?? null,
    sources: [...new Set([stay.source, ...evidence.filter((e) => corroborates(e, stay)).map((e) => e.source)])],
    contactsDefinite: count('definite'),
    contactsPossible: count('possible'),
  };
}
