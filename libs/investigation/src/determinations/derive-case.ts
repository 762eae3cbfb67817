import {
  type CaseFacts,
  determinePair,
  infectiousWindow,
  type InfectiousWindow,
  type Instant,
  isLiveCase,
  leavesSecondDegree,
  longestLag,
  type Meeting,
  type Middle,
  MINUTE,
  middleOf,
  middleWindows,
  type PairAnswer,
  parseMoment,
  type Place as RulePlace,
  type PlaceLookup,
  type Protocol,
  type Setting,
  settleStay,
  type DeterminationRow,
  type Stay as RuleStay,
} from '@tracewright/epi-core';
import type { Case } from '../cases/case-store.js';
import type { Place } from '../places/place-store.js';
import { groupBy } from '../platform/group-by.js';
import type { Desk } from '../platform/desk.js';
import type { Tx } from '../platform/unit-of-work.js';
import type { Stay } from '../stays/stay-store.js';
import type { DeterminationValues, Naming } from './determination-store.js';
import type { FoundMeeting } from './exposure-finder.js';
import { namedValues } from './named-values.js';
import { protocolOf } from './protocol-of.js';

export interface Derivation {
  readonly values: DeterminationValues[];
  readonly windows: readonly InfectiousWindow[];
  /** Why nothing could be derived, as a sentence for the tracer, or null. */
  readonly noWindow: { readonly zh: string; readonly en: string } | null;
  readonly provisional: boolean;
  /** Evidence behind each row, for the card: key of the row to its overlaps. */
  readonly rows: ReadonlyMap<string, DeterminationRow>;
}

/** Edits of a trajectory that are not saved yet (ruling 16). */
export interface Overlay {
  readonly stays: readonly Stay[];
  readonly removed: readonly string[];
  readonly namings?: readonly Naming[];
}

export const ruleStay = (stay: Stay): RuleStay => ({
  id: stay.id,
  person: stay.personId,
  place: stay.placeId,
  start: stay.start,
  end: stay.end,
  startLatest: stay.startLatest,
  endEarliest: stay.endEarliest,
  source: stay.source,
  ceiling: stay.ceiling,
  ...(stay.setting === null ? {} : { setting: stay.setting as Setting }),
  ...(stay.seat === null ? {} : { seat: stay.seat }),
  ...(stay.carriage === null ? {} : { carriage: stay.carriage }),
  protection: stay.protection,
});

export const rulePlace = (place: Place): RulePlace => ({
  id: place.id,
  name: place.name,
  category: place.category,
  ...(place.parentId === null ? {} : { parent: place.parentId }),
  enclosed: place.enclosed ?? 'unknown',
  ventilation: place.ventilation ?? 'unknown',
  ...(place.airZone === null ? {} : { airZone: place.airZone }),
});

export const lookupOf = (places: ReadonlyMap<string, Place>): PlaceLookup => {
  const known = new Map([...places].map(([id, place]) => [id, rulePlace(place)]));
  return (id) => known.get(id);
};

export function caseFacts(one: Case, tz: string): CaseFacts {
  const anchors = Object.fromEntries(
    Object.entries(one.anchors).flatMap(([name, text]) => {
      const moment = parseMoment(text, tz);
      return moment ? [[name, moment]] : [];
    }),
  );
  const at = (value: Instant | null) => (value === null ? undefined : ({ precision: 'instant', at: value } as const));
  return {
    id: one.id,
    person: one.personId,
    category: one.category,
    moments: {
      ...anchors,
      ...(one.onsetOn === null ? {} : { onset: { precision: 'day', on: one.onsetOn } as const }),
      ...(one.firstPositiveSampleAt === null ? {} : { firstPositiveSample: at(one.firstPositiveSampleAt)! }),
      ...(one.reportedAt === null ? {} : { reported: at(one.reportedAt)! }),
      ...(one.isolatedAt === null ? {} : { isolated: at(one.isolatedAt)! }),
    },
  };
}

const meetingOf = ({ source, contact, relation }: FoundMeeting, lookup: PlaceLookup): Meeting => ({
  caseStay: settleStay(ruleStay(source), lookup),
  contactStay: settleStay(ruleStay(contact), lookup),
  relation,
});

/** Everyone exposed to one case in the first and second degree, from the facts as they are, with `overlay` on top. Writes nothing. */
export async function deriveCase(desk: Desk, tx: Tx, one: Case, overlay: Overlay = { stays: [], removed: [] }): Promise<Derivation> {
  const protocol = protocolOf(one.protocolId);
  const { tz } = desk.clock;
  const facts = caseFacts(one, tz);
  const answer = infectiousWindow(protocol, facts, { asOf: tx.now, tz });
  if (answer.kind === 'no-window') return { values: [], windows: [], noWindow: answer.reason, provisional: false, rows: new Map() };
  const { windows } = answer;
  const rows = new Map<string, DeterminationRow>();
  const values: DeterminationValues[] = [];
  const add = (personId: string, via: string | null, row: DeterminationRow) => {
    rows.set([one.id, personId, via ?? '', row.certainty].join('|'), row);
    values.push(valuesOf(one, protocol, personId, via, row));
  };

  const own = withOverlay(await desk.stays.ofPerson(tx, one.personId), overlay);
  const first = await pairs(desk, tx, protocol, own, { surest: windows, widest: windows }, facts);
  // Whoever is a case of their own is not listed as a contact, but can still stand in the middle of nothing: their own case derives.
  const cases = new Set((await desk.cases.byPerson(tx, [...first.keys()])).filter((c) => isLiveCase({ category: c.category })).map((c) => c.personId));
  for (const [personId, pair] of first) {
    if (cases.has(personId)) continue;
    if (pair.definite) add(personId, null, pair.definite);
    if (pair.possible) add(personId, null, pair.possible);
  }

  const namings = [...(await desk.determinations.namingsOfCase(tx, one.id)), ...(overlay.namings ?? [])];
  const named = await namedValues(desk, tx, one, protocol, windows, own, namings, values);
  const middles = [...first].flatMap(([personId, pair]) => middleOf(personId, pair) ?? []).filter((m) => !cases.has(m.person));
  if (protocol.secondDegree) await addSecondDegree(desk, tx, one, protocol, middles, first, cases, add);
  return { values: mergeNamed(values, named), windows, noWindow: null, provisional: windows.some((w) => w.provisional), rows };
}

function withOverlay(stays: readonly Stay[], overlay: Overlay): Stay[] {
  const replaced = new Set([...overlay.removed, ...overlay.stays.map((s) => s.id)]);
  return [...stays.filter((s) => !replaced.has(s.id)), ...overlay.stays];
}

type PairWindows = Parameters<typeof determinePair>[0]['windows'];

async function pairs(
  desk: Desk,
  tx: Tx,
  protocol: Protocol,
  stays: readonly Stay[],
  windows: PairWindows,
  facts: CaseFacts,
  second?: Parameters<typeof determinePair>[0]['second'],
): Promise<Map<string, PairAnswer>> {
  const out = new Map<string, PairAnswer>();
  if (windows.widest.length === 0) return out;
  const question = {
    stays,
    from: Math.min(...windows.widest.map((w) => w.start)),
    to: Math.max(...windows.widest.map((w) => w.end)),
    lagMs: longestLag(protocol) * MINUTE,
    airZones: protocol.exposure.some((rule) => rule.sameAirZone === true),
  };
  const { meetings, places } = await desk.exposures.meetings(tx, question);
  const lookup = lookupOf(places);
  for (const [personId, found] of groupBy(meetings, (m) => m.contact.personId)) {
    const pair = determinePair({ protocol, meetings: found.map((m) => meetingOf(m, lookup)), windows, tz: desk.clock.tz, caseFacts: facts, ...(second ? { second } : {}) });
    if (pair.definite || pair.possible) out.set(personId, pair);
  }
  return out;
}

async function addSecondDegree(
  desk: Desk,
  tx: Tx,
  one: Case,
  protocol: Protocol,
  middles: readonly Middle[],
  first: ReadonlyMap<string, PairAnswer>,
  cases: ReadonlySet<string>,
  add: (personId: string, via: string, row: DeterminationRow) => void,
): Promise<void> {
  const settings = protocol.secondDegree!;
  const stays = groupBy(await desk.stays.ofPeople(tx, middles.map((m) => m.person)), (s) => s.personId);
  const isolated = await desk.transfer.isolatedSince(tx, middles.map((m) => m.person));
  const people = new Map<string, { via: string; pair: PairAnswer }[]>();
  for (const middle of middles) {
    const windows = middleWindows(middle, isolated.get(middle.person), tx.now);
    const facts = { id: middle.person, person: middle.person, category: 'confirmed', moments: {} } as const;
    const found = await pairs(desk, tx, protocol, stays.get(middle.person) ?? [], windows, facts, { settings, middleIsDefinite: middle.definite });
    for (const [personId, pair] of found) {
      if (personId === one.personId) continue;
      const firstDegree = first.get(personId)?.definite;
      if (firstDegree && leavesSecondDegree(protocol, firstDegree.cls, 'definite')) continue;
      people.set(personId, [...(people.get(personId) ?? []), { via: middle.person, pair }]);
    }
  }
  const ownCases = (await desk.cases.byPerson(tx, [...people.keys()])).filter((c) => isLiveCase({ category: c.category }));
  const excluded = new Set([...cases, ...ownCases.map((c) => c.personId)]);
  for (const [personId, found] of people) {
    if (excluded.has(personId)) continue;
    for (const { via, pair } of found) {
      if (pair.definite) add(personId, via, pair.definite);
      if (pair.possible) add(personId, via, pair.possible);
    }
  }
}

const valuesOf = (one: Case, protocol: Protocol, personId: string, via: string | null, row: DeterminationRow): DeterminationValues => ({
  caseId: one.id,
  personId,
  viaPersonId: via,
  cls: row.cls,
  certainty: row.certainty,
  rule: row.rule,
  protocolId: protocol.id,
  first: row.first,
  last: row.last,
  secondsMin: row.secondsMin,
  secondsMax: row.secondsMax,
  encounters: row.encounters,
  origin: 'DERIVED',
  placeId: row.overlaps[0]?.casePlace ?? null,
});

/** A named person whom the stays show as well is one row: the derived one, unless the name gives the stricter class. */
function mergeNamed(derived: readonly DeterminationValues[], named: readonly DeterminationValues[]): DeterminationValues[] {
  const keyOf = (v: DeterminationValues) => [v.personId, v.viaPersonId ?? '', v.certainty].join('|');
  const replaced = new Set(named.map(keyOf));
  return [...derived.filter((v) => !replaced.has(keyOf(v))), ...named];
}
