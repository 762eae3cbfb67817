import type { Place, PlaceStore, Tx, WriteTx } from '@tracewright/investigation';
import { searchWords } from '@tracewright/investigation';
import { Neo4jStore } from '../platform/neo4j-store.js';
import { GAZETTEER, LINK_PLACE, PLACE_FAMILY, PLACE_SEARCH, PLACES_BY_ID } from './places.cypher.js';

/** The graph keeps no empty values, and search words that are its own. */
type Stored = Partial<Place> & Pick<Place, 'id' | 'name' | 'category' | 'aliases'>;

const placeOf = (stored: Stored): Place => ({
  id: stored.id,
  name: stored.name,
  category: stored.category,
  areaId: stored.areaId ?? null,
  areaPath: stored.areaPath ?? null,
  parentId: stored.parentId ?? null,
  lat: stored.lat ?? null,
  lng: stored.lng ?? null,
  enclosed: stored.enclosed ?? null,
  ventilation: stored.ventilation ?? null,
  airZone: stored.airZone ?? null,
  aliases: stored.aliases,
  address: stored.address ?? null,
});

export class Neo4jPlaceStore extends Neo4jStore implements PlaceStore {
  async byIds(tx: Tx, ids: readonly string[]): Promise<Place[]> {
    return (await this.rows<{ place: Stored }>(tx, PLACES_BY_ID, { ids })).map((r) => placeOf(r.place));
  }

  async family(tx: Tx, ids: readonly string[]): Promise<Place[]> {
    return (await this.rows<{ place: Stored }>(tx, PLACE_FAMILY, { ids })).map((r) => placeOf(r.place));
  }

  async search(tx: Tx, text: string, first: number): Promise<Place[]> {
    return (await this.rows<{ place: Stored }>(tx, PLACE_SEARCH, { text: text.trim().toLowerCase(), first })).map((r) => placeOf(r.place));
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
