import {
  type CaseFacts,
  type DeterminationRow,
  type InfectiousWindow,
  infectiousWindow,
  isLiveCase,
  leastMinutesOf,
  type Middle,
  middleOf,
  type PairAnswer,
  type Protocol,
} from '@tracewright/epi-core';
import type { Case } from '../cases/case-store.js';
import type { Desk } from '../platform/desk.js';
import type { Tx } from '../platform/unit-of-work.js';
import type { Stay } from '../stays/stay-store.js';
import { type Determination, type DeterminationValues, determinationKey, type Naming } from './determination-store.js';
import type { SeenExposures } from './exposure-finder.js';
import { judge, meetingsFor, questionOf } from './judge-pairs.js';
import type { LeftOut } from './left-out.js';
import { namedAtEvents } from './named-at-events.js';
import { namedValues } from './named-values.js';
import { protocolOf } from './protocol-of.js';
import { caseFacts } from './rule-values.js';
import { secondDegree } from './second-degree.js';

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
  /** The second degree is not among the values, and what stands of it stays; null: it is. */
  readonly leftOut: LeftOut | null;
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

export interface DerivationOptions {
  readonly overlay?: Overlay;
  /** Instead of the case's own. */
  readonly protocol?: Protocol;
  readonly scope?: DerivationScope;
  /** What the desk decided of the case's live contacts in the first degree, where somebody has read it already. */
  readonly decided?: readonly Pick<Determination, 'personId' | 'decision'>[];
}

/**
 * Everyone exposed to one case in the first and second degree, from the facts as they are, with `overlay` on top; under the case's own
 * protocol, or the one given. Writes nothing. With a `scope`, the same answer for its people alone: as quick as they are few.
 */
export async function deriveCase(
  desk: Desk,
  tx: Tx,
  one: Case,
  { overlay = { stays: [], removed: [] }, protocol: tried, scope, decided }: DerivationOptions = {},
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
    return { ...named, windows: [], noWindow: answer.reason, provisional: false, rows: new Map(), leftOut: null };
  }
  const { windows } = answer;
  const rows = new Map<string, DeterminationRow>();
  const values: DeterminationValues[] = [];
  const add = (personId: string, via: string | null, row: DeterminationRow) => {
    rows.set(determinationKey({ caseId: one.id, personId, viaPersonId: via, certainty: row.certainty }), row);
    values.push(valuesOf(one, protocol, personId, via, row));
  };

  const exposures = await desk.exposures.seen(tx);
  const first = await pairs(desk, exposures, protocol, own, windows, facts, among);
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
  const middles = middlesOf(first, named.values, decided ?? (await desk.determinations.decidedOfCase(tx, one.id))).filter(
    ({ person }) => !cases.has(person) && (scope?.middles.includes(person) ?? true),
  );
  const asked = scope ? new Set(scope.people) : null;
  const second = protocol.secondDegree
    ? await secondDegree(desk, tx, exposures, { one, protocol, middles, first, cases, among: asked })
    : [];
  if (Array.isArray(second))
    for (const { personId, via, pair } of second) {
      if (pair.definite) add(personId, via, pair.definite);
      if (pair.possible) add(personId, via, pair.possible);
    }
  return {
    values: mergeNamed(values, named.values),
    unsupported: named.unsupported,
    windows,
    noWindow: null,
    provisional: windows.some((w) => w.provisional),
    rows,
    leftOut: Array.isArray(second) ? null : second,
  };
}

/**
 * Close contacts in the middle of the second degree: whom the stays show and whom the case named. The desk's word counts here: nobody follows
 * from who was excluded, and who was confirmed exposed others for certain, from the widest start (ruling 11).
 */
function middlesOf(
  first: ReadonlyMap<string, PairAnswer>,
  named: readonly DeterminationValues[],
  decisions: readonly Pick<Determination, 'personId' | 'decision'>[],
): Middle[] {
  const decided = new Map(decisions.map((d) => [d.personId, d.decision]));
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

async function pairs(
  desk: Desk,
  exposures: SeenExposures,
  protocol: Protocol,
  stays: readonly Stay[],
  windows: readonly InfectiousWindow[],
  facts: CaseFacts,
  among: ReadonlySet<string> | null,
): Promise<Map<string, PairAnswer>> {
  if (windows.length === 0) return new Map();
  const question = questionOf(protocol, leastMinutesOf(protocol, false), stays, windows, new Set(), among);
  const { meetings, places } = await exposures.meetings(question);
  return judge(desk, protocol, meetings, meetingsFor(places), { surest: windows, widest: windows }, facts);
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
