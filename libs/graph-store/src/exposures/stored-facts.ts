import type { Place as RulePlace } from '@tracewright/epi-core';
import { stayOf } from '../stays/neo4j-stay-store.js';
import type { StayIndex } from './stay-index.js';

/** Stays and places as the statements of the exposures answer them. */
export type StoredStay = Parameters<typeof stayOf>[0] & { readonly rev: number; readonly deleted?: boolean };

export type StoredPlace = Omit<RulePlace, 'category' | 'parent' | 'airZone'> & {
  readonly category: string | null;
  readonly parent: string | null;
  readonly airZone: string | null;
};

export const placeOf = ({ id, category, parent, airZone, enclosed, ventilation }: StoredPlace): RulePlace => ({
  id,
  enclosed,
  ventilation,
  ...(category === null ? {} : { category }),
  ...(parent === null ? {} : { parent }),
  ...(airZone === null ? {} : { airZone }),
});

export function keep(index: StayIndex, stay: StoredStay): void {
  if (stay.deleted) index.drop(stay.id);
  else index.put(stayOf(stay));
}
