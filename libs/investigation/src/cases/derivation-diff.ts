import { classRank, type Protocol } from '@tracewright/epi-core';
import type { ChangeKind } from '../contacts/contact-store.js';
import type { Derivation } from '../determinations/derive-case.js';
import { type Certainty, type DeterminationValues, pairKey, type Standing } from '../determinations/determination-store.js';
import { isUnasked } from '../determinations/left-out.js';
import { groupBy } from '../platform/group-by.js';

export interface DerivationChange {
  readonly personId: string;
  readonly kind: ChangeKind;
  /** Class afterwards and before; null: not a contact of this case. */
  readonly cls: string | null;
  readonly was: string | null;
  readonly certainty: Certainty;
}

export interface DerivationDiff {
  readonly changes: readonly DerivationChange[];
}

/** How many people a diff moves which way. */
export interface ChangeCounts {
  readonly addedClose: number;
  readonly addedSecond: number;
  readonly addedPossible: number;
  readonly removed: number;
  readonly upgraded: number;
  readonly downgraded: number;
  readonly dates: number;
}

/** As much of a determination as a difference shows. */
export type Told = Pick<DeterminationValues, 'personId' | 'viaPersonId' | 'cls' | 'certainty' | 'last'>;

/** Where one case puts a person: the strictest definite class, else the strictest possible one; of several the one that lasted longest. */
function standing(rows: readonly Told[], rank: (cls: string) => number): Told | null {
  const sure = rows.filter((r) => r.certainty === 'definite');
  const from = sure.length > 0 ? sure : rows;
  return from.reduce<Told | null>((best, r) => (best === null || isBefore(r, best, rank) ? r : best), null);
}

const isBefore = (one: Told, other: Told, rank: (cls: string) => number): boolean =>
  rank(one.cls) < rank(other.cls) || (rank(one.cls) === rank(other.cls) && (one.last ?? 0) > (other.last ?? 0));

function changeOf(was: Told | null, now: Told | null, rank: (cls: string) => number): ChangeKind | null {
  if (now === null) return was === null ? null : 'REMOVED';
  if (was === null) return 'ADDED';
  const [before, after] = [
    rank(was.cls) * 2 + Number(was.certainty === 'possible'),
    rank(now.cls) * 2 + Number(now.certainty === 'possible'),
  ];
  if (after !== before) return after < before ? 'UPGRADED' : 'DOWNGRADED';
  return was.last === now.last ? null : 'DATES';
}

export interface DiffSides {
  readonly before: readonly Told[];
  readonly after: readonly Told[];
}

/**
 * What stands for a case, and what would after a derivation is stored: excluded people stay excluded and ready-made lists stay as they
 * are, so neither is a change.
 */
export function sidesOf(live: readonly Standing[], derived: Pick<Derivation, 'values' | 'leftOut'>): DiffSides {
  const excluded = new Set(live.filter((d) => d.decision === 'EXCLUDED').map(pairKey));
  const counted = (values: readonly Told[]) => values.filter((v) => !excluded.has(pairKey(v)));
  return {
    before: counted(live),
    after: counted([...derived.values, ...live.filter((d) => d.origin === 'LISTED' || isUnasked(d, derived))]),
  };
}

/** Person by person, what another derivation of one case would change; in the order of the strictest class, then the id. */
export function diffOf(ranks: Pick<Protocol, 'classOrder'>, { before, after }: DiffSides): DerivationDiff {
  const rank = (cls: string): number => classRank(ranks, cls);
  const [was, now] = [groupBy(before, (v) => v.personId), groupBy(after, (v) => v.personId)];
  const changes = [...new Set([...was.keys(), ...now.keys()])].flatMap((personId): DerivationChange[] => {
    const [former, fresh] = [standing(was.get(personId) ?? [], rank), standing(now.get(personId) ?? [], rank)];
    const kind = changeOf(former, fresh, rank);
    return kind === null
      ? []
      : [{ personId, kind, cls: fresh?.cls ?? null, was: former?.cls ?? null, certainty: (fresh ?? former)!.certainty }];
  });
  const order = (c: DerivationChange): number => rank(c.cls ?? c.was!);
  return { changes: changes.sort((a, b) => order(a) - order(b) || (a.personId < b.personId ? -1 : 1)) };
}

export function countsOf(changes: readonly DerivationChange[]): ChangeCounts {
  const count = (kind: ChangeKind): number => changes.filter((c) => c.kind === kind).length;
  const added = changes.filter((c) => c.kind === 'ADDED');
  const sure = added.filter((c) => c.certainty === 'definite');
  return {
    addedClose: sure.filter((c) => c.cls !== 'SECOND').length,
    addedSecond: sure.filter((c) => c.cls === 'SECOND').length,
    addedPossible: added.length - sure.length,
    removed: count('REMOVED'),
    upgraded: count('UPGRADED'),
    downgraded: count('DOWNGRADED'),
    dates: count('DATES'),
  };
}
