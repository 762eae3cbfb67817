import type { ContactClass, ExposureRule } from '../protocols/schema.js';
import type { Certainty } from '../stays/stay.js';
import type { Interval } from '../time/interval.js';
import { totalLength, unite } from '../time/interval.js';
import type { Instant } from '../time/zone.js';
import type { OverlapUnit } from './overlap-units.js';

export interface RuleHit {
  readonly rule: ExposureRule;
  readonly cls: ContactClass;
  /** Place in the protocol file. */
  readonly order: number;
  readonly definite: readonly OverlapUnit[];
  readonly possible: readonly OverlapUnit[];
}

/** One stay of each side that made a row, for the card that answers "why is this person here". */
export interface CountedOverlap {
  readonly caseStay: string;
  readonly contactStay: string;
  readonly casePlace: string;
  readonly contactPlace: string;
  readonly widest: readonly Interval[];
  readonly surest: readonly Interval[];
  readonly rule: string;
}

export interface DeterminationRow {
  readonly cls: ContactClass;
  readonly certainty: Certainty;
  /** Of the rules that gave it the one with the best priority, then the first in the file. */
  readonly rule: string;
  /** Start of the earliest and end of the latest counting overlap, widest bounds. */
  readonly first: Instant;
  readonly last: Instant;
  /** Earliest certain start; null while nothing about it is certain. */
  readonly firstSurest: Instant | null;
  readonly secondsMin: number;
  readonly secondsMax: number;
  readonly encounters: number;
  readonly overlaps: readonly CountedOverlap[];
}

const seconds = (pieces: readonly Interval[]): number => totalLength(pieces) / 1000;

/** Units of several rules at one place may be the same meeting: united again before they are counted. */
function acrossRules(units: readonly OverlapUnit[], pick: (unit: OverlapUnit) => readonly Interval[]): Interval[] {
  if (units.length === 1) return unite(pick(units[0]!));
  const groups = [...new Set(units.map((unit) => unit.group))];
  return groups.flatMap((group) => unite(units.filter((unit) => unit.group === group).flatMap(pick)));
}

function countedOverlaps(hits: readonly RuleHit[], certainty: Certainty): CountedOverlap[] {
  const seen = new Map<string, CountedOverlap>();
  for (const hit of hits) {
    for (const { meeting, widest, surest } of hit[certainty].flatMap((unit) => unit.overlaps)) {
      const { caseStay, contactStay } = meeting;
      const key = `${caseStay.id}\n${contactStay.id}`;
      if (seen.has(key)) continue;
      const places = { casePlace: caseStay.place, contactPlace: contactStay.place };
      seen.set(key, { caseStay: caseStay.id, contactStay: contactStay.id, ...places, widest, surest, rule: hit.rule.id });
    }
  }
  return [...seen.values()].sort((a, b) => a.widest[0]!.start - b.widest[0]!.start);
}

/** The row of one class from the rules that gave it. A definite row counts as surest only what is proven. */
export function rowOf(hits: readonly RuleHit[], certainty: Certainty): DeterminationRow {
  const ranked = [...hits].sort((a, b) => a.rule.priority - b.rule.priority || a.order - b.order);
  const units = hits.flatMap((hit) => hit[certainty]);
  const surest = acrossRules(units, (unit) => (certainty === 'definite' ? unit.proven : unit.surest));
  const hulls = acrossRules(units, (unit) => [unit.hull]);
  return {
    cls: ranked[0]!.cls,
    certainty,
    rule: ranked[0]!.rule.id,
    first: Math.min(...units.map((unit) => unit.hull.start)),
    last: Math.max(...units.map((unit) => unit.hull.end)),
    firstSurest: surest.length > 0 ? Math.min(...surest.map((piece) => piece.start)) : null,
    secondsMin: seconds(surest),
    secondsMax: seconds(acrossRules(units, (unit) => unit.widest)),
    encounters: hulls.length,
    overlaps: countedOverlaps(ranked, certainty),
  };
}
