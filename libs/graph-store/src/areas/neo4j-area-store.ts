import { type Area, AreaStore, type Tx, type WriteTx } from '@tracewright/investigation';
import { Neo4jStore } from '../platform/neo4j-store.js';
import { AREA_BY_ID, AREAS_IN_ORDER, HOME_AREA, LINK_AREA_TO_PARENT, SET_HOME_AREA } from './areas.cypher.js';

export class Neo4jAreaStore extends Neo4jStore implements AreaStore {
  async all(tx: Tx): Promise<Area[]> {
    return (await this.rows<{ area: Area }>(tx, AREAS_IN_ORDER)).map((r) => r.area);
  }

  async byId(tx: Tx, id: string): Promise<Area | null> {
    return (await this.row<{ area: Area }>(tx, AREA_BY_ID, { id }))?.area ?? null;
  }

  async homeArea(tx: Tx): Promise<Area | null> {
    return (await this.row<{ area: Area }>(tx, HOME_AREA))?.area ?? null;
  }

  async setHome(tx: WriteTx, areaId: string): Promise<void> {
    await this.rows(tx, SET_HOME_AREA, { areaId });
  }

  async save(tx: WriteTx, areas: readonly Area[]): Promise<void> {
    await this.saveFacts(tx, 'Area', areas, LINK_AREA_TO_PARENT);
  }
}
