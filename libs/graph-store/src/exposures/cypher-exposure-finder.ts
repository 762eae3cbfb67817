import type { ExposureFinder, ExposureQuestion, FoundMeeting, Place, PlaceStore, Relation, Stay, Tx } from '@tracewright/investigation';
import { Neo4jStore } from '../platform/neo4j-store.js';
import { stayOf } from '../stays/neo4j-stay-store.js';
import { STAYS_TOUCHING } from './exposures.cypher.js';
import { relatedPlaces } from './related-places.js';

/** The finder in Cypher: it answers while the index is not filled, and is the oracle of its tests. */
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
    const related = relatedPlaces(places, question.airZones);
    const pieces = stays.flatMap((stay) =>
      related(stay.placeId).map(([placeId, relation]) => ({
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
        among: question.among && [...question.among],
      });
      for (const { stayId, relation, stay } of found) meetings.push({ source: byId.get(stayId)!, contact: stayOf(stay), relation });
    }
    return { meetings, places };
  }
}
