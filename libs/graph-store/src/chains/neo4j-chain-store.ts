import type { ChainStore, EventLink, ExposureLink, InfectionLink, NamedLink, Tx } from '@tracewright/investigation';
import { Neo4jStore } from '../platform/neo4j-store.js';
import { AT_EVENTS, CASES_OF_AREA, EXPOSURES_OF_CASES, INFECTIONS_AROUND, NAMES_BETWEEN_CASES } from './chains.cypher.js';

export class Neo4jChainStore extends Neo4jStore implements ChainStore {
  exposures(tx: Tx, caseIds: readonly string[], limit: number): Promise<ExposureLink[]> {
    return this.rows(tx, EXPOSURES_OF_CASES, { caseIds, limit });
  }

  infections(tx: Tx, caseIds: readonly string[]): Promise<InfectionLink[]> {
    return this.rows(tx, INFECTIONS_AROUND, { caseIds });
  }

  named(tx: Tx, caseIds: readonly string[]): Promise<NamedLink[]> {
    return this.rows(tx, NAMES_BETWEEN_CASES, { caseIds });
  }

  atEvents(tx: Tx, caseIds: readonly string[], limit: number): Promise<EventLink[]> {
    return this.rows(tx, AT_EVENTS, { caseIds, limit });
  }

  async caseIds(tx: Tx, areaPath: string, limit: number): Promise<string[]> {
    return (await this.rows<{ id: string }>(tx, CASES_OF_AREA, { areaPath, limit })).map((r) => r.id);
  }
}
