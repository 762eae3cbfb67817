import { type Area, AreaStore, type Tx, type WriteTx } from '@tracewright/investigation';
import { Neo4jStore } from '../platform/neo4j-store.js';
import { AREA_BY_ID, AREAS_IN_ORDER, HOME_AREA, LINK_AREA_TO_PARENT, SET_HOME_AREA } from './areas.cypher.js';

/** The graph keeps no empty values. */
type Stored = Partial<Area> & Pick<Area, 'id' | 'name' | 'level' | 'path' | 'outside' | 'aliases'>;

const areaOf = (stored: Stored): Area => ({
  id: stored.id,
  name: stored.name,
  level: stored.level,
  parentId: stored.parentId ?? null,
  path: stored.path,
  outside: stored.outside,
  dutyHolder: stored.dutyHolder ?? null,
  phone: stored.phone ?? null,
  aliases: stored.aliases,
});

export class Neo4jAreaStore extends Neo4jStore implements AreaStore {
  async all(tx: Tx): Promise<Area[]> {
    return (await this.rows<{ area: Stored }>(tx, AREAS_IN_ORDER)).map((r) => areaOf(r.area));
  }

  async byId(tx: Tx, id: string): Promise<Area | null> {
    const found = await this.row<{ area: Stored }>(tx, AREA_BY_ID, { id });
    return found && areaOf(found.area);
  }

  async homeArea(tx: Tx): Promise<Area | null> {
    const found = await this.row<{ area: Stored }>(tx, HOME_AREA);
    return found && areaOf(found.area);
  }

  async setHome(tx: WriteTx, areaId: string): Promise<void> {
    await this.rows(tx, SET_HOME_AREA, { areaId });
  }

  async save(tx: WriteTx, areas: readonly Area[]): Promise<void> {
    await this.saveFacts(tx, 'Area', areas, LINK_AREA_TO_PARENT);
  }
}
