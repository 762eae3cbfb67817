import type { Meeting, SettledStay } from './meeting.js';

/** So many of one pair are judged one by one. */
const MANY = 400;

/**
 * The same meetings told by fewer stays. Somebody may have thousands of stays at one place that overlap each other, so that two such people
 * have millions of meetings; what is united in the end anyway is united before. Of stays that differ in nothing but their times those that
 * run into each other by both bounds become one, under the id of the first.
 */
export function fewerMeetings(meetings: readonly Meeting[]): readonly Meeting[] {
  if (meetings.length <= MANY) return meetings;
  const kinds = new Map<SettledStay, string>();
  const kindOf = (stay: SettledStay): string => {
    const kind = kinds.get(stay) ?? kindKey(stay);
    kinds.set(stay, kind);
    return kind;
  };
  const groups = new Map<string, { readonly meeting: Meeting; readonly of: Set<SettledStay>; readonly by: Set<SettledStay> }>();
  for (const meeting of meetings) {
    const { caseStay, contactStay, relation, distanceM, contactKinds, barrier } = meeting;
    const key = [kindOf(caseStay), kindOf(contactStay), relation, distanceM, contactKinds, barrier].join('\n');
    const group = groups.get(key) ?? { meeting, of: new Set(), by: new Set() };
    groups.set(key, group);
    group.of.add(caseStay);
    group.by.add(contactStay);
  }
  return [...groups.values()].flatMap(({ meeting, of, by }) => {
    const contacts = united(by);
    return united(of).flatMap((caseStay) => contacts.map((contactStay): Meeting => ({ ...meeting, caseStay, contactStay })));
  });
}

/** Everything about a stay but its id and its times. */
const kindKey = ({ id: _i, start: _s, end: _e, startLatest: _l, endEarliest: _n, ...rest }: SettledStay): string => JSON.stringify(rest);

function united(stays: ReadonlySet<SettledStay>): SettledStay[] {
  const sorted = [...stays].sort((a, b) => a.start - b.start || a.startLatest - b.startLatest);
  const out: SettledStay[] = [];
  for (const next of sorted) {
    const last = out.at(-1);
    if (last && runInto(last, next))
      out[out.length - 1] = {
        ...last,
        end: Math.max(last.end, next.end),
        startLatest: Math.min(last.startLatest, next.startLatest),
        endEarliest: Math.max(last.endEarliest, next.endEarliest),
      };
    else out.push(next);
  }
  return out;
}

/** Both bounds of the two make one interval each: a surest one that is empty or lies apart cannot be told by a single stay. */
const runInto = (one: SettledStay, other: SettledStay): boolean =>
  other.start <= one.end &&
  one.startLatest < one.endEarliest &&
  other.startLatest < other.endEarliest &&
  other.startLatest <= one.endEarliest &&
  one.startLatest <= other.endEarliest;
