import type { ExposureFinder, ExposureQuestion, FoundMeeting, Place, PlaceStore, Relation, Stay, Tx } from '@tracewright/investigation';
import { Neo4jStore } from '../platform/neo4j-store.js';
import { stayOf } from '../stays/neo4j-stay-store.js';
import { STAYS_TOUCHING } from './exposures.cypher.js';

/** The finder in Cypher. It stays as an oracle when the columnar index takes its place. */
export class CypherExposureFinder extends Neo4jStore implements ExposureFinder {
  constructor(
    tz: string,
    private readonly placeStore: PlaceStore,
  ) {
    super(tz);
  }

  async meetings(tx: Tx, question: ExposureQuestion): Promise<{ meetings: FoundMeeting[]; places: Map<string, Place> }> {
    const stays = question.stays.filter((stay) => stay.start < question.to && stay.end > question.from);
    const family = await this.placeStore.family(tx, [...new Set(stays.map((stay) => stay.placeId))]);
    const places = new Map(family.map((place) => [place.id, place]));
    const pieces = stays.flatMap((stay) =>
      relatedPlaces(stay.placeId, places, question.airZones).map(([placeId, relation]) => ({
        stayId: stay.id,
        personId: stay.personId,
        placeId,
        relation,
        from: Math.max(stay.start, question.from),
        to: Math.min(stay.end, question.to) + question.lagMs,
      })),
    );
    const byId = new Map(stays.map((stay) => [stay.id, stay]));
    const meetings: FoundMeeting[] = [];
    for (let i = 0; i < pieces.length; i += 2_000) {
      const found = await this.rows<{ stayId: string; relation: Relation; stay: Stay }>(tx, STAYS_TOUCHING, {
        pieces: pieces.slice(i, i + 2_000),
        without: [...question.without],
      });
      for (const { stayId, relation, stay } of found) meetings.push({ source: byId.get(stayId)!, contact: stayOf(stay), relation });
    }
    return { meetings, places };
  }
}

function relatedPlaces(placeId: string, places: ReadonlyMap<string, Place>, airZones: boolean): [string, Relation][] {
  const related: [string, Relation][] = [[placeId, 'same']];
  const isUnder = (id: string, top: string): boolean => {
    for (let at = places.get(id)?.parentId ?? null, steps = 0; at !== null && steps < 16; at = places.get(at)?.parentId ?? null, steps++)
      if (at === top) return true;
    return false;
  };
  const own = places.get(placeId);
  for (const other of places.values()) {
    if (other.id === placeId) continue;
    if (isUnder(placeId, other.id)) related.push([other.id, 'ancestor']);
    else if (isUnder(other.id, placeId)) related.push([other.id, 'descendant']);
    else if (airZones && own?.airZone && other.parentId === own.parentId && other.airZone === own.airZone)
      related.push([other.id, 'sameAirZone']);
  }
  return related;
}
