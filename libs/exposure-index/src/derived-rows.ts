import {
  type CaseFacts,
  type DeterminationRow,
  gridCompanions,
  type Instant,
  isLiveCase,
  type Place,
  type Protocol,
  type Signal,
  type Stay,
  strictestClass,
} from '@tracewright/epi-core';

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

export const rowOf = (caseId: string, contact: string, via: string | null, row: DeterminationRow): DerivedRow => ({
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

/** By case, contact, via and certainty; what is equal in all four stays in the order it came. */
export function inOrder(rows: readonly DerivedRow[]): DerivedRow[] {
  return rows
    .map((row) => ({ row, key: key(row) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ row }) => row);
}

/** Phones in one grid with the phone of a case: possible only, and nothing about it is certain (rulings 5, 14). */
export function companionRows({ protocol, signals = [], places }: DeriveQuestion, one: CaseFacts, own: ReadonlySet<string>): DerivedRow[] {
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
export function namedRows({ named, protocol, cases }: DeriveQuestion, own: ReadonlySet<string>): DerivedRow[] {
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
