import {
  type ExposureFinder,
  type ExposureQuestion,
  type FoundMeeting,
  type MetStay,
  type PlaceStore,
  type Relation,
  rulePlace,
  type SeenExposures,
  type Stay,
  type Tx,
} from '@tracewright/investigation';
import { Neo4jStore } from '../platform/neo4j-store.js';
import { stayOf } from '../stays/neo4j-stay-store.js';
import { STAYS_OF_PEOPLE_WITHIN } from '../stays/stays.cypher.js';
import { STAYS_TOUCHING } from './exposures.cypher.js';
import { PlaceTree } from './place-tree.js';

/** The finder in Cypher: it answers while the index is not filled, and is the oracle of its tests. */
export class CypherExposureFinder extends Neo4jStore implements ExposureFinder {
  constructor(
    tz: string,
    private readonly placeStore: PlaceStore,
  ) {
    super(tz);
  }

  async seen(tx: Tx): Promise<SeenExposures> {
    return {
      meetings: (question) => this.meetings(tx, question),
      staysOf: async (personIds, from, to) => {
        const found = await this.rows<{ stay: Stay }>(tx, STAYS_OF_PEOPLE_WITHIN, { personIds, from, to });
        return found.map(({ stay }) => stayOf(stay));
      },
    };
  }

  private async meetings(tx: Tx, question: ExposureQuestion): ReturnType<SeenExposures['meetings']> {
    const stays = question.stays.filter((stay) => stay.start < question.to && stay.end > question.from);
    const tree = await placesAround(tx, this.placeStore, stays);
    const pieces = stays.flatMap((stay) =>
      tree.related(stay.placeId, question.airZones).map(([placeId, relation]) => ({
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
    return { meetings, places: tree };
  }
}

/** The places of these stays, with all that is above and below them, as the transaction sees them. */
export async function placesAround(tx: Tx, store: PlaceStore, stays: readonly MetStay[]): Promise<PlaceTree> {
  return new PlaceTree((await store.family(tx, [...new Set(stays.map((stay) => stay.placeId))])).map(rulePlace));
}
