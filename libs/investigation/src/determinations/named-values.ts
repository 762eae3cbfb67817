import { classRank, type InfectiousWindow, type Instant, type Protocol, settleStay, strictestClass } from '@tracewright/epi-core';
import type { Case } from '../cases/case-store.js';
import type { Desk } from '../platform/desk.js';
import type { Tx } from '../platform/unit-of-work.js';
import type { Stay } from '../stays/stay-store.js';
import type { DeterminationValues, Naming } from './determination-store.js';
import { lookupOf, ruleStay } from './rule-values.js';

const RELATION_SETTING: Record<string, string> = { household: 'HOUSEHOLD', carer: 'CARE' };

/** The rule a name falls under when no class was given: the strictest one whose settings hold the setting; first in the file decides. */
function ruleFor(protocol: Protocol, setting: string | null) {
  const fitting = protocol.exposure.filter((rule) => setting !== null && rule.settings.includes(setting as never));
  return [...fitting].sort((a, b) => classRank(protocol, a.cls) - classRank(protocol, b.cls) || a.priority - b.priority)[0];
}

export interface NamedValues {
  readonly values: DeterminationValues[];
  /** `person|via` of names whose stay is gone or lies outside the window: no row now, but one that exists already is kept (ruling 17). */
  readonly unsupported: ReadonlySet<string>;
}

/**
 * People a case named (ruling 17), as rows. By hand, or by a rule that decides by itself: definite. By a rule that only proposes, or
 * under a setting no rule names: possible, for the tracer to confirm. Weaker than what the stays show already: no row of its own.
 */
export async function namedValues(
  desk: Desk,
  tx: Tx,
  one: Case,
  protocol: Protocol,
  windows: readonly InfectiousWindow[],
  stays: readonly Stay[],
  namings: readonly Naming[],
  derived: readonly DeterminationValues[],
): Promise<NamedValues> {
  const unsupported = new Set<string>();
  if (namings.length === 0) return { values: [], unsupported };
  const byId = new Map(stays.map((s) => [s.id, s]));
  const under = namings.flatMap((n) => (n.stayId === null ? [] : (byId.get(n.stayId) ?? [])));
  const places = new Map((await desk.places.family(tx, [...new Set(under.map((s) => s.placeId))])).map((p) => [p.id, p]));
  const lookup = lookupOf(places);
  const own = new Set(
    (
      await desk.cases.byPerson(
        tx,
        namings.map((n) => n.personId),
      )
    )
      .filter((c) => c.category !== 'excluded')
      .map((c) => c.personId),
  );
  const values = namings.flatMap((naming): DeterminationValues[] => {
    const without = (): DeterminationValues[] => {
      unsupported.add(`${naming.personId}|${naming.viaPersonId ?? ''}`);
      return [];
    };
    const stay = naming.stayId === null ? undefined : byId.get(naming.stayId);
    if (own.has(naming.personId)) return [];
    if (naming.stayId !== null && !stay) return without();
    const setting = stay ? settleStay(ruleStay(stay), lookup).resolvedSetting : (RELATION_SETTING[naming.relation ?? ''] ?? null);
    const rule = ruleFor(protocol, setting);
    const degree = naming.viaPersonId === null ? null : 'SECOND';
    const cls = naming.cls ?? degree ?? rule?.cls ?? strictestClass(protocol);
    const certainty = naming.cls !== null || (rule !== undefined && rule.decision === 'AUTO') ? 'definite' : 'possible';
    const shown = derived.some(
      (v) => v.personId === naming.personId && v.certainty === certainty && classRank(protocol, v.cls) <= classRank(protocol, cls),
    );
    if (shown) return [];
    const { first, last } = spanOf(naming, stay, windows, one);
    if (stay && (first === null || last === null)) return without();
    return [
      {
        caseId: one.id,
        personId: naming.personId,
        viaPersonId: naming.viaPersonId,
        cls,
        certainty,
        rule: naming.cls === null && rule ? rule.id : 'NAMED',
        protocolId: protocol.id,
        protocolVersion: protocol.version,
        first,
        last,
        secondsMin: null,
        secondsMax: null,
        encounters: 1,
        origin: 'NAMED',
        placeId: stay?.placeId ?? naming.placeId,
        unsupported: false,
      },
    ];
  });
  return { values, unsupported };
}

/** Under a stay: the stay, cut to the infectious window where there is one; none left means the meeting was outside it. Under the case: what was said, else the whole window. */
function spanOf(
  naming: Naming,
  stay: Stay | undefined,
  windows: readonly InfectiousWindow[],
  one: Case,
): { first: Instant | null; last: Instant | null } {
  if (!stay) {
    const bounded = windows.filter((w) => !w.unbounded);
    const start = bounded.length > 0 ? Math.min(...bounded.map((w) => w.start)) : null;
    return { first: naming.firstAt ?? start, last: naming.lastAt ?? one.isolatedAt ?? naming.at };
  }
  if (windows.length === 0) return { first: stay.start, last: stay.end };
  const cut = windows.map((w) => ({ start: Math.max(w.start, stay.start), end: Math.min(w.end, stay.end) })).filter((w) => w.start < w.end);
  if (cut.length === 0) return { first: null, last: null };
  return { first: Math.min(...cut.map((w) => w.start)), last: Math.max(...cut.map((w) => w.end)) };
}
