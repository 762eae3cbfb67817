import {
  type CaseFacts,
  type DeterminationRow,
  determinePair,
  gridCompanions,
  type Instant,
  infectiousWindow,
  isLiveCase,
  leavesSecondDegree,
  longestLag,
  type Meeting,
  MINUTE,
  middleOf,
  middleWindows,
  type PairAnswer,
  type Place,
  type Protocol,
  placeRelation,
  type Signal,
  type Stay,
  settleStay,
  strictestClass,
} from '@tracewright/epi-core';
import { byPlace } from './touching.js';

/** A person a case names, without a stay (ruling 34a). */
export interface NamedContact {
  readonly case: string;
  readonly contact: string;
  readonly class: string | null;
  readonly via: string | null;
  readonly first: Instant | null;
  readonly last: Instant | null;
}

export interface DeriveQuestion {
  readonly protocol: Protocol;
  readonly cases: readonly CaseFacts[];
  readonly stays: readonly Stay[];
  /** Phone signals, for a protocol that has a rule about them. */
  readonly signals?: readonly Signal[];
  readonly places: ReadonlyMap<string, Place>;
  readonly named: readonly NamedContact[];
  /** When people in the middle were isolated; unknown is open. */
  readonly isolations: ReadonlyMap<string, Instant>;
  readonly degree: 1 | 2;
  readonly asOf: Instant;
  readonly tz: string;
}

export interface DerivedRow {
  readonly case: string;
  readonly contact: string;
  readonly via: string | null;
  readonly cls: string;
  readonly certainty: 'definite' | 'possible';
  readonly rule: string;
  readonly first: Instant | null;
  readonly last: Instant | null;
  readonly secondsMin: number | null;
  readonly secondsMax: number | null;
  readonly encounters: number;
}

export interface Derived {
  readonly rows: readonly DerivedRow[];
  /** Cases without a usable anchor: named, never silently empty (ruling 14). */
  readonly noWindow: readonly { readonly case: string; readonly zh: string; readonly en: string }[];
}

type PairWindows = Parameters<typeof determinePair>[0]['windows'];

/** Contacts of every case under a protocol, from stays in memory: plain loops over the stays of each place, no index, no database. */
export function deriveFromStays(question: DeriveQuestion): Derived {
  const { protocol, cases, tz, asOf } = question;
  const world = worldOf(question);
  const live = cases.filter(isLiveCase);
  const own = new Set(live.map((c) => c.person));
  const rows: DerivedRow[] = [];
  const noWindow: Derived['noWindow'][number][] = [];
  const firstDegree = new Map<string, Map<string, PairAnswer>>();
  // Whoever has a definite class at least as strict as SECOND from any case is not listed in the second degree (ruling 12).
  const outOfSecond = new Set<string>();
  for (const one of live) {
    const answer = infectiousWindow(protocol, one, { asOf, tz });
    if (answer.kind === 'no-window') {
      noWindow.push({ case: one.id, ...answer.reason });
      continue;
    }
    const pairs = world.pairs(one.person, { surest: answer.windows, widest: answer.windows }, one);
    firstDegree.set(one.id, pairs);
    for (const [person, pair] of pairs) {
      if (own.has(person)) continue;
      for (const row of [pair.definite, pair.possible]) if (row) rows.push(rowOf(one.id, person, null, row));
      if (pair.definite && leavesSecondDegree(protocol, pair.definite.cls, 'definite')) outOfSecond.add(person);
    }
  }
  for (const one of live) rows.push(...companionRows(question, one, own));
  rows.push(...namedRows(question, own));
  if (question.degree === 2 && protocol.secondDegree)
    for (const one of live) rows.push(...secondDegree(question, world, one, firstDegree.get(one.id) ?? new Map(), own, outOfSecond));
  return { rows: rows.sort(inOrder), noWindow };
}

const rowOf = (caseId: string, contact: string, via: string | null, row: DeterminationRow): DerivedRow => ({
  case: caseId,
  contact,
  via,
  cls: row.cls,
  certainty: row.certainty,
  rule: row.rule,
  first: row.first,
  last: row.last,
  secondsMin: row.secondsMin,
  secondsMax: row.secondsMax,
  encounters: row.encounters,
});

const key = (r: DerivedRow): string => [r.case, r.contact, r.via ?? '', r.certainty].join('\u0000');
const inOrder = (a: DerivedRow, b: DerivedRow): number => (key(a) < key(b) ? -1 : 1);

/** Phones in one grid with the phone of a case: possible only, and nothing about it is certain (rulings 5, 14). */
function companionRows({ protocol, signals = [], places }: DeriveQuestion, one: CaseFacts, own: ReadonlySet<string>): DerivedRow[] {
  return gridCompanions(protocol, one.person, signals, (id) => places.get(id))
    .filter((found) => !own.has(found.person))
    .map(({ person, cls, rule, first, last, seconds }) => ({
      case: one.id,
      contact: person,
      via: null,
      cls,
      certainty: 'possible',
      rule,
      first,
      last,
      secondsMin: 0,
      secondsMax: seconds,
      encounters: 1,
    }));
}

/** A named contact is a row with rule NAMED and the class given, definite; without a class possible of the strictest (ruling 34a). */
function namedRows({ named, protocol, cases }: DeriveQuestion, own: ReadonlySet<string>): DerivedRow[] {
  const known = new Set(cases.filter(isLiveCase).map((c) => c.id));
  return named
    .filter((n) => known.has(n.case) && !own.has(n.contact))
    .map((n) => ({
      case: n.case,
      contact: n.contact,
      via: n.via,
      cls: n.class ?? strictestClass(protocol),
      certainty: n.class === null ? 'possible' : 'definite',
      rule: 'NAMED',
      first: n.first,
      last: n.last,
      secondsMin: null,
      secondsMax: null,
      encounters: 1,
    }));
}

function secondDegree(
  { protocol, isolations, asOf }: DeriveQuestion,
  world: World,
  one: CaseFacts,
  pairs: ReadonlyMap<string, PairAnswer>,
  own: ReadonlySet<string>,
  outOfSecond: ReadonlySet<string>,
): DerivedRow[] {
  const middles = [...pairs].flatMap(([person, pair]) => middleOf(person, pair) ?? []).filter((m) => !own.has(m.person));
  return middles.flatMap((middle) => {
    const windows = middleWindows(middle, isolations.get(middle.person), asOf);
    const facts: CaseFacts = { id: middle.person, person: middle.person, category: 'confirmed', moments: {} };
    const found = world.pairs(middle.person, windows, facts, { settings: protocol.secondDegree!, middleIsDefinite: middle.definite });
    return [...found].flatMap(([person, pair]) => {
      if (person === one.person || own.has(person) || outOfSecond.has(person)) return [];
      return [pair.definite, pair.possible].flatMap((row) => (row ? [rowOf(one.id, person, middle.person, row)] : []));
    });
  });
}

interface World {
  pairs(
    person: string,
    windows: PairWindows,
    facts: CaseFacts,
    second?: Parameters<typeof determinePair>[0]['second'],
  ): Map<string, PairAnswer>;
}

function worldOf({ protocol, stays, places, tz }: DeriveQuestion): World {
  const lookup = (id: string) => places.get(id);
  const settled = stays.map((stay) => settleStay(stay, lookup));
  const atPlace = byPlace(settled);
  const ofPerson = new Map<string, typeof settled>();
  for (const stay of settled) append(ofPerson, stay.person, stay);
  const related = new Map<string, { place: string; relation: Meeting['relation'] }[]>();
  const relatives = (place: string) => {
    const known = related.get(place);
    if (known) return known;
    // Without a place tree there is nothing but the place itself.
    const others = places.size === 0 ? [] : [...atPlace.keys()].filter((other) => other !== place);
    const found = [place, ...others].flatMap((other) => {
      const relation = placeRelation(place, other, lookup);
      return relation === null ? [] : [{ place: other, relation }];
    });
    related.set(place, found);
    return found;
  };
  const lagMs = longestLag(protocol) * MINUTE;
  return {
    pairs: (person, windows, facts, second) => {
      const answers = new Map<string, PairAnswer>();
      if (windows.widest.length === 0) return answers;
      const from = Math.min(...windows.widest.map((w) => w.start));
      const to = Math.max(...windows.widest.map((w) => w.end));
      const meetings = new Map<string, Meeting[]>();
      for (const caseStay of ofPerson.get(person) ?? []) {
        if (caseStay.start >= to || caseStay.end < from) continue;
        for (const { place, relation } of relatives(caseStay.place))
          for (const contactStay of atPlace.get(place) ?? []) {
            if (contactStay.start >= caseStay.end + lagMs && contactStay.start > caseStay.start) break;
            if (contactStay.person === person || contactStay.end <= caseStay.start) continue;
            append(meetings, contactStay.person, { caseStay, contactStay, relation });
          }
      }
      for (const [other, list] of meetings) {
        const pair = determinePair({ protocol, meetings: list, windows, tz, caseFacts: facts, ...(second ? { second } : {}) });
        if (pair.definite || pair.possible) answers.set(other, pair);
      }
      return answers;
    },
  };
}

function append<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
