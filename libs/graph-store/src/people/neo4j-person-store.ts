import type { Person, PersonStore, SourceRecord, Tx, WriteTx } from '@tracewright/investigation';
import { searchWords } from '@tracewright/investigation';
import { Neo4jStore } from '../platform/neo4j-store.js';
import {
  ADD_SOURCE_RECORDS,
  HOUSEHOLD_OF,
  LAST_TOLD_OF,
  LINK_PERSON,
  MERGED_INTO,
  PEOPLE_BY_DOCUMENT,
  PEOPLE_BY_ID,
  PEOPLE_BY_PHONE,
  PEOPLE_SEARCH,
  SOURCE_RECORDS_OF,
} from './people.cypher.js';

export class Neo4jPersonStore extends Neo4jStore implements PersonStore {
  async byIds(tx: Tx, ids: readonly string[]): Promise<Person[]> {
    return this.people(tx, PEOPLE_BY_ID, { ids });
  }

  async keptAs(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
    const merged = await this.rows<{ id: string; kept: string }>(tx, MERGED_INTO, { ids });
    if (merged.length === 0) return new Map();
    // Whoever they were merged into may have been merged since.
    const further = await this.keptAs(
      tx,
      merged.map(({ kept }) => kept),
    );
    return new Map(merged.map(({ id, kept }) => [id, further.get(kept) ?? kept]));
  }

  async byDocument(tx: Tx, type: string, no: string): Promise<Person[]> {
    return this.people(tx, PEOPLE_BY_DOCUMENT, { id: `${type}:${no}` });
  }

  async byPhone(tx: Tx, phone: string): Promise<Person[]> {
    return this.people(tx, PEOPLE_BY_PHONE, { phone });
  }

  async household(tx: Tx, personId: string): Promise<Person[]> {
    return this.people(tx, HOUSEHOLD_OF, { personId });
  }

  async search(
    tx: Tx,
    areaPath: string,
    text: string,
    first: number,
  ): Promise<{ person: Person; contactId: string | null; caseId: string | null }[]> {
    const found = await this.rows<{ person: Person; contactId: string | null; caseId: string | null }>(tx, PEOPLE_SEARCH, {
      areaPath,
      text: text.trim().toLowerCase(),
      first,
    });
    return found.map((r) => ({ ...r, person: personOf(r.person) }));
  }

  async save(tx: WriteTx, people: readonly Person[]): Promise<void> {
    const facts = people.map(({ documents, phones, ...person }) => ({ ...person, words: searchWords(person.name, []) }));
    const keys = people.map(({ documents, phones }) => ({ documents: documents.map((d) => ({ ...d, id: `${d.type}:${d.no}` })), phones }));
    await this.saveFacts(tx, 'Person', facts, LINK_PERSON, (_, at) => keys[at]!);
  }

  async addSourceRecords(tx: WriteTx, records: readonly { record: SourceRecord; personId: string }[]): Promise<void> {
    const facts = records.map(({ record, personId }) => ({ ...record, personId, raw: JSON.stringify(record.raw) }));
    for (let i = 0; i < facts.length; i += 5_000)
      await this.rows(tx, ADD_SOURCE_RECORDS, { rows: facts.slice(i, i + 5_000), rev: tx.rev, now: tx.now, by: tx.actor.accountId });
  }

  async lastToldOf(tx: Tx, ids: readonly string[]): Promise<Map<string, number>> {
    return new Map((await this.rows<{ id: string; at: number }>(tx, LAST_TOLD_OF, { ids })).map(({ id, at }) => [id, at]));
  }

  async sourceRecords(tx: Tx, personId: string): Promise<SourceRecord[]> {
    const records = await this.rows<SourceRecord & { raw: string }>(tx, SOURCE_RECORDS_OF, { personId });
    return records.map((record) => ({ ...record, raw: JSON.parse(record.raw) as Record<string, string> }));
  }

  private async people(tx: Tx, cypher: string, parameters: Record<string, unknown>): Promise<Person[]> {
    return (await this.rows<{ person: Person }>(tx, cypher, parameters)).map((r) => personOf(r.person));
  }
}

export const personOf = (person: Person): Person => ({
  ...person,
  birthOn: person.birthOn ?? null,
  address: person.address ?? null,
  areaId: person.areaId ?? null,
  currentAddress: person.currentAddress ?? null,
  currentAreaId: person.currentAreaId ?? null,
  areaPath: person.areaPath ?? null,
  proposedAreaId: person.proposedAreaId ?? null,
  proposedWords: person.proposedWords ?? [],
  needs: person.needs ?? [],
  guardianId: person.guardianId ?? null,
  description: person.description ?? null,
  mergedInto: person.mergedInto ?? null,
});
