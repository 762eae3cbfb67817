import type {
  Determination,
  DeterminationDecision,
  DeterminationStore,
  LeftOut,
  Naming,
  Standing,
  Tx,
  WriteTx,
} from '@tracewright/investigation';
import type { Driver } from 'neo4j-driver';
import { Neo4jStore } from '../platform/neo4j-store.js';
import * as ask from './determinations.cypher.js';

const of = (d: Determination): Determination => ({
  id: d.id,
  key: d.key,
  caseId: d.caseId,
  personId: d.personId,
  viaPersonId: d.viaPersonId ?? null,
  cls: d.cls,
  certainty: d.certainty,
  rule: d.rule,
  protocolId: d.protocolId,
  protocolVersion: d.protocolVersion,
  first: d.first ?? null,
  last: d.last ?? null,
  secondsMin: d.secondsMin ?? null,
  secondsMax: d.secondsMax ?? null,
  encounters: d.encounters,
  origin: d.origin,
  placeId: d.placeId ?? null,
  unsupported: d.unsupported ?? false,
  live: d.live,
  watermark: d.watermark,
  at: d.at,
  decision: d.decision ?? null,
  decidedBy: d.decidedBy ?? null,
  decidedAt: d.decidedAt ?? null,
  reason: d.reason ?? null,
  decidedCls: d.decidedCls ?? null,
  decidedFirst: d.decidedFirst ?? null,
  decidedLast: d.decidedLast ?? null,
});

const namingOf = (n: Naming): Naming => ({
  id: n.id,
  caseId: n.caseId ?? null,
  personId: n.personId,
  stayId: n.stayId ?? null,
  viaPersonId: n.viaPersonId ?? null,
  relation: n.relation ?? null,
  cls: n.cls ?? null,
  reason: n.reason ?? null,
  seat: n.seat ?? null,
  firstAt: n.firstAt ?? null,
  lastAt: n.lastAt ?? null,
  placeId: n.placeId ?? null,
  description: n.description ?? null,
  at: n.at,
  by: n.by,
});

/** Bytes of a transaction that a new determination takes with its contact, measured at 8,000 and rounded up. */
const BYTES_EACH = 12_000;
/** More than any city follows for one case. */
const MOST = 300_000;
/** What a heap of 512 MB leaves a transaction: for a server that does not tell. */
const USUAL_BYTES = 346 * 2 ** 20;
const UNITS: Readonly<Record<string, number>> = { B: 1, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30, TiB: 2 ** 40 };

/** `346.46MiB` in bytes; 0 stands for no limit. */
function bytesOf(value: string | undefined): number {
  const [, number, unit = ''] = /^([0-9.]+)([A-Za-z]+)$/.exec(value ?? '') ?? [];
  const bytes = Number(number) * (UNITS[unit] ?? Number.NaN);
  return Number.isNaN(bytes) ? USUAL_BYTES : bytes === 0 ? Number.POSITIVE_INFINITY : bytes;
}

export class Neo4jDeterminationStore extends Neo4jStore implements DeterminationStore {
  private most: Promise<number> | null = null;

  constructor(
    tz: string,
    private readonly driver: Driver,
  ) {
    super(tz);
  }

  mostRelations(): Promise<number> {
    this.most ??= this.driver
      .executeQuery(ask.ROOM_OF_TRANSACTION)
      .then(({ records }) => Math.min(MOST, Math.floor(bytesOf(records[0]?.get('value')) / BYTES_EACH)))
      // A server that keeps its settings to itself.
      .catch(() => Math.floor(USUAL_BYTES / BYTES_EACH));
    return this.most;
  }

  private async many(tx: Tx, cypher: string, parameters: Record<string, unknown>): Promise<Determination[]> {
    return (await this.rows<{ d: Determination }>(tx, cypher, parameters)).map((r) => of(r.d));
  }

  liveOfCase(tx: Tx, caseId: string): Promise<Determination[]> {
    return this.many(tx, ask.LIVE_OF_CASE, { caseId });
  }

  standingOfCase(tx: Tx, caseId: string): Promise<Standing[]> {
    return this.rows<Standing>(tx, ask.STANDING_OF_CASE, { caseId });
  }

  decidedOfCase(tx: Tx, caseId: string): Promise<Pick<Determination, 'personId' | 'decision'>[]> {
    return this.rows(tx, ask.DECIDED_OF_CASE, { caseId });
  }

  liveOfPeople(tx: Tx, personIds: readonly string[]): Promise<Determination[]> {
    return this.many(tx, ask.LIVE_OF_PEOPLE, { personIds });
  }

  definiteElsewhere(tx: Tx, personIds: readonly string[], caseId: string): Promise<Pick<Determination, 'personId' | 'cls'>[]> {
    return this.rows(tx, ask.DEFINITE_ELSEWHERE, { personIds, caseId });
  }

  historyOfPerson(tx: Tx, personId: string): Promise<Determination[]> {
    return this.many(tx, ask.HISTORY_OF_PERSON, { personId });
  }

  async replace(tx: WriteTx, fresh: readonly Determination[], endedIds: readonly string[]): Promise<void> {
    if (endedIds.length > 0) await this.rows(tx, ask.END_DETERMINATIONS, { ids: endedIds, rev: tx.rev });
    for (let i = 0; i < fresh.length; i += 2_000)
      await this.rows(tx, ask.ADD_DETERMINATIONS, { rows: fresh.slice(i, i + 2_000), rev: tx.rev });
  }

  async decide(tx: WriteTx, ids: readonly string[], decision: DeterminationDecision | null, reason: string | null): Promise<void> {
    await this.rows(tx, ask.DECIDE, { ids, decision, reason, by: tx.actor.accountId, now: tx.now, rev: tx.rev });
  }

  async namingsOfCase(tx: Tx, caseId: string): Promise<Naming[]> {
    return (await this.rows<{ n: Naming }>(tx, ask.NAMINGS_OF_CASE, { caseId })).map((r) => namingOf(r.n));
  }

  async namingsOfPerson(tx: Tx, personId: string): Promise<Naming[]> {
    return (await this.rows<{ n: Naming }>(tx, ask.NAMINGS_OF_PERSON, { personId })).map((r) => namingOf(r.n));
  }

  async namingsAtEvents(tx: Tx, placeIds: readonly string[]): Promise<Naming[]> {
    return (await this.rows<{ n: Naming }>(tx, ask.NAMINGS_AT_EVENTS, { placeIds })).map((r) => namingOf(r.n));
  }

  async naming(tx: Tx, id: string): Promise<Naming | null> {
    const found = await this.row<{ n: Naming }>(tx, ask.NAMING_BY_ID, { id });
    return found && namingOf(found.n);
  }

  async removeNamings(tx: WriteTx, ids: readonly string[]): Promise<void> {
    await this.rows(tx, ask.REMOVE_NAMINGS, { ids, rev: tx.rev, now: tx.now, by: tx.actor.accountId });
  }

  async saveNamings(tx: WriteTx, namings: readonly Naming[]): Promise<void> {
    await this.saveFacts(tx, 'Naming', namings, ask.LINK_NAMING);
  }

  async markDerived(tx: WriteTx, caseIds: readonly string[], leftOut: LeftOut | null): Promise<void> {
    const { degree, relations, placeId } = leftOut ?? { degree: null, relations: null, placeId: null };
    await this.rows(tx, ask.MARK_DERIVED, { caseIds, rev: tx.rev, degree, relations, placeId });
  }

  leftOutOfCase(tx: Tx, caseId: string): Promise<LeftOut | null> {
    return this.row<LeftOut>(tx, ask.LEFT_OUT_OF_CASE, { caseId });
  }
}
