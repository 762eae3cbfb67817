import {
  isLiveCase,
  leastMinutesOf,
  leavesSecondDegree,
  type Middle,
  middleWindows,
  type PairAnswer,
  type Protocol,
} from '@tracewright/epi-core';
import type { Case } from '../cases/case-store.js';
import type { Desk } from '../platform/desk.js';
import { groupBy } from '../platform/group-by.js';
import type { Tx } from '../platform/unit-of-work.js';
import { type SeenExposures, TooManyMeetings } from './exposure-finder.js';
import { judge, meetingsFor, questionOf } from './judge-pairs.js';
import type { LeftOut } from './left-out.js';

/** Middle people asked about at once: one question for all of them would hold too many meetings at a busy place. */
const MIDDLES_AT_ONCE = 40;

export interface SecondContact {
  readonly personId: string;
  readonly via: string;
  readonly pair: PairAnswer;
}

export interface SecondDegreeQuestion {
  readonly one: Case;
  readonly protocol: Protocol;
  readonly middles: readonly Middle[];
  readonly first: ReadonlyMap<string, PairAnswer>;
  /** Whoever has a case. */
  readonly cases: ReadonlySet<string>;
  /** Only these people are asked about; null: everybody. */
  readonly among: ReadonlySet<string> | null;
}

/**
 * Who met the close contacts of a case. A stay at a station as a whole can have more than anybody could ever follow, and more than one
 * transaction holds: then none of them is told, but how many there are, and where.
 */
export async function secondDegree(
  desk: Desk,
  tx: Tx,
  exposures: SeenExposures,
  { one, protocol, middles, first, cases, among }: SecondDegreeQuestion,
): Promise<SecondContact[] | LeftOut> {
  const ids = middles.map((m) => m.person);
  const isolated = await desk.transfer.isolatedSince(tx, ids);
  const exposing = middles
    .map((middle) => ({ middle, windows: middleWindows(middle, isolated.get(middle.person), tx.now) }))
    .filter(({ windows }) => windows.widest.length > 0);
  if (exposing.length === 0) return [];
  const all = exposing.flatMap(({ windows }) => windows.widest);
  const [from, to] = [Math.min(...all.map((w) => w.start)), Math.max(...all.map((w) => w.end))];
  const stays = groupBy(await exposures.staysOf(ids, from, to), (s) => s.personId);
  // Whoever has a definite class at least as strict as SECOND is not listed in the second degree (ruling 12): nobody asks about them.
  const stricter = [...first]
    .filter(([, pair]) => pair.definite && leavesSecondDegree(protocol, pair.definite.cls, 'definite'))
    .map(([personId]) => personId);
  const without = new Set([one.personId, ...cases, ...stricter]);
  const least = leastMinutesOf(protocol, true);
  const most = await desk.determinations.mostRelations();
  const found: SecondContact[] = [];
  for (let i = 0; i < exposing.length; i += MIDDLES_AT_ONCE) {
    const some = exposing.slice(i, i + MIDDLES_AT_ONCE);
    const spans = some.flatMap(({ windows }) => windows.widest);
    const asked = some.flatMap(({ middle }) => stays.get(middle.person) ?? []);
    const seen = await exposures.meetings(questionOf(protocol, least, asked, spans, without, among)).catch((error: unknown) => {
      if (error instanceof TooManyMeetings) return error;
      throw error;
    });
    if (seen instanceof TooManyMeetings) return { degree: 'second', relations: seen.meetings, placeId: seen.placeId };
    const { meetings, places } = seen;
    const [bySource, meetingOf] = [groupBy(meetings, (m) => m.source.personId), meetingsFor(places)];
    for (const { middle, windows } of some) {
      const facts = { id: middle.person, person: middle.person, category: 'confirmed', moments: {} } as const;
      const second = { settings: protocol.secondDegree!, middleIsDefinite: middle.definite };
      for (const [personId, pair] of judge(desk, protocol, bySource.get(middle.person) ?? [], meetingOf, windows, facts, second))
        found.push({ personId, via: middle.person, pair });
    }
    if (found.length > most) return { degree: 'second', relations: found.length, placeId: busiest(found) };
  }
  const left = await notListed(
    desk,
    tx,
    protocol,
    found.map((f) => f.personId),
    one.id,
  );
  return found.filter(({ personId }) => !left.has(personId));
}

/** The place at which most of them met. */
function busiest(found: readonly SecondContact[]): string {
  const counts = new Map<string, number>();
  for (const { pair } of found) {
    const place = (pair.definite ?? pair.possible)!.overlaps[0]!.casePlace;
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}

/** Who has a case, or from another case a definite first-degree class at least as strict as SECOND. */
async function notListed(desk: Desk, tx: Tx, protocol: Protocol, personIds: readonly string[], caseId: string): Promise<Set<string>> {
  const ids = [...new Set(personIds)];
  const own = (await desk.cases.byPerson(tx, ids)).filter((c) => isLiveCase({ category: c.category })).map((c) => c.personId);
  const elsewhere = (await desk.determinations.definiteElsewhere(tx, ids, caseId)).filter(({ cls }) =>
    leavesSecondDegree(protocol, cls, 'definite'),
  );
  return new Set([...own, ...elsewhere.map((d) => d.personId)]);
}
