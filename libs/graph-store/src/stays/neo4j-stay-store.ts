import type { Evidence, Stay, StayStore, Tx, WriteTx } from '@tracewright/investigation';
import { Neo4jStore } from '../platform/neo4j-store.js';
import {
  ADD_STAYS,
  EVIDENCE_OF,
  LINK_EVIDENCE,
  LINK_STAY,
  REMOVE_STAYS,
  STAYS_BY_ID,
  STAYS_OF_PEOPLE,
  STAYS_PAGE,
} from './stays.cypher.js';

const DAY_MS = 86_400_000;
/** Finders look back a day for ordinary stays and fetch the long ones apart (ruling 8). */
const isLong = (stay: Stay): boolean => stay.end - stay.start > DAY_MS;

export const stayOf = (stored: Stay & { long?: boolean; key?: string; rev?: number }): Stay => ({
  id: stored.id,
  personId: stored.personId,
  placeId: stored.placeId,
  start: stored.start,
  end: stored.end,
  startLatest: stored.startLatest,
  endEarliest: stored.endEarliest,
  setting: stored.setting ?? null,
  seat: stored.seat ?? null,
  carriage: stored.carriage ?? null,
  protection: stored.protection ?? 'unknown',
  source: stored.source,
  ceiling: stored.ceiling,
  companions: stored.companions ?? null,
  activity: stored.activity ?? null,
  note: stored.note ?? null,
});

export class Neo4jStayStore extends Neo4jStore implements StayStore {
  ofPerson(tx: Tx, personId: string): Promise<Stay[]> {
    return this.ofPeople(tx, [personId]);
  }

  async ofPeople(tx: Tx, personIds: readonly string[]): Promise<Stay[]> {
    return (await this.rows<{ stay: Stay }>(tx, STAYS_OF_PEOPLE, { personIds })).map((r) => stayOf(r.stay));
  }

  async byIds(tx: Tx, ids: readonly string[]): Promise<Stay[]> {
    return (await this.rows<{ stay: Stay }>(tx, STAYS_BY_ID, { ids })).map((r) => stayOf(r.stay));
  }

  async page(tx: Tx, areaPath: string, after: string, first: number): Promise<Stay[]> {
    return (await this.rows<{ stay: Stay }>(tx, STAYS_PAGE, { areaPath, after, first })).map((r) => stayOf(r.stay));
  }

  async evidenceOf(tx: Tx, personId: string): Promise<Evidence[]> {
    const found = await this.rows<{ evidence: Evidence; stayId: string | null }>(tx, EVIDENCE_OF, { personId });
    return found.map(({ evidence, stayId }) => ({
      ...evidence,
      end: evidence.end ?? null,
      placeId: evidence.placeId ?? null,
      areaId: evidence.areaId ?? null,
      text: evidence.text ?? null,
      lat: evidence.lat ?? null,
      lng: evidence.lng ?? null,
      stayId,
    }));
  }

  async add(tx: WriteTx, stays: readonly { readonly stay: Stay; readonly evidence: Evidence }[]): Promise<void> {
    const rows = stays.map(({ stay, evidence: { stayId: _, ...evidence } }) => ({ stay: { ...stay, long: isLong(stay) }, evidence }));
    for (let i = 0; i < rows.length; i += 5_000) await this.rows(tx, ADD_STAYS, { rows: rows.slice(i, i + 5_000), rev: tx.rev });
  }

  async save(tx: WriteTx, stays: readonly Stay[]): Promise<void> {
    await this.saveFacts(
      tx,
      'Stay',
      stays.map((stay) => ({ ...stay, long: isLong(stay) })),
      LINK_STAY,
    );
  }

  async remove(tx: WriteTx, ids: readonly string[]): Promise<void> {
    await this.rows(tx, REMOVE_STAYS, { ids, rev: tx.rev, now: tx.now, by: tx.actor.accountId });
  }

  async addEvidence(tx: WriteTx, evidence: readonly Evidence[]): Promise<void> {
    await this.saveFacts(
      tx,
      'Evidence',
      evidence.map(({ stayId, ...one }) => ({ ...one, stayId })),
      `REMOVE n.stayId ${LINK_EVIDENCE}`,
    );
  }
}
