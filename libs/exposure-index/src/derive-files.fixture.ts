import {
  type CaseFacts,
  determinePair,
  infectiousWindow,
  isLiveCase,
  leavesSecondDegree,
  longestLag,
  type Meeting,
  MINUTE,
  middleOf,
  middleWindows,
  type PairAnswer,
  placeRelation,
  settleStay,
} from '@tracewright/epi-core';
import { companionRows, type Derived, type DerivedRow, type DeriveQuestion, inOrder, namedRows, rowOf } from './derived-rows.js';
import { byPlace } from './touching.js';

type PairWindows = Parameters<typeof determinePair>[0]['windows'];

/** The oracle of `deriveFromStays`: the same question by plain loops over the stays of each place. Slow on purpose. */
export function deriveByPlainLoops(question: DeriveQuestion): Derived {
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
    for (const one of live)
      for (const row of secondDegree(question, world, one, firstDegree.get(one.id) ?? new Map(), own, outOfSecond)) rows.push(row);
  return { rows: inOrder(rows), noWindow };
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
