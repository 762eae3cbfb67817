import type { Case, CaseFilter, CaseListRow, CaseStore, QuestionAnswer, Tx, WriteTx } from '@tracewright/investigation';
import { Neo4jStore } from '../platform/neo4j-store.js';
import * as ask from './cases.cypher.js';

/** `anchors` is kept as one text: its columns are open (ruling 14) and nothing is searched by them. */
type Stored = Omit<Case, 'anchors'> & { anchors: string | null };

const caseOf = (stored: Stored): Case => ({
  id: stored.id,
  no: stored.no,
  personId: stored.personId,
  category: stored.category,
  onsetOn: stored.onsetOn ?? null,
  firstPositiveSampleAt: stored.firstPositiveSampleAt ?? null,
  reportedAt: stored.reportedAt ?? null,
  isolatedAt: stored.isolatedAt ?? null,
  anchors: JSON.parse(stored.anchors ?? '{}') as Record<string, string>,
  hospital: stored.hospital ?? null,
  protocolId: stored.protocolId,
  team: stored.team ?? null,
  ownerId: stored.ownerId ?? null,
  areaId: stored.areaId ?? null,
  areaPath: stored.areaPath,
  importStatus: stored.importStatus ?? null,
  infectedById: stored.infectedById ?? null,
  infectedByState: stored.infectedByState ?? null,
  createdAt: stored.createdAt,
  coreReportedAt: stored.coreReportedAt ?? null,
  rev: stored.rev,
});

export class Neo4jCaseStore extends Neo4jStore implements CaseStore {
  async byIds(tx: Tx, ids: readonly string[]): Promise<Case[]> {
    return (await this.rows<{ episode: Stored }>(tx, ask.CASES_BY_ID, { ids })).map((r) => caseOf(r.episode));
  }

  async byPerson(tx: Tx, personIds: readonly string[]): Promise<Case[]> {
    return (await this.rows<{ episode: Stored }>(tx, ask.CASES_OF_PEOPLE, { personIds })).map((r) => caseOf(r.episode));
  }

  async list(tx: Tx, filter: CaseFilter, first: number, after: string | null): Promise<{ rows: CaseListRow[]; total: number }> {
    const found = await this.rows<{ episode: Stored; contacts: number; possible: number }>(tx, ask.CASE_LIST, { ...filter, first, after });
    const total = (await this.row<{ total: number }>(tx, ask.CASE_COUNT, { ...filter }))?.total ?? 0;
    return { rows: found.map((r) => ({ case: caseOf(r.episode), contacts: r.contacts, possible: r.possible })), total };
  }

  async save(tx: WriteTx, cases: readonly Case[]): Promise<void> {
    await this.saveFacts(
      tx,
      'CaseEpisode',
      cases.map((one) => ({ ...one, anchors: JSON.stringify(one.anchors) })),
      ask.LINK_CASE,
    );
  }

  byProtocol(tx: Tx): Promise<{ protocolId: string; cases: number }[]> {
    return this.rows(tx, ask.CASES_BY_PROTOCOL);
  }

  behindProtocol(tx: Tx): Promise<string[]> {
    return this.idColumn(tx, ask.CASES_BEHIND_PROTOCOL, {});
  }

  history(tx: Tx, id: string): Promise<{ at: number; by: string; before: Record<string, unknown> }[]> {
    return this.rows(tx, ask.HISTORY_OF, { id });
  }

  async answers(tx: Tx, caseId: string): Promise<QuestionAnswer[]> {
    return (await this.rows<{ answer: QuestionAnswer }>(tx, ask.ANSWERS_OF, { caseId })).map((r) => r.answer);
  }

  async saveAnswer(tx: WriteTx, answer: QuestionAnswer): Promise<void> {
    await this.rows(tx, ask.SAVE_ANSWER, { row: { ...answer, id: `${answer.caseId}|${answer.key}` }, rev: tx.rev });
  }

  async touchedSince(tx: Tx, rev: number): Promise<{ id: string; hasFacts: boolean }[]> {
    const since = (cypher: string) => this.idColumn(tx, cypher, { rev });
    const became = await since(ask.BECAME_CASES_SINCE);
    const changed = union(await since(ask.PLACES_CHANGED_SINCE), await this.idsFor(tx, ask.PLACES_OF_PEOPLE, became));
    const near = await this.idsFor(tx, ask.PLACES_NEAR, changed);
    const there = union(await this.idsFor(tx, ask.PEOPLE_AT, near), await since(ask.MOVED_SINCE), became);
    const concerned = union(
      await this.idsFor(tx, ask.CASES_MET_BY, there),
      await this.idsFor(tx, ask.CASES_THAT_KNOW, became),
      await since(ask.CASES_WRITTEN_SINCE),
    );
    return this.inSlices<{ id: string; hasFacts: boolean }>(tx, ask.CASES_WITH_FACTS, concerned.sort());
  }

  async visiting(tx: Tx, placeIds: readonly string[]): Promise<string[]> {
    return (await this.rows<{ id: string }>(tx, ask.CASES_VISITING, { placeIds })).map((r) => r.id);
  }

  async nextNumber(tx: WriteTx): Promise<string> {
    const found = await this.row<{ highest: number | null }>(tx, ask.HIGHEST_CASE_NO);
    return String((found?.highest ?? 0) + 1);
  }
}

const union = (...lists: readonly (readonly string[])[]): string[] => [...new Set(lists.flat())];
