import {
  type CaseFacts,
  determinePair,
  infectiousWindow,
  isLiveCase,
  leastMinutesOf,
  leavesSecondDegree,
  longestLag,
  MINUTE,
  middleOf,
  middleWindows,
  type PairAnswer,
  type PairQuestion,
} from '@tracewright/epi-core';
import { companionRows, type Derived, type DerivedRow, type DeriveQuestion, inOrder, namedRows, rowOf } from './derived-rows.js';
import { NumberedStays } from './numbered-stays.js';

/**
 * Contacts of every case under a protocol, from stays in memory. The columnar index finds whom each may have met; `determinePair` decides
 * every pair, so no field of a protocol is lost on the way.
 */
export function deriveFromStays(question: DeriveQuestion): Derived {
  const { protocol, cases, tz, asOf } = question;
  const live = cases.filter(isLiveCase);
  const own = new Set(live.map((c) => c.person));
  const judge = judgeOf(question);
  const rows: DerivedRow[] = [];
  const noWindow: Derived['noWindow'][number][] = [];
  const firstDegree = new Map<string, ReadonlyMap<string, PairAnswer>>();
  // Whoever has a definite class at least as strict as SECOND from any case is not listed in the second degree (ruling 12).
  const notSecond = new Set(own);
  for (const one of live) {
    const answer = infectiousWindow(protocol, one, { asOf, tz });
    if (answer.kind === 'no-window') {
      noWindow.push({ case: one.id, ...answer.reason });
      continue;
    }
    const windows = { surest: answer.windows, widest: answer.windows };
    const pairs = judge({ person: one.person, windows, caseFacts: one, without: own });
    firstDegree.set(one.id, pairs);
    for (const [person, pair] of pairs) {
      rows.push(...rowsOf(one.id, person, null, pair));
      if (pair.definite && leavesSecondDegree(protocol, pair.definite.cls, 'definite')) notSecond.add(person);
    }
  }
  for (const one of live) for (const row of companionRows(question, one, own)) rows.push(row);
  for (const row of namedRows(question, own)) rows.push(row);
  if (question.degree === 2)
    // One by one: in a city they are more than one call takes as arguments.
    for (const { id } of live)
      for (const row of secondDegree(question, judge, id, firstDegree.get(id) ?? new Map(), notSecond)) rows.push(row);
  return { rows: inOrder(rows), noWindow };
}

const rowsOf = (caseId: string, contact: string, via: string | null, { definite, possible }: PairAnswer): DerivedRow[] =>
  [definite, possible].flatMap((row) => (row ? [rowOf(caseId, contact, via, row)] : []));

function* secondDegree(
  { protocol, isolations, asOf }: DeriveQuestion,
  judge: Judge,
  caseId: string,
  pairs: ReadonlyMap<string, PairAnswer>,
  without: ReadonlySet<string>,
): Generator<DerivedRow> {
  const settings = protocol.secondDegree;
  if (!settings) return;
  for (const [person, pair] of pairs) {
    const middle = middleOf(person, pair);
    if (!middle) continue;
    const windows = middleWindows(middle, isolations.get(person), asOf);
    const caseFacts: CaseFacts = { id: person, person, category: 'confirmed', moments: {} };
    const found = judge({ person, windows, caseFacts, second: { settings, middleIsDefinite: middle.definite }, without });
    for (const [contact, answer] of found) yield* rowsOf(caseId, contact, person, answer);
  }
}

type Judged = Pick<PairQuestion, 'windows' | 'caseFacts' | 'second'> & { readonly person: string; readonly without: ReadonlySet<string> };
type Judge = (question: Judged) => Map<string, PairAnswer>;

/** Everybody whom a person's presence in the windows made a contact, with the answer for each. */
function judgeOf({ protocol, stays, places, tz }: DeriveQuestion): Judge {
  const known = new NumberedStays(stays, places);
  const lagMs = longestLag(protocol) * MINUTE;
  const [leastOfFirst, leastOfSecond] = [leastMinutesOf(protocol, false), leastMinutesOf(protocol, true)];
  return ({ person, without, ...of }) => {
    const answers = new Map<string, PairAnswer>();
    const { widest } = of.windows;
    if (widest.length === 0) return answers;
    const within = { start: Math.min(...widest.map((w) => w.start)), end: Math.max(...widest.map((w) => w.end)) };
    const least = of.second === undefined ? leastOfFirst : leastOfSecond;
    for (const [other, meetings] of known.meetings({ person, within, lagMs, least, without })) {
      const pair = determinePair({ protocol, meetings, tz, ...of });
      if (pair.definite || pair.possible) answers.set(other, pair);
    }
    return answers;
  };
}
