import {
  type CaseFacts,
  type DeterminationRow,
  determinePair,
  type InfectiousWindow,
  type Instant,
  infectiousWindow,
  isLiveCase,
  leavesSecondDegree,
  longestLag,
  type Meeting,
  MINUTE,
  type Middle,
  middleOf,
  middleWindows,
  type PairAnswer,
  type PlaceLookup,
  type Protocol,
  type SettledStay,
  settleStay,
} from '@tracewright/epi-core';
import type { Case } from '../cases/case-store.js';
import type { Desk } from '../platform/desk.js';
import { groupBy } from '../platform/group-by.js';
import type { Tx } from '../platform/unit-of-work.js';
import type { Stay } from '../stays/stay-store.js';
import { type Determination, type DeterminationValues, determinationKey, type Naming } from './determination-store.js';
import type { ExposureQuestion, FoundMeeting, MetStay } from './exposure-finder.js';
import { namedAtEvents } from './named-at-events.js';
import { namedValues } from './named-values.js';
import { protocolOf } from './protocol-of.js';
import { caseFacts, lookupOf, ruleStay } from './rule-values.js';

export interface Derivation {
  readonly values: DeterminationValues[];
  readonly windows: readonly InfectiousWindow[];
  /** Why nothing could be derived, as a sentence for the tracer, or null. */
  readonly noWindow: { readonly zh: string; readonly en: string } | null;
  readonly provisional: boolean;
  /** Evidence behind each row, for the card: key of the row to its overlaps. */
  readonly rows: ReadonlyMap<string, DeterminationRow>;
  /** `person|via` of names that nothing supports any more; what stands in the graph for them is kept. */
  readonly unsupported: ReadonlySet<string>;
}

/** Edits of a trajectory that are not saved yet (ruling 16). */
export interface Overlay {
  readonly stays: readonly Stay[];
  readonly removed: readonly string[];
  readonly namings?: readonly Naming[];
}

/** Part of a derivation: what the case did to some people, directly and through some close contacts. */
export interface DerivationScope {
  readonly people: readonly string[];
  readonly middles: readonly string[];
}

/** Meetings as the rules look at them. One stay is part of many meetings: what its place adds to it is looked up once. */
function meetingsFor(lookup: PlaceLookup): (found: FoundMeeting) => Meeting {
  const settled = new Map<string, SettledStay>();
  const settle = (stay: MetStay): SettledStay => {
    const known = settled.get(stay.id) ?? settleStay(ruleStay(stay), lookup);
    settled.set(stay.id, known);
    return known;
  };
  return ({ source, contact, relation }) => ({ caseStay: settle(source), contactStay: settle(contact), relation });
}

/**
 * Everyone exposed to one case in the first and second degree, from the facts as they are, with `overlay` on top; under the case's own
 * protocol, or the one given. Writes nothing. With a `scope`, the same answer for its people alone: as quick as they are few.
 */
export async function deriveCase(
  desk: Desk,
  tx: Tx,
  one: Case,
  overlay: Overlay = { stays: [], removed: [] },
  tried?: Protocol,
  scope?: DerivationScope,
): Promise<Derivation> {
  const protocol = tried ?? (await protocolOf(desk, tx, one.protocolId));
  const { tz } = desk.clock;
  const facts = caseFacts(one, tz);
  const answer = infectiousWindow(protocol, facts, { asOf: tx.now, tz });
  const own = withOverlay(await desk.stays.ofPerson(tx, one.personId), overlay);
  const among = scope ? new Set([...scope.people, ...scope.middles]) : null;
  const namings = [
    ...(await desk.determinations.namingsOfCase(tx, one.id)),
    ...(await namedAtEvents(desk, tx, own, answer.kind === 'no-window' ? [] : answer.windows)),
    ...(overlay.namings ?? []),
  ].filter(({ personId }) => among?.has(personId) ?? true);
  if (answer.kind === 'no-window') {
    // Without a window nobody is derived, but whom the case named stays named.
    const named = isLiveCase(facts)
      ? await namedValues(desk, tx, one, protocol, [], own, namings, [])
      : { values: [], unsupported: new Set<string>() };
    return { ...named, windows: [], noWindow: answer.reason, provisional: false, rows: new Map() };
  }
  const { windows } = answer;
  const rows = new Map<string, DeterminationRow>();
  const values: DeterminationValues[] = [];
  const add = (personId: string, via: string | null, row: DeterminationRow) => {
    rows.set(determinationKey({ caseId: one.id, personId, viaPersonId: via, certainty: row.certainty }), row);
    values.push(valuesOf(one, protocol, personId, via, row));
  };

  const first = await pairs(desk, tx, protocol, own, windows, facts, among);
  // Whoever is a case of their own is not listed as a contact, but can still stand in the middle of nothing: their own case derives.
  const cases = new Set(
    (await desk.cases.byPerson(tx, [...first.keys()])).filter((c) => isLiveCase({ category: c.category })).map((c) => c.personId),
  );
  for (const [personId, pair] of first) {
    if (cases.has(personId)) continue;
    if (pair.definite) add(personId, null, pair.definite);
    if (pair.possible) add(personId, null, pair.possible);
  }

  const named = await namedValues(desk, tx, one, protocol, windows, own, namings, values);
  const middles = middlesOf(first, named.values, await liveOf(desk, tx, one, scope)).filter(
    ({ person }) => !cases.has(person) && (scope?.middles.includes(person) ?? true),
  );
  if (protocol.secondDegree)
    await addSecondDegree(desk, tx, one, protocol, middles, first, cases, add, scope ? new Set(scope.people) : null);
  return {
    values: mergeNamed(values, named.values),
    unsupported: named.unsupported,
    windows,
    noWindow: null,
    provisional: windows.some((w) => w.provisional),
    rows,
  };
}

/**
 * Close contacts in the middle of the second degree: whom the stays show and whom the case named. The desk's word counts here: nobody follows
 * from who was excluded, and who was confirmed exposed others for certain, from the widest start (ruling 11).
 */
function middlesOf(
  first: ReadonlyMap<string, PairAnswer>,
  named: readonly DeterminationValues[],
  live: readonly Pick<Determination, 'personId' | 'viaPersonId' | 'decision'>[],
): Middle[] {
  const decided = new Map(live.filter((d) => d.viaPersonId === null && d.decision !== null).map((d) => [d.personId, d.decision]));
  const found = new Map([...first].flatMap(([personId, pair]) => middleOf(personId, pair) ?? []).map((m) => [m.person, m]));
  for (const { personId, viaPersonId, cls, certainty, first: since } of named) {
    const known = found.get(personId);
    if (viaPersonId !== null || cls !== 'CLOSE' || since === null) continue;
    const definite = certainty === 'definite' || (known?.definite ?? false);
    const surest = [certainty === 'definite' ? since : null, known?.firstSurest ?? null].filter((at) => at !== null);
    found.set(personId, {
      person: personId,
      definite,
      firstSurest: surest.length > 0 ? Math.min(...surest) : null,
      firstWidest: Math.min(since, known?.firstWidest ?? since),
    });
  }
  return [...found.values()].flatMap((middle) => {
    const decision = decided.get(middle.person);
    if (decision === 'EXCLUDED') return [];
    return decision === 'CONFIRMED' && !middle.definite ? [{ ...middle, definite: true, firstSurest: middle.firstWidest }] : [middle];
  });
}

function withOverlay(stays: readonly Stay[], overlay: Overlay): Stay[] {
  const replaced = new Set([...overlay.removed, ...overlay.stays.map((s) => s.id)]);
  return [...stays.filter((s) => !replaced.has(s.id)), ...overlay.stays];
}

type PairWindows = Parameters<typeof determinePair>[0]['windows'];

/** What stands in the graph for the case, as far as the scope needs it. */
async function liveOf(desk: Desk, tx: Tx, one: Case, scope: DerivationScope | undefined): Promise<readonly Determination[]> {
  if (!scope) return desk.determinations.liveOfCase(tx, one.id);
  return (await desk.determinations.liveOfPeople(tx, scope.middles)).filter((d) => d.caseId === one.id);
}

/** The question to the finder: these stays within a span of time. */
function questionOf(
  protocol: Protocol,
  stays: readonly Stay[],
  windows: readonly { start: Instant; end: Instant }[],
  without: ReadonlySet<string>,
  among: ReadonlySet<string> | null,
): ExposureQuestion {
  return {
    stays,
    from: Math.min(...windows.map((w) => w.start)),
    to: Math.max(...windows.map((w) => w.end)),
    lagMs: longestLag(protocol) * MINUTE,
    without,
    among,
    airZones: protocol.exposure.some((rule) => rule.sameAirZone === true),
  };
}

type Second = Parameters<typeof determinePair>[0]['second'];

/** Who met one person, each with the answer of the rules. */
function judge(
  desk: Desk,
  protocol: Protocol,
  meetings: readonly FoundMeeting[],
  meetingOf: (found: FoundMeeting) => Meeting,
  windows: PairWindows,
  facts: CaseFacts,
  second?: Second,
): Map<string, PairAnswer> {
  const out = new Map<string, PairAnswer>();
  for (const [personId, found] of groupBy(meetings, (m) => m.contact.personId)) {
    const pair = determinePair({
      protocol,
      meetings: found.map(meetingOf),
      windows,
      tz: desk.clock.tz,
      caseFacts: facts,
      ...(second ? { second } : {}),
    });
    if (pair.definite || pair.possible) out.set(personId, pair);
  }
  return out;
}

async function pairs(
  desk: Desk,
  tx: Tx,
  protocol: Protocol,
  stays: readonly Stay[],
  windows: readonly InfectiousWindow[],
  facts: CaseFacts,
  among: ReadonlySet<string> | null,
): Promise<Map<string, PairAnswer>> {
  if (windows.length === 0) return new Map();
  const { meetings, places } = await desk.exposures.meetings(tx, questionOf(protocol, stays, windows, new Set(), among));
  return judge(desk, protocol, meetings, meetingsFor(lookupOf(places)), { surest: windows, widest: windows }, facts);
}

/** Middle people asked about at once: one question for all of them would hold too many meetings at a busy place. */
const MIDDLES_AT_ONCE = 40;

async function addSecondDegree(
  desk: Desk,
  tx: Tx,
  one: Case,
  protocol: Protocol,
  middles: readonly Middle[],
  first: ReadonlyMap<string, PairAnswer>,
  cases: ReadonlySet<string>,
  add: (personId: string, via: string, row: DeterminationRow) => void,
  among: ReadonlySet<string> | null,
): Promise<void> {
  const ids = middles.map((m) => m.person);
  const isolated = await desk.transfer.isolatedSince(tx, ids);
  const exposing = middles
    .map((middle) => ({ middle, windows: middleWindows(middle, isolated.get(middle.person), tx.now) }))
    .filter(({ windows }) => windows.widest.length > 0);
  if (exposing.length === 0) return;
  const all = exposing.flatMap(({ windows }) => windows.widest);
  const [from, to] = [Math.min(...all.map((w) => w.start)), Math.max(...all.map((w) => w.end))];
  const stays = groupBy(await desk.stays.ofPeopleWithin(tx, ids, from, to), (s) => s.personId);
  // Whoever has a definite class at least as strict as SECOND is not listed in the second degree (ruling 12): nobody asks about them.
  const stricter = [...first]
    .filter(([, pair]) => pair.definite && leavesSecondDegree(protocol, pair.definite.cls, 'definite'))
    .map(([personId]) => personId);
  const without = new Set([one.personId, ...cases, ...stricter]);
  const found: { personId: string; via: string; pair: PairAnswer }[] = [];
  for (let i = 0; i < exposing.length; i += MIDDLES_AT_ONCE) {
    const some = exposing.slice(i, i + MIDDLES_AT_ONCE);
    const spans = some.flatMap(({ windows }) => windows.widest);
    const asked = some.flatMap(({ middle }) => stays.get(middle.person) ?? []);
    const { meetings, places } = await desk.exposures.meetings(tx, questionOf(protocol, asked, spans, without, among));
    const [bySource, meetingOf] = [groupBy(meetings, (m) => m.source.personId), meetingsFor(lookupOf(places))];
    for (const { middle, windows } of some) {
      const facts = { id: middle.person, person: middle.person, category: 'confirmed', moments: {} } as const;
      const second = { settings: protocol.secondDegree!, middleIsDefinite: middle.definite };
      for (const [personId, pair] of judge(desk, protocol, bySource.get(middle.person) ?? [], meetingOf, windows, facts, second))
        found.push({ personId, via: middle.person, pair });
    }
  }
  const left = await notListed(
    desk,
    tx,
    protocol,
    found.map((f) => f.personId),
    one.id,
  );
  for (const { personId, via, pair } of found) {
    if (left.has(personId)) continue;
    if (pair.definite) add(personId, via, pair.definite);
    if (pair.possible) add(personId, via, pair.possible);
  }
}

/** Who has a case, or from another case a definite first-degree class at least as strict as SECOND. */
async function notListed(desk: Desk, tx: Tx, protocol: Protocol, personIds: readonly string[], caseId: string): Promise<Set<string>> {
  const ids = [...new Set(personIds)];
  const own = (await desk.cases.byPerson(tx, ids)).filter((c) => isLiveCase({ category: c.category })).map((c) => c.personId);
  const elsewhere = (await desk.determinations.firstDegreeElsewhere(tx, ids, caseId)).filter(
    (d) => d.certainty === 'definite' && d.decision !== 'EXCLUDED' && leavesSecondDegree(protocol, d.cls, 'definite'),
  );
  return new Set([...own, ...elsewhere.map((d) => d.personId)]);
}

const valuesOf = (one: Case, protocol: Protocol, personId: string, via: string | null, row: DeterminationRow): DeterminationValues => ({
  caseId: one.id,
  personId,
  viaPersonId: via,
  cls: row.cls,
  certainty: row.certainty,
  rule: row.rule,
  protocolId: protocol.id,
  protocolVersion: protocol.version,
  first: row.first,
  last: row.last,
  secondsMin: row.secondsMin,
  secondsMax: row.secondsMax,
  encounters: row.encounters,
  origin: 'DERIVED',
  placeId: row.overlaps[0]?.casePlace ?? null,
  unsupported: false,
});

/** A named person whom the stays show as well is one row: the derived one, unless the name gives the stricter class. */
function mergeNamed(derived: readonly DeterminationValues[], named: readonly DeterminationValues[]): DeterminationValues[] {
  const keyOf = (v: DeterminationValues) => [v.personId, v.viaPersonId ?? '', v.certainty].join('|');
  const replaced = new Set(named.map(keyOf));
  return [...derived.filter((v) => !replaced.has(keyOf(v))), ...named];
}
