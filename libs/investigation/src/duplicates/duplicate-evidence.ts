import type { Instant } from '@tracewright/epi-core';
import type { Certainty } from '../determinations/determination-store.js';
import type { Desk } from '../platform/desk.js';
import type { Actor, Tx } from '../platform/unit-of-work.js';
import type { DuplicateEvidence } from './duplicate-store.js';
import { pairHere } from './pairs-in-sight.js';

/** What speaks for and against the two, field by field; null when the pair is not in the asker's area. */
export async function duplicateEvidence(desk: Desk, tx: Tx, actor: Actor, pairId: string): Promise<DuplicateEvidence | null> {
  const found = await pairHere(desk, tx, actor, pairId);
  return found && desk.duplicateFinder.explain(tx, found.pair.a, found.pair.b);
}

/** When one of the two was exposed, and where. */
export interface PairExposure {
  readonly personId: string;
  readonly first: Instant;
  readonly last: Instant;
  readonly placeName: string | null;
  readonly caseNo: string;
  readonly certainty: Certainty;
}

/** The exposures of both, the earliest first; nothing when the pair is not in the asker's area. */
export async function duplicateExposures(desk: Desk, tx: Tx, actor: Actor, pairId: string): Promise<PairExposure[]> {
  const found = await pairHere(desk, tx, actor, pairId);
  if (!found) return [];
  const live = await desk.determinations.liveOfPeople(tx, [found.pair.a, found.pair.b]);
  const distinct = (ids: readonly string[]): string[] => [...new Set(ids)];
  const cases = new Map((await desk.cases.byIds(tx, distinct(live.map((d) => d.caseId)))).map((one) => [one.id, one.no]));
  const places = new Map((await desk.places.byIds(tx, distinct(live.flatMap((d) => d.placeId ?? [])))).map((one) => [one.id, one.name]));
  return live
    .flatMap(({ personId, first, last, placeId, caseId, certainty }): PairExposure[] =>
      first === null || last === null
        ? []
        : [{ personId, first, last, placeName: places.get(placeId ?? '') ?? null, caseNo: cases.get(caseId) ?? '', certainty }],
    )
    .sort((x, y) => x.first - y.first);
}
