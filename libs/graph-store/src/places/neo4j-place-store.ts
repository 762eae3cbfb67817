import type { Place, PlaceStore, Tx, WriteTx } from '@tracewright/investigation';
import { searchWords } from '@tracewright/investigation';
import { Neo4jStore } from '../platform/neo4j-store.js';
import { GAZETTEER, LINK_PLACE, PLACE_FAMILY, PLACE_SEARCH, PLACES_BY_ID } from './places.cypher.js';

export class Neo4jPlaceStore extends Neo4jStore implements PlaceStore {
  async byIds(tx: Tx, ids: readonly string[]): Promise<Place[]> {
    return (await this.rows<{ place: Place }>(tx, PLACES_BY_ID, { ids })).map((r) => r.place);
  }

  async family(tx: Tx, ids: readonly string[]): Promise<Place[]> {
    return (await this.rows<{ place: Place }>(tx, PLACE_FAMILY, { ids })).map((r) => r.place);
  }

  async search(tx: Tx, text: string, first: number): Promise<Place[]> {
    return (await this.rows<{ place: Place }>(tx, PLACE_SEARCH, { text: text.trim().toLowerCase(), first })).map((r) => r.place);
  }

  async save(tx: WriteTx, places: readonly Place[]): Promise<void> {
    await this.saveFacts(
      tx,
      'Place',
      places.map((place) => ({ ...place, words: searchWords(place.name, place.aliases) })),
      LINK_PLACE,
    );
  }

  gazetteer(tx: Tx): Promise<{ id: string; name: string; aliases: string[]; areaId: string; areaPath: string }[]> {
    return this.rows(tx, GAZETTEER);
  }
}
